import { memo, useRef } from 'react';
import { useDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import { type DoctorId, tokenIdSchema } from '../../../../../shared/model/ids';
import { clockText, type ServiceDay } from '../../../../../shared/model/time';
import type { ActiveToken } from '../../../../../shared/model/token';
import { slotText } from '../../../i18n/format';
import { show } from '../../../stores/deskView';
import { CapacityBar } from '../../../ui/CapacityBar';
import { cx } from '../../../ui/cx';
import { Icon } from '../../../ui/Icon';
import type { Column, ColumnSlot } from './derive';
import { TOKEN_TYPE } from './drag';
import { type Shared, TokenLines } from './TokenLines';

interface Props extends Shared {
  readonly view: BookView;
  readonly row: ColumnSlot;
  /** How many of its lines are drawn at once. */
  readonly first: number;
}

/** One slot of a column: its time and seats, and who still has one. Tokens of this doctor can be dropped on it. */
export const SlotBlock = memo(function SlotBlock({ view, row, first, ...shared }: Props) {
  const { slot, tokens, served } = row;
  const ref = useRef<HTMLLIElement | null>(null);
  const over = slot.phase === 'ended' || slot.phase === 'closed';
  const { dropProps, isDropTarget } = useDrop({
    ref,
    isDisabled: over,
    getDropOperation: (types) => (types.has(TOKEN_TYPE) ? 'move' : 'cancel'),
    onDrop: ({ items }) => {
      const [item] = items;
      if (item?.kind !== 'text') return;
      void item.getText(TOKEN_TYPE).then((id) => {
        const tokenId = tokenIdSchema.safeParse(id);
        if (tokenId.success) show({ kind: 'drop', tokenId: tokenId.data, slotId: slot.id });
      });
    },
  });

  return (
    <li
      {...dropProps}
      ref={ref}
      // Out of view nothing of it is laid out.
      style={{ containIntrinsicBlockSize: `auto ${3.6 + 2.75 * tokens.length}rem` }}
      data-testid={`desk-slot-${view.doctor.prefix}-${clockText(slot.startMinute)}`}
      className={cx(
        'rounded-control border bg-surface p-1 [content-visibility:auto]',
        slot.phase === 'running' ? 'border-accent' : 'border-line',
        over && tokens.length === 0 && 'bg-transparent',
        isDropTarget && 'bg-accent-soft outline-3 outline-accent',
      )}
    >
      <SlotHead
        slot={slot}
        served={served}
        doctorId={view.doctor.id}
        day={view.serviceDay}
        isEntry={shared.entry === slot.id}
      />
      {tokens.length > 0 && <TokenLines tokens={tokens} first={first} label={slotText(slot)} {...shared} />}
    </li>
  );
}, saysTheSame);

/** Whether nothing that the slot says has changed: nearly every update of a book is about one of its slots. */
function saysTheSame(before: Props, after: Props): boolean {
  const [known, row] = [before.row, after.row];
  return (
    known.slot === row.slot &&
    known.served === row.served &&
    before.view.doctor === after.view.doctor &&
    before.view.serviceDay === after.view.serviceDay &&
    before.entry === after.entry &&
    before.timeZone === after.timeZone &&
    before.language === after.language &&
    known.tokens.length === row.tokens.length &&
    row.tokens.every(
      (token, at) => token === known.tokens[at] && isSaidTheSame(token, before.column, after.column),
    )
  );
}

/** Whether the same is said beside a token; who lost a seat names another slot. */
function isSaidTheSame({ id, lostSlotId }: ActiveToken, before: Column, after: Column): boolean {
  return (
    lostSlotId === null &&
    before.waits.get(id) === after.waits.get(id) &&
    before.callsToGo.get(id) === after.callsToGo.get(id) &&
    before.elsewhere.get(id) === after.elsewhere.get(id)
  );
}

interface HeadProps {
  readonly slot: ColumnSlot['slot'];
  readonly served: number;
  readonly doctorId: DoctorId;
  readonly day: ServiceDay;
  readonly isEntry: boolean;
}

/** Its time and seats. */
const SlotHead = memo(function SlotHead({ slot, served, doctorId, day, isEntry }: HeadProps) {
  const { t } = useTranslation(['desk', 'common']);
  const over = slot.phase === 'ended' || slot.phase === 'closed';
  const above = Math.max(0, slot.used - slot.capacity);
  return (
    <button
      type="button"
      id={`board-${slot.id}`}
      tabIndex={isEntry ? 0 : -1}
      data-board-item="slot"
      aria-haspopup="dialog"
      onClick={() => show({ kind: 'slot', doctorId, slotId: slot.id, day })}
      className="flex w-full cursor-pointer flex-col gap-1 rounded-small px-1.5 py-1 text-start hover:bg-sunken"
    >
      <span className="figures flex w-full items-baseline gap-2">
        <span className={cx('text-small font-bold whitespace-nowrap', over && 'text-ink-soft')}>
          {slotText(slot)}
        </span>
        <span className="ms-auto text-small font-bold">
          {slot.used}/{slot.capacity}
        </span>
      </span>
      <CapacityBar
        used={slot.used}
        capacity={slot.capacity}
        overflowSeats={slot.overflowSeats}
        className={cx('w-full', over && 'opacity-60')}
      />
      <span className="figures flex w-full flex-wrap gap-x-2 text-[0.72rem] leading-tight text-ink-soft">
        {slot.phase !== 'upcoming' && (
          <span className={cx('font-bold', slot.phase === 'running' && 'text-accent')}>
            {t(`slot.phase.${slot.phase}`)}
          </span>
        )}
        {served > 0 && <span>{t('slot.served', { count: served })}</span>}
        {above > 0 && (
          <span className="font-bold text-danger">
            {t('slot.overflow', { used: above, seats: slot.overflowSeats })}
          </span>
        )}
        {slot.extras > 0 && <span>{t('slot.extras', { count: slot.extras })}</span>}
        {slot.delayMinutes > 0 && (
          <span className="flex items-center gap-0.5 font-bold text-warn">
            <Icon name="clock" className="size-3" />
            {t('board.late', { count: slot.delayMinutes })}
          </span>
        )}
      </span>
    </button>
  );
});
