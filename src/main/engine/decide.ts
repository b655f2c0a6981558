import type { Book } from '../../shared/model/book';
import type { BookEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import type { TokenWarning } from '../../shared/model/otherwise';
import type { Reason } from '../../shared/model/reason';
import type { Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import { checkContext } from './check';
import type { Context } from './context';
import { Draft } from './draft';
import { settle } from './settle';

export type Warning = Extract<TokenWarning, 'same_patient_has_token' | 'no_contact' | 'numbers_go_on'>;

/** What a command leads to. Nothing has happened yet: whoever asked may apply it, or only show it. */
export interface Decision {
  /** The book as it would be. */
  readonly book: Book;
  /** Every change, in order, each with its reason (R20). None: the command changed nothing. */
  readonly events: readonly BookEvent[];
  /** The token the command was about, as it would be; null for commands about slots or the day. */
  readonly token: Token | null;
  readonly warnings: readonly Warning[];
}

/** What the body of a command answers: whom it was about, if about anybody. */
export interface Outcome {
  readonly tokenId?: TokenId;
  readonly warnings?: readonly Warning[];
}

export interface CommandOptions {
  /** A closed or past book refuses the command unless this is set (R16). */
  readonly onClosedBook?: boolean;
  /** R28: allowed on a yesterday that was opened again. */
  readonly onReopenedYesterday?: boolean;
  /** R16: closing the day promotes nobody. */
  readonly settles?: boolean;
}

/**
 * Runs one command on one book: settle, the command itself, settle (R9).
 * A refusal leaves nothing behind, not even the first settling. Preview: show the decision and do not apply it.
 * Errors: those of the command; INVALID_INPUT for a clock or settings that cannot be; CONFLICT on a closed or past book.
 */
export function decide(
  book: Book,
  context: Context,
  command: (draft: Draft) => Result<Outcome>,
  options: CommandOptions = {},
): Result<Decision> {
  const done = decideWith(book, context, command, options);
  return done.ok ? ok(done.value.decision) : done;
}

/** {@link decide} for a command that has more to tell than a decision. */
export function decideWith<O extends Outcome>(
  book: Book,
  context: Context,
  command: (draft: Draft) => Result<O>,
  options: CommandOptions = {},
): Result<{ decision: Decision; outcome: O }> {
  const possible = checkContext(context);
  if (!possible.ok) return possible;
  const draft = new Draft(book, context);
  const reopened = options.onReopenedYesterday && draft.isReopenedYesterday;
  if (!draft.isOpen && !options.onClosedBook && !reopened) return refuseClosed(draft);
  const settles = options.settles !== false;
  if (settles && draft.isOpen) settle(draft);
  draft.startCommand();
  const outcome = command(draft);
  if (!outcome.ok) return outcome;
  if (settles && draft.isOpen) settle(draft);
  const { tokenId, warnings = [] } = outcome.value;
  const token = (tokenId && draft.tokens.get(tokenId)) ?? null;
  const decision = { book: draft.result(), events: draft.events, token, warnings };
  return ok({ decision, outcome: outcome.value });
}

function refuseClosed(draft: Draft): Result<never> {
  return draft.book.status === 'closed'
    ? fail('CONFLICT', 'This day is closed for this doctor.', { rule: 'R16' })
    : fail('CONFLICT', 'That day is over.', { rule: 'R8', serviceDay: draft.book.serviceDay });
}

/** Why the token of a decision stands where it does: the reason of its last event; undefined if unchanged. */
export function reasonFor(decision: Decision, tokenId: TokenId): Reason | undefined {
  return decision.events.findLast((event) => 'after' in event && event.after.id === tokenId)?.reason;
}
