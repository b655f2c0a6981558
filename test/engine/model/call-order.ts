/** R18, R19, R26, R27 once more, from the text alone: who may be called, and in which order. */
import type { Context } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { patientKey } from '../../../src/shared/model/patient';
import type { Slot } from '../../../src/shared/model/slot';
import type { ActiveToken, ListedToken, Token } from '../../../src/shared/model/token';
import { before, lastArrival, urgent } from './oracle';

type Here = ActiveToken | ListedToken;
const isOnList = (token: Here): token is ListedToken => 'listSequence' in token;
const begins = (slot: Slot): number => slot.startsAt + slot.delayMinutes * 60_000;

export const atDoor = (token: Token): boolean =>
  token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation');

/** R27: is the patient of this token at the door of the other doctor? Nobody without a contact. */
export function withOther(token: Token, other: Book): boolean {
  if (token.patientContact === '') return false;
  const key = patientKey(token.patientName, token.patientContact);
  return other.tokens.some(
    (rival) => atDoor(rival) && patientKey(rival.patientName, rival.patientContact) === key,
  );
}

/** R6, R18: the start by which somebody is ranked; undefined: on the list without a place. */
function placeOf(token: Here, slots: readonly Slot[]): number | undefined {
  const lost = slots.find((slot) => slot.id === token.lostSlotId && slot.status === 'open');
  const own = isOnList(token) ? undefined : slots.find((slot) => slot.id === token.slotId);
  const starts = [lost, own].flatMap((slot) => (slot ? [begins(slot)] : []));
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** R18: the doctor's queue: emergencies; held back and due; by fair score; by slot. */
export function queueOf(book: Book, context: Context): Here[] {
  const { now, rules } = context;
  const at = lastArrival(book, context);
  const here = book.tokens.filter(
    (token): token is Here =>
      token.checkedInAt !== null && ['active', 'waiting', 'displaced'].includes(token.status),
  );
  const number = (token: Here): number[] => [token.sequence, token.series === 'main' ? 0 : 1];
  const keys = new Map<Here, number[]>();
  for (const token of here) {
    const checkIn = token.checkedInAt ?? 0;
    if (!isOnList(token) && token.stage === 'on_hold') {
      if (othersCalled(token, book) >= rules.heldBackCalls) keys.set(token, [1, token.heldAt ?? 0]);
      continue;
    }
    if (!isOnList(token) && token.stage !== 'checked_in') continue;
    if (token.source === 'emergency') {
      keys.set(token, [0, checkIn, ...number(token)]);
      continue;
    }
    const start = placeOf(token, book.slots);
    if (start === undefined) continue;
    const needy = token.precedence === null ? 1 : 0;
    if (rules.callOrder === 'strict' || start > now) {
      keys.set(token, [3, start, token.priority, needy, checkIn, ...number(token)]);
    } else {
      const target = rules.targetMinutes[token.source] / (needy === 0 ? rules.precedenceFactor : 1);
      const score = Math.max(0, at - Math.max(checkIn, start)) / (target * 60_000);
      keys.set(token, [2, -score, target, checkIn, ...number(token)]);
    }
  }
  return [...keys.keys()].sort((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []));
}

/** R18: all who may be called, the next first; who is called or inside now is not among them. */
export function callables(book: Book, other: Book, context: Context): Here[] {
  const queue = queueOf(book, context);
  const rest = book.tokens.filter(
    (token): token is Here => token.checkedInAt !== null && !queue.some((known) => known === token),
  );
  const list = rest.filter(
    (token): token is ListedToken => token.status === 'waiting' || token.status === 'displaced',
  );
  const held = rest.filter(
    (token): token is ActiveToken => token.status === 'active' && token.stage === 'on_hold',
  );
  const at = lastArrival(book, context);
  list.sort((a, b) => {
    const [rankA, rankB] = [agedRank(a, at, context), agedRank(b, at, context)];
    if (rankA !== rankB) return rankA - rankB;
    if (a.status !== b.status) return a.status === 'displaced' ? -1 : 1;
    const needs = Number(b.precedence !== null) - Number(a.precedence !== null);
    return needs === 0 ? (before(a, b, at, context) ? -1 : 1) : needs;
  });
  held.sort((a, b) => (a.heldAt ?? 0) - (b.heldAt ?? 0));
  return [...queue, ...list, ...held].filter((token) => !withOther(token, other));
}

function agedRank(token: ListedToken, at: number, { rules }: Context): number {
  if (urgent(token)) return 1;
  const step = rules.waitingListAgingMinutes * 60_000;
  const better = step === 0 ? 0 : Math.floor((at - token.listedAt) / step);
  return Math.max(Math.min(2, token.priority), token.priority - better);
}

function othersCalled(token: ActiveToken, book: Book): number {
  return book.calls - (token.heldAtCall ?? 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** R19: is the round of the called one over? */
export function roundIsOver(token: ActiveToken, { now, rules }: Context): boolean {
  const last = token.lastCalledAt ?? now;
  const gone = last > now || now - last >= rules.recallGapSeconds * 1000;
  return token.recalls >= rules.maxRecalls && gone;
}

export const calledIn = (book: Book): ActiveToken | undefined =>
  book.tokens.find((token): token is ActiveToken => token.status === 'active' && token.stage === 'called');
