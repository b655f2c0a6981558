import type { CheckedInput } from '../../../shared/contract';
import type { Book } from '../../../shared/model/book';
import { type Doctor, doctorSchema, newDoctor } from '../../../shared/model/doctor';
import type { ScheduleLine } from '../../../shared/model/doctor-schedule';
import { DAYS_AHEAD, type ServiceDay } from '../../../shared/model/time';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Decision } from '../../engine';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { type Deciding, noDoctor } from '../run/plan';
import { replanBooks } from '../schedule/replanning';
import { daysAfter } from '../time/calendar';
import { checkOneOffs, checkWeek } from './check-week';

/** A doctor as wished: without an id a new one, else only what is given changes. */
export type DoctorWish = Omit<CheckedInput<'doctors.save'>, 'openTokens' | 'requestId'>;

/** What a wish comes to. */
export interface DoctorChange {
  /** Undefined: a new one. */
  readonly before: Doctor | undefined;
  readonly doctor: Doctor;
  readonly week: readonly ScheduleLine[];
  /** R34: on the days that have a book already. */
  readonly decisions: readonly Decision[];
}

/** Who works here at that moment of a decision that may change several. */
export interface Staff {
  readonly doctors: readonly Doctor[];
  /** Of a new one. */
  readonly freshId: string;
}

/**
 * One doctor changed or added, as wished: their week reaches the days with a book (R34). Errors: NOT_FOUND;
 * INVALID_INPUT (a new doctor without a name, a schedule that overlaps); CONFLICT (prefix taken, a session of one day
 * is in the way, or somebody was booked meanwhile).
 */
export function changeDoctor(
  call: Call,
  books: readonly Book[],
  at: Deciding,
  { doctorId, schedule, ...wish }: DoctorWish,
  { doctors, freshId }: Staff,
): Result<DoctorChange> {
  const { reading } = at;
  const { today } = call;
  const before = doctors.find(({ id }) => id === doctorId);
  if (doctorId && !before) return noDoctor(doctorId);
  const doctor = doctorAfter(before ?? { id: freshId }, wish, doctors);
  if (!doctor.success) return refused('INVALID_INPUT', 'name_missing', { field: 'name' });
  const wrong =
    checkWeek(schedule ?? [], reading.settings.clinic.dayStartsAtMinute) ??
    (before && schedule ? checkOneOffs(schedule, oneOffsOf(reading, before, today)) : undefined) ??
    checkPrefix(doctor.data, before, { doctors, reading, today });
  if (wrong) return wrong;
  const week = schedule ?? (before ? reading.schedule(before.id) : []);
  const planned =
    schedule && before
      ? replanBooks(call, books, at, {
          reach: { doctorId: before.id, from: today },
          planned: (day) => ({ ...day, week: schedule }),
        })
      : ok([]);
  if (!planned.ok) return planned;
  return ok({ before, doctor: doctor.data, week, decisions: planned.value });
}

function oneOffsOf(reading: Reading, { id }: Doctor, today: ServiceDay) {
  return reading.oneOffs(id, today, daysAfter(today, DAYS_AHEAD));
}

/** As it is to be; a new one has some of it by itself. */
function doctorAfter(
  before: Doctor | { readonly id: string },
  fields: Omit<DoctorWish, 'doctorId' | 'schedule'>,
  doctors: readonly Doctor[],
): ReturnType<typeof doctorSchema.safeParse> {
  const prefix = fields.prefix ?? ('prefix' in before ? before.prefix : freePrefix(doctors));
  return doctorSchema.safeParse({ ...newDoctor, ...before, ...defined(fields), prefix });
}

/** A … Z, then AA, AB …: the first that nobody has. */
function freePrefix(doctors: readonly Doctor[]): string {
  const taken = new Set(doctors.map(({ prefix }) => prefix));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))];
  return all.find((prefix) => !taken.has(prefix)) ?? 'ZZZ';
}

interface Known {
  readonly doctors: readonly Doctor[];
  readonly reading: Reading;
  readonly today: ServiceDay;
}

/** No two doctors with one prefix, and none whose numbers would be given a second time on a day still to come. */
export function checkPrefix(
  { id, prefix }: Doctor,
  before: Doctor | undefined,
  { doctors, reading, today }: Known,
): Result<never> | undefined {
  if (prefix === before?.prefix) return undefined;
  const field = 'prefix';
  const owner = doctors.find((other) => other.id !== id && other.prefix === prefix);
  if (owner) return refused('CONFLICT', 'letter_taken', { field, letter: prefix, name: owner.name });
  const inUse = [prefix, ...(before ? [before.prefix] : [])];
  const letter = inUse.find((one) => reading.hasNumbersOf(one, today));
  return letter === undefined ? undefined : refused('CONFLICT', 'letter_in_use', { field, letter });
}

/** Without the fields that are undefined, which would hide those there were. */
function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
