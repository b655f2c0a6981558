import { useTranslation } from 'react-i18next';
import type { PrintSettings } from '../../../../../shared/model/print-settings';
import { languageFacts, languages } from '../../../i18n/languages';
import { LogoField } from '../../../parts/printing/LogoField';
import { SelectField } from '../../../ui/SelectField';
import { SettingGroup, SettingSwitch, SettingText } from '../../../ui/Setting';

interface Props {
  readonly print: PrintSettings;
  readonly onChange: (part: Partial<PrintSettings>) => void;
}

const NO_LANGUAGE = 'none';
/** As the model has it (print-settings.ts); more would not be a line. */
const MOST_LINE = 200;
const MOST_FEE = 60;

/** What every slip shows, whatever it is printed on. */
export function ContentGroup({ print, onChange }: Props) {
  const { t } = useTranslation(['printing', 'shown', 'common']);
  return (
    <SettingGroup title={t('content.title')}>
      <LogoField logo={print.logo} onChange={(logo) => onChange({ logo })} />
      <SelectField
        label={t('content.second')}
        value={print.secondLanguage ?? NO_LANGUAGE}
        choices={[
          { key: NO_LANGUAGE, text: t('content.noSecond') },
          ...languages.map((key) => ({ key, text: languageFacts[key].name })),
        ]}
        testId="printing-second-language"
        onChange={(key) => onChange({ secondLanguage: languages.find((one) => one === key) ?? null })}
      />
      <SettingText
        label={t('content.fee')}
        text={t('content.feeText')}
        value={print.feeLine}
        testId="printing-fee-line"
        problem={(typed) =>
          typed.trim().length > MOST_FEE
            ? t('content.tooLong', { most: MOST_FEE, length: typed.trim().length })
            : null
        }
        onSave={(feeLine) => onChange({ feeLine: feeLine.trim() })}
      />
      <SettingText
        label={t('content.line')}
        text={t('content.lineText')}
        value={print.clinicLine}
        testId="printing-clinic-line"
        problem={(typed) =>
          typed.trim().length > MOST_LINE
            ? t('content.tooLong', { most: MOST_LINE, length: typed.trim().length })
            : null
        }
        onSave={(clinicLine) => onChange({ clinicLine: clinicLine.trim() })}
      />
      <SettingSwitch
        label={t('shown:slipName')}
        text={t('shown:slipNameText')}
        value={print.showName}
        testId="printing-show-name"
        onChange={(showName) => onChange({ showName })}
      />
      {print.showName && (
        <SettingSwitch
          label={t('content.mask')}
          text={t('content.maskText')}
          value={print.maskName}
          testId="printing-mask-name"
          onChange={(maskName) => onChange({ maskName })}
        />
      )}
      <SettingSwitch
        label={t('content.move')}
        text={t('content.moveText')}
        value={print.moveSlips}
        testId="printing-move-slips"
        onChange={(moveSlips) => onChange({ moveSlips })}
      />
    </SettingGroup>
  );
}
