import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../shared/model/ids';
import type { WaitRange } from '../../../../shared/model/wait';
import { currentLanguage } from '../../i18n';
import { Card } from '../../ui/Card';
import { cx } from '../../ui/cx';
import { useDrawn } from '../../ui/useDrawn';
import { useInPieces } from '../../ui/useInPieces';
import type { SortedBook } from './derive';
import { BookedRow, HeldRow, QueueRow, type RowFacts, WaitingRow } from './rows';
import type { RowTools } from './TokenRow';
import { useLosses } from './useLosses';
import { lossText } from './why';

interface Props {
  readonly sorted: SortedBook;
  readonly waits: ReadonlyMap<TokenId, WaitRange>;
  readonly tools: RowTools;
  readonly marked: TokenId | null;
  readonly timeZone: string;
  readonly isClosed: boolean;
  /** How much of the column it takes. */
  readonly className?: string;
  /** It scrolls in a column as high as the window: how long it is lays out nothing around it, nor does that lay it out. */
  readonly isFramed?: boolean;
}

/** So many rows of a list are drawn before it is known which are in view. */
const FIRST = 8;
/** So many are laid out with the window, and so many together after that. */
const FIRST_THERE = 16;
const PIECE = 48;

/** R18: who is here, in the order they will be called; below, who is held back. */
export const QueueList = memo(function QueueList(props: Props) {
  const { sorted, isClosed, className, isFramed = false } = props;
  const { t } = useTranslation(['doctor', 'common']);
  return (
    <Card title={t('queue')} count={sorted.queue.length} className={className ?? 'grow-[2] basis-0'}>
      <Rows
        testId="doctor-queue"
        label={t('queue')}
        empty={t(isClosed ? 'closedNowText' : 'queueEmpty')}
        rows={sorted.queue}
        isFramed={isFramed}
      >
        {({ token, place }, index, isDrawn) => (
          <QueueRow
            key={token.id}
            token={token}
            why={place}
            place={index + 1}
            {...factsOf(token.id, isDrawn, props)}
          />
        )}
      </Rows>
      {sorted.held.length > 0 && (
        <ul
          aria-label={t('held')}
          data-testid="doctor-held"
          className="scroll-quiet max-h-[35%] shrink-0 rounded-b-card border-t-2 border-line-strong bg-sunken"
        >
          {sorted.held.map((held) => (
            <HeldRow key={held.token.id} {...held} {...factsOf(held.token.id, true, props)} />
          ))}
        </ul>
      )}
    </Card>
  );
});

/** R10: who has no seat, the best first. */
export const WaitingList = memo(function WaitingList(props: Props) {
  const { sorted, timeZone, className, isFramed = false } = props;
  const { t } = useTranslation(['doctor', 'common']);
  const losses = useLosses(sorted.waiting, timeZone);
  return (
    <Card
      title={t('waiting')}
      count={sorted.waiting.length}
      {...(sorted.waiting.length > 0 && { hint: t('waitingHint') })}
      className={className ?? 'grow basis-0'}
    >
      <Rows
        testId="doctor-waiting"
        label={t('waiting')}
        empty={t('waitingEmpty')}
        rows={sorted.waiting}
        isFramed={isFramed}
      >
        {(token, _, isDrawn) => (
          <WaitingRow
            key={token.id}
            token={token}
            loss={token.status === 'displaced' ? lossText(token, sorted, losses) : null}
            {...factsOf(token.id, isDrawn, props)}
          />
        )}
      </Rows>
    </Card>
  );
});

/** Who has a seat and is not here yet. */
export const BookedList = memo(function BookedList(props: Props) {
  const { sorted, className } = props;
  const { t } = useTranslation(['doctor', 'common']);
  if (sorted.booked.length === 0) return null;
  return (
    <Card
      title={t('booked')}
      count={sorted.booked.length}
      {...(sorted.overdue.size > 0 && { hint: t('overdue', { count: sorted.overdue.size }) })}
      className={className ?? 'max-h-[40%] shrink-0'}
    >
      <Rows testId="doctor-booked" label={t('booked')} empty={t('bookedEmpty')} rows={sorted.booked}>
        {(token, _, isDrawn) => (
          <BookedRow
            key={token.id}
            token={token}
            slot={sorted.slots.get(token.slotId)}
            due={sorted.overdue.get(token.id)}
            {...factsOf(token.id, isDrawn, props)}
          />
        )}
      </Rows>
    </Card>
  );
});

function factsOf(id: TokenId, isDrawn: boolean, { sorted, waits, marked, ...props }: Props): RowFacts {
  return {
    isDrawn,
    isMarked: id === marked,
    tools: props.tools,
    where: sorted.elsewhere.get(id),
    wait: waits.get(id),
    timeZone: props.timeZone,
    language: currentLanguage(),
  };
}

interface RowsProps<T> {
  readonly testId: string;
  readonly label: string;
  readonly empty: string;
  readonly rows: readonly T[];
  readonly isFramed?: boolean;
  readonly children: (row: T, index: number, isDrawn: boolean) => ReactNode;
}

function Rows<T>({ testId, label, empty, rows, isFramed = false, children }: RowsProps<T>) {
  const there = useInPieces(rows, FIRST_THERE, PIECE);
  const { ref, isDrawn } = useDrawn<HTMLUListElement>(there, FIRST);
  return (
    <>
      {rows.length === 0 && <p className="px-4 pb-4 text-ink-soft">{empty}</p>}
      <ul
        ref={ref}
        data-testid={testId}
        aria-label={label}
        className={cx(
          'scroll-quiet min-h-0 grow rounded-b-card',
          isFramed && 'basis-0 [contain:size_layout]',
        )}
      >
        {there.map((row, index) => children(row, index, isDrawn(index)))}
      </ul>
    </>
  );
}
