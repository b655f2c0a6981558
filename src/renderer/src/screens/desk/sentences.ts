import type { Preview } from '../../../../shared/model/preview';
import type { SlotView } from '../../../../shared/model/slot';
import { isOpen, type Token } from '../../../../shared/model/token';
import { timeZoneNow } from '../../data/status';
import { i18n } from '../../i18n';
import { dayText, slotText } from '../../i18n/format';
import { waitText } from '../../i18n/waits';

type Times = Pick<SlotView, 'startMinute' | 'endMinute'>;
type Moved = Preview['moved'][number];

/** Where a token would be: `9:00 – 10:00 am with Dr Rao, seat 7 of 8, about 35–50 min`. */
export function placeSentence(preview: Preview, day: string | null): string {
  const { doctor, seat, wait } = preview;
  const parts: string[] = [];
  if (day !== null) parts.push(dayText(day));
  if (seat === null) parts.push(i18n.t('desk:preview.list', { doctor: doctor.name }));
  else {
    parts.push(i18n.t('desk:preview.slot', { slot: slotText(seat), doctor: doctor.name }));
    const above = seat.place - seat.capacity;
    parts.push(
      above > 0
        ? i18n.t('desk:preview.overflow', { place: above })
        : i18n.t('desk:preview.seat', { place: seat.place, capacity: seat.capacity }),
    );
  }
  if (wait !== null && !preview.warnings.includes('hours_over')) parts.push(waitText(wait, timeZoneNow()));
  return parts.join(', ');
}

/** `10:00 – 11:00 am`, or the waiting list. */
export function whereText(slot: Times | null): string {
  return slot === null ? i18n.t('desk:preview.onList') : slotText(slot);
}

/** The same of a token: one that is over waits for no seat any more. */
export function whereOfToken(token: Token, slot: Times | null): string {
  return slot === null && !isOpen(token) ? i18n.t('desk:token.noSlot') : whereText(slot);
}

/** What becomes of somebody else: `from 10–11 to the waiting list`. */
export function movedText({ from, to, status }: Moved): string {
  if (status === 'cancelled' || status === 'no_show') return i18n.t(`desk:status.${status}`);
  if (to !== null && from === null) return i18n.t('desk:preview.gets', { to: whereText(to) });
  return i18n.t('desk:preview.moves', { from: whereText(from), to: whereText(to) });
}

/** Where the patient is, or what became of the token. */
export function standingText(token: Token): string {
  switch (token.status) {
    case 'active':
      return i18n.t(`common:stage.${token.stage}`);
    case 'waiting':
      return i18n.t(token.checkedInAt === null ? 'common:stage.booked' : 'common:stage.checked_in');
    case 'cancelled':
      return i18n.t(`desk:cancelled.${token.cancelReason}`);
    default:
      return i18n.t(`desk:status.${token.status}`);
  }
}
