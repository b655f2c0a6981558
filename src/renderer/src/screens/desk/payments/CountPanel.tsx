import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyWays, type PaymentDay, paymentWays } from '../../../../../shared/model/payment';
import { type ServiceDay, serviceDaySchema } from '../../../../../shared/model/time';
import { useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { i18n } from '../../../i18n';
import { staffErrorText } from '../../../i18n/errors';
import { dateTimeText, dayText } from '../../../i18n/format';
import { moneyText } from '../../../i18n/money';
import { FolderLine } from '../../../parts/FolderLine';
import { closeOverlay } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { Overlay } from '../../../ui/Overlay';
import { Spinner } from '../../../ui/Spinner';
import { CountForm } from './CountForm';
import { differenceText } from './difference';

interface Props {
  readonly today: ServiceDay;
  readonly timeZone: string;
}

/** F10: what was paid on a day, by person and way, beside what is in the drawer. */
export function CountPanel({ today, timeZone }: Props) {
  const { t } = useTranslation(['payments', 'common']);
  const [day, setDay] = useState(today);
  const { value, error } = useCall('payments.day', { serviceDay: day });
  const [file, setFile] = useState<string | null>(null);
  const command = useCommand();
  const may = useMay();
  return (
    <Overlay
      title={t('count.title', { day: dayText(day) })}
      closeLabel={t('close')}
      place="center"
      width="wide"
      testId="desk-count"
      onClose={closeOverlay}
    >
      <div className="flex flex-wrap items-end gap-3">
        <FieldFrame label={t('count.day')} error={null}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              max={today}
              value={day}
              data-testid="desk-count-day"
              className={`${fieldLook} figures`}
              onChange={(event) =>
                setDay(serviceDaySchema.safeParse(event.currentTarget.value).data ?? today)
              }
            />
          )}
        </FieldFrame>
        {may('payments.export') && (
          <Button
            icon="folder"
            busy={command.busy}
            onPress={() =>
              void command.runBare(
                'payments.export',
                { from: monthOf(day), to: day },
                {
                  done: ({ rows }) => i18n.t('payments:said.exported', { count: rows }),
                  after: ({ path }) => setFile(path),
                },
              )
            }
            data-testid="desk-count-export"
          >
            {t('count.export')}
          </Button>
        )}
      </div>
      {file !== null && <FolderLine folder="exports" file={file} />}
      {error !== undefined && <Alert tone="danger" title={staffErrorText(error)} />}
      {value === undefined && error === undefined && <Spinner />}
      {value !== undefined && <Day key={day} day={value} timeZone={timeZone} />}
    </Overlay>
  );
}

/** The first of the month: what an accountant asks for is a month as it stands. */
const monthOf = (day: ServiceDay): ServiceDay => `${day.slice(0, 8)}01` as ServiceDay;

function Day({ day, timeZone }: { readonly day: PaymentDay; readonly timeZone: string }) {
  const { t } = useTranslation(['payments', 'common']);
  const may = useMay();
  const { currency, all, people, receipts, counts } = day;
  return (
    <>
      {all.sums.rows === 0 ? (
        <EmptyState icon="purse" title={t('count.none')} />
      ) : (
        <p className="text-small text-ink-soft">
          {receipts !== null && t('count.receipts', { ...receipts, count: all.sums.rows })}
        </p>
      )}
      {all.sums.rows > 0 && (
        <div className="scroll-quiet overflow-x-auto">
          <table className="figures w-full border-collapse text-end" data-testid="desk-count-table">
            <thead>
              <tr className="text-small text-ink-soft">
                <th scope="col" className="py-1 text-start">
                  {t('count.who')}
                </th>
                {paymentWays.map((way) => (
                  <th key={way} scope="col" className="px-2 py-1">
                    {t(`way.${way}`)}
                  </th>
                ))}
                <th scope="col" className="px-2 py-1">
                  {t('count.money')}
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ personId, personName, sums }) => (
                <Sums
                  key={personId ?? ''}
                  name={personName ?? t('count.nobody')}
                  sums={sums}
                  currency={currency}
                />
              ))}
            </tbody>
            <tfoot className="border-t-2 border-line-strong font-bold">
              <Sums name={t('count.all')} sums={all.sums} currency={currency} />
            </tfoot>
          </table>
        </div>
      )}
      {day.on && may('payments.count') && <CountForm day={day} />}
      {counts.length > 0 && (
        <ul aria-label={t('count.counts')} className="flex flex-col">
          {counts.map((count) => (
            <li key={count.id} data-testid="desk-count-row" className="border-t border-line py-2 text-small">
              <strong className="figures">
                {t(`count.kind.${count.kind}`)} {moneyText(count.amount, currency)}
              </strong>
              {count.kind === 'count' && (
                <span
                  className={count.amount === count.expected ? 'text-success' : 'font-semibold text-warn'}
                >
                  {' · '}
                  {differenceText(count.amount - count.expected, currency)}
                </span>
              )}
              <span className="text-ink-soft">
                {' · '}
                {[
                  count.personName ?? t('count.all'),
                  dateTimeText(count.at, timeZone),
                  count.byName,
                  count.reasonText,
                ]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="text-small text-pretty text-ink-soft">{t('count.only')}</p>
    </>
  );
}

interface SumsProps {
  readonly name: string;
  readonly sums: PaymentDay['all']['sums'];
  readonly currency: string;
}

function Sums({ name, sums, currency }: SumsProps) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="max-w-48 py-1.5 text-start font-semibold">
        <bdi className="block truncate">{name}</bdi>
      </th>
      {[...moneyWays, 'waived' as const, 'money' as const].map((way) => (
        <td key={way} className="px-2 py-1.5">
          {moneyText(sums[way], currency)}
        </td>
      ))}
    </tr>
  );
}
