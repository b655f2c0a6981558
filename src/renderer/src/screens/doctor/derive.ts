import type { BookView } from '../../../../shared/model/book-view';
import type { TokenId } from '../../../../shared/model/ids';
import type { QueuePlace } from '../../../../shared/model/reason';
import type { SlotView } from '../../../../shared/model/slot';
import {
  type ActiveToken,
  isListed,
  type ListedToken,
  type ServedToken,
  type Token,
} from '../../../../shared/model/token';

/** Whether somebody is here in person, whatever their status. */
type OpenToken = ActiveToken | ListedToken;

/** One who will be called, and why at this place. */
interface Queued {
  readonly token: OpenToken;
  readonly place: QueuePlace;
}

export type FinishedToken = Extract<Token, { status: 'served' | 'cancelled' | 'no_show' }>;

/** Stepped back or stepped out, and after how many calls of others it is due. */
export interface Held {
  readonly token: ActiveToken;
  readonly callsToGo: number;
}

/** R27: where the patient of a token is. */
export type Whereabouts = BookView['elsewhere'][number];

/** A book's view, sorted into what the doctor's screen shows. Decides nothing: order and seats are main's. */
export interface SortedBook {
  readonly called: ActiveToken | null;
  readonly inConsultation: ActiveToken | null;
  readonly queue: readonly Queued[];
  readonly waiting: readonly ListedToken[];
  readonly held: readonly Held[];
  readonly booked: readonly ActiveToken[];
  readonly served: readonly ServedToken[];
  readonly finished: readonly FinishedToken[];
  readonly slots: ReadonlyMap<string, SlotView>;
  /** R27: who is with another doctor, by token. */
  readonly elsewhere: ReadonlyMap<string, Whereabouts>;
  /** R13: who would be a no-show now, and when the clock says so by itself. */
  readonly overdue: ReadonlyMap<string, number>;
}

export function sortBook(view: BookView): SortedBook {
  const tokens = new Map<TokenId, Token>(view.tokens.map((token) => [token.id, token]));
  const active = (id: TokenId | null): ActiveToken | null => {
    const token = id === null ? undefined : tokens.get(id);
    return token?.status === 'active' ? token : null;
  };
  const queued = new Set(view.queue.map((entry) => entry.tokenId));
  const actives = view.tokens.filter((token) => token.status === 'active');
  const slots = new Map<string, SlotView>(view.slots.map((slot) => [slot.id, slot]));
  const start = (token: ActiveToken): number => slots.get(token.slotId)?.startMinute ?? 0;
  const finished = view.tokens.filter(
    (token) => token.status === 'served' || token.status === 'cancelled' || token.status === 'no_show',
  );

  return {
    called: active(view.called),
    inConsultation: active(view.inConsultation),
    queue: view.queue.flatMap(({ tokenId, place }) => {
      const token = tokens.get(tokenId);
      return token !== undefined && (token.status === 'active' || isListed(token)) ? [{ token, place }] : [];
    }),
    waiting: view.waiting.flatMap((id) => {
      const token = tokens.get(id);
      return token !== undefined && isListed(token) && !queued.has(id) ? [token] : [];
    }),
    held: view.heldBack.flatMap(({ tokenId, place }) => {
      const token = active(tokenId);
      return token !== null && place.code === 'held_back' ? [{ token, callsToGo: place.callsToGo }] : [];
    }),
    booked: actives
      .filter((token) => token.stage === 'booked')
      .sort((a, b) => start(a) - start(b) || a.sequence - b.sequence),
    served: finished.filter((token) => token.status === 'served'),
    finished: finished.sort((a, b) => endedAt(b) - endedAt(a)),
    slots,
    elsewhere: new Map(view.elsewhere.map((where) => [where.tokenId, where])),
    overdue: new Map(view.overdue.map(({ tokenId, at }) => [tokenId, at])),
  };
}

/** When a finished token was finished. */
export function endedAt(token: FinishedToken): number {
  if (token.status === 'served') return token.servedAt;
  return token.status === 'cancelled' ? token.cancelledAt : token.noShowAt;
}

/** All that can be chosen with the arrow keys, from the top: the queue, held back, waiting list, booked. */
export function rowsOf(sorted: SortedBook): readonly OpenToken[] {
  return [
    ...sorted.queue.map(({ token }) => token),
    ...sorted.held.map(({ token }) => token),
    ...sorted.waiting,
    ...sorted.booked,
  ];
}
