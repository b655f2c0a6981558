import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import type { Token } from '../../../../../shared/model/token';
import { clinicNow } from '../../../data/clock';
import { useTimeZone } from '../../../data/status';
import { currentLanguage } from '../../../i18n';
import { momentText } from '../../../i18n/format';
import { show } from '../../../stores/deskView';
import { Plate } from '../../../ui/Avatar';
import { Button } from '../../../ui/Button';
import { cx } from '../../../ui/cx';
import { gutterOf } from '../../../ui/gutter';
import { Key } from '../../../ui/Key';
import { type Column, type ColumnSlot, columnOf } from './derive';
import { SlotBlock } from './SlotBlock';
import { type Shared, TokenLines } from './TokenLines';

interface Props {
  readonly view: BookView;
  /** Its place among the columns, from 0: the key that goes there. */
  readonly index: number;
  /** Which of its items Tab comes to; empty: none. */
  readonly entry: string;
  readonly isToday: boolean;
}

/** One doctor's day: slots with their seats, who is in them, the waiting list, and who is not coming. */
export const DoctorColumn = memo(function DoctorColumn({ view, index, entry, isToday }: Props) {
  const { t } = useTranslation(['desk', 'common', 'day']);
  const column = useMemo(() => columnOf(view), [view]);
  const timeZone = useTimeZone();
  const { doctor } = view;
  const shared: Shared = { column, entry, timeZone, language: currentLanguage() };
  const first = index < FIRST_COLUMNS ? column.slots.map(firstOf) : [];
  return (
    <section
      aria-label={doctor.name}
      data-board={doctor.id}
      data-testid={`desk-board-${doctor.prefix}`}
      // How wide it is does not depend on what is in it: none of its lines is measured for that.
      className="flex max-h-full w-[18rem] max-w-[24rem] shrink-0 grow flex-col rounded-card border border-line bg-page [contain:inline-size_layout]"
    >
      <Head view={view} column={column} index={index} isEntry={entry === doctor.id} isToday={isToday} />
      {/* Blocks: rows of flex boxes within each other are laid out several times each. */}
      <div className={cx('scroll-quiet min-h-0 grow space-y-1.5 p-1.5 pt-0', gutterOf(linesOf(column)))}>
        {view.status === 'closed' && (
          <div className="flex flex-wrap items-center gap-2 px-2">
            <p className="grow text-small text-ink-soft">{t('board.dayClosed')}</p>
            {view.canReopen && (
              <Button
                size="small"
                icon="return"
                onPress={() => show({ kind: 'reopen', doctorId: doctor.id, day: view.serviceDay })}
                data-testid={`desk-reopen-${doctor.prefix}`}
              >
                {t('day:reopen.button')}
              </Button>
            )}
          </div>
        )}
        {view.slots.length === 0 && (
          <p className="px-2 py-4 text-small text-ink-soft">{t('board.noSlots')}</p>
        )}
        <ul className="space-y-1.5">
          {column.slots.map((row, at) => (
            <SlotBlock key={row.slot.id} view={view} row={row} first={first[at] ?? 0} {...shared} />
          ))}
        </ul>
        <Listed
          title={t('board.waiting')}
          tokens={column.waiting}
          {...shared}
          testId={`desk-waiting-${doctor.prefix}`}
          className="border-warn bg-warn-soft/40"
        />
        <Listed
          title={t('board.unseen')}
          tokens={column.unseen}
          {...shared}
          testId={`desk-unseen-${doctor.prefix}`}
          className="border-line"
        />
        <Listed title={t('board.gone')} tokens={column.gone} {...shared} className="border-line" />
      </div>
    </section>
  );
});

function linesOf({ slots, waiting, unseen, gone }: Column): number {
  return slots.reduce((sum, { tokens }) => sum + tokens.length, waiting.length + unseen.length + gone.length);
}

/** Before it is known what is in view: so many columns from the first, and so many lines from the top of each. */
const FIRST_COLUMNS = 5;
const FIRST_LINES = 16;

/** How many lines of a slot are drawn at once: its share of a column's first ones. */
function firstOf(_: ColumnSlot, at: number, slots: readonly ColumnSlot[]): number {
  const before = slots.slice(0, at).reduce((sum, { tokens }) => sum + tokens.length, 2 * at);
  return Math.max(0, FIRST_LINES - before);
}

interface HeadProps {
  readonly view: BookView;
  readonly column: Column;
  readonly index: number;
  readonly isEntry: boolean;
  readonly isToday: boolean;
}

function Head({ view, column, index, isEntry, isToday }: HeadProps) {
  const { t } = useTranslation(['desk', 'common', 'home']);
  const { doctor, slots } = view;
  const timeZone = useTimeZone();
  const delay = Math.max(
    0,
    ...slots.filter(({ phase }) => phase !== 'ended').map((slot) => slot.delayMinutes),
  );
  return (
    <button
      type="button"
      id={`board-${doctor.id}`}
      tabIndex={isEntry ? 0 : -1}
      data-board-item="head"
      aria-haspopup="dialog"
      aria-disabled={!isToday}
      onClick={() => {
        if (isToday) show({ kind: 'doctor', doctorId: doctor.id });
      }}
      className="flex w-full shrink-0 cursor-pointer items-center gap-2.5 rounded-card p-2 text-start hover:bg-sunken aria-disabled:cursor-default"
    >
      <Plate prefix={doctor.prefix} />
      <span className="min-w-0 grow leading-tight">
        <span className="flex items-baseline gap-2">
          <bdi className="min-w-0 grow truncate font-bold">{doctor.name}</bdi>
          {index < 9 && <Key>{String(index + 1)}</Key>}
        </span>
        <span className="block truncate text-caption text-ink-soft">
          <bdi>{doctor.specialization}</bdi>
          {doctor.room !== '' && ` · ${t('common:room', { room: doctor.room })}`}
        </span>
        <span className="figures flex gap-2 text-caption font-semibold">
          {isToday && <span>{t('board.here', { count: column.here })}</span>}
          {view.breakUntil !== null ? (
            <span data-testid={`desk-break-${doctor.prefix}`} className="text-warn">
              {t('board.break', { time: momentText(view.breakUntil, timeZone, clinicNow()) })}
            </span>
          ) : (
            delay > 0 && <span className="text-warn">{t('board.late', { count: delay })}</span>
          )}
        </span>
        {!doctor.active && (
          <span data-testid={`desk-retired-${doctor.prefix}`} className="block text-caption text-warn">
            {t('home:noMorePatients')}
          </span>
        )}
      </span>
    </button>
  );
}

interface ListedProps extends Shared {
  readonly title: string;
  readonly tokens: readonly Token[];
  readonly testId?: string;
  readonly className: string;
}

function Listed({ title, tokens, testId, className, ...shared }: ListedProps) {
  if (tokens.length === 0) return null;
  return (
    <section
      aria-label={title}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      // Out of view nothing of it is laid out.
      style={{ containIntrinsicBlockSize: `auto ${2.4 + 2.75 * tokens.length}rem` }}
      className={cx('rounded-control border border-dashed p-1 [content-visibility:auto]', className)}
    >
      <h3 className="flex justify-between px-1.5 py-0.5 text-small font-bold">
        {title} <span className="figures">{tokens.length}</span>
      </h3>
      <TokenLines tokens={tokens} first={0} {...shared} />
    </section>
  );
}
