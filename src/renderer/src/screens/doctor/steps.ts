import type { CallName } from '../../../../shared/contract';
import type { BookView } from '../../../../shared/model/book-view';
import { type ActiveToken, isListed, isOpen, type Token } from '../../../../shared/model/token';
import { isFreshTransfer } from '../../parts/transferLink';
import { mayNow } from '../../stores/allowed';
import type { SortedBook } from './derive';

/** The obvious next step: what Space does. */
export type NextStep =
  | { readonly kind: 'serve'; readonly token: Token }
  | { readonly kind: 'start'; readonly token: ActiveToken }
  /** `expected` is whom main calls, or nobody: it says so if it would be another. */
  | { readonly kind: 'callNext'; readonly expected: Token }
  | { readonly kind: 'endBreak' }
  /** Everybody is seen and the last slot is over. */
  | { readonly kind: 'closeDay' }
  | { readonly kind: 'closed' }
  /** Whoever is on may look, and no more. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'none' };

export function nextStep(view: BookView, sorted: SortedBook, onBreak: boolean): NextStep {
  if (!mayNow('queue.callNext')) return { kind: 'looking' };
  if (view.left !== null) return { kind: 'serve', token: view.left };
  if (sorted.inConsultation !== null) return { kind: 'serve', token: sorted.inConsultation };
  if (view.status === 'closed') return { kind: 'closed' };
  if (sorted.called !== null) return { kind: 'start', token: sorted.called };
  if (onBreak) return { kind: 'endBreak' };
  const expected = view.tokens.find(({ id }) => id === view.next);
  if (expected !== undefined) return { kind: 'callNext', expected };
  return isDayDone(view, sorted) ? { kind: 'closeDay' } : { kind: 'none' };
}

/** Nobody is left who may still be seen, and nobody more can come. */
function isDayDone(view: BookView, sorted: SortedBook): boolean {
  const over = view.slots.every(({ phase }) => phase === 'ended' || phase === 'closed');
  const open = sorted.booked.length + sorted.waiting.length + sorted.held.length + sorted.queue.length;
  return over && open === 0 && view.tokens.length > 0;
}

/** R19: what calling the called one once more would do. */
export type RecallEffect = 'again' | 'goesOn' | 'stepsBack' | 'noShow';

export function recallEffect(view: BookView, sorted: SortedBook): RecallEffect {
  if (sorted.called === null || sorted.called.recalls < view.maxRecalls) return 'again';
  const here = [
    ...sorted.queue.map(({ token }) => token),
    ...sorted.held.map(({ token }) => token),
    ...sorted.waiting.filter(({ checkedInAt }) => checkedInAt !== null),
  ];
  if (!here.some(({ id }) => !sorted.elsewhere.has(id))) return 'goesOn';
  return sorted.called.unanswered > 0 ? 'noShow' : 'stepsBack';
}

/** What can be done with one token from this window. */
export type TokenTool =
  | 'recall'
  | 'hold'
  | 'noShow'
  | 'call'
  | 'transfer'
  | 'cancel'
  | 'checkIn'
  | 'why'
  | 'need'
  | 'notEmergency'
  | 'giveBack';

export function toolsFor(token: Token | null, atTheDoor: boolean): ReadonlySet<TokenTool> {
  if (token === null) return new Set();
  if (!isOpen(token)) return new Set(['why']);
  const tools: TokenTool[] = ['why', ...byStanding(token)];
  if (token.source === 'emergency' && token.upgradedFrom !== null) tools.push('notEmergency');
  if (isFreshTransfer(token)) tools.push('giveBack');
  const allowed = tools.filter((tool) => tool === 'why' || mayNow(callOf[tool]));
  return new Set(atTheDoor ? allowed.filter((tool) => tool !== 'call') : allowed);
}

const callOf: Readonly<Record<Exclude<TokenTool, 'why'>, CallName>> = {
  recall: 'tokens.recall',
  hold: 'tokens.hold',
  noShow: 'tokens.noShow',
  call: 'tokens.call',
  transfer: 'tokens.transfer',
  cancel: 'tokens.cancel',
  checkIn: 'tokens.checkIn',
  need: 'tokens.setPrecedence',
  notEmergency: 'tokens.takeBackUpgrade',
  giveBack: 'tokens.undo',
};

function byStanding(token: Extract<Token, { status: 'active' | 'waiting' | 'displaced' }>): TokenTool[] {
  if (isListed(token)) return [token.checkedInAt === null ? 'checkIn' : 'call', 'transfer', 'cancel', 'need'];
  switch (token.stage) {
    case 'called':
      return ['recall', 'hold', 'noShow', 'transfer', 'cancel', 'need'];
    case 'in_consultation':
      return ['hold'];
    case 'booked':
      return ['checkIn', 'noShow', 'transfer', 'cancel', 'need'];
    case 'checked_in':
      return ['call', 'hold', 'transfer', 'cancel', 'need'];
    case 'on_hold':
      return ['call', ...silent(token), 'transfer', 'cancel', 'need'];
  }
}

/** R13: who was held back for not answering is a no-show by hand at any time. */
function silent({ heldFor }: ActiveToken): TokenTool[] {
  return heldFor === 'no_answer' ? ['noShow'] : [];
}
