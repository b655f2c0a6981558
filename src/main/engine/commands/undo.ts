import type { Book } from '../../../shared/model/book';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import { isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decideWith } from '../decide';
import type { Draft } from '../draft';
import { seatOf } from '../evolve';
import { checkDuplicate } from '../patients';
import { isEmergency, isMovable } from '../place';
import { cancelled, stageOf } from '../transitions';
import { inStage } from './visit';

export interface UndoRequest {
  readonly tokenId: TokenId;
  /** All events of the last command that changed this token, oldest first. */
  readonly events: readonly BookEvent[];
}

/**
 * R23: takes back the last command on a token, while that moves nobody else: the command changed this token alone, the
 * token is as it left it, its old place is still there, and settling afterwards has nothing to do. Undoing an issue
 * cancels the token, reason `undone`: its number is never given again. What was undone is not redone by undoing.
 * Errors: NOT_FOUND; CONFLICT with `offer` in its details: `reinstate` this token, or give a `new_token`.
 */
export function undo(book: Book, request: UndoRequest, context: Context): Result<Decision> {
  const before = decideWith(book, context, (draft) => reverse(draft, request));
  if (!before.ok) return before;
  const { decision, outcome } = before.value;
  const others = decision.events.slice(outcome.eventsSoFar);
  return others.length === 0
    ? ok(decision)
    : refuseUndo(decision.book, context, outcome.was, 'others_would_move');
}

/** Why not; the screens have a sentence for each. */
type Obstacle =
  | 'nothing_to_undo'
  | 'others_were_moved'
  | 'changed_since'
  | 'place_is_taken'
  | 'others_would_move';

interface Reversal {
  readonly tokenId: TokenId;
  /** The token as it was found. */
  readonly was: Token;
  readonly eventsSoFar: number;
}

function reverse(draft: Draft, { tokenId, events }: UndoRequest): Result<Reversal> {
  const found = draft.token(tokenId);
  if (!found.ok) return found;
  const token = found.value;
  const obstacle = takeBack(draft, token, events);
  if (obstacle) return refuseUndo(draft.book, draft.context, token, obstacle);
  return ok({ tokenId, was: token, eventsSoFar: draft.events.length });
}

/** Records the reversal, or answers what stands in its way. */
function takeBack(draft: Draft, token: Token, events: readonly BookEvent[]): Obstacle | undefined {
  const own = events.filter(
    (event): event is TokenEvent => isTokenEvent(event) && event.after.id === token.id,
  );
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last || notUndoable.includes(last.type)) return 'nothing_to_undo';
  if (own.length < events.length) return 'others_were_moved';
  if (!isSame(last.after, token)) return 'changed_since';
  const reason = { code: 'asked_by_staff', rule: 'R23' } as const;
  const to = first.before;
  if (to) {
    if (!isFree(draft, token, to, last.type === 'tokenCalled')) return 'place_is_taken';
    draft.recordToken('tokenRestored', to, reason);
    return undefined;
  }
  if (!isOpen(token)) return 'nothing_to_undo';
  draft.recordToken('tokenCancelled', cancelled(token, 'undone', draft.now), reason);
  return undefined;
}

const notUndoable: readonly TokenEvent['type'][] = ['tokenRestored', 'tokenTransferred'];

/** Tokens are flat; of the same status they have the same fields. */
function isSame(a: Token, b: Token): boolean {
  const values = new Map(Object.entries(b));
  return Object.entries(a).every(([name, value]) => values.get(name) === value);
}

/** Is the old place of the token still there for it? */
function isFree(draft: Draft, token: Token, to: Token, called: boolean): boolean {
  // Somebody held back since then counts on that call (R19).
  if (called && heldBackSince(draft)) return false;
  if (isOpen(to) && !isOpen(token) && !checkDuplicate(draft, to).ok) return false;
  const stage = stageOf(to);
  if (stage === 'called' || stage === 'in_consultation') {
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
  const lost = token.status === 'no_show' || token.status === 'cancelled';
  const offer = lost && isToday(book, context) ? 'reinstate' : 'new_token';
  return fail('CONFLICT', `The last change of ${token.number} can no longer be undone exactly.`, {
    rule: 'R23',
    tokenId: token.id,
    number: token.number,
    because,
    offer,
  });
}
