import { expect } from 'vitest';
import type { Context } from '../../../src/main/engine';
import type { BookEvent, TokenEvent } from '../../../src/shared/model/event';
import type { SlotId } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import { busy, isOfToken } from './events';
import * as oracle from './oracle';

/** R9, R10: the seat was there, the token was allowed it, in no earlier slot, and nobody better was passed over. */
export function checkPromotion(
  event: TokenEvent,
  state: oracle.State,
  start: oracle.State,
  context: Context,
): void {
  const { before, after, reason } = event;
  if (!before || !('listSequence' in before) || after.status !== 'active')
    throw new Error('not from the list');
  const at = oracle.lastArrival(state, context);
  const rivals = oracle.listedIn(state).filter((other) => oracle.before(other, before, at, context));
  if (reason.code === 'preempted') {
    checkPreemptedFromList(event, state, rivals, context);
    return;
  }
  const slots = oracle.inTime(state.slots);
  const freed = (slotId: SlotId): oracle.Room => {
    const slot = slots.find((known) => known.id === slotId);
    const then = start.slots.find((known) => known.id === slotId);
    if (!slot) return { ordinary: 0, emergency: 0 };
    const now = oracle.roomIn(state, slot, context);
    const was = then ? oracle.roomIn(start, then, context) : { ordinary: 0, emergency: 0 };
    return { ordinary: now.ordinary - was.ordinary, emergency: now.emergency - was.emergency };
  };
  const may = (token: typeof before, id: SlotId): boolean => {
    const slot = slots.find((known) => known.id === id);
    return slot !== undefined && oracle.allowed(token, slot, state, context, freed(id));
  };
  expect(may(before, after.slotId)).toBe(true);
  expect(rivals.filter((other) => may(other, after.slotId))).toEqual([]);
  for (const slot of slots) {
    if (slot.id === after.slotId) break;
    expect(may(before, slot.id)).toBe(false);
  }
}

/** R9: only emergencies displace from the list, the best first. */
function checkPreemptedFromList(
  { after }: TokenEvent,
  state: oracle.State,
  rivals: readonly Token[],
  context: Context,
): void {
  expect(oracle.urgent(after)).toBe(true);
  expect(context.rules.allowPreemption).toBe(true);
  if (after.status !== 'active') throw new Error('displaced somebody for nothing');
  for (const rival of rivals) {
    if (!('listSequence' in rival)) continue;
    const asked = oracle.bound(rival, state, context);
    expect(oracle.urgent(rival) && (asked === null || asked === after.slotId)).toBe(false);
  }
}

/** R5, R6: who gave way was allowed to, and went to the earliest later candidate with a free seat, or the list. */
export function checkDisplaced(
  { before, after, reason }: TokenEvent,
  state: oracle.State,
  context: Context,
): void {
  if (before?.status !== 'active' || reason.code !== 'gave_way') throw new Error('gave way without a seat');
  expect(before.displacements).toBeLessThan(context.rules.maxDisplacements);
  expect(before.slotId).toBe(reason.slotId);
  expect(oracle.urgent(before) || before.extra || busy.includes(before.stage)).toBe(false);
  const slots = oracle.inTime(state.slots);
  const later = slots.slice(slots.findIndex((slot) => slot.id === before.slotId) + 1);
  const free = later.find(
    (slot) => oracle.candidate(before, slot, context) && oracle.roomIn(state, slot, context).ordinary > 0,
  );
  if (free) expect(after).toMatchObject({ status: 'active', slotId: free.id });
  else expect(after.status).toBe('displaced');
  // R6: the place kept is of the earliest open slot it lost.
  const lost = slots.find(
    ({ id, status }) => id === before.slotId || (id === before.lostSlotId && status === 'open'),
  );
  expect(after.lostSlotId).toBe(lost?.id);
}

/** R5, R6: the right one gives way, and at once. `state`: before the seat was taken. */
export function checkVictim(
  { after }: TokenEvent,
  state: oracle.State,
  next: BookEvent | undefined,
  context: Context,
): void {
  if (after.status !== 'active') throw new Error('displaced somebody for nothing');
  const slot = state.slots.find((known) => known.id === after.slotId);
  const victim = slot && oracle.victimIn(state, slot, after, context);
  expect(victim).toBeDefined();
  expect(next && isOfToken(next) ? next.after.id : undefined).toBe(victim?.id);
  expect(next?.reason).toMatchObject({ code: 'gave_way', to: after.id, slotId: after.slotId });
}

/** R3–R8: a new or reinstated token sits where the rules say. */
export function checkIssued({ after, reason }: TokenEvent, state: oracle.State, context: Context): void {
  if (reason.code === 'paper_entry') return;
  const asked = after.wishedSlotId;
  const expected = oracle.expectedSeat(state, after, context, asked);
  if (!expected) {
    expect(['waiting', 'displaced']).toContain(after.status);
    return;
  }
  expect(after).toMatchObject({ status: 'active', slotId: expected.slotId, extra: false });
  expect(reason.code === 'preempted' ? reason.gaveWay : undefined).toBe(expected.victim?.id);
}
