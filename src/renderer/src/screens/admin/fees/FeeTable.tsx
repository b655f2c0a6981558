import { useTranslation } from 'react-i18next';
import type { FeesSettings, OwnFees } from '../../../../../shared/model/fees-settings';
import type { DoctorId } from '../../../../../shared/model/ids';
import { plainAmount } from '../../../../../shared/model/money';
import { type Source, sources } from '../../../../../shared/model/token';
import { useCall } from '../../../data/query';
import { readAmount } from '../../../parts/payments/amount';
import { save } from '../../../parts/settings/save';
import { SettingGroup, SettingText } from '../../../ui/Setting';

interface Props {
  readonly fees: FeesSettings;
  readonly currency: string;
}

/** What a visit costs: a row for everybody, and one a doctor, whose empty cells are as everybody's. */
export function FeeTable({ fees, currency }: Props) {
  const { t } = useTranslation(['payments', 'common']);
  const doctors = useCall('doctors.list', {}).value?.filter(({ active }) => active) ?? [];
  const ofDoctor = (id: DoctorId): OwnFees =>
    fees.doctors.find(({ doctorId }) => doctorId === id) ?? { doctorId: id, ...asEverybody };

  function saveOwn(own: OwnFees): void {
    const others = fees.doctors.filter(({ doctorId }) => doctorId !== own.doctorId);
    const isOwn = sources.some((source) => own[source] !== null);
    void save({ fees: { doctors: isOwn ? [...others, own] : others } });
  }

  return (
    <SettingGroup title={t('settings.fees')} text={t('settings.feesText', { currency })}>
      <div className="scroll-quiet overflow-x-auto">
        <table className="w-full min-w-[46rem] border-separate border-spacing-x-2 border-spacing-y-1.5 text-start">
          <thead>
            <tr>
              <th scope="col" className="text-start text-small font-semibold text-ink-soft">
                {t('settings.doctor')}
              </th>
              {sources.map((source) => (
                <th key={source} scope="col" className="text-start text-small font-semibold text-ink-soft">
                  {t(`common:source.${source}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row
              name={t('settings.everybody')}
              testId="fees-everybody"
              currency={currency}
              amountOf={(source) => fees.everybody[source]}
              onSave={(source, amount) =>
                void save({ fees: { everybody: { ...fees.everybody, [source]: amount ?? 0 } } })
              }
            />
            {doctors.map(({ id, name }) => (
              <Row
                key={id}
                name={name}
                testId={`fees-${name}`}
                currency={currency}
                amountOf={(source) => ofDoctor(id)[source]}
                otherwise={(source) => plainAmount(fees.everybody[source], currency)}
                onSave={(source, amount) => saveOwn({ ...ofDoctor(id), [source]: amount })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-small text-pretty text-ink-soft">{t('settings.followUp')}</p>
    </SettingGroup>
  );
}

const asEverybody = { walk_in: null, online: null, paid: null, follow_up: null, emergency: null } as const;

interface RowProps {
  readonly name: string;
  readonly testId: string;
  readonly currency: string;
  readonly amountOf: (source: Source) => number | null;
  /** What holds where nothing is written. */
  readonly otherwise?: (source: Source) => string;
  /** Null: nothing was written. */
  readonly onSave: (source: Source, amount: number | null) => void;
}

function Row({ name, testId, currency, amountOf, otherwise, onSave }: RowProps) {
  const { t } = useTranslation(['payments', 'common']);
  return (
    <tr>
      <th scope="row" className="max-w-56 text-start font-semibold">
        <bdi className="block truncate">{name}</bdi>
      </th>
      {sources.map((source) => {
        const value = amountOf(source);
        return (
          <td key={source} className="align-top">
            <SettingText
              label={t('settings.feeOf', { who: name, kind: t(`common:source.${source}`) })}
              isLabelHidden
              value={value === null ? '' : plainAmount(value, currency)}
              placeholder={otherwise?.(source)}
              inputMode="numeric"
              testId={`${testId}-${source}`}
              className="min-w-24"
              problem={(typed) => {
                const read = typed.trim() === '' ? 0 : readAmount(typed, currency);
                return typeof read === 'string' ? read : null;
              }}
              onSave={(typed) => {
                const read = typed.trim() === '' ? null : readAmount(typed, currency);
                if (typeof read !== 'string') onSave(source, read);
              }}
            />
          </td>
        );
      })}
    </tr>
  );
}
