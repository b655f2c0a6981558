import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PrintSettings,
  type PrintTarget,
  type StationName,
  stations,
  targetOf,
} from '../../../../shared/model/print-settings';
import { TargetFields } from '../../parts/printing/TargetFields';
import { TestPrint } from '../../parts/printing/TestPrint';
import { usePrinters } from '../../parts/printing/usePrinters';
import { save } from '../../parts/settings/save';
import { SettingGroup, SettingSwitch } from '../../ui/Setting';
import { ContentGroup } from './printing/ContentGroup';
import { SlipPreview } from './printing/SlipPreview';
import type { SectionProps } from './section';

/** Where slips come out, what they show, and how they look. */
export function PrintingSection({ settings }: SectionProps) {
  const { t } = useTranslation(['printing', 'common']);
  const { print, clinic } = settings;
  const [shown, setShown] = useState<StationName>('desk');
  const printers = usePrinters();
  // A test that is pressed right after a field was left must use what was typed there.
  const saving = useRef<Promise<void>>(Promise.resolve());
  const change = (part: Partial<PrintSettings>): void => {
    saving.current = save({ print: part });
  };
  const own = stations.filter((station) => station === 'desk' || print.kiosk !== null);

  const fieldsOf = (station: StationName, target: PrintTarget) => (
    <>
      <TargetFields
        station={station}
        target={target}
        printers={printers}
        onChange={(part) => {
          setShown(station);
          change({ [station]: { ...target, ...part } });
        }}
      />
      <TestPrint station={station} target={target} settled={() => saving.current} />
    </>
  );

  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21.5rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <SettingGroup title={t('desk.title')} text={t('desk.text')}>
          {fieldsOf('desk', print.desk)}
        </SettingGroup>
        <SettingGroup title={t('kiosk.title')}>
          <SettingSwitch
            label={t('kiosk.own')}
            text={t('kiosk.ownText')}
            value={print.kiosk !== null}
            testId="printing-kiosk-own"
            onChange={(isOwn) => {
              setShown(isOwn ? 'kiosk' : 'desk');
              change({ kiosk: isOwn ? { ...print.desk } : null });
            }}
          />
          {print.kiosk !== null && fieldsOf('kiosk', print.kiosk)}
        </SettingGroup>
        <ContentGroup print={print} onChange={change} />
      </div>
      <SlipPreview
        settings={settings}
        station={shown}
        paper={targetOf(print, shown).paper}
        stations={own}
        language={clinic.language}
        onStation={setShown}
      />
    </div>
  );
}
