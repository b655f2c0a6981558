import type { CheckedInput } from '../../../shared/contract';
import { type BookKey, isSameBook } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import type { DoctorSchedule } from '../../../shared/model/doctor-schedule';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { nobody, type Plan } from '../run/plan';
import { booksReached } from '../schedule/replanning';
import { changeDoctor } from './change';
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
 * decided inside the transaction: two windows may save at once. Errors: those of `changeDoctor`; CONFLICT (somebody
 * stops working here with patients left).
 */
export async function saveDoctor(
  call: Call,
  { requestId: _id, openTokens, ...wish }: CheckedInput<'doctors.save'>,
): Promise<Result<Plan<DoctorSchedule>>> {
  const { environment, today } = call;
  const { doctorId, schedule } = wish;
  const freshId = environment.newId();
  const mayLeave = wish.active === false && openTokens === 'cancel';
  return ok({
    books: uniqueOf([
      ...(mayLeave && doctorId ? await openBooksOf(call, doctorId) : []),
      ...(schedule && doctorId ? await booksReached(call, { doctorId, from: today }) : []),
    ]),
    everyDoctor: true,
    decide: (books, at) => {
      const { reading } = at;
      const change = changeDoctor(call, books, at, wish, { doctors: reading.doctors(), freshId });
      if (!change.ok) return change;
      const { before, doctor, week, decisions: planned } = change.value;
      const retires = before?.active === true && !doctor.active;
      const open = retires ? checkOpenTokens(before, openTokens, books, reading, today) : undefined;
      if (open) return open;
      const doctors = [{ doctor, schedule: week }];
      const answer = { ...doctor, schedule: [...week] };
      if (!retires || openTokens !== 'cancel') {
        return ok({ decisions: planned, about: nobody, also: { doctors }, answer });
      }
      const replanned = books.map((book) => planned.find((one) => isSameBook(one.book, book))?.book ?? book);
      const { decisions, callList } = cancelAllOf(call, replanned, at);
      const also = { doctors, callList };
      return ok({ decisions: [...planned, ...decisions], about: nobody, also, answer });
    },
  });
}

function uniqueOf(keys: readonly BookKey[]): readonly BookKey[] {
  return keys.filter((key, index) => keys.findIndex((other) => isSameBook(other, key)) === index);
}
