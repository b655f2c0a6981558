import type { TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import { call } from '../../api/client';
import type { Ways } from '../../data/command';
import { statusNow } from '../../data/status';
import { takeBack } from '../../data/undo';
import type { Command, Sending } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { dayText } from '../../i18n/format';
import { mayNow } from '../../stores/allowed';
import { show, showIssued, useDeskView } from '../../stores/deskView';
import { feesNow } from '../../stores/fees';
import { ownChanges } from '../../stores/ownChanges';
import { sayInfo } from '../../ui/toasts';

/** What belongs to a doctor's window: Ctrl+Z at the desk must never take back a call. */
const atTheDoor: ReadonlySet<string> = new Set([
  'tokenCalled',
  'tokenRecalled',
  'tokenHeld',
  'tokenStarted',
  'tokenServed',
]);

/** What Ctrl+Z takes back. */
export const deskChanges = ownChanges('desk');

/**
 * A command on one token: what it did is said. The way back is Ctrl+Z and the history; messages that each kept a button
 * would pile up at a busy desk.
 */
export function onToken(done: (token: Token) => string): Ways<Token> {
  return {
    done,
    after: (token) => {
      deskChanges.remember(token.id);
      noLongerShown(token);
      void offerRefund(token);
    },
  };
}

/** R23: takes back exactly what was done to this token, or offers what comes closest. */
export async function undo(sending: Sending, tokenId: TokenId): Promise<void> {
  await takeBack(sending, tokenId, deskChanges, {
    done: undoneText,
    after: (token) => {
      noLongerShown(token);
      void offerRefund(token);
    },
    onOffer: (refusal) => show({ kind: 'undoRefused', ...refusal }),
  });
}

/** Money was taken for a visit that is no more: its payments are shown, with the way to give it back. */
async function offerRefund({ id: tokenId, status }: Token): Promise<void> {
  if (status !== 'cancelled' || !feesNow() || !mayNow('payments.ofToken')) return;
  const visit = await call('payments.ofToken', { tokenId });
  if (visit.ok && visit.value.owed > 0) show({ kind: 'token', tokenId, action: 'payment' });
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

/** Where this window's last change is looked for: further back nobody remembers it as the last. */
const LATEST = 100;

/** A change of the register is said, and Ctrl+Z takes back no token in its place. */
export function onPage<T>(tokenId: TokenId, done: (answer: T) => string, after?: () => void): Ways<T> {
  return {
    done,
    after: () => {
      deskChanges.rememberPage(tokenId);
      after?.();
    },
  };
}

/** Ctrl+Z: what this window did last; with nothing left, or once a doctor went on from there, the whole history. */
export function undoLast(together: Command['together']): void {
  const page = deskChanges.lastPage();
  if (page !== undefined) {
    show({ kind: 'patient', tokenId: page });
    sayInfo(i18n.t('desk:said.undoneOnPage'));
    return;
  }
  void together(async (sending) => {
    const tokenId = deskChanges.last();
    const answer = await call('changes.recent', { limit: LATEST });
    const recent = answer.ok ? answer.value : [];
    const newest = recent.find((change) => change.tokenId === tokenId);
    if (tokenId === undefined || (newest !== undefined && atTheDoor.has(newest.type))) {
      show({ kind: 'history' });
      return;
    }
    await undo(sending, tokenId);
  });
}
