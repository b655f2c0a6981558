import type { Book } from '../../shared/model/book';
import type { SlotView } from '../../shared/model/slot';
import type { Context } from './context';
import { Draft } from './draft';
import { findFreeSeat } from './place';
import { phaseOf } from './timing';

/** The slots of a book in time order, with what is used and free in each. */
export function viewSlots(book: Book, context: Context): SlotView[] {
  return viewOf(new Draft(book, context));
}

function viewOf(draft: Draft): SlotView[] {
  const extras = new Map<string, number>();
  for (const token of draft.tokens.values()) {
    if ((token.status === 'active' || token.status === 'served') && token.extra) {
      extras.set(token.slotId, (extras.get(token.slotId) ?? 0) + 1);
    }
  }
  return draft.slots.map((slot) => ({
    ...slot,
    phase: phaseOf(slot, draft.now),
    used: draft.used(slot.id),
    emergencies: draft.emergencies(slot.id),
    extras: extras.get(slot.id) ?? 0,
    free: Math.max(0, slot.capacity - draft.used(slot.id)),
    overflowSeats: draft.overflow(slot),
  }));
}

/** R3: the slot a walk-in who is here would get now; undefined: none, it would wait. */
export function nextWalkInSlot(book: Book, context: Context): SlotView | undefined {
  const walkIn = {
    source: 'walk_in',
    priority: 4,
    checkedInAt: context.now,
    wishedSlotId: null,
  } as const;
  const draft = new Draft(book, context);
  const seat = findFreeSeat(draft, walkIn, { slots: draft.slots });
  return seat && viewOf(draft).find((slot) => slot.id === seat.slot.id);
}
