import { useTranslation } from 'react-i18next';
import type { PatientPage } from '../../../../../shared/model/patient-page';
import { useTimeZone } from '../../../data/status';
import { dateTimeText } from '../../../i18n/format';
import { Section } from './Section';

/** Who read what is known of the patient, the latest first. */
export function Looks({ looks }: { readonly looks: PatientPage['looks'] }) {
  const { t } = useTranslation(['patient', 'common']);
  const timeZone = useTimeZone();
  return (
    <Section title={t('looks.title')}>
      {looks.length === 0 && <p className="text-small text-ink-soft">{t('looks.none')}</p>}
      <ol className="flex flex-col" data-testid="patient-looks">
        {looks.map(({ id, at, personName, deviceName, role }) => (
          <li key={id} className="flex items-baseline gap-3 text-small">
            <time className="figures w-36 shrink-0 text-ink-soft">{dateTimeText(at, timeZone)}</time>
            <bdi className="min-w-0 truncate">
              {personName ?? t(`looks.${role === 'staff' || role === 'doctor' ? role : 'other'}`)}
              {deviceName !== null && ` · ${deviceName}`}
            </bdi>
          </li>
        ))}
      </ol>
    </Section>
  );
}
