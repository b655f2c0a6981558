import type { CallName } from '../../../../../shared/contract';
import { isListed, isOpen, type Token } from '../../../../../shared/model/token';
import { type KeyFacts, keyOf } from '../../../keys/position';
import { isFreshTransfer, linkOf } from '../../../parts/transferLink';
import { mayNow } from '../../../stores/allowed';
import { type TokenAction, tokenActions } from '../../../stores/deskView';
import { feesNow } from '../../../stores/fees';
import type { IconName } from '../../../ui/Icon';

interface ActionFacts {
  /** The key on the card, and on a token of a column. */
  readonly key: string;
  readonly icon: IconName;
  /** Whether it can make sense; the main process decides whether it may be. */
  readonly fits: (token: Token) => boolean;
}

const atEase = (token: Token): boolean =>
  isListed(token) ||
  (token.status === 'active' && (token.stage === 'booked' || token.stage === 'checked_in'));
const notInside = (token: Token): boolean =>
  isOpen(token) && !(token.status === 'active' && token.stage === 'in_consultation');

/** R13: gone, and not because the patient goes on with another token. */
const isLost = (token: Token): boolean =>
  token.status === 'no_show' ||
  (token.status === 'cancelled' &&
    token.cancelReason !== 'transferred' &&
    token.cancelReason !== 'transfer_undone');

/** What can be done with a token, and by which key. Letters of the English words, on any keyboard. */
export const actionFacts: Readonly<Record<TokenAction, ActionFacts>> = {
  checkIn: { key: 'c', icon: 'check', fits: (token) => isOpen(token) && token.checkedInAt === null },
  move: { key: 'm', icon: 'forward', fits: atEase },
  transfer: { key: 't', icon: 'stethoscope', fits: notInside },
  cancel: { key: 'x', icon: 'close', fits: notInside },
  noShow: { key: 'n', icon: 'absent', fits: (token) => token.status === 'active' && notInside(token) },
  reinstate: { key: 'r', icon: 'return', fits: isLost },
  upgrade: {
    key: 'e',
    icon: 'emergency',
    fits: (token) => token.source !== 'emergency' && notInside(token),
  },
  takeBackUpgrade: {
    key: 'b',
    icon: 'return',
    fits: (token) => isOpen(token) && token.source === 'emergency' && token.upgradedFrom !== null,
  },
  precedence: { key: 'f', icon: 'star', fits: isOpen },
  // An emergency is of today (R4).
  moveToDay: {
    key: 'd',
    icon: 'calendar',
    fits: (token) => token.source !== 'emergency' && notInside(token),
  },
  takeBackTransfer: { key: 'u', icon: 'return', fits: isFreshTransfer },
  another: { key: 'a', icon: 'ticket', fits: () => true },
  // R27: whether somebody is with another doctor too is looked up when it is asked for.
  linked: { key: 'o', icon: 'ticket', fits: (token) => linkOf(token) !== null || isOpen(token) },
  serve: { key: 'w', icon: 'check', fits: (token) => token.status === 'active' },
  release: { key: 'l', icon: 'list', fits: (token) => isListed(token) && token.wishedSlotId !== null },
  correct: { key: 'k', icon: 'person', fits: () => true },
  walkIn: { key: 'j', icon: 'walk', fits: (token) => isOpen(token) && token.source === 'follow_up' },
  reprint: { key: 'p', icon: 'printer', fits: () => true },
  history: { key: 'y', icon: 'help', fits: () => true },
  visits: { key: 'v', icon: 'calendar', fits: () => true },
  patient: { key: 'i', icon: 'person', fits: () => true },
  payment: { key: 'g', icon: 'purse', fits: feesNow },
};

/** What each does, which is not everybody's to do; what is missing only looks at what is shown already. */
const callOf: Readonly<Partial<Record<TokenAction, CallName>>> = {
  checkIn: 'tokens.checkIn',
  move: 'tokens.move',
  transfer: 'tokens.transfer',
  cancel: 'tokens.cancel',
  noShow: 'tokens.noShow',
  reinstate: 'tokens.reinstate',
  upgrade: 'tokens.upgrade',
  takeBackUpgrade: 'tokens.takeBackUpgrade',
  precedence: 'tokens.setPrecedence',
  moveToDay: 'tokens.moveToDay',
  takeBackTransfer: 'tokens.undo',
  another: 'tokens.issue',
  serve: 'tokens.serve',
  release: 'tokens.release',
  correct: 'tokens.correct',
  walkIn: 'tokens.correct',
  reprint: 'slips.reprint',
  visits: 'patients.history',
  patient: 'patients.page',
  payment: 'payments.ofToken',
};

function isAllowed(action: TokenAction): boolean {
  const call = callOf[action];
  return call === undefined || mayNow(call);
}

/** On a token of today or later: that somebody was seen is for the doctor's window to say. */
export function mayDo(action: TokenAction, token: Token): boolean {
  return action !== 'serve' && isAllowed(action) && actionFacts[action].fits(token);
}

/** What can be looked at when the token's day is over; nothing of it can be changed. */
const ofThePast: ReadonlySet<TokenAction> = new Set([
  'history',
  'visits',
  'patient',
  'payment',
  'another',
  'linked',
]);
/** R28: a token still open on a day that is over: that day was opened again. */
const ofYesterday: ReadonlySet<TokenAction> = new Set([...ofThePast, 'serve', 'cancel', 'noShow', 'correct']);

/** As `mayDo`, on a token of any day. */
export function mayDoOn(today: string, action: TokenAction, token: Token): boolean {
  if (token.serviceDay >= today) return mayDo(action, token);
  return (
    isAllowed(action) &&
    actionFacts[action].fits(token) &&
    (isOpen(token) ? ofYesterday : ofThePast).has(action)
  );
}

/** The action a letter means; Delete cancels, as in the doctor's window. */
export function actionOfKey(facts: KeyFacts): TokenAction | undefined {
  const key = keyOf(facts);
  const letter = key === 'Delete' ? 'x' : key;
  return tokenActions.find((action) => actionFacts[action].key === letter);
}
