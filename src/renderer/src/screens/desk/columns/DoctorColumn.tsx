import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import type { Token } from '../../../../../shared/model/token';
import { clinicNow } from '../../../data/clock';
import { useTimeZone } from '../../../data/status';
import { momentText } from '../../../i18n/format';
import { show } from '../../../stores/deskView';
import { Plate } from '../../../ui/Avatar';
import { Button } from '../../../ui/Button';
import { cx } from '../../../ui/cx';
import { Key } from '../../../ui/Key';
import { type Column, columnOf } from './derive';
import { SlotBlock } from './SlotBlock';
import { TokenLines } from './TokenLines';

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
  const { doctor } = view;
  return (
    <section
      aria-label={doctor.name}
      data-board={doctor.id}
      data-testid={`desk-board-${doctor.prefix}`}
      className="flex max-h-full w-[18rem] max-w-[24rem] shrink-0 grow flex-col rounded-card border border-line bg-page"
    >
      <Head view={view} column={column} index={index} isEntry={entry === doctor.id} isToday={isToday} />
      <div className="scroll-quiet flex min-h-0 grow flex-col gap-1.5 p-1.5 pt-0">
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
        <ul className="flex flex-col gap-1.5">
          {column.slots.map((row) => (
            <SlotBlock key={row.slot.id} view={view} column={column} row={row} entry={entry} />
          ))}
        </ul>
        <Listed
          title={t('board.waiting')}
          tokens={column.waiting}
          column={column}
          entry={entry}
          testId={`desk-waiting-${doctor.prefix}`}
          className="border-warn bg-warn-soft/40"
        />
        <Listed
          title={t('board.unseen')}
          tokens={column.unseen}
          column={column}
          entry={entry}
          testId={`desk-unseen-${doctor.prefix}`}
          className="border-line"
        />
        <Listed
          title={t('board.gone')}
          tokens={column.gone}
          column={column}
          entry={entry}
          className="border-line"
        />
      </div>
    </section>
  );
});

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

interface ListedProps {
  readonly title: string;
  readonly tokens: readonly Token[];
  readonly column: Column;
  readonly entry: string;
  readonly testId?: string;
  readonly className: string;
}

function Listed({ title, tokens, column, entry, testId, className }: ListedProps) {
  if (tokens.length === 0) return null;
  return (
    <section
      aria-label={title}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      className={cx('rounded-control border border-dashed p-1', className)}
    >
      <h3 className="flex justify-between px-1.5 py-0.5 text-small font-bold">
        {title} <span className="figures">{tokens.length}</span>
      </h3>
      <TokenLines tokens={tokens} column={column} entry={entry} />
    </section>
  );
}
