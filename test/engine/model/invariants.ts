import { expect } from 'vitest';
import { type Context, doctorQueue, settleOnly } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { type BookEvent, isSlotEvent, type TokenEvent } from '../../../src/shared/model/event';
import type { SlotId } from '../../../src/shared/model/ids';
import { isOpen, type Token, tokenSchema } from '../../../src/shared/model/token';
import { queueOf } from './call-order';
import { busy, isOfToken } from './events';
import * as oracle from './oracle';
import { checkArrivals, checkJustHeld, checkQueue } from './queue-invariant';
import { checkDisplaced, checkIssued, checkPromotion, checkVictim } from './seats-given';
import { checkDoor, checkHeld, checkNoShow } from './silence';
import { checkPlainAgain, checkTakenBack } from './taken-back';
import type { Change, World } from './world';

const finals = ['served', 'cancelled', 'no_show'];

/** The book as the events make it, one after the other, without the engine's own replay. */
export function replay(
  book: Book,
  events: readonly BookEvent[],
): Pick<Book, 'slots' | 'tokens' | 'status' | 'breakUntil' | 'breakGivesBack' | 'reopenedAt'> {
  const tokens = new Map<string, Token>(book.tokens.map((token) => [token.id, token]));
  const slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  let { status, breakUntil, breakGivesBack, reopenedAt } = book;
  for (const event of events) {
    if (event.type === 'bookClosed') status = 'closed';
    else if (event.type === 'bookReopened') [status, reopenedAt] = ['open', event.at];
    else if (event.type === 'breakChanged') [breakUntil, breakGivesBack] = [event.until, event.givesBack];
    else if (isOfToken(event)) tokens.set(event.after.id, event.after);
    else if (isSlotEvent(event)) slots.set(event.after.id, event.after);
  }
  const days = { status, breakUntil, breakGivesBack, reopenedAt };
  return { slots: [...slots.values()], tokens: [...tokens.values()], ...days };
}

/** All that must hold after every step. */
export function checkChange(change: Change, context: Context): void {
  checkSeats(change);
  checkPlaces(change.after);
  checkNumbers(change);
  checkFinals(change);
  checkEvents(change);
  checkSettled(change);
  checkQueue(change.after, change.other, context);
  checkJustHeld(change);
  checkArrivals(change);
  checkTakenBack(change);
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
  // R28: exactly as they were, however the settings are by now.
  if (step.do === 'reopenDay') return;
  for (const slot of after.slots) {
    const was = before.slots.find((known) => known.id === slot.id);
    const [now, then] = [oracle.usedSeats(after, slot.id), oracle.usedSeats(before, slot.id)];
    const limit = oracle.seatLimit(slot, context);
    const lowered = was && (slot.capacity < was.capacity || limit < oracle.seatLimit(was, context));
    const closes = step.do === 'closeSlot' || step.do === 'leaveEarly';
    const closing = closes && was?.status === 'open' && slot.status === 'closed';
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
export function checkPlaces(book: Book): void {
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
}

/** Unique within their series, gapless in issue order, never changed, never deleted. */
function checkNumbers({ step, before, after }: Change): void {
  const main = after.tokens.filter((token) => token.series === 'main');
  expect(main.map((token) => token.sequence)).toEqual(main.map((_, index) => index + 1));
  expect(new Set(after.tokens.map((token) => token.number)).size).toBe(after.tokens.length);
  const now = new Map(after.tokens.map((token) => [token.id, token]));
  for (const token of before.tokens) {
    expect(now.get(token.id)?.number).toBe(token.number);
    if (!isEnteredAgain(step, token)) expect(now.get(token.id)?.createdAt).toBe(token.createdAt);
  }
}

/** R25: paper whose entry was taken back is the same token once more, as it says now. */
function isEnteredAgain(step: Change['step'], token: Token): boolean {
  const wasTakenBack = token.status === 'cancelled' && token.cancelReason === 'undone';
  return step.do === 'paperEntry' && token.series === 'paper' && wasTakenBack;
}

/** Final statuses are final but for reinstate, undo and paper entered again; a correction touches the text only. */
function checkFinals({ step, before, after, tokenId }: Change): void {
  const now = new Map(after.tokens.map((token) => [token.id, token]));
  for (const token of before.tokens) {
    if (!finals.includes(token.status)) continue;
    const takesBack = step.do === 'reinstate' || step.do === 'undo' || step.do === 'takeBackTransfer';
    const again = takesBack || isEnteredAgain(step, token);
    const may = (again && tokenId === token.id) || step.do === 'reopenDay';
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
        checkIssued(event, state, context);
      }
      if (event.reason.code === 'preempted') checkVictim(event, state, decision.events[index + 1], context);
      if (event.type === 'tokenNoShow') checkNoShow(event, change, replay({ ...before, ...state }, []));
      if (event.type === 'tokenUpgradeTakenBack') checkPlainAgain(event, change, state);
      if (event.type === 'tokenHeld') checkHeld(event, change, { ...before, ...state });
      checkDoor(event, change);
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

/** R6, R8, R15: nobody called, in consultation or on hold is moved, and displacements only count R5. */
function checkMove(event: TokenEvent, { step }: Change): void {
  const { before, after } = event;
  if (!before) return;
  if (before.status === 'active' && busy.includes(before.stage) && event.type !== 'tokenRestored') {
    if (after.status === 'active' || after.status === 'served') {
      expect(after.slotId).toBe(before.slotId);
      // R24: taken back, somebody called, on hold or inside may be left without a seat.
      if (event.type !== 'tokenUpgradeTakenBack') expect(after.extra).toBe(before.extra);
    } else expect(['cancelled', 'no_show']).toContain(after.status);
    if (before.stage === 'in_consultation' && after.status !== 'served') expect(after.status).toBe('active');
  }
  if (event.type === 'tokenRestored') expect(['undo', 'takeBackTransfer', 'reopenDay']).toContain(step.do);
  else expect(after.displacements).toBe(before.displacements + Number(event.reason.code === 'gave_way'));
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
      const asked = oracle.bound(token, after, context);
      if (!oracle.urgent(token) || (asked !== null && asked !== slot.id)) continue;
      if (!context.rules.allowPreemption || !oracle.candidate(token, slot, context)) continue;
      expect(oracle.victimIn(after, slot, token, context)).toBeUndefined();
    }
  }
}

/** R21: a token and the one that continues it are never both open. */
export function checkLinks(books: readonly Book[]): void {
  const all = new Map(books.flatMap(({ tokens }) => tokens).map((token) => [token.id, token]));
  for (const token of all.values()) {
    const first = token.transferredFrom === null ? undefined : all.get(token.transferredFrom);
    if (first) expect(isOpen(first) && isOpen(token)).toBe(false);
  }
}

/** R6: who is displaced and here stands where it stood; only the emergency is before it. */
export function checkNotOvertaken({ decision, after, context }: Change): void {
  for (const event of decision.events) {
    if (!isOfToken(event) || event.reason.code !== 'gave_way' || !event.before) continue;
    const { before } = event;
    if (before.checkedInAt === null || before.status !== 'active' || !sits(after, event.after)) continue;
    const tokens = after.tokens.map((token) => (token.id === before.id ? before : token));
    const placeIn = (book: Book): number => queueOf(book, context).findIndex(({ id }) => id === before.id);
    expect(placeIn(after)).toBeLessThanOrEqual(placeIn({ ...after, tokens }));
    expect(doctorQueue(after, context)[placeIn(after)]?.tokenId).toBe(before.id);
  }
}

/** Still as the displacement left it: not called, held back or moved in the same command, nor its slot closed. */
function sits(book: Book, token: Token): boolean {
  const now = book.tokens.find(({ id }) => id === token.id);
  return (
    now !== undefined &&
    book.slots.some(({ id, status }) => id === token.lostSlotId && status === 'open') &&
    'lostSlotId' in now &&
    now.lostSlotId === token.lostSlotId &&
    !finals.includes(now.status) &&
    !(now.status === 'active' && now.stage === 'called')
  );
}
