import type { CheckedInput } from '../../../shared/contract';
import { type BookKey, isSameBook } from '../../../shared/model/book';
import { type Doctor, doctorSchema, newDoctor } from '../../../shared/model/doctor';
import type { DoctorSchedule } from '../../../shared/model/doctor-schedule';
import { DAYS_AHEAD, type ServiceDay } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { nobody, noDoctor, type Plan } from '../run/plan';
import { booksReached, replanBooks } from '../schedule/replanning';
import { daysAfter } from '../time/calendar';
import { checkOneOffs, checkWeek } from './check-week';
import { cancelAllOf, checkOpenTokens, openBooksOf } from './retire';

/** A doctor with the weekly schedule. */
export async function withSchedule(
  { environment: { store } }: Call,
  doctor: Doctor,
): Promise<DoctorSchedule> {
  return { ...doctor, schedule: [...(await store.schedule(doctor.id))] };
}

/**
 * Adds a doctor, or changes what is given of one. Another week reaches the days that have a book too (R34). All of it is
 * decided inside the transaction: two windows may save at once. Errors: NOT_FOUND; INVALID_INPUT (a new doctor without a
 * name, a schedule that overlaps); CONFLICT (prefix taken, a session of one day is in the way, somebody stops working
 * here with patients left, or was booked meanwhile).
 */
export async function saveDoctor(
  call: Call,
  { requestId: _id, openTokens, schedule, ...wish }: CheckedInput<'doctors.save'>,
): Promise<Result<Plan<DoctorSchedule>>> {
  const { environment, today } = call;
  const { doctorId } = wish;
  const freshId = environment.newId();
  const mayLeave = wish.active === false && openTokens === 'cancel';
  const reach = { doctorId, from: today };
  return ok({
    books: uniqueOf([
      ...(mayLeave && doctorId ? await openBooksOf(call, doctorId) : []),
      ...(schedule && doctorId ? await booksReached(call, reach) : []),
    ]),
    everyDoctor: true,
    decide: (books, at) => {
      const { reading } = at;
      const before = reading.doctors().find(({ id }) => id === doctorId);
      if (doctorId && !before) return noDoctor(doctorId);
      const doctor = doctorAfter(before ?? { id: freshId }, wish, reading);
      if (!doctor.success) return fail('INVALID_INPUT', 'A doctor needs a name.', { field: 'name' });
      const wrong =
        checkWeek(schedule ?? [], reading.settings.clinic.dayStartsAtMinute) ??
        (before && schedule ? checkOneOffs(schedule, oneOffsOf(reading, before, today)) : undefined) ??
        checkPrefix(doctor.data, before, reading, today);
      if (wrong) return wrong;
      const retires = before?.active === true && !doctor.data.active;
      const open = retires ? checkOpenTokens(before, openTokens, books, reading, today) : undefined;
      if (open) return open;
      const week = schedule ?? (before ? reading.schedule(before.id) : []);
      const planned =
        schedule && before
          ? replanBooks(call, books, at, { reach, planned: (day) => ({ ...day, week: schedule }) })
          : ok([]);
      if (!planned.ok) return planned;
      const doctors = [{ doctor: doctor.data, schedule: week }];
      const answer = { ...doctor.data, schedule: [...week] };
      if (!retires || openTokens !== 'cancel') {
        return ok({ decisions: planned.value, about: nobody, also: { doctors }, answer });
      }
      const replanned = books.map(
        (book) => planned.value.find((one) => isSameBook(one.book, book))?.book ?? book,
      );
      const { decisions, callList } = cancelAllOf(call, replanned, at);
      const also = { doctors, callList };
      return ok({ decisions: [...planned.value, ...decisions], about: nobody, also, answer });
    },
  });
}

function uniqueOf(keys: readonly BookKey[]): readonly BookKey[] {
  return keys.filter((key, index) => keys.findIndex((other) => isSameBook(other, key)) === index);
}

function oneOffsOf(reading: Reading, { id }: Doctor, today: ServiceDay) {
  return reading.oneOffs(id, today, daysAfter(today, DAYS_AHEAD));
}

/** As it is to be; a new one has some of it by itself. */
function doctorAfter(
  before: Doctor | { readonly id: string },
  { doctorId: _id, ...fields }: Omit<CheckedInput<'doctors.save'>, 'schedule' | 'openTokens' | 'requestId'>,
  reading: Reading,
): ReturnType<typeof doctorSchema.safeParse> {
  const prefix = fields.prefix ?? ('prefix' in before ? before.prefix : freePrefix(reading.doctors()));
  return doctorSchema.safeParse({ ...newDoctor, ...before, ...defined(fields), prefix });
}

/** A … Z, then AA, AB …: the first that nobody has. */
function freePrefix(doctors: readonly Doctor[]): string {
  const taken = new Set(doctors.map(({ prefix }) => prefix));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))];
  return all.find((prefix) => !taken.has(prefix)) ?? 'ZZZ';
}

/** No two doctors with one prefix, and none whose numbers would be given a second time on a day still to come. */
function checkPrefix(
  { id, prefix }: Doctor,
  before: Doctor | undefined,
  reading: Reading,
  today: ServiceDay,
): Result<never> | undefined {
  if (prefix === before?.prefix) return undefined;
  const owner = reading.doctors().find((other) => other.id !== id && other.prefix === prefix);
  if (owner) return fail('CONFLICT', `The letter ${prefix} is ${owner.name}’s already.`, { field: 'prefix' });
  const inUse = [prefix, ...(before ? [before.prefix] : [])];
  const letters = inUse.find((one) => reading.hasNumbersOf(one, today));
  if (letters === undefined) return undefined;
  return fail('CONFLICT', `There are tokens ${letters}-… for today or later; change the letter after that.`, {
    field: 'prefix',
  });
}

/** Without the fields that are undefined, which would hide those there were. */
function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
