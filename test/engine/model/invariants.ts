import { expect } from 'vitest';
import { type Context, settleOnly } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { BookEvent, TokenEvent } from '../../../src/shared/model/event';
import type { SlotId } from '../../../src/shared/model/ids';
import { type Token, tokenSchema } from '../../../src/shared/model/token';
import * as oracle from './oracle';
import { checkQueue } from './queue-invariant';
import type { Change, World } from './world';

const isOfToken = (event: BookEvent): event is TokenEvent => 'after' in event && 'number' in event.after;
const finals = ['served', 'cancelled', 'no_show'];
const busy = ['called', 'in_consultation', 'on_hold'];

/** The book as the events make it, one after the other, without the engine's own replay. */
export function replay(book: Book, events: readonly BookEvent[]): Pick<Book, 'slots' | 'tokens' | 'status'> {
  const tokens = new Map<string, Token>(book.tokens.map((token) => [token.id, token]));
  const slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  let { status } = book;
  for (const event of events) {
    if (!('after' in event)) status = 'closed';
    else if ('number' in event.after) tokens.set(event.after.id, event.after);
    else slots.set(event.after.id, event.after);
  }
  return { slots: [...slots.values()], tokens: [...tokens.values()], status };
}

/** All that must hold after every step. */
export function checkChange(change: Change): void {
  checkSeats(change);
  checkPlaces(change.after);
  checkNumbers(change);
  checkFinals(change);
  checkEvents(change);
  checkSettled(change);
  checkQueue(change.after, change.context);
  if (change.step.do === 'undo') checkUndone(change);
}

/** The history of each book rebuilds it. */
export function checkHistory(world: World): void {
  for (const index of [0, 1] as const) {
    const rebuilt = replay(world.firsts[index], world.history[index]);
    expect({ ...world.books[index], ...rebuilt }).toEqual(world.books[index]);
  }
}

/** R1, R3, R4, R15: never too full, but for those R15 protects; never fuller than before above the limit. */
function checkSeats({ step, before, after, context }: Change): void {
  for (const slot of after.slots) {
    const was = before.slots.find((known) => known.id === slot.id);
    const [now, then] = [oracle.usedSeats(after, slot.id), oracle.usedSeats(before, slot.id)];
    const limit = oracle.seatLimit(slot, context);
    const lowered = was && (slot.capacity < was.capacity || limit < oracle.seatLimit(was, context));
    const closing = step.do === 'closeSlot' && was?.status !== slot.status;
    if (closing) expect(loose(after, slot.id, true)).toEqual([]);
    if (lowered) {
      // The settling before the command may have filled it to the old limit.
      if (now.ordinary > slot.capacity || now.all > limit) expect(loose(after, slot.id, false)).toEqual([]);
      continue;
    }
    expect(now.ordinary).toBeLessThanOrEqual(Math.max(slot.capacity, then.ordinary));
    expect(now.all).toBeLessThanOrEqual(Math.max(limit, then.all));
  }
}

/** Tokens of a slot that R15 may move. */
function loose(book: Book, slotId: SlotId, emergencies: boolean): string[] {
  return book.tokens
    .filter((token) => token.status === 'active' && token.slotId === slotId && !token.extra)
    .filter((token) => token.status === 'active' && !busy.includes(token.stage))
    .filter((token) => emergencies || !oracle.urgent(token))
    .map((token) => token.number);
}

/** Every token in exactly one place; at most one called and one in consultation (R18). */
function checkPlaces(book: Book): void {
  const slotIds = new Set(book.slots.map((slot) => slot.id));
  const doors = { called: 0, in_consultation: 0 };
  for (const token of book.tokens) {
    if (token.status === 'active' || token.status === 'served') expect(slotIds.has(token.slotId)).toBe(true);
    else expect('slotId' in token).toBe(false);
    expect('listSequence' in token).toBe(token.status === 'waiting' || token.status === 'displaced');
    if (token.status === 'active' && token.stage === 'called') doors.called += 1;
    if (token.status === 'active' && token.stage === 'in_consultation') doors.in_consultation += 1;
    if (token.status === 'active') expect(token.stage === 'booked').toBe(token.checkedInAt === null);
  }
  expect(doors.called).toBeLessThanOrEqual(1);
  expect(doors.in_consultation).toBeLessThanOrEqual(1);
  expect(new Set(book.tokens.map((token) => token.id)).size).toBe(book.tokens.length);
  const places = book.tokens.flatMap((token) => ('listSequence' in token ? [token.listSequence] : []));
  expect(new Set(places).size).toBe(places.length);
}

/** Unique within their series, gapless in issue order, never changed, never deleted. */
function checkNumbers({ before, after }: Change): void {
  const main = after.tokens.filter((token) => token.series === 'main');
  expect(main.map((token) => token.sequence)).toEqual(main.map((_, index) => index + 1));
  expect(new Set(after.tokens.map((token) => token.number)).size).toBe(after.tokens.length);
  const now = new Map(after.tokens.map((token) => [token.id, token]));
  for (const token of before.tokens) {
    expect(now.get(token.id)?.number).toBe(token.number);
    expect(now.get(token.id)?.createdAt).toBe(token.createdAt);
  }
}

/** Final statuses are final but for reinstate and undo; a correction touches the text only. */
function checkFinals({ step, before, after, tokenId }: Change): void {
  const now = new Map(after.tokens.map((token) => [token.id, token]));
  for (const token of before.tokens) {
    if (!finals.includes(token.status)) continue;
    const may = (step.do === 'reinstate' || step.do === 'undo') && tokenId === token.id;
    if (step.do === 'correct') expect(now.get(token.id)?.status).toBe(token.status);
    else if (!may) expect(now.get(token.id)).toBe(token);
  }
}

/** Each event in turn, against the state it happened in. */
function checkEvents(change: Change): void {
  const { before, context, decision } = change;
  const firstSettling = countFirstSettling(change);
  let state: oracle.State = before;
  let atStart = state;
  for (const [index, event] of decision.events.entries()) {
    if (index === firstSettling) atStart = state;
    if (isOfToken(event)) {
      const was = state.tokens.find((token) => token.id === event.after.id) ?? null;
      expect(event.before).toBe(was);
      tokenSchema.parse(event.after);
      checkMove(event, change);
      if (event.type === 'tokenPromoted') {
        checkPromotion(event, state, index < firstSettling ? state : atStart, context);
      }
      if (event.reason.code === 'gave_way') checkDisplaced(event, state, context);
      if (event.type === 'tokenIssued' || event.type === 'tokenReinstated') {
        const gone = decision.events[index - 1];
        const displaced = gone?.reason.code === 'gave_way' && gone.reason.to === event.after.id;
        checkIssued(event, displaced ? undoOne(state, gone) : state, displaced ? gone : undefined, context);
      }
      if (event.type === 'tokenNoShow') checkNoShow(event, change);
    }
    state = replay({ ...before, ...state }, [event]);
  }
  expect({ ...change.after, ...replay(before, decision.events) }).toEqual(change.after);
}

/** How many of the events were the settling before the command (R9): what settling alone would have done. */
function countFirstSettling({ before, context, step, decision }: Change): number {
  if (step.do === 'closeDay') return 0;
  const alone = settleOnly(before, undefined, context);
  const count = alone.ok ? alone.value.events.length : 0;
  if (alone.ok) expect(decision.events.slice(0, count)).toEqual(alone.value.events);
  return count;
}

function undoOne(state: oracle.State, event: BookEvent): oracle.State {
  if (!isOfToken(event) || !event.before) return state;
  const { before } = event;
  return { ...state, tokens: state.tokens.map((token) => (token.id === before.id ? before : token)) };
}

/** R6, R8, R15: nobody called, in consultation or on hold is moved, and displacements only count R5. */
function checkMove(event: TokenEvent, { step }: Change): void {
  const { before, after } = event;
  if (!before) return;
  if (before.status === 'active' && busy.includes(before.stage) && event.type !== 'tokenRestored') {
    if (after.status === 'active' || after.status === 'served') {
      expect(after.slotId).toBe(before.slotId);
      expect(after.extra).toBe(before.extra);
    } else expect(['cancelled', 'no_show']).toContain(after.status);
    if (before.stage === 'in_consultation' && after.status !== 'served') expect(after.status).toBe('active');
  }
  if (event.type === 'tokenRestored') expect(step.do).toBe('undo');
  else expect(after.displacements).toBe(before.displacements + Number(event.reason.code === 'gave_way'));
}

/** R9, R10: the seat was there, the token was allowed it, in no earlier slot, and nobody better was passed over. */
function checkPromotion(event: TokenEvent, state: oracle.State, start: oracle.State, context: Context): void {
  const { before, after, reason } = event;
  if (!before || !('listSequence' in before) || after.status !== 'active')
    throw new Error('not from the list');
  const rivals = oracle.listedIn(state).filter((other) => oracle.before(other, before, context));
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

/** R9: only emergencies displace from the list, the best first. `state` is after the victim has gone. */
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
    const asked = oracle.bound(rival, state, context.now);
    expect(oracle.urgent(rival) && (asked === null || asked === after.slotId)).toBe(false);
  }
}

/** R5, R6: who gave way was allowed to, and went to the earliest later candidate with a free seat, or the list. */
function checkDisplaced({ before, after, reason }: TokenEvent, state: oracle.State, context: Context): void {
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
}

/** R3–R8: a new or reinstated token sits where the rules say. `state`: before anybody gave way. */
function checkIssued(
  { after, reason }: TokenEvent,
  state: oracle.State,
  gone: BookEvent | undefined,
  context: Context,
): void {
  if (reason.code === 'paper_entry') return;
  const asked = after.wishedSlotId;
  const expected = oracle.expectedSeat(state, after, context, asked);
  if (!expected) {
    expect(['waiting', 'displaced']).toContain(after.status);
    return;
  }
  expect(after).toMatchObject({ status: 'active', slotId: expected.slotId, extra: false });
  expect(gone && isOfToken(gone) ? gone.after.id : undefined).toBe(expected.victim?.id);
}

/** R13, R16: only who did not come or did not answer in time; a sweep nobody seated in this same instant. */
function checkNoShow({ before, after }: TokenEvent, { step, context, before: book }: Change): void {
  if (before?.status !== 'active' || after.status !== 'no_show') throw new Error('only an active token');
  if (step.do === 'closeDay') {
    expect(before.checkedInAt).toBeNull();
    return;
  }
  if (step.do === 'sweep') expect(before.seatedAt).toBeLessThan(context.now);
  const { noShowTimeoutMinutes, maxRecalls } = context.rules;
  const slot = book.slots.find((known) => known.id === before.slotId);
  const begins = (slot?.startsAt ?? 0) + (slot?.delayMinutes ?? 0) * 60_000;
  const since = before.stage === 'booked' ? Math.max(begins, before.seatedAt) : (before.lastCalledAt ?? 0);
  expect(['booked', 'called']).toContain(before.stage);
  if (before.stage === 'called') expect(before.recalls).toBeGreaterThanOrEqual(maxRecalls);
  expect(context.now).toBeGreaterThanOrEqual(since + noShowTimeoutMinutes * 60_000);
}

/** R9: settling again changes nothing, and by the oracle nobody is left who could have a seat. */
function checkSettled({ after, context, step }: Change): void {
  const open = after.status === 'open' && after.serviceDay >= context.today;
  if (!open || step.do === 'closeDay') return;
  const again = settleOnly(after, undefined, context);
  expect(again.ok && again.value.events).toEqual([]);
  for (const token of oracle.listedIn(after)) {
    for (const slot of after.slots) {
      expect(oracle.allowed(token, slot, after, context)).toBe(false);
      const asked = oracle.bound(token, after, context.now);
      if (!oracle.urgent(token) || (asked !== null && asked !== slot.id)) continue;
      if (!context.rules.allowPreemption || !oracle.candidate(token, slot, context)) continue;
      expect(oracle.victimIn(after, slot, token, context)).toBeUndefined();
    }
  }
}

/** R23: undone exactly: the token alone, as it was. */
function checkUndone({ before, after, decision, context, tokenId }: Change): void {
  const last = decision.events.at(-1);
  if (!last || !isOfToken(last)) throw new Error('nothing was undone');
  expect(last.after.id).toBe(tokenId);
  const settled = settleOnly(before, undefined, context);
  const others = (book: Book): Token[] => book.tokens.filter((token) => token.id !== tokenId);
  expect(settled.ok && others(settled.value.book)).toEqual(others(after));
}
