import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '../../../../shared/model/privacy';
import { useMay } from '../../data/who';
import { FolderLine } from '../../parts/FolderLine';
import { save } from '../../parts/settings/save';
import { SettingGroup, SettingText } from '../../ui/Setting';
import { FindPatient } from './privacy/FindPatient';
import { Visits } from './privacy/Visits';
import type { SectionProps } from './section';

const LEAST_DAYS = 30;
const MOST_DAYS = 7300;

/** What is kept of patients: saved as a file, erased, and how long it stays. */
export function PrivacySection({ settings: { privacy } }: SectionProps) {
  const { t } = useTranslation('privacy');
  const may = useMay();
  const [query, setQuery] = useState('');
  const [patient, setPatient] = useState<FoundPatient | null>(null);
  const days = privacy.eraseAfterDays;
  return (
    <>
      {patient === null ? (
        <FindPatient query={query} onSearch={setQuery} onChoose={setPatient} />
      ) : (
        <Visits patient={patient} onBack={() => setPatient(null)} />
      )}
      {may('settings.change') && (
        <SettingGroup title={t('old.title')} text={t('old.text')}>
          <SettingText
            label={t('old.label')}
            value={days === null ? '' : String(days)}
            placeholder={t('old.empty')}
            unit={t('old.unit')}
            inputMode="numeric"
            testId="privacy-days"
            className="max-w-80"
            problem={(typed) => (daysOf(typed) === undefined ? t('old.problem') : null)}
            onSave={(typed) => void save({ privacy: { eraseAfterDays: daysOf(typed) ?? null } })}
          />
        </SettingGroup>
      )}
      <SettingGroup title={t('where.title')}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5 text-pretty">
          <li>{t('where.data')}</li>
          <li>{t('where.short')}</li>
          <li>{t('where.audit')}</li>
          <li>{t('where.backups')}</li>
          <li>{t('where.files')}</li>
        </ul>
        <FolderLine folder="exports" />
      </SettingGroup>
    </>
  );
}

/** Nothing typed: null, never; undefined: no such number of days. */
function daysOf(typed: string): number | null | undefined {
  const plain = typed.trim();
  if (plain === '') return null;
  const days = /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN;
  return days >= LEAST_DAYS && days <= MOST_DAYS ? days : undefined;
}
