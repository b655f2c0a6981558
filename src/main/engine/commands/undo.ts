import type { Book } from '../../../shared/model/book';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import { isErased, isSamePatient } from '../../../shared/model/patient';
import type { Instant } from '../../../shared/model/time';
import { isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { indexOf } from '../book-index';
import type { Context } from '../context';
import { type Decision, decideWith } from '../decide';
import { Draft } from '../draft';
import { busyElsewhere } from '../elsewhere';
import { checkDuplicate, ofStanding } from '../patients';
import { isEmergency, isMovable } from '../place';
import { seatOf } from '../tally';
import { cancelled, isSame, stageOf } from '../transitions';
import { settleOnly } from './day';
import { reinstate } from './no-show';
import { takeBackUpgrade } from './upgrade';
import { inStage } from './visit';

export interface UndoRequest {
  readonly tokenId: TokenId;
  /** All events of the last command that changed this token, oldest first. */
  readonly events: readonly BookEvent[];
}

/**
 * R23: takes back the last command on a token, while that moves nobody else: the command changed this token alone, the
 * token is as it left it, its old place is still there, and settling afterwards has nothing to do. Undoing an issue
 * cancels the token, reason `undone`: its number is never given again, unless it is a paper one, which may be entered
 * again (R25). What was undone is not redone by undoing.
 * Errors: NOT_FOUND; CONFLICT with `offer` in its details: what will work instead.
 */
export function undo(book: Book, request: UndoRequest, context: Context): Result<Decision> {
  return tryUndo(book, request, context, (token, because) => refuseUndo(book, context, token, because));
}

/** Whether {@link undo} would do it: a list of changes asks for each of them, most of which others followed long ago. */
export function canUndo(book: Book, request: UndoRequest, context: Context): boolean {
  const isOver = wasChangedSince(book, request, context);
  return !isOver && tryUndo(book, request, context, () => fail('CONFLICT', 'It cannot be undone.')).ok;
}

/** Told without deciding anything. What is settled beforehand is changed now, and cannot stand as it did before. */
function wasChangedSince({ tokens }: Book, { tokenId, events }: UndoRequest, { now }: Context): boolean {
  const last = events.findLast((event) => isTokenEvent(event) && event.after.id === tokenId);
  if (!last || !isTokenEvent(last) || last.at >= now) return false;
  const token = tokens[indexOf(tokens).placeOf(tokens, tokenId)];
  return token !== undefined && !isSame(last.after, token);
}

type Refuse = (token: Token, because: Obstacle) => Result<never>;

function tryUndo(book: Book, request: UndoRequest, context: Context, refuse: Refuse): Result<Decision> {
  const before = decideWith(book, context, (draft) => reverse(draft, request, refuse));
  if (!before.ok) return before;
  const { decision, outcome } = before.value;
  const others = decision.events.slice(outcome.eventsSoFar);
  return others.length === 0 ? ok(decision) : refuse(outcome.was, 'others_would_move');
}

/** Why not; the screens have a sentence for each. */
type Obstacle =
  | 'nothing_to_undo'
  | 'erased'
  | 'register'
  | 'others_were_moved'
  | 'changed_since'
  | 'second_token'
  | 'place_is_taken'
  | 'others_would_move';

interface Reversal {
  readonly tokenId: TokenId;
  /** The token as it was found. */
  readonly was: Token;
  readonly eventsSoFar: number;
}

function reverse(draft: Draft, { tokenId, events }: UndoRequest, refuse: Refuse): Result<Reversal> {
  const found = draft.token(tokenId);
  if (!found.ok) return found;
  const token = found.value;
  const obstacle = takeBack(draft, token, events);
  if (obstacle) return refuse(token, obstacle);
  return ok({ tokenId, was: token, eventsSoFar: draft.events.length });
}

/** Records the reversal, or answers what stands in its way. */
function takeBack(draft: Draft, token: Token, events: readonly BookEvent[]): Obstacle | undefined {
  const own = events.filter(
    (event): event is TokenEvent => isTokenEvent(event) && event.after.id === token.id,
  );
  const [first] = own;
  const last = own.at(-1);
  // Whose it was is known no more: it cannot be as it was.
  if (isErased(token) || (first?.before && isErased(first.before))) return 'erased';
  if (!first || !last || own.some(isFinalWord)) return 'nothing_to_undo';
  if (own.every(isOfRegister)) return 'register';
  if (events.some((event) => changesOthers(event, token))) return 'others_were_moved';
  if (!isSame(last.after, token)) return 'changed_since';
  const reason = { code: 'asked_by_staff', rule: 'R23' } as const;
  const to = first.before;
  if (to) {
    if (isSecond(draft, token, to)) return 'second_token';
    if (!isFree(draft, token, to, last.type === 'tokenCalled')) return 'place_is_taken';
    draft.recordToken('tokenRestored', to, reason);
    return undefined;
  }
  const undone = neverIssued(token, draft.now);
  if (undone === undefined) return 'nothing_to_undo';
  draft.recordToken('tokenCancelled', undone, reason);
  return undefined;
}

/** An issue taken back; of paper that was seen or had left when it was entered, too (R25). */
function neverIssued(token: Token, now: Instant): Token | undefined {
  if (token.status === 'no_show') return undefined;
  if (token.status !== 'cancelled') return cancelled(token, 'undone', now);
  return { ...token, cancelReason: 'undone', cancelledAt: now };
}

/** R23: an undo is not undone, nor a reopening (R28); R21: a transfer is taken back in both books, and only once. */
function isFinalWord({ type, after, reason }: TokenEvent): boolean {
  if (type === 'tokenIssued' && after.transferredFrom !== null) return true;
  return reason.rule === 'R21' || reason.rule === 'R23' || reason.rule === 'R28';
}

/** Whose the token is, or what is known of them, was changed in the register, and the token followed: it says so still. */
function isOfRegister({ before, after, reason }: TokenEvent): boolean {
  if (reason.code === 'known_of_patient') return true;
  const isSameText =
    before?.patientName === after.patientName && before.patientContact === after.patientContact;
  return isSameText && before.patientId !== after.patientId;
}

/** A doctor who is back from a break stays so, though the call that ended it is taken back. */
function changesOthers(event: BookEvent, token: Token): boolean {
  if (isTokenEvent(event)) return event.after.id !== token.id;
  return event.type !== 'breakChanged' && event.type !== 'slotDelayed';
}

/** R17: would this open a second token of a patient: one that was over, or of somebody else meanwhile? */
export function isSecond(draft: Draft, token: Token, to: Token): boolean {
  if (!isOpen(to)) return false;
  const again = ofStanding(to, draft.context);
  const isTheirs = isOpen(token) && isSamePatient(token, again, draft.context.country);
  return !isTheirs && !checkDuplicate(draft, again).ok;
}

/** Is the old place of the token still there for it? Nobody is called by two doctors by an undo either (R27). */
export function isFree(draft: Draft, token: Token, to: Token, called: boolean): boolean {
  // Somebody held back since then counts on that call (R19).
  if (called && heldBackSince(draft)) return false;
  const stage = stageOf(to);
  if (stage === 'called' || stage === 'in_consultation') {
    if (busyElsewhere(draft.context, to)) return false;
    const other = inStage(draft, stage);
    if (other && other.id !== token.id) return false;
  }
  return hasSeatFor(draft, token, to);
}

function heldBackSince(draft: Draft): boolean {
  for (const token of draft.tokens.values()) {
    if (token.status === 'active' && (token.heldAtCall ?? -1) >= draft.calls) return true;
  }
  return false;
}

/** R1, R4: the seat it had is free, or still its own. */
function hasSeatFor(draft: Draft, token: Token, to: Token): boolean {
  const slot = draft.slots.find(({ id }) => id === seatOf(to));
  if (!slot) return true;
  const keepsSeat = seatOf(token) === slot.id;
  if (keepsSeat && isEmergency(token) === isEmergency(to)) return true;
  if (slot.status === 'closed' && isMovable(to)) return false;
  const used = draft.used(slot.id) - Number(keepsSeat);
  const ordinary = used - draft.emergencies(slot.id) + Number(keepsSeat && isEmergency(token));
  return used < draft.seatsWithOverflow(slot) && (isEmergency(to) || ordinary < slot.capacity);
}

function refuseUndo(book: Book, context: Context, token: Token, because: Obstacle): Result<never> {
  return fail('CONFLICT', `The last change of ${token.number} can no longer be undone exactly.`, {
    rule: 'R23',
    tokenId: token.id,
    number: token.number,
    because,
    offer: whatWorks(book, token, context),
  });
}

/** R23: what to offer instead; only what the rules would accept. Whoever is in the queue needs no second token (R17). */
function whatWorks(book: Book, token: Token, context: Context): Offer {
  const { id: tokenId } = token;
  if (takeBackUpgrade(book, { tokenId, reason: 'offer' }, context).ok) return 'take_back_upgrade';
  if (reinstate(book, { tokenId }, context).ok) return 'reinstate';
  if (isOpen(token) || isErased(token)) return null;
  if (!checkDuplicate(new Draft(book, context), ofStanding(token, context)).ok) return null;
  return settleOnly(book, {}, context).ok ? 'new_token' : null;
}

/** What will work where an undo does not; null: nothing is needed, or the day is over. */
type Offer = 'take_back_upgrade' | 'reinstate' | 'new_token' | null;
