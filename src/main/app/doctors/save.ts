import type { CheckedInput } from '../../../shared/contract';
import { type Doctor, doctorSchema } from '../../../shared/model/doctor';
import type { DoctorSchedule, ScheduleLine } from '../../../shared/model/doctor-schedule';
import { clockText, type ServiceDay } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { nobody, noDoctor, type Plan } from '../run/plan';
import { isWithinDay } from '../time/calendar';
import { cancelAllOf, checkOpenTokens, openBooksOf } from './retire';

/** A doctor with the weekly schedule. */
export async function withSchedule(
  { environment: { store } }: Call,
  doctor: Doctor,
): Promise<DoctorSchedule> {
  return { ...doctor, schedule: [...(await store.schedule(doctor.id))] };
}

/**
 * Adds a doctor, or changes what is given of one. A new schedule holds for every day on which nothing has happened yet.
 * All of it is decided inside the transaction: two windows may save at once. Errors: NOT_FOUND; INVALID_INPUT (a new
 * doctor without a name, a schedule that overlaps); CONFLICT (prefix taken, somebody stops working here with patients
 * left).
 */
export async function saveDoctor(
  call: Call,
  { requestId: _id, openTokens, schedule, ...wish }: CheckedInput<'doctors.save'>,
): Promise<Result<Plan<DoctorSchedule>>> {
  const { environment, today } = call;
  const { doctorId } = wish;
  const freshId = environment.newId();
  const mayLeave = wish.active === false && openTokens === 'cancel';
  return ok({
    books: mayLeave && doctorId ? await openBooksOf(call, doctorId) : [],
    everyDoctor: true,
    decide: (books, at) => {
      const { reading } = at;
      const before = reading.doctors().find(({ id }) => id === doctorId);
      if (doctorId && !before) return noDoctor(doctorId);
      const doctor = doctorAfter(before ?? { id: freshId }, wish, reading);
      if (!doctor.success) return fail('INVALID_INPUT', 'A doctor needs a name.', { field: 'name' });
      const wrong =
        checkSchedule(schedule ?? [], reading.settings.clinic.dayStartsAtMinute) ??
        checkPrefix(doctor.data, before, reading, today);
      if (wrong) return wrong;
      const retires = before?.active === true && !doctor.data.active;
      const open = retires ? checkOpenTokens(before, openTokens, books, reading, today) : undefined;
      if (open) return open;
      const week = schedule ?? (before ? reading.schedule(before.id) : []);
      const { decisions, callList } = cancelAllOf(call, retires ? books : [], at);
      const doctors = [{ doctor: doctor.data, schedule: week }];
      const answer = { ...doctor.data, schedule: [...week] };
      return ok({ decisions, about: nobody, also: { doctors, callList }, answer });
    },
  });
}

/** As it is to be; a new one has some of it by itself. */
function doctorAfter(
  before: Doctor | { readonly id: string },
  { doctorId: _id, ...fields }: Omit<CheckedInput<'doctors.save'>, 'schedule' | 'openTokens' | 'requestId'>,
  reading: Reading,
): ReturnType<typeof doctorSchema.safeParse> {
  const fresh = { specialization: 'General medicine', room: '', active: true };
  const prefix = fields.prefix ?? ('prefix' in before ? before.prefix : freePrefix(reading.doctors()));
  return doctorSchema.safeParse({ ...fresh, ...before, ...defined(fields), prefix });
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

/** R2: working hours lie whole within a service day, and no two of one day overlap. */
function checkSchedule(
  schedule: readonly ScheduleLine[],
  dayStartsAtMinute: number,
): Result<never> | undefined {
  const field = 'schedule';
  for (const [index, line] of schedule.entries()) {
    if (line.endMinute <= line.startMinute) {
      return fail('INVALID_INPUT', 'Working hours must end after they start.', { field });
    }
    if (!isWithinDay(line, dayStartsAtMinute)) {
      const from = clockText(dayStartsAtMinute);
      return fail(
        'INVALID_INPUT',
        `Working hours must lie within the clinic’s day, which begins at ${from} and ends 24 hours later.`,
        { field, rule: 'R2', dayStartsAtMinute },
      );
    }
    const overlaps = schedule.some(
      (other, place) =>
        place < index &&
        other.weekday === line.weekday &&
        other.startMinute < line.endMinute &&
        line.startMinute < other.endMinute,
    );
    if (overlaps) return fail('INVALID_INPUT', 'Working hours of one day overlap.', { field });
  }
  return undefined;
}

/** Without the fields that are undefined, which would hide those there were. */
function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
