import type { Slot, slotPhases } from '../../shared/model/slot';
import { type Instant, MINUTE, type ServiceDay, serviceDaySchema } from '../../shared/model/time';

export type SlotPhase = (typeof slotPhases)[number];

/** R22: when the slot really starts: its printed start plus the doctor's delay. */
export function startOf(slot: Slot): Instant {
  return slot.startsAt + slot.delayMinutes * MINUTE;
}

/** R22: when the slot really ends. */
export function endOf(slot: Slot): Instant {
  return slot.endsAt + slot.delayMinutes * MINUTE;
}

/** R2: a slot that starts exactly now is running; one that ends exactly now has ended. */
export function phaseOf(slot: Slot, now: Instant): SlotPhase {
  if (slot.status === 'closed') return 'closed';
  if (startOf(slot) > now) return 'upcoming';
  return endOf(slot) > now ? 'running' : 'ended';
}

const DAY_MS = 24 * 60 * MINUTE;

/** The service day before this one, by the calendar. */
export function dayBefore(day: ServiceDay): ServiceDay {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS);
  return serviceDaySchema.parse(before.toISOString().slice(0, 10));
}

/** Time order. Slots of a book never overlap by the printed clock, so that it settles what delays make equal. */
export function bySlotTime(a: Slot, b: Slot): number {
  return startOf(a) - startOf(b) || a.startMinute - b.startMinute;
}

/** The running slot, else the open one nearest to `at`, else any; undefined only in a book without slots (R18, R25). */
export function nearestSlot(slots: readonly Slot[], at: Instant): Slot | undefined {
  const closed = (slot: Slot): number => Number(slot.status === 'closed');
  const distance = (slot: Slot): number => Math.max(startOf(slot) - at, at - (endOf(slot) - 1), 0);
  return [...slots].sort((a, b) => closed(a) - closed(b) || distance(a) - distance(b) || bySlotTime(a, b))[0];
}
