import { useTranslation } from 'react-i18next';
import { clockText } from '../../../../shared/model/time';
import { languageFacts, languages } from '../../i18n/languages';
import { ClinicTimes } from '../../parts/clinic/ClinicTimes';
import { FolderLine } from '../../parts/FolderLine';
import { save } from '../../parts/settings/save';
import { ShownDoctors } from '../../parts/shown/ShownDoctors';
import { SelectField } from '../../ui/SelectField';
import { SettingGroup, SettingText } from '../../ui/Setting';
import { ComputerGroup } from './clinic/ComputerGroup';
import { ConfigurationGroup } from './clinic/ConfigurationGroup';
import { DiagnosticsGroup } from './clinic/DiagnosticsGroup';
import { KioskPin } from './KioskPin';
import type { SectionProps } from './section';

const clockPattern = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** Who the clinic is, when its day ends, and how staff leave the kiosk. */
export function ClinicSection({ settings: { clinic, shown } }: SectionProps) {
  const { t } = useTranslation(['admin', 'shown', 'common']);
  const closes = clinic.closeDayAtMinute;
  return (
    <>
      <SettingGroup title={t('clinic.title')}>
        <SettingText
          label={t('clinic.name')}
          value={clinic.clinicName}
          testId="admin-clinic-name"
          problem={(typed) =>
            typed.trim() === '' || typed.trim().length > 80 ? t('clinic.nameProblem') : null
          }
          onSave={(clinicName) => void save({ clinic: { clinicName } })}
        />
        <SelectField
          label={t('clinic.language')}
          value={clinic.language}
          choices={languages.map((key) => ({ key, text: languageFacts[key].name }))}
          testId="admin-clinic-language"
          onChange={(key) => {
            const language = languages.find((one) => one === key);
            if (language !== undefined) void save({ clinic: { language } });
          }}
        />
      </SettingGroup>
      <SettingGroup title={t('clinic.times')}>
        <ClinicTimes clinic={clinic} />
      </SettingGroup>
      <SettingGroup title={t('clinic.day')} text={t('clinic.dayText')}>
        <SettingText
          label={t('clinic.closes')}
          text={t('clinic.closesText')}
          value={closes === null ? '' : clockText(closes)}
          testId="admin-clinic-closes"
          className="max-w-80"
          problem={(typed) =>
            typed.trim() === '' || clockPattern.test(typed.trim()) ? null : t('clinic.closesProblem')
          }
          onSave={(typed) => void save({ clinic: { closeDayAtMinute: minuteOf(typed) } })}
        />
      </SettingGroup>
      <KioskPin />
      <ComputerGroup />
      <SettingGroup title={t('shown:kiosk')} text={t('shown:kioskText')}>
        <ShownDoctors
          chosen={shown.kiosk}
          testId="admin-kiosk-doctors"
          onChoose={(chosen) => void save({ shown: { kiosk: [...chosen] } })}
        />
      </SettingGroup>
      <ConfigurationGroup />
      <DiagnosticsGroup />
      <SettingGroup title={t('folders.data')} text={t('folders.dataText')}>
        <FolderLine folder="data" />
      </SettingGroup>
      <SettingGroup title={t('folders.logs')}>
        <FolderLine folder="logs" />
      </SettingGroup>
    </>
  );
}

/** `18:30` as a minute of the day; nothing typed: null. */
function minuteOf(typed: string): number | null {
  const [, hours, minutes] = clockPattern.exec(typed.trim()) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
