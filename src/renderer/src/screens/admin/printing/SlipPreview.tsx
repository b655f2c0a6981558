import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../../shared/model/language';
import type { Paper, StationName } from '../../../../../shared/model/print-settings';
import type { Settings } from '../../../../../shared/model/settings';
import type { Ticket } from '../../../../../shared/model/ticket';
import { useCall } from '../../../data/query';
import { minuteOfDay } from '../../../i18n/format';
import { languageFacts, languages } from '../../../i18n/languages';
import { Slip } from '../../../slip/Slip';
import { SelectField } from '../../../ui/SelectField';

interface Props {
  readonly settings: Settings;
  readonly station: StationName;
  readonly paper: Paper;
  /** Those with a printer of their own. */
  readonly stations: readonly StationName[];
  /** Which one to begin with. */
  readonly language: Language;
  readonly onStation: (station: StationName) => void;
}

/** Of its real size, so that each fits beside the settings. */
const zooms: Readonly<Record<Paper, number>> = { roll_58: 1, roll_80: 1, a6: 0.7, a5: 0.5 };

/** The slip as these settings make it, with a patient who does not exist. */
export function SlipPreview({ settings, station, paper, stations, language, onStation }: Props) {
  const { t } = useTranslation(['printing', 'common']);
  const [shown, setShown] = useState(language);
  // A ticket of nobody's.
  const sample = useCall('slips.sample', {}).value;
  const ticket = sample === undefined ? null : asSet(sample, settings, paper);
  return (
    <aside
      aria-label={t('preview.title')}
      className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-sunken p-4 lg:sticky lg:top-0"
    >
      <h2 className="text-lead font-bold">{t('preview.title')}</h2>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t('preview.language')}
          value={shown}
          choices={languages.map((key) => ({ key, text: languageFacts[key].name }))}
          testId="printing-preview-language"
          onChange={(key) => setShown(languages.find((one) => one === key) ?? shown)}
        />
        {stations.length > 1 && (
          <SelectField
            label={t('preview.station')}
            value={station}
            choices={stations.map((key) => ({ key, text: t(`preview.${key}`) }))}
            testId="printing-preview-station"
            onChange={(key) => onStation(stations.find((one) => one === key) ?? station)}
          />
        )}
      </div>
      <figure
        aria-label={t('preview.of', { paper: t(`paper.${paper}`) })}
        data-testid="printing-preview"
        className="flex justify-center"
      >
        <div
          className={paper.startsWith('roll') ? 'bg-[#fff] px-2 shadow-raised' : 'shadow-raised'}
          style={{ zoom: zooms[paper] }}
        >
          {ticket !== null && (
            <Slip
              key={`${paper} ${shown}`}
              ticket={ticket}
              language={shown}
              second={settings.print.secondLanguage ?? undefined}
            />
          )}
        </div>
      </figure>
      <p className="text-small text-pretty text-ink-soft">{t('preview.text')}</p>
    </aside>
  );
}

/** The sample as an ordinary slip with what is set now, which may be newer than the sample. */
function asSet(sample: Ticket, { print, clinic }: Settings, paper: Paper): Ticket {
  const { secondLanguage, showName, maskName, clinicLine, feeLine, logo } = print;
  const shown = {
    secondLanguage,
    showName,
    maskName,
    clinicLine,
    feeLine,
    logo,
    paper,
    copy: 0,
    kind: 'token',
  } as const;
  // Of the hour that it is, so that the expected turn is within it and shown.
  const hour = Math.floor(minuteOfDay(sample.now, clinic.timeZone) / 60);
  const slot = { startMinute: hour * 60, endMinute: (hour + 1) * 60 };
  return { ...sample, slot, clinicName: clinic.clinicName, print: { ...sample.print, ...shown } };
}
