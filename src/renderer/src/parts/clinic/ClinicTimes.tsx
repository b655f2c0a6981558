import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../shared/model/settings';
import { clockText } from '../../../../shared/model/time';
import { minuteOf } from '../../../../shared/model/typed-session';
import { SelectField } from '../../ui/SelectField';
import { SettingText } from '../../ui/Setting';
import { save } from '../settings/save';

/** By noon: a day that begins later is no day of a clinic. */
const LATEST = 12 * 60;

/** Where the clinic's clock is, and when its day turns. */
export function ClinicTimes({ clinic }: Pick<Settings, 'clinic'>) {
  const { t } = useTranslation('setup');
  const zones = Intl.supportedValuesOf('timeZone');
  const known = zones.includes(clinic.timeZone) ? zones : [clinic.timeZone, ...zones];
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      <SelectField
        label={t('clinic.timeZone')}
        value={clinic.timeZone}
        choices={known.map((key) => ({ key, text: key.replaceAll('_', ' ') }))}
        testId="clinic-time-zone"
        onChange={(timeZone) => void save({ clinic: { timeZone } })}
      />
      <SettingText
        label={t('clinic.dayStarts')}
        text={t('clinic.dayStartsText')}
        value={clockText(clinic.dayStartsAtMinute)}
        testId="clinic-day-starts"
        problem={(typed) => ((minuteOf(typed) ?? LATEST + 1) > LATEST ? t('clinic.dayStartsProblem') : null)}
        onSave={(typed) => void save({ clinic: { dayStartsAtMinute: minuteOf(typed) ?? 0 } })}
      />
    </div>
  );
}
