import type { Book } from '../../../shared/model/book';
import type { CallListLine } from '../../../shared/model/call-list';
import { type BookEvent, isTokenEvent, type SlotEvent, type TokenEvent } from '../../../shared/model/event';
import { callListLineIdSchema, type SlotId, type TokenId } from '../../../shared/model/ids';
import { isOpen, type Token } from '../../../shared/model/token';
import type { SettledLine } from '../../store/store';

export interface CallList {
  readonly callList: readonly CallListLine[];
  /** Settled: nobody need be told about these any more. */
  readonly callsSettled: readonly TokenId[];
  /** R28: settled by a closing that is taken back. */
  readonly callsBack: readonly SettledLine[];
}

/**
 * Who must be told of a change, from its events: whoever lost a seat; whoever got one and is not here; whoever is
 * not here yet and whose doctor is late. A token that is over needs no call.
 */
export function callListFor(book: Book, events: readonly BookEvent[], newId: () => string): CallList {
  const callList: CallListLine[] = [];
  const callsSettled: TokenId[] = [];
  const write = (token: Token, change: Change): void => {
    const { id: tokenId, serviceDay, doctorId, number, patientName, patientContact } = token;
    const who = { tokenId, serviceDay, doctorId, number, patientName, patientContact };
    callList.push({ id: callListLineIdSchema.parse(newId()), ...who, ...change, toldAt: null });
  };
  for (const event of events) {
    if (isTokenEvent(event)) noteToken(book, event, write, callsSettled);
    else if ('after' in event && event.type === 'slotDelayed') noteDelay(book, event, write, callsSettled);
  }
  return { callList, callsSettled, callsBack: events.filter(isTokenEvent).flatMap(settledBefore) };
}

type Change = Pick<CallListLine, 'kind' | 'because' | 'from' | 'to' | 'delayMinutes' | 'at'>;
type Write = (token: Token, change: Change) => void;

function noteToken(book: Book, event: TokenEvent, write: Write, done: TokenId[]): void {
  const { type, before, after, at } = event;
  const places = {
    from: timesOf(book, before),
    to: timesOf(book, after),
    because: null,
    delayMinutes: 0,
    at,
  };
  if (type === 'tokenDisplaced') write(after, { kind: 'displaced', ...places, because: causeOf(event) });
  else if (type === 'tokenPromoted' && after.checkedInAt === null)
    write(after, { kind: 'promoted', ...places });
  else if (!isOpen(after)) done.push(after.id);
}

/** R28: what the closing settled about a token that stands again as before it. */
function settledBefore({ type, before, after, reason }: TokenEvent): SettledLine[] {
  if (type !== 'tokenRestored' || reason.code !== 'day_reopened') return [];
  if (before?.status === 'cancelled') return [{ tokenId: after.id, settledAt: before.cancelledAt }];
  return before?.status === 'no_show' ? [{ tokenId: after.id, settledAt: before.noShowAt }] : [];
}

/** What is said on the phone is true: an emergency is blamed for what it did, and for nothing else. */
function causeOf({ reason }: TokenEvent): CallListLine['because'] {
  if (reason.code === 'gave_way') return 'emergency';
  return reason.code === 'slot_closed' || reason.code === 'slot_shrunk' ? reason.code : null;
}

function noteDelay(book: Book, { after, before, at }: SlotEvent, write: Write, done: TokenId[]): void {
  const { delayMinutes } = after;
  if (before?.delayMinutes === delayMinutes) return;
  const expected = book.tokens.filter(
    (token) => token.status === 'active' && token.slotId === after.id && token.checkedInAt === null,
  );
  for (const token of expected) {
    const times = timesOf(book, token);
    if (delayMinutes === 0) done.push(token.id);
    else write(token, { kind: 'doctor_late', from: times, to: times, because: null, delayMinutes, at });
  }
}

/** The printed times of a token's slot; null: it has none. */
export function timesOf(book: Pick<Book, 'slots'>, token: Token | null): CallListLine['from'] {
  return token?.status === 'active' || token?.status === 'served' ? slotTimes(book, token.slotId) : null;
}

function slotTimes(book: Pick<Book, 'slots'>, slotId: SlotId): CallListLine['from'] {
  const slot = book.slots.find(({ id }) => id === slotId);
  return slot ? { startMinute: slot.startMinute, endMinute: slot.endMinute } : null;
}
