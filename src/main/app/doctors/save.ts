import type { CheckedInput } from '../../../shared/contract';
import { type Doctor, doctorSchema } from '../../../shared/model/doctor';
import type { DoctorSchedule, ScheduleLine } from '../../../shared/model/doctor-schedule';
import { clockText } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { nobody, noDoctor, type Plan } from '../run/plan';
import { isWithinDay } from '../time/calendar';
import { cancelAllOf, openTokensToCancel } from './retire';

/** A doctor with the weekly schedule. */
export async function withSchedule(
  { environment: { store } }: Call,
  doctor: Doctor,
): Promise<DoctorSchedule> {
  return { ...doctor, schedule: [...(await store.schedule(doctor.id))] };
}

/**
 * Adds a doctor, or changes what is given of one. A new schedule holds for every day on which nothing has happened yet.
 * Errors: NOT_FOUND; INVALID_INPUT (a new doctor without a name, a schedule that overlaps); CONFLICT (prefix taken,
 * somebody stops working here with patients left).
 */
export async function saveDoctor(
  call: Call,
  { requestId: _id, ...input }: CheckedInput<'doctors.save'>,
): Promise<Result<Plan<DoctorSchedule>>> {
  const { environment, settings } = call;
  const { store, newId } = environment;
  const { doctorId, schedule, openTokens, ...fields } = input;
  const before = doctorId && (await store.doctor(doctorId));
  if (doctorId && !before) return noDoctor(doctorId);
  const others = (await store.doctors()).filter(({ id }) => id !== doctorId);
  const prefix = fields.prefix ?? (before ? before.prefix : freePrefix(others));
  const fresh = { id: newId(), specialization: 'General medicine', room: '', active: true };
  const doctor = doctorSchema.safeParse({ ...fresh, ...before, ...defined(fields), prefix });
  if (!doctor.success) return fail('INVALID_INPUT', 'A doctor needs a name.', { field: 'name' });
  const wrong =
    checkSchedule(schedule ?? [], settings.clinic.dayStartsAtMinute) ??
    (await checkPrefix(call, doctor.data, before, others));
  if (wrong) return wrong;
  const retires = before?.active === true && !doctor.data.active;
  const leaving = retires ? await openTokensToCancel(call, before, openTokens) : ok([]);
  if (!leaving.ok) return leaving;
  const week = schedule ?? (before ? await store.schedule(before.id) : []);
  return ok({
    books: leaving.value.map(({ serviceDay }) => ({ doctorId: doctor.data.id, serviceDay })),
    decide: (books, at) => {
      const { decisions, notices } = cancelAllOf(call, books, at);
      const doctors = [{ doctor: doctor.data, schedule: week }];
      const answer = { ...doctor.data, schedule: [...week] };
      return ok({ decisions, about: nobody, also: { doctors, notices }, answer });
    },
  });
}

/** A … Z, then AA, AB …: the first that nobody has. */
function freePrefix(others: readonly Doctor[]): string {
  const taken = new Set(others.map(({ prefix }) => prefix));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))];
  return all.find((prefix) => !taken.has(prefix)) ?? 'ZZZ';
}

/** No two doctors with one prefix, and none whose numbers would be given a second time on a day still to come. */
async function checkPrefix(
  { environment, today }: Call,
  { prefix }: Doctor,
  before: Doctor | undefined,
  others: readonly Doctor[],
): Promise<Result<never> | undefined> {
  if (prefix === before?.prefix) return undefined;
  const owner = others.find((other) => other.prefix === prefix);
  if (owner) return fail('CONFLICT', `The letter ${prefix} is ${owner.name}’s already.`, { field: 'prefix' });
  const inUse = [prefix, ...(before ? [before.prefix] : [])];
  for (const letters of inUse) {
    if (!(await environment.store.hasNumbersOf(letters, today))) continue;
    return fail(
      'CONFLICT',
      `There are tokens ${letters}-… for today or later; change the letter after that.`,
      {
        field: 'prefix',
      },
    );
  }
  return undefined;
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
