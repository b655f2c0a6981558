import type { Book } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import type { DoctorId } from '../../../shared/model/ids';
import type { DayWithRoom, Otherwise, TokenWarning } from '../../../shared/model/otherwise';
import type { Slot } from '../../../shared/model/slot';
import { isOpen, type Token } from '../../../shared/model/token';
import type { WaitRange } from '../../../shared/model/wait';
import { type Context, nextWalkInSlot, phasesHoldUntil } from '../../engine';
import { type Call, contextOf } from '../call';
import { daysAfter } from '../time/calendar';
import { hasHoursLeft } from '../waits/hours';
import { besideBook, type Lasting } from './kept';

/** So far ahead a day with room is looked for. */
const DAYS_AHEAD = 14;

/** What to say of today's hours to somebody who has, or would get, this token. */
export function hoursWarnings(
  book: Book,
  token: Token,
  wait: WaitRange | null,
  { now, today }: Context,
): TokenWarning[] {
  if (book.serviceDay !== today || !isOpen(token)) return [];
  if (!hasHoursLeft(book, now)) return ['hours_over'];
  return wait !== null && wait.today !== 'yes' ? ['today_may_not_be_enough'] : [];
}

/** What of a token is said of the hours. */
interface OfHours {
  readonly doctor: Doctor;
  readonly warnings: readonly TokenWarning[];
  readonly otherwise: Otherwise | null;
}

/** With what else there is, if hours may not be enough. */
export async function withOtherwise<T extends OfHours>(call: Call, seen: T): Promise<T> {
  const isShort = seen.warnings.some((one) => one === 'hours_over' || one === 'today_may_not_be_enough');
  return isShort ? { ...seen, otherwise: await otherwiseFor(call, seen.doctor) } : seen;
}

/** What else there is for somebody who wants to see this doctor and may not today. */
async function otherwiseFor(call: Call, doctor: Doctor): Promise<Otherwise> {
  return { nextDay: await nextDayWithRoom(call, doctor.id), otherDoctor: await otherDoctor(call, doctor) };
}

/** The doctor's first free seat after today, within two weeks. */
export async function nextDayWithRoom(
  { environment: { store }, today }: Call,
  doctorId: DoctorId,
): Promise<DayWithRoom | null> {
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => daysAfter(today, index + 1));
  return (await store.firstRoom(doctorId, days)) ?? null;
}

/** Whoever of the same specialization has the earliest free seat today. */
async function otherDoctor(call: Call, { id, specialization }: Doctor): Promise<Otherwise['otherDoctor']> {
  const { environment, today } = call;
  const context = contextOf(call);
  const others = (await environment.store.doctors()).filter(
    (other) => other.active && other.id !== id && other.specialization === specialization,
  );
  const keys = others.map((other) => ({ doctorId: other.id, serviceDay: today }));
  const books = await environment.store.books(keys, today);
  let best: Otherwise['otherDoctor'] = null;
  for (const [index, other] of others.entries()) {
    const book = books[index];
    const slot =
      book && (await keptRoom(book, context.now, [context.rules], () => roomIn(book, context))).value;
    if (!slot || (best && best.startMinute <= slot.startMinute)) continue;
    const { name, nameIn, room } = other;
    best = { id: other.id, name, nameIn, room, startMinute: slot.startMinute, endMinute: slot.endMinute };
  }
  return best;
}

/** Where somebody who is here would be seated; null: nowhere. Asked of every doctor whenever one of them is full. */
const keptRoom = besideBook<Pick<Slot, 'startMinute' | 'endMinute'> | null>();

function roomIn(book: Book, context: Context): Lasting<Pick<Slot, 'startMinute' | 'endMinute'> | null> {
  const slot = book.status === 'open' ? nextWalkInSlot(book, context) : undefined;
  return { value: slot ?? null, until: phasesHoldUntil(book, context) };
}
