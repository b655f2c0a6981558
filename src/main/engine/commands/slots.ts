import type { Book } from '../../../shared/model/book';
import type { SlotId } from '../../../shared/model/ids';
import type { Reason } from '../../../shared/model/reason';
import { type Slot, slotSchema } from '../../../shared/model/slot';
import { fail, ok, type Result } from '../../../shared/result';
import { checked } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { giveUpSeats, overfullBy } from '../shrink';
import { endOf } from '../timing';

const byStaff = { code: 'asked_by_staff', rule: 'R15' } as const satisfies Reason;

/** The printed times as minutes of the day and as instants: only the caller knows the time zone. */
export interface AddSlotRequest
  extends Pick<Slot, 'id' | 'startMinute' | 'endMinute' | 'startsAt' | 'endsAt' | 'capacity'> {
  /** Seats above capacity for emergencies; null or nothing: as the settings say (R4). */
  readonly overflow?: number | null | undefined;
}

/**
 * R15: one more slot. A doctor who is late in the slot printed before it (R22) is as late in this one.
 * Errors: INVALID_INPUT (end before start, not within the service day (R2), capacity outside 0–500), CONFLICT
 * (overlaps another, over already).
 */
export function addSlot(book: Book, request: AddSlotRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const { id, startMinute, endMinute, startsAt, endsAt, capacity, overflow = null } = request;
    const times = { startMinute, endMinute, startsAt, endsAt };
    const plain = { id, ...times, capacity, overflow, status: 'open', delayMinutes: 0 } as const;
    const valid = checked(slotSchema, plain, 'slot');
    if (!valid.ok) return valid;
    const slot = { ...valid.value, delayMinutes: delayBefore(draft, valid.value) };
    const fits = checkTimes(draft, slot);
    if (!fits.ok) return fits;
    draft.recordSlot('slotAdded', slot, byStaff);
    return ok({});
  });
}

export interface ChangeSlotRequest {
  readonly slotId: SlotId;
  readonly capacity?: number | undefined;
  /** null: as the settings say. */
  readonly overflow?: number | null | undefined;
}

/**
 * R15: more or fewer seats. Lowered, the fewest give up theirs, in R6's order.
 * Errors: NOT_FOUND, INVALID_INPUT (outside 0–500), CONFLICT (the slot is over).
 */
export function changeSlot(book: Book, request: ChangeSlotRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = slotNotOver(draft, request.slotId);
    if (!found.ok) return found;
    const before = found.value;
    const { capacity = before.capacity, overflow = before.overflow } = request;
    const valid = checked(slotSchema, { ...before, capacity, overflow }, 'slot');
    if (!valid.ok) return valid;
    const after = valid.value;
    if (after.capacity === before.capacity && after.overflow === before.overflow) return ok({});
    draft.recordSlot('slotChanged', after, byStaff);
    const lowered =
      after.capacity < before.capacity || draft.seatsWithOverflow(after) < draft.seatsWithOverflow(before);
    if (lowered) {
      giveUpSeats(
        draft,
        after,
        { code: 'slot_shrunk', rule: 'R15', slotId: after.id },
        overfullBy(draft, after),
      );
    }
    return ok({});
  });
}

/** R15: everybody who can still be moved gives up the seat. Errors: NOT_FOUND, CONFLICT (over, or closed already). */
export function closeSlot(book: Book, request: { slotId: SlotId }, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = slotNotOver(draft, request.slotId);
    if (!found.ok) return found;
    const slot = found.value;
    if (slot.status === 'closed') return conflict('That slot is closed already.', slot);
    draft.recordSlot('slotClosed', { ...slot, status: 'closed' }, byStaff);
    giveUpSeats(draft, slot, { code: 'slot_closed', rule: 'R15', slotId: slot.id }, 'all');
    return ok({});
  });
}

/** R15: open again; R9 fills it. Errors: NOT_FOUND, CONFLICT (over, not closed, or another slot has its time). */
export function reopenSlot(book: Book, request: { slotId: SlotId }, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = slotNotOver(draft, request.slotId);
    if (!found.ok) return found;
    const slot = found.value;
    if (slot.status === 'open') return conflict('That slot is open.', slot);
    const other = draft.slots.find((known) => known.status === 'open' && overlap(known, slot));
    if (other) return conflict('There is another slot at that time now.', other);
    draft.recordSlot('slotReopened', { ...slot, status: 'open' }, byStaff);
    return ok({});
  });
}

function slotNotOver(draft: Draft, slotId: SlotId): Result<Slot> {
  const slot = draft.slot(slotId);
  if (!slot) return fail('NOT_FOUND', 'This doctor has no such slot on that day.', { rule: 'R15', slotId });
  return endOf(slot) > draft.now ? ok(slot) : conflict('That slot is over.', slot);
}

function checkTimes(draft: Draft, slot: Slot): Result<null> {
  const { id, startMinute, endMinute, startsAt, endsAt } = slot;
  if (endMinute <= startMinute || endsAt <= startsAt) {
    return fail('INVALID_INPUT', 'A slot must end after it starts.', { rule: 'R15', startMinute, endMinute });
  }
  const dayStart = draft.context.dayStartsAtMinute ?? 0;
  if (startMinute < dayStart || endMinute > dayStart + DAY_MINUTES) {
    return fail('INVALID_INPUT', 'A slot must lie within the clinic’s day.', {
      rule: 'R2',
      startMinute,
      endMinute,
    });
  }
  if (draft.slot(id)) return conflict('There is a slot with that id already.', slot);
  if (endOf(slot) <= draft.now) return conflict('That time is over.', slot);
  const other = draft.slots.find((known) => overlap(known, slot));
  if (!other) return ok(null);
  return fail('CONFLICT', 'That slot overlaps another.', { rule: 'R15', slotId: other.id });
}

function overlap(a: Slot, b: Slot): boolean {
  const byClock = a.startMinute < b.endMinute && b.startMinute < a.endMinute;
  return byClock || (a.startsAt < b.endsAt && b.startsAt < a.endsAt);
}

const DAY_MINUTES = 24 * 60;

/** R15: the delay of the slot printed before this one. */
export function delayBefore(draft: Draft, slot: Slot): number {
  const byPrint = [...draft.slots].sort((a, b) => a.startsAt - b.startsAt);
  return byPrint.findLast((known) => known.startsAt < slot.startsAt)?.delayMinutes ?? 0;
}

function conflict(message: string, slot: Slot): Result<never> {
  return fail('CONFLICT', message, { rule: 'R15', slotId: slot.id });
}
