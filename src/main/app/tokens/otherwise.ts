import type { Book } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import type { DayWithRoom, Otherwise, TokenWarning } from '../../../shared/model/otherwise';
import { isOpen, type Token } from '../../../shared/model/token';
import type { WaitRange } from '../../../shared/model/wait';
import { type Context, nextWalkInSlot } from '../../engine';
import { daysAfter } from '../day/calendar';
import { hasHoursLeft } from '../day/hours';
import type { Environment } from '../environment';

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

/** What else there is for somebody who wants to see this doctor and may not today. */
export async function otherwiseFor(
  environment: Environment,
  doctor: Doctor,
  context: Context,
): Promise<Otherwise> {
  return {
    nextDay: await nextDayWithRoom(environment, doctor, context),
    otherDoctor: await otherDoctor(environment, doctor, context),
  };
}

/** The doctor's first free seat after today, within two weeks. */
export async function nextDayWithRoom(
  { store }: Pick<Environment, 'store'>,
  { id: doctorId }: Pick<Doctor, 'id'>,
  { today }: Pick<Context, 'today'>,
): Promise<DayWithRoom | null> {
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => daysAfter(today, index + 1));
  return (await store.firstRoom(doctorId, days)) ?? null;
}

/** Whoever of the same specialization has the earliest free seat today. */
async function otherDoctor(
  { store }: Environment,
  { id, specialization }: Doctor,
  context: Context,
): Promise<Otherwise['otherDoctor']> {
  const others = (await store.doctors()).filter(
    (other) => other.active && other.id !== id && other.specialization === specialization,
  );
  let best: Otherwise['otherDoctor'] = null;
  for (const other of others) {
    const book = await store.book({ doctorId: other.id, serviceDay: context.today }, context.today);
    const slot = book?.status === 'open' ? nextWalkInSlot(book, context) : undefined;
    if (!slot || (best && best.startMinute <= slot.startMinute)) continue;
    const { name, room } = other;
    best = { id: other.id, name, room, startMinute: slot.startMinute, endMinute: slot.endMinute };
  }
  return best;
}
