/**
 * The rules of seats and order once more, written from the text and from nothing else: no helper of the engine is
 * used, so that a bug there cannot hide. Slow and plain on purpose.
 */
import type { Context } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { SlotId } from '../../../src/shared/model/ids';
import type { Slot } from '../../../src/shared/model/slot';
import type { ActiveToken, ListedToken, Token } from '../../../src/shared/model/token';

const MIN = 60_000;
const begins = (slot: Slot): number => slot.startsAt + slot.delayMinutes * MIN;
const ends = (slot: Slot): number => slot.endsAt + slot.delayMinutes * MIN;
export const upcoming = (slot: Slot, now: number): boolean => slot.status === 'open' && begins(slot) > now;
export const running = (slot: Slot, now: number): boolean =>
  slot.status === 'open' && begins(slot) <= now && ends(slot) > now;

export type State = Pick<Book, 'slots' | 'tokens'>;
export const urgent = (token: Pick<Token, 'source'>): boolean => token.source === 'emergency';
export const listedIn = (state: State): ListedToken[] =>
  state.tokens.filter(
    (token): token is ListedToken => token.status === 'waiting' || token.status === 'displaced',
  );

export interface Seats {
  ordinary: number;
  all: number;
}
/** R1. */
export function usedSeats(state: State, slotId: SlotId): Seats {
  let [ordinary, all] = [0, 0];
  for (const token of state.tokens) {
    if (token.status !== 'active' && token.status !== 'served') continue;
    if (token.extra || token.slotId !== slotId) continue;
    all += 1;
    if (!urgent(token)) ordinary += 1;
  }
  return { ordinary, all };
}

/** R4. */
export function seatLimit(slot: Slot, { rules }: Context): number {
  if (slot.overflow !== null) return slot.capacity + slot.overflow;
  const percent = rules.emergencyOverflowPercent;
  if (percent === null) return slot.capacity + rules.maxEmergencyOverflow;
  return slot.capacity + Math.ceil((slot.capacity * percent) / 100);
}

export interface Room {
  ordinary: number;
  emergency: number;
}
export function roomIn(state: State, slot: Slot, context: Context): Room {
  if (!upcoming(slot, context.now) && !running(slot, context.now)) return { ordinary: 0, emergency: 0 };
  const { all } = usedSeats(state, slot.id);
  return {
    ordinary: Math.max(0, slot.capacity - all),
    emergency: Math.max(0, seatLimit(slot, context) - all),
  };
}

export function hasRoomFor(token: Pick<Token, 'source'>, room: Room): boolean {
  return urgent(token) ? room.emergency > 0 : room.ordinary > 0;
}

/** R2. */
export function candidate(
  token: Pick<Token, 'source' | 'checkedInAt'>,
  slot: Slot,
  { now, rules }: Context,
): boolean {
  if (upcoming(slot, now)) return true;
  if (!running(slot, now)) return false;
  const admitted = {
    never: false,
    emergency: urgent(token),
    here: urgent(token) || token.checkedInAt !== null,
    always: true,
  };
  return admitted[rules.joinRunningSlot];
}

/** R11. */
export function early(
  token: Pick<Token, 'source' | 'checkedInAt'>,
  slot: Slot,
  { now, rules }: Context,
): boolean {
  if (urgent(token) || token.checkedInAt !== null) return true;
  if (rules.promotionLeadMinutes > 0) return begins(slot) >= now + rules.promotionLeadMinutes * MIN;
  return begins(slot) > now || ends(slot) >= now + rules.joinLeadMinutes * MIN;
}

/** R8: the slot a listed token waits for, if it still does. */
export function bound(token: ListedToken, state: State, context: Context): SlotId | null {
  const slot = state.slots.find((known) => known.id === token.wishedSlotId);
  if (slot?.status !== 'open' || ends(slot) <= context.now) return null;
  return early(token, slot, context) ? slot.id : null;
}

/** R9: may this listed token have a seat in this slot, if there is one? `freed`: seats the command freed there. */
export function allowed(
  token: ListedToken,
  slot: Slot,
  state: State,
  context: Context,
  freed: Room = { ordinary: 0, emergency: 0 },
): boolean {
  const asked = bound(token, state, context);
  if (asked !== null && asked !== slot.id) return false;
  if (!early(token, slot, context) || !hasRoomFor(token, roomIn(state, slot, context))) return false;
  if (candidate(token, slot, context)) return true;
  if (!running(slot, context.now)) return false;
  if (context.rules.joinRunningSlot !== 'never' && token.checkedInAt !== null) return true;
  return hasRoomFor(token, freed);
}

/** R35: now, but never before the last who came or joined the list: a clock set back takes nobody's turn. */
export function lastArrival({ tokens }: State, { now }: Context): number {
  const came = tokens.flatMap((token) => [token.checkedInAt ?? 0, 'listedAt' in token ? token.listedAt : 0]);
  return Math.max(now, ...came);
}

/** R10: does `a` come before `b` on the list? `at`: {@link lastArrival}. */
export function before(a: ListedToken, b: ListedToken, at: number, { rules }: Context): boolean {
  const rank = (token: ListedToken): number => {
    if (urgent(token)) return 1;
    const minutes = rules.waitingListAgingMinutes;
    const steps = minutes === 0 ? 0 : Math.floor((at - token.listedAt) / (minutes * MIN));
    return steps === 0 ? token.priority : Math.max(2, token.priority - steps);
  };
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  if (a.status !== b.status) return a.status === 'displaced';
  if (a.listSequence !== b.listSequence) return a.listSequence < b.listSequence;
  return a.listedAt === b.listedAt ? a.sequence < b.sequence : a.listedAt < b.listedAt;
}

/** R6: who in this slot would have to go for `token`, if anybody. */
export function victimIn(
  state: State,
  slot: Slot,
  token: Pick<Token, 'priority'>,
  { rules }: Context,
): ActiveToken | undefined {
  let victim: ActiveToken | undefined;
  for (const other of state.tokens) {
    if (other.status !== 'active' || other.slotId !== slot.id || other.extra || urgent(other)) continue;
    if (other.stage !== 'booked' && other.stage !== 'checked_in') continue;
    if (other.priority <= token.priority || other.displacements >= rules.maxDisplacements) continue;
    if (!victim || goesBefore(other, victim)) victim = other;
  }
  return victim;
}

function goesBefore(a: ActiveToken, b: ActiveToken): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  const [aHere, bHere] = [a.checkedInAt !== null, b.checkedInAt !== null];
  return aHere === bHere ? a.sequence > b.sequence : bHere;
}

export const inTime = (slots: readonly Slot[]): Slot[] =>
  [...slots].sort((a, b) => begins(a) - begins(b) || a.startMinute - b.startMinute);

type Seeker = Pick<Token, 'source' | 'priority' | 'checkedInAt'>;

export function mayPreempt(token: Seeker, { rules }: Context): boolean {
  return rules.allowPreemption && (rules.preemptionScope === 'any_higher' || urgent(token));
}

export interface Expected {
  slotId: SlotId;
  victim: ActiveToken | undefined;
}

/** R3–R5, R8: where a new token goes; undefined: it waits. */
export function expectedSeat(
  state: State,
  token: Seeker,
  context: Context,
  asked: SlotId | null,
): Expected | undefined {
  const slots = inTime(state.slots).filter(
    (slot) => (asked === null || slot.id === asked) && early(token, slot, context),
  );
  const free = (slot: Slot): boolean => hasRoomFor(token, roomIn(state, slot, context));
  const joins = context.rules.joinRunningSlot !== 'never' && token.checkedInAt !== null && asked === null;
  const seat =
    slots.find((slot) => candidate(token, slot, context) && free(slot)) ??
    slots.find((slot) => joins && running(slot, context.now) && free(slot));
  if (seat) return { slotId: seat.id, victim: undefined };
  if (!mayPreempt(token, context)) return undefined;
  for (const slot of slots) {
    const victim = victimIn(state, slot, token, context);
    if (victim && candidate(token, slot, context)) return { slotId: slot.id, victim };
  }
  return undefined;
}
