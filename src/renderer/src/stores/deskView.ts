import { create } from 'zustand';
import type { DoctorId, SlotId, TokenId } from '../../../shared/model/ids';
import type { Ticket } from '../../../shared/model/ticket';
import type { ServiceDay } from '../../../shared/model/time';
import type { ErrorDetails } from '../../../shared/result';

/** What can be done with one token; the card opens on one of them, or on the list of all. */
export const tokenActions = [
  'checkIn',
  'move',
  'transfer',
  'cancel',
  'noShow',
  'reinstate',
  'upgrade',
  'takeBackUpgrade',
  'precedence',
  'moveToDay',
  'takeBackTransfer',
  'another',
  'linked',
  'serve',
  'release',
  'correct',
  'walkIn',
  'reprint',
  'history',
  'visits',
  'patient',
  'payment',
] as const;
export type TokenAction = (typeof tokenActions)[number];

/** What lies over the columns; one at a time. */
export type Overlay =
  | { readonly kind: 'find' }
  | { readonly kind: 'token'; readonly tokenId: TokenId; readonly action: TokenAction | null }
  /** The patient of a token. */
  | { readonly kind: 'patient'; readonly tokenId: TokenId }
  /** A token dropped on a slot. */
  | { readonly kind: 'drop'; readonly tokenId: TokenId; readonly slotId: SlotId }
  | { readonly kind: 'slot'; readonly doctorId: DoctorId; readonly slotId: SlotId; readonly day: ServiceDay }
  | { readonly kind: 'doctor'; readonly doctorId: DoctorId }
  /** R25: paper blanks of an outage. */
  | { readonly kind: 'paper'; readonly doctorId: DoctorId; readonly day: ServiceDay }
  | { readonly kind: 'undoRefused'; readonly message: string; readonly details: ErrorDetails }
  | { readonly kind: 'callList' | 'history' | 'printer' | 'shortcuts' | 'overdue' | 'shownDoctors' | 'count' }
  /** R16; default: today. */
  | { readonly kind: 'endDay'; readonly day?: ServiceDay }
  /** R28: a closed day to open again. */
  | { readonly kind: 'reopen'; readonly doctorId: DoctorId; readonly day: ServiceDay };

interface ViewState {
  readonly overlay: Overlay | null;
  /** The last token this window issued, with what its slip said. */
  readonly issued: Ticket | null;
  /** R28: the columns show a day that is over, and was opened again; null: the day tokens are written for. */
  readonly pastDay: ServiceDay | null;
  /** What was written on a page that lies over the columns is not saved; `asked`: somebody wants to leave it all the same. */
  readonly unsaved: 'no' | 'yes' | 'asked';
}

export const useDeskView = create<ViewState>(() => ({
  overlay: null,
  issued: null,
  pastDay: null,
  unsaved: 'no',
}));

export function show(overlay: Overlay): void {
  goTo(overlay);
}

export function closeOverlay(): void {
  goTo(null);
}

/** Once something is done, what it was done in closes, and nothing that was opened meanwhile. Answers whether it was done. */
export async function closeWhenDone(work: Promise<boolean>): Promise<boolean> {
  const { overlay } = useDeskView.getState();
  const isDone = await work;
  if (isDone && useDeskView.getState().overlay === overlay) closeOverlay();
  return isDone;
}

/** By whatever key or scan: what was written and not saved is not left unasked. */
function goTo(overlay: Overlay | null): void {
  useDeskView.setState(({ unsaved }) => {
    if (unsaved === 'no') return { overlay };
    // Escape again goes on writing.
    return { unsaved: unsaved === 'asked' && overlay === null ? 'yes' : 'asked' };
  });
}

export function setUnsaved(unsaved: ViewState['unsaved']): void {
  useDeskView.setState({ unsaved });
}

export function showPastDay(pastDay: ServiceDay | null): void {
  useDeskView.setState({ pastDay });
}

export function showIssued(issued: Ticket | null): void {
  useDeskView.setState({ issued });
}
