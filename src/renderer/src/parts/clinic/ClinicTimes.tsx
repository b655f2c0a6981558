import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countries } from '../../../../shared/model/country';
import type { Settings } from '../../../../shared/model/settings';
import { clockText } from '../../../../shared/model/time';
import { minuteOf } from '../../../../shared/model/typed-session';
import { SelectField } from '../../ui/SelectField';
import { SettingText } from '../../ui/Setting';
import { save } from '../settings/save';

/** By noon: a day that begins later is no day of a clinic. */
const LATEST = 12 * 60;

/** Where the clinic is: its clock, when its day turns, and its country. */
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
      <CountryField clinic={clinic} />
    </div>
  );
}

/** Of phone numbers that bear no country code. */
function CountryField({ clinic }: Pick<Settings, 'clinic'>) {
  const { t, i18n } = useTranslation('setup');
  const choices = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  return (
    <SelectField
      label={t('clinic.country')}
      value={clinic.country}
      choices={choices}
      testId="clinic-country"
      onChange={(country) => void save({ clinic: { country } })}
    />
  );
}

/** By name, as that language sorts them. */
function countryChoices(language: string): readonly { readonly key: string; readonly text: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return countries
    .map((key) => ({ key, text: names.of(key) ?? key }))
    .sort((one, other) => one.text.localeCompare(other.text, language));
}
