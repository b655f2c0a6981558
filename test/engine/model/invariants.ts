import { expect } from 'vitest';
import { type Context, doctorQueue, settleOnly } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { type BookEvent, isSlotEvent, type TokenEvent } from '../../../src/shared/model/event';
import type { SlotId } from '../../../src/shared/model/ids';
import { patientKey } from '../../../src/shared/model/patient';
import { isOpen, type Token, tokenSchema } from '../../../src/shared/model/token';
import { atDoor, callables, queueOf, roundIsOver, withOther } from './call-order';
import * as oracle from './oracle';
import { checkJustHeld, checkQueue } from './queue-invariant';
import type { Change, World } from './world';

const isOfToken = (event: BookEvent): event is TokenEvent => 'after' in event && 'number' in event.after;
const finals = ['served', 'cancelled', 'no_show'];
const busy = ['called', 'in_consultation', 'on_hold'];

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
    const takesBack = step.do === 'reinstate' || step.do === 'undo' || step.do === 'takeBackTransfer';
    const may = (takesBack && tokenId === token.id) || step.do === 'reopenDay';
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
  // R6: the place kept is of the earliest open slot it lost.
  const lost = slots.find(
    ({ id, status }) => id === before.slotId || (id === before.lostSlotId && status === 'open'),
  );
  expect(after.lostSlotId).toBe(lost?.id);
}

/** R5, R6: the right one gives way, and at once. `state`: before the seat was taken. */
function checkVictim(
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
function checkIssued({ after, reason }: TokenEvent, state: oracle.State, context: Context): void {
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

/** R13, R16, R19: only who did not come or did not answer in time; the timer never within the time allowed. */
function checkNoShow({ before, after }: TokenEvent, change: Change, state: oracle.State): void {
  const { step, context, before: book, other } = change;
  if (before?.status !== 'active' || after.status !== 'no_show') throw new Error('only an active token');
  if (step.do === 'closeDay') {
    expect(before.checkedInAt).toBeNull();
    return;
  }
  const { now, watchedSince = 0, rules } = context;
  const timeout = rules.noShowTimeoutMinutes * 60_000;
  const watched = Math.max(watchedSince, book.reopenedAt ?? 0);
  const byTimer = step.do === 'sweep';
  if (byTimer) expect(before.seatedAt).toBeLessThan(now);
  if (byTimer || step.do === 'noShow') expect(withOther(before, other)).toBe(false);
  if (before.stage === 'booked') {
    expect(['sweep', 'noShow']).toContain(step.do);
    const slot = state.slots.find((known) => known.id === before.slotId);
    const begins = (slot?.startsAt ?? 0) + (slot?.delayMinutes ?? 0) * 60_000;
    const since = Math.max(begins, before.seatedAt, leftOther(before, other), byTimer ? watched : 0);
    expect(now).toBeGreaterThanOrEqual(since + timeout);
    return;
  }
  if (step.do === 'noShow' && before.stage === 'on_hold') {
    expect(before.heldFor).toBe('no_answer');
    return;
  }
  expect(before.stage).toBe('called');
  expect(roundIsOver(before, context)).toBe(true);
  if (step.do === 'noShow') return;
  if (byTimer) {
    expect(now).toBeGreaterThanOrEqual(watched + timeout);
    if (now >= Math.max(before.lastCalledAt ?? 0, leftOther(before, other)) + timeout) return;
    expect(now).toBeGreaterThanOrEqual((before.lastCalledAt ?? 0) + 60_000);
  }
  // R19: the second round not answered, while somebody else may be called.
  expect(before.unanswered).toBe(1);
  expect(callables({ ...book, ...state }, other, context).length).toBeGreaterThan(0);
}

/** R27: when the patient was last let go by the other doctor. */
function leftOther(token: Token, other: Book): number {
  if (token.patientContact === '') return 0;
  const key = patientKey(token.patientName, token.patientContact);
  const same = other.tokens.filter((rival) => patientKey(rival.patientName, rival.patientContact) === key);
  return Math.max(0, ...same.map(({ leftDoorAt }) => leftDoorAt ?? 0));
}

/** R19: who does not answer steps back once, and only while somebody else may be called. */
function checkHeld(
  { before, after, reason }: TokenEvent,
  { other, context, step }: Change,
  state: Book,
): void {
  if (before?.status !== 'active' || after.status !== 'active') throw new Error('only an active token');
  const held = state.tokens.flatMap((token) => (token.status === 'active' ? [token.heldAt ?? -1] : []));
  expect(after.heldAt).toBeGreaterThan(Math.max(-1, ...held));
  if (reason.code !== 'did_not_answer') {
    expect([step.do, after.unanswered]).toEqual(['hold', before.unanswered]);
    return;
  }
  expect([before.stage, before.unanswered, after.unanswered]).toEqual(['called', 0, 1]);
  expect(roundIsOver(before, context)).toBe(true);
  expect(callables(state, other, context).length).toBeGreaterThan(0);
}

/** R27: nobody is called by two doctors; only a day opened again may show what was so before. */
function checkDoor({ before, after }: TokenEvent, { step, other }: Change): void {
  if (!atDoor(after) || (before && atDoor(before)) || step.do === 'reopenDay') return;
  expect(withOther(after, other)).toBe(false);
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

const restoredAs = (token: Token, to: Token): Token => {
  const { updatedAt, leftDoorAt } = token;
  return { ...to, updatedAt, leftDoorAt };
};

/** R21, R23, R24, R28: what is taken back is exactly as it was, and nobody else is moved. */
function checkTakenBack(change: Change): void {
  const { step, decision, taken } = change;
  if (step.do === 'undo' || step.do === 'takeBackTransfer') checkAlone(change);
  if (step.do === 'undo' || step.do === 'takeBackTransfer' || step.do === 'reopenDay') {
    for (const event of taken) {
      if (!isOfToken(event)) continue;
      const first = taken.find((known) => isOfToken(known) && known.after.id === event.after.id);
      const to = first && isOfToken(first) ? first.before : null;
      const restored = decision.events.find((known) => isOfToken(known) && known.after.id === event.after.id);
      if (!restored || !isOfToken(restored)) throw new Error(`${event.after.number} was not taken back`);
      if (to === null) expect(restored.after.status).toBe('cancelled');
      else if (step.do === 'reopenDay') {
        const { patientName, patientContact, note } = restored.after;
        expect(restored.after).toEqual(
          restoredAs(restored.after, { ...to, patientName, patientContact, note }),
        );
      } else expect(restored.after).toEqual(restoredAs(restored.after, to));
    }
  }
}

const priorities = { emergency: 1, paid: 2, follow_up: 3, walk_in: 4, online: 5 };

/** R24: source, class and note as before, and the seat, the place on the list or neither. `state`: as it was then. */
function checkPlainAgain(
  { before, after }: TokenEvent,
  { plain, context }: Change,
  state: oracle.State,
): void {
  const source = before?.upgradedFrom;
  if (!before || !source) throw new Error('never upgraded');
  const note = plain?.note ?? before.note;
  expect(after).toMatchObject({ source, priority: priorities[source], upgradedFrom: null, note });
  if (before.status === 'active') {
    const { slotId, stage, extra } = before;
    const capacity = state.slots.find(({ id }) => id === slotId)?.capacity ?? 0;
    const hadIt = plain?.status === 'active' && !plain.extra && plain.slotId === slotId;
    const fits = hadIt && oracle.usedSeats(state, slotId).ordinary < capacity;
    if (extra || fits || busy.includes(stage)) {
      expect(after).toMatchObject({ status: 'active', slotId, stage, extra: extra || !fits });
      return;
    }
  }
  if (plain?.status === 'waiting' || plain?.status === 'displaced') {
    const { status, listedAt, listSequence, wishedSlotId } = plain;
    expect(after).toMatchObject({ status, listedAt, listSequence, wishedSlotId });
  } else expect(after).toMatchObject({ status: 'displaced', listedAt: before.checkedInAt ?? context.now });
}

/** R21, R23: the token alone. */
function checkAlone({ before, after, decision, context, tokenId }: Change): void {
  const last = decision.events.at(-1);
  if (!last || !isOfToken(last)) throw new Error('nothing was taken back');
  expect(last.after.id).toBe(tokenId);
  const settled = settleOnly(before, undefined, context);
  const others = (book: Book): Token[] => book.tokens.filter((token) => token.id !== tokenId);
  expect(settled.ok && others(settled.value.book)).toEqual(others(after));
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

/** Still as the displacement left it: not called, held back or moved in the same command. */
function sits(book: Book, token: Token): boolean {
  const now = book.tokens.find(({ id }) => id === token.id);
  return (
    now !== undefined &&
    'lostSlotId' in now &&
    now.lostSlotId === token.lostSlotId &&
    !finals.includes(now.status)
  );
}
