import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient } from '../../../../../shared/model/privacy';
import { useCall } from '../../../data/query';
import { shortDayText } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { SettingGroup } from '../../../ui/Setting';
import { Spinner } from '../../../ui/Spinner';

const LEAST_TYPED = 3;
/** As many as main answers at most. */
const MOST_FOUND = 100;

interface Props {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly onChoose: (patient: FoundPatient) => void;
}

/** By name or phone: everybody who was ever here. */
export function FindPatient({ query, onSearch, onChoose }: Props) {
  const { t } = useTranslation('privacy');
  const [typed, setTyped] = useState(query);
  const [isShort, setShort] = useState(false);
  const found = useCall('privacy.find', query === '' ? null : { query });

  function search(): void {
    const asked = typed.trim();
    const short = asked.length < LEAST_TYPED;
    setShort(short);
    if (!short) onSearch(asked);
  }

  return (
    <SettingGroup title={t('find.title')} text={t('find.text')}>
      <form
        className="flex items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <div className="grow">
          <FieldFrame label={t('find.field')} error={isShort ? t('find.short') : null}>
            {(ids) => (
              <input
                {...ids}
                data-testid="privacy-query"
                dir="auto"
                autoComplete="off"
                value={typed}
                className={fieldLook}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </FieldFrame>
        </div>
        <Button type="submit" icon="search" data-testid="privacy-search">
          {t('find.go')}
        </Button>
      </form>
      {query !== '' && <Found {...found} onChoose={onChoose} />}
    </SettingGroup>
  );
}

interface FoundProps {
  readonly value?: readonly FoundPatient[] | undefined;
  readonly error?: { readonly message: string } | undefined;
  readonly onChoose: Props['onChoose'];
}

function Found({ value: patients, error, onChoose }: FoundProps) {
  const { t } = useTranslation('privacy');
  if (patients === undefined) {
    return error === undefined ? <Spinner /> : <p className="font-semibold text-danger">{error.message}</p>;
  }
  if (patients.length === 0) {
    return (
      <p className="text-ink-soft" role="status" data-testid="privacy-none">
        {t('find.none')}
      </p>
    );
  }
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {patients.map((patient) => (
          <li key={patient.tokenId} data-testid="privacy-patient">
            <button
              type="button"
              onClick={() => onChoose(patient)}
              className="flex w-full cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-0.5 rounded-control px-2 py-2.5 text-start hover:bg-sunken"
            >
              <bdi className="min-w-48 grow font-semibold">{patient.patientName}</bdi>
              <bdi className="figures min-w-36">{patient.patientContact || t('find.noPhone')}</bdi>
              <span className="text-small text-ink-soft">
                {t('find.visits', { count: patient.visits, day: shortDayText(patient.lastDay) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {patients.length >= MOST_FOUND && <p className="text-small text-ink-soft">{t('find.more')}</p>}
    </>
  );
}
