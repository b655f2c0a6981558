import type { Book } from '../../../shared/model/book';
import type { Stretch } from '../../../shared/model/calendar';
import type { SlotEvent } from '../../../shared/model/event';
import type { SlotId } from '../../../shared/model/ids';
import type { Reason } from '../../../shared/model/reason';
import type { Slot } from '../../../shared/model/slot';
import { ok, type Result } from '../../../shared/result';
import type { Context } from '../context';
import { overlaps, type PlannedDay, type PlannedSlot } from '../day-plan';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { giveUpSeats, overfullBy } from '../shrink';
import { endOf, startOf } from '../timing';
import { delayBefore } from './slots';

/** A slot of the new plan with its instants, and the id it gets if the book has none like it. */
type NewSlot = PlannedSlot & Pick<Slot, 'id' | 'startsAt' | 'endsAt'>;

export interface ReplanRequest {
  /** What the day was planned as, and what it is from now on. */
  readonly before: PlannedDay;
  readonly after: Omit<PlannedDay, 'slots'> & { readonly slots: readonly NewSlot[] };
  /** All that ever happened to the slots of this book, oldest first: it tells what staff did by hand. */
  readonly past: readonly SlotEvent[];
}

const byPlan = { code: 'plan_changed', rule: 'R34' } as const satisfies Reason;

/**
 * R34: the plan of a day that has a book already changed. Only what differs between the plans is done: slots that fall
 * away close (R15), those with other seats change (R15), those that are new are added, those that come back open again.
 * What staff did by hand to a slot of that day stays, but where leave or a closure newly covers it. A slot that is over is
 * never touched, nor one that runs, unless leave or a closure says so. Errors: CONFLICT on a closed or past book.
 */
export function replan(book: Book, request: ReplanRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const hand = handOf(request.past);
    const closing = draft.slots.filter((slot) => fallsAway(draft, slot, request));
    // All at once, so that nobody is moved into one that closes too.
    for (const slot of closing) draft.recordSlot('slotClosed', { ...slot, status: 'closed' }, byPlan);
    const shrinking = draft.slots.flatMap((slot) => {
      const seats = newSeats(draft, slot, request);
      if (!seats) return [];
      const after = { ...slot, ...seats };
      draft.recordSlot('slotChanged', after, byPlan);
      return [after];
    });
    for (const slot of draft.slots) {
      if (comesBack(draft, slot, request, hand)) {
        draft.recordSlot(
          'slotReopened',
          { ...slot, status: 'open', ...seatsBack(slot, request, hand) },
          byPlan,
        );
      }
    }
    for (const slot of request.after.slots) addIfNew(draft, slot, request);
    for (const slot of closing) {
      giveUpSeats(draft, slot, { code: 'slot_closed', rule: 'R34', slotId: slot.id }, 'all');
    }
    for (const slot of shrinking) {
      const reason = { code: 'slot_shrunk', rule: 'R34', slotId: slot.id } as const;
      giveUpSeats(draft, slot, reason, overfullBy(draft, slot));
    }
    return ok({});
  });
}

/** What staff did to slots of this day themselves, and what the plan closed. */
interface Hand {
  readonly added: ReadonlySet<SlotId>;
  readonly changed: ReadonlySet<SlotId>;
  /** Closed by the plan, and not opened or closed by anybody since. */
  readonly closedByPlan: ReadonlySet<SlotId>;
}

function handOf(past: readonly SlotEvent[]): Hand {
  const [added, changed, closedByPlan] = [new Set<SlotId>(), new Set<SlotId>(), new Set<SlotId>()];
  for (const { type, after, reason } of past) {
    const isByPlan = reason.rule === 'R34';
    if (type === 'slotAdded' && !isByPlan) added.add(after.id);
    if (type === 'slotChanged' && !isByPlan) changed.add(after.id);
    if (type === 'slotClosed' && isByPlan) closedByPlan.add(after.id);
    if ((type === 'slotClosed' && !isByPlan) || type === 'slotReopened') closedByPlan.delete(after.id);
  }
  return { added, changed, closedByPlan };
}

const isLike = (one: Stretch, other: Stretch): boolean =>
  one.startMinute === other.startMinute && one.endMinute === other.endMinute;

/** What a plan has at these times, if the doctor is there. */
function plannedAs(plan: Pick<PlannedDay, 'slots'>, slot: Stretch): PlannedSlot | undefined {
  return plan.slots.find((planned) => !planned.isAway && isLike(planned, slot));
}

const isCovered = ({ away }: Pick<PlannedDay, 'away'>, slot: Stretch): boolean =>
  away.some((stretch) => overlaps(stretch, slot));

function fallsAway(draft: Draft, slot: Slot, { before, after }: ReplanRequest): boolean {
  if (slot.status === 'closed' || endOf(slot) <= draft.now) return false;
  if (isCovered(after, slot) && !isCovered(before, slot)) return true;
  const isGone = plannedAs(before, slot) !== undefined && plannedAs(after, slot) === undefined;
  return isGone && startOf(slot) > draft.now;
}

/** Other seats for a slot that both plans have, where they are still what the old one said; undefined: it keeps its own. */
function newSeats(
  draft: Draft,
  slot: Slot,
  { before, after }: ReplanRequest,
): Pick<Slot, 'capacity' | 'overflow'> | undefined {
  if (slot.status === 'closed' || startOf(slot) <= draft.now) return undefined;
  const [was, is] = [plannedAs(before, slot), plannedAs(after, slot)];
  if (!was || !is) return undefined;
  const capacity = slot.capacity === was.capacity ? is.capacity : slot.capacity;
  const overflow = slot.overflow === was.overflow ? is.overflow : slot.overflow;
  const isSame = capacity === slot.capacity && overflow === slot.overflow;
  return isSame ? undefined : { capacity, overflow };
}

/** A closed slot opens again where the plan closed it and has it now, or nothing covers what staff had added. */
function comesBack(draft: Draft, slot: Slot, { before, after }: ReplanRequest, hand: Hand): boolean {
  if (slot.status === 'open' || endOf(slot) <= draft.now) return false;
  if (draft.slots.some((other) => other.status === 'open' && overlaps(other, slot))) return false;
  const isPlanned = plannedAs(after, slot) !== undefined && plannedAs(before, slot) === undefined;
  if (hand.closedByPlan.has(slot.id)) {
    const isFree = isCovered(before, slot) && !isCovered(after, slot);
    return isPlanned || (hand.added.has(slot.id) && isFree);
  }
  // Closed by hand: it stays so, but for a session that was not planned then at all.
  return isPlanned && !before.slots.some((planned) => isLike(planned, slot));
}

function seatsBack(slot: Slot, { after }: ReplanRequest, hand: Hand): Pick<Slot, 'capacity' | 'overflow'> {
  const planned = hand.changed.has(slot.id) ? undefined : plannedAs(after, slot);
  const { capacity, overflow } = planned ?? slot;
  return { capacity, overflow };
}

/** R15: what the new plan has and the book has not; what staff have put there meanwhile goes before it. */
function addIfNew(draft: Draft, planned: NewSlot, { before }: ReplanRequest): void {
  const { id, startMinute, endMinute, startsAt, endsAt, capacity, overflow } = planned;
  if (planned.isAway || plannedAs(before, planned)) return;
  const isThere = (slot: Slot): boolean =>
    isLike(slot, planned) || (slot.status === 'open' && overlaps(slot, planned));
  if (draft.slots.some(isThere)) return;
  const plain = { id, startMinute, endMinute, startsAt, endsAt, capacity, overflow } as const;
  const slot: Slot = { ...plain, status: 'open', delayMinutes: 0 };
  const added = { ...slot, delayMinutes: delayBefore(draft, slot) };
  if (endOf(added) > draft.now) draft.recordSlot('slotAdded', added, byPlan);
}
