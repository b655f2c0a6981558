import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientId } from '../../../../../shared/model/ids';
import type { FoundPatientRow } from '../../../../../shared/model/patient-page';
import { useMay } from '../../../data/who';
import { Contact } from '../../../parts/Contact';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { useNamesakes } from '../issue/useNamesakes';

interface Props {
  readonly of: PatientId;
  readonly onLook: (row: FoundPatientRow) => void;
}

/** More are no help: another letter tells them apart. */
const MOST = 5;
const FEWEST_LETTERS = 3;

/** A row that nothing speaks for but somebody who knows: looked for, and seen beside this one as any other. */
export function OtherRow({ of, onLook }: Props) {
  const { t } = useTranslation(['patient', 'common']);
  const may = useMay();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const rows = useNamesakes([...wanted].length < FEWEST_LETTERS ? null : wanted);
  if (!may('patients.merge')) return null;
  return (
    <div className="flex flex-col gap-1">
      <FieldFrame label={t('twins.other')} error={null}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            data-testid="patient-other"
            placeholder={t('twins.otherHint')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className={fieldLook}
          />
        )}
      </FieldFrame>
      <ul className="flex flex-col divide-y divide-line" aria-live="polite">
        {rows
          .filter(({ patientId }) => patientId !== of)
          .slice(0, MOST)
          .map((row) => (
            <li key={row.patientId} className="flex items-center gap-3 py-1">
              <span className="min-w-0 grow">
                <bdi className="block truncate font-semibold">{row.name}</bdi>
                <span className="block text-small text-ink-soft">
                  <Contact text={row.contacts[0] ?? ''} /> {t('visits', { count: row.visits })}
                </span>
              </span>
              <Button
                size="small"
                className="shrink-0 whitespace-nowrap"
                aria-label={t('twins.lookAt', { name: row.name })}
                onPress={() => onLook(row)}
                data-testid={`patient-other-${row.patientId}`}
              >
                {t('twins.look')}
              </Button>
            </li>
          ))}
      </ul>
    </div>
  );
}
