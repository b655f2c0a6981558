import type { Book, BookKey } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import { isTokenEvent } from '../../../shared/model/event';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import { isListed, type Token } from '../../../shared/model/token';
import type { WaitRange } from '../../../shared/model/wait';
import {
  type Context,
  elsewhereStamp,
  minuteHoldsUntil,
  onBreakUntil,
  orderHoldsUntil,
  phasesHoldUntil,
  waitingHere,
} from '../../engine';
import { type Call, contextOfDay } from '../call';
import { besideBook } from '../run/kept';

type Times = Pick<Slot, 'startMinute' | 'endMinute'>;

export type PhoneState =
  /** Booked for a day to come. */
  | 'later'
  /** Today, and not here yet. */
  | 'booked'
  | 'queue'
  | 'list'
  | 'held'
  | 'called'
  | 'inside'
  | 'served'
  | 'cancelled'
  /** R16: the day was closed before this one was seen. */
  | 'not_seen'
  | 'no_show';

/** What a patient's phone shows: nothing that says who it is, or what for. */
export interface PhoneView {
  readonly state: PhoneState;
  readonly number: string;
  readonly doctor: Pick<Doctor, 'name' | 'nameIn'>;
  readonly room: string;
  readonly serviceDay: ServiceDay;
  /** When this was so. */
  readonly at: Instant;
  readonly timeZone: string;
  readonly slot: Times | null;
  /** Where the first slot was, if it is another now. */
  readonly movedFrom: Times | null;
  /** How many will be called before; null: it is not to be called now. */
  readonly ahead: number | null;
  readonly wait: Pick<WaitRange, 'from' | 'to' | 'fromMinutes' | 'toMinutes'> | null;
  readonly lateMinutes: number;
  readonly breakUntil: Instant | null;
}

/** Whose page it is after transfers (R21), and in which book; null: its day is over, or there is no such token. */
export async function placeOnPhone(
  { environment: { store }, today }: Call,
  tokenId: TokenId,
): Promise<{ readonly tokenId: TokenId; readonly key: BookKey } | null> {
  let id = tokenId;
  for (let step = 0; step < MOST_TRANSFERS; step += 1) {
    const key = await store.bookOfToken(id);
    const token = key && (await store.book(key, today))?.tokens.find((one) => one.id === id);
    if (!key || !token) return null;
    const next = token.status === 'cancelled' ? token.transferredTo : null;
    if (next === null) return key.serviceDay < today ? null : { tokenId: id, key };
    id = next;
  }
  return null;
}

/** Nobody is sent on more often on a day. */
const MOST_TRANSFERS = 8;

/** Of one book: each token's view is made once, however many phones ask. */
export type PhoneViews = (tokenId: TokenId) => Promise<PhoneView | null>;

const keptViews = besideBook<PhoneViews>();
const noViews: PhoneViews = async () => null;

/** The views of a book, until it is another, or a minute is over. */
export async function phoneViews(call: Call, key: BookKey): Promise<PhoneViews> {
  const { store } = call.environment;
  const [book, doctor] = [await store.book(key, call.today), await store.doctor(key.doctorId)];
  if (!book || !doctor) return noViews;
  const context = await contextOfDay(call, key.serviceDay);
  const stamp = [doctor, call.settings, call.today, elsewhereStamp(book, context)];
  const kept = await keptViews(book, call.now, stamp, () => ({
    value: makeViews(call, book, doctor, context),
    until: Math.min(
      minuteHoldsUntil(context),
      phasesHoldUntil(book, context),
      orderHoldsUntil(book, context),
    ),
  }));
  return kept.value;
}

function makeViews(call: Call, book: Book, doctor: Doctor, context: Context): PhoneViews {
  const { environment, settings, today, now } = call;
  const line = new Map(waitingHere(book, context).map((id, place) => [id, place]));
  const waits = environment.pace.waits(book, context);
  const made = new Map<TokenId, Promise<PhoneView | null>>();

  async function make(tokenId: TokenId): Promise<PhoneView | null> {
    const token = book.tokens.find(({ id }) => id === tokenId);
    if (!token) return null;
    const state = stateOf(token, today);
    const slotId = token.status === 'active' ? token.slotId : null;
    const slot = book.slots.find(({ id }) => id === slotId);
    const isWaiting = state === 'queue' || state === 'list';
    return {
      state,
      number: token.number,
      doctor: { name: doctor.name, nameIn: doctor.nameIn },
      room: doctor.room,
      serviceDay: book.serviceDay,
      at: now,
      timeZone: settings.clinic.timeZone,
      slot: slotTimes(book, slotId),
      movedFrom: state === 'booked' || state === 'later' || isWaiting ? await movedFrom(token) : null,
      ahead: isWaiting ? (line.get(tokenId) ?? line.size) : null,
      wait: isWaiting ? (waits.get(tokenId) ?? null) : null,
      lateMinutes: state === 'booked' || isWaiting ? (slot?.delayMinutes ?? 0) : 0,
      breakUntil: book.serviceDay === today ? onBreakUntil(book, now) : null,
    };
  }

  /** The first seat that it ever had, if it has another by now. */
  async function movedFrom(token: Token): Promise<Times | null> {
    const first = await firstSlot(call, token);
    const isOther = first !== null && (token.status !== 'active' || token.slotId !== first);
    return isOther ? slotTimes(book, first) : null;
  }

  return (tokenId) => {
    const known = made.get(tokenId) ?? make(tokenId);
    made.set(tokenId, known);
    return known;
  };
}

function slotTimes({ slots }: Book, slotId: SlotId | null): Times | null {
  const slot = slots.find(({ id }) => id === slotId);
  return slot ? { startMinute: slot.startMinute, endMinute: slot.endMinute } : null;
}

/** A token that did not change is the same object, and need not be looked up again. */
const firstSlots = new WeakMap<Token, SlotId | null>();

async function firstSlot({ environment: { store } }: Call, token: Token): Promise<SlotId | null> {
  const known = firstSlots.get(token);
  if (known !== undefined) return known;
  const events = (await store.tokenHistory(token.id)).map(({ event }) => event).filter(isTokenEvent);
  const seated = events.find(({ after }) => after.status === 'active');
  const first = seated?.after.status === 'active' ? seated.after.slotId : null;
  firstSlots.set(token, first);
  return first;
}

function stateOf(token: Token, today: ServiceDay): PhoneState {
  if (isListed(token)) return token.serviceDay > today ? 'later' : 'list';
  if (token.status === 'cancelled') return closed.has(token.cancelReason) ? 'not_seen' : 'cancelled';
  if (token.status !== 'active') return token.status;
  if (token.serviceDay > today) return 'later';
  if (token.stage === 'booked') return 'booked';
  if (token.stage === 'on_hold') return 'held';
  if (token.stage === 'called') return 'called';
  return token.stage === 'in_consultation' ? 'inside' : 'queue';
}

const closed: ReadonlySet<string> = new Set([
  'left_unseen',
  'sent_away',
  'doctor_gone',
  'closed_by_clock',
  'not_seen',
]);
