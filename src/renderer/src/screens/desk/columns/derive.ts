import type { BookView } from '../../../../../shared/model/book-view';
import type { TokenId } from '../../../../../shared/model/ids';
import type { SlotView } from '../../../../../shared/model/slot';
import {
  type ActiveToken,
  isListed,
  isUnseen,
  type ListedToken,
  type Token,
} from '../../../../../shared/model/token';
import type { WaitRange } from '../../../../../shared/model/wait';

/** One slot of a column with who sits in it. */
export interface ColumnSlot {
  readonly slot: SlotView;
  /** Still to be seen, by number. */
  readonly tokens: readonly ActiveToken[];
  /** Seen already; they keep their seats (R1). */
  readonly served: number;
}

/** One doctor's book, sorted into what the column shows. Decides nothing: seats and order are main's. */
export interface Column {
  readonly slots: readonly ColumnSlot[];
  /** R10: best first. */
  readonly waiting: readonly ListedToken[];
  /** R16: here or waiting when the day was closed, the last first. */
  readonly unseen: readonly Token[];
  /** Cancelled and no-show, the last first. */
  readonly gone: readonly Token[];
  readonly waits: ReadonlyMap<TokenId, WaitRange>;
  /** R19: stepped back, and after how many others each comes. */
  readonly callsToGo: ReadonlyMap<TokenId, number>;
  /** R27: whose patient is at another doctor's door. */
  readonly elsewhere: ReadonlyMap<TokenId, BookView['elsewhere'][number]>;
  /** Here and not called yet. */
  readonly here: number;
}

export function columnOf(view: BookView): Column {
  const tokens = new Map<TokenId, Token>(view.tokens.map((token) => [token.id, token]));
  const active = view.tokens.filter((token) => token.status === 'active');
  return {
    slots: view.slots.map((slot) => ({
      slot,
      tokens: active.filter(({ slotId }) => slotId === slot.id).sort(byNumber),
      served: view.tokens.filter((token) => token.status === 'served' && token.slotId === slot.id).length,
    })),
    waiting: view.waiting.flatMap((id) => {
      const token = tokens.get(id);
      return token !== undefined && isListed(token) ? [token] : [];
    }),
    unseen: lastFirst(view.tokens.filter(wasUnseen)),
    gone: lastFirst(
      view.tokens.filter(
        (token) => token.status === 'no_show' || (token.status === 'cancelled' && !wasUnseen(token)),
      ),
    ),
    waits: new Map(view.waits.map((wait) => [wait.tokenId, wait])),
    callsToGo: new Map(
      view.heldBack.map(({ tokenId, place }) => [tokenId, place.code === 'held_back' ? place.callsToGo : 0]),
    ),
    elsewhere: new Map(view.elsewhere.map((one) => [one.tokenId, one])),
    here: view.queue.length,
  };
}

function wasUnseen(token: Token): boolean {
  return token.status === 'cancelled' && isUnseen(token.cancelReason);
}

function lastFirst(tokens: readonly Token[]): readonly Token[] {
  return tokens.toSorted((a, b) => b.updatedAt - a.updatedAt);
}

function byNumber(a: Token, b: Token): number {
  return a.series === b.series ? a.sequence - b.sequence : a.series.localeCompare(b.series);
}
