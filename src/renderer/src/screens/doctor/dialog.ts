import type { Token } from '../../../../shared/model/token';
import type { UndoRefusal } from '../../data/undo';

type Looked = 'cancel' | 'transfer' | 'why' | 'need' | 'notEmergency' | 'giveBack';
type OfDay = 'late' | 'break' | 'leave' | 'tell' | 'close' | 'reopen' | 'keys';

/** What lies over the queue; one at a time. */
export type Dialog =
  | { readonly kind: Looked | 'call'; readonly token: Token }
  | { readonly kind: OfDay }
  | ({ readonly kind: 'undoRefused' } & UndoRefusal);

const looked: ReadonlySet<string> = new Set<Looked>([
  'cancel',
  'transfer',
  'why',
  'need',
  'notEmergency',
  'giveBack',
]);

/** What is looked at first, or needs a word, before it is done to a token. */
export function opensDialog(tool: string): tool is Looked {
  return looked.has(tool);
}
