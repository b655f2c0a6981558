import type { TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import type { Result } from '../../../../shared/result';
import { call } from '../../api/client';
import { askAgain } from '../../data/query';
import { statusNow } from '../../data/status';
import { i18n } from '../../i18n';
import { dayText } from '../../i18n/format';
import {
  forgetChange,
  lastOwnChange,
  rememberChange,
  show,
  showIssued,
  useDeskView,
} from '../../stores/deskView';
import { say, sayError } from '../../ui/toasts';

/** What belongs to a doctor's window: Ctrl+Z at the desk must never take back a call. */
const atTheDoor: ReadonlySet<string> = new Set([
  'tokenCalled',
  'tokenRecalled',
  'tokenHeld',
  'tokenStarted',
  'tokenServed',
]);

/**
 * One command on one token: what it did is said; why it did not is said too, and what is shown is
 * fetched anew, since it may be what was refused for.
 * @returns whether it worked
 */
export async function act(
  work: () => Promise<Result<Token>>,
  done: (token: Token) => string,
): Promise<boolean> {
  const answer = await work();
  if (!answer.ok) {
    sayError(answer.error);
    askAgain('books.view');
    return false;
  }
  const token = answer.value;
  rememberChange(token.id);
  noLongerShown(token);
  // The way back is Ctrl+Z and the history; messages that each kept a button would pile up at a busy desk.
  say(done(token));
  return true;
}

/** One command on a slot or a doctor: the boards show what it did, and a refusal is said. Answers whether it worked. */
export async function doneOrSaid(work: () => Promise<Result<unknown>>): Promise<boolean> {
  const answer = await work();
  if (!answer.ok) sayError(answer.error);
  askAgain('books.view');
  return answer.ok;
}

/** R23: takes back the last change of a token, or offers what comes closest. */
export async function undo(tokenId: TokenId): Promise<void> {
  const answer = await call('tokens.undo', { tokenId, requestId: crypto.randomUUID() });
  forgetChange(tokenId);
  if (answer.ok) {
    noLongerShown(answer.value);
    say(undoneText(answer.value));
    return;
  }
  const { code, message, details } = answer.error;
  if (code === 'CONFLICT' && details?.offer !== undefined) {
    show({ kind: 'undoRefused', message, details });
  } else sayError(answer.error);
  askAgain('books.view');
}

/** A token that is no more is not the number to say out loud. */
function noLongerShown({ id, status }: Token): void {
  if (status === 'cancelled' && useDeskView.getState().issued?.token.id === id) showIssued(null);
}

/** Whose change it was; of another day with the day, since there is such a number today too. */
function undoneText({ number, serviceDay, status }: Token): string {
  const isToday = serviceDay === statusNow()?.serviceDay;
  const which = isToday ? number : i18n.t('desk:said.onDay', { number, day: dayText(serviceDay) });
  return i18n.t(status === 'cancelled' ? 'desk:said.undoneIssue' : 'desk:said.undone', { number: which });
}

/** R21: a transfer taken back, from either of its tokens; answers whether it worked. */
export async function takeBackTransfer(tokenId: TokenId, done: (token: Token) => string): Promise<boolean> {
  const answer = await call('tokens.undo', { tokenId, requestId: crypto.randomUUID() });
  if (answer.ok) {
    forgetChange(tokenId);
    say(done(answer.value));
  } else sayError(answer.error);
  askAgain('books.view');
  return answer.ok;
}

/** Where this window's last change is looked for: further back nobody remembers it as the last. */
const LATEST = 100;

/** Ctrl+Z: what this window did last; with nothing left, or once a doctor went on from there, the whole history. */
export async function undoLast(): Promise<void> {
  const tokenId = lastOwnChange();
  const answer = await call('changes.recent', { limit: LATEST });
  const recent = answer.ok ? answer.value : [];
  const newest = recent.find((change) => change.tokenId === tokenId);
  if (tokenId === undefined || (newest !== undefined && atTheDoor.has(newest.type))) {
    askAgain('changes.recent');
    show({ kind: 'history' });
    return;
  }
  await undo(tokenId);
}
