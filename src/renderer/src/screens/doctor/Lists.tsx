import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../shared/model/ids';
import type { ListedToken } from '../../../../shared/model/token';
import type { WaitRange } from '../../../../shared/model/wait';
import { clinicNow } from '../../data/clock';
import { i18n } from '../../i18n';
import { momentText, slotText } from '../../i18n/format';
import { StageBadge } from '../../ui/Badges';
import { Card } from '../../ui/Card';
import type { SortedBook } from './derive';
import { type RowAction, type RowTools, TokenRow } from './TokenRow';
import { type Losses, useLosses } from './useLosses';
import { heldSentence, lossText, whereSentence, whySentence } from './why';

interface Props {
  readonly sorted: SortedBook;
  readonly waits: ReadonlyMap<TokenId, WaitRange>;
  readonly tools: RowTools;
  readonly timeZone: string;
  readonly isClosed: boolean;
  /** How much of the column it takes. */
  readonly className?: string;
}

/** R18: who is here, in the order they will be called; below, who is held back. */
export function QueueList({ sorted, waits, tools, timeZone, isClosed, className }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  return (
    <Card title={t('queue')} count={sorted.queue.length} className={className ?? 'grow-[2] basis-0'}>
      <Rows testId="doctor-queue" label={t('queue')} empty={t(isClosed ? 'closedNowText' : 'queueEmpty')}>
        {sorted.queue.map(({ token, place }, index) => (
          <TokenRow
            key={token.id}
            token={token}
            line={lineOf(token, sorted) ?? whySentence(place, timeZone)}
            away={sorted.elsewhere.has(token.id)}
            tools={tools}
            wait={waits.get(token.id)}
            can={['call', 'cancel']}
            place={index + 1}
          />
        ))}
      </Rows>
      {sorted.held.length > 0 && (
        <ul
          aria-label={t('held')}
          data-testid="doctor-held"
          className="scroll-quiet max-h-[35%] shrink-0 rounded-b-card border-t-2 border-line-strong bg-sunken"
        >
          {sorted.held.map(({ token, callsToGo }) => (
            <TokenRow
              key={token.id}
              token={token}
              line={lineOf(token, sorted) ?? heldSentence({ token, callsToGo })}
              away={sorted.elsewhere.has(token.id)}
              tools={tools}
              wait={waits.get(token.id)}
              can={['call', 'cancel']}
              badge={<StageBadge stage="on_hold" />}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** R10: who has no seat, the best first. */
export function WaitingList({ sorted, waits, tools, timeZone, className }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const losses = useLosses(sorted.waiting, timeZone);
  return (
    <Card
      title={t('waiting')}
      count={sorted.waiting.length}
      {...(sorted.waiting.length > 0 && { hint: t('waitingHint') })}
      className={className ?? 'grow basis-0'}
    >
      <Rows testId="doctor-waiting" label={t('waiting')} empty={t('waitingEmpty')}>
        {sorted.waiting.map((token) => (
          <TokenRow
            key={token.id}
            token={token}
            line={lineOf(token, sorted) ?? listedLine(token, sorted, losses, timeZone)}
            away={sorted.elsewhere.has(token.id)}
            tools={tools}
            wait={waits.get(token.id)}
            can={token.checkedInAt === null ? ['checkIn', 'cancel'] : ['call', 'cancel']}
          />
        ))}
      </Rows>
    </Card>
  );
}

/** Who has a seat and is not here yet. */
export function BookedList({ sorted, waits, tools, timeZone, className }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const can: readonly RowAction[] = ['checkIn', 'noShow', 'cancel'];
  if (sorted.booked.length === 0) return null;
  return (
    <Card
      title={t('booked')}
      count={sorted.booked.length}
      {...(sorted.overdue.size > 0 && { hint: t('overdue', { count: sorted.overdue.size }) })}
      className={className ?? 'max-h-[40%] shrink-0'}
    >
      <Rows testId="doctor-booked" label={t('booked')} empty={t('bookedEmpty')}>
        {sorted.booked.map((token) => {
          const slot = sorted.slots.get(token.slotId);
          const time =
            slot === undefined ? momentText(token.seatedAt, timeZone, clinicNow()) : slotText(slot);
          const due = sorted.overdue.get(token.id);
          const by =
            due === undefined ? '' : ` · ${t('overdueAt', { time: momentText(due, timeZone, clinicNow()) })}`;
          const line = lineOf(token, sorted) ?? `${time}${by}`;
          return (
            <TokenRow
              key={token.id}
              token={token}
              line={line}
              tools={tools}
              wait={waits.get(token.id)}
              can={can}
            />
          );
        })}
      </Rows>
    </Card>
  );
}

/** Where the patient is, if with another doctor. */
function lineOf({ id }: Pick<ListedToken, 'id'>, { elsewhere }: SortedBook): string | null {
  const where = elsewhere.get(id);
  return where === undefined ? null : whereSentence(where);
}

function listedLine(token: ListedToken, sorted: SortedBook, losses: Losses, timeZone: string): string {
  const since = i18n.t('doctor:listedSince', { time: momentText(token.listedAt, timeZone, clinicNow()) });
  const lines = token.status === 'displaced' ? [lossText(token, sorted, losses)] : [];
  if (token.checkedInAt === null) lines.push(i18n.t('doctor:notHere'));
  return [...lines, since].join(' · ');
}

interface RowsProps {
  readonly testId: string;
  readonly label: string;
  readonly empty: string;
  readonly children: readonly ReactNode[];
}

function Rows({ testId, label, empty, children }: RowsProps) {
  return (
    <>
      {children.length === 0 && <p className="px-4 pb-4 text-ink-soft">{empty}</p>}
      <ul data-testid={testId} aria-label={label} className="scroll-quiet min-h-0 grow rounded-b-card">
        {children}
      </ul>
    </>
  );
}
