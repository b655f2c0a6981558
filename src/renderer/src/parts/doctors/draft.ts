import { newDoctor } from '../../../../shared/model/doctor';
import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import {
  type FollowUpRule,
  MOST_FOLLOW_UP_DAYS,
  MOST_FOLLOW_UP_VISITS,
} from '../../../../shared/model/follow-up';
import { type Language, languages } from '../../../../shared/model/language';
import { wholeOf } from '../../../../shared/model/typed-session';
import { newRow, rowsOf, type SessionRow, usualRow } from './week';

/** Who may come again for less, as typed. No days, or none at all: nobody. */
export interface FollowUpDraft {
  readonly days: string;
  readonly visits: string;
  readonly terms: FollowUpRule['terms'];
}

/** A doctor as typed. */
export interface DoctorDraft {
  readonly name: string;
  readonly specialization: string;
  readonly room: string;
  readonly prefix: string;
  readonly minutes: string;
  readonly nameIn: Readonly<Record<Language, string>>;
  readonly followUp: FollowUpDraft;
  readonly rows: readonly SessionRow[];
}

export type DraftField =
  | 'name'
  | 'specialization'
  | 'prefix'
  | 'room'
  | 'minutes'
  | 'nameIn'
  | 'days'
  | 'visits';

/** What the fields begin with. A new doctor works as the first one there is, until told otherwise. */
export function draftOf(doctor: DoctorSchedule | null, others: readonly DoctorSchedule[]): DoctorDraft {
  const noNames = Object.fromEntries(languages.map((language) => [language, ''])) as Record<Language, string>;
  if (doctor === null) {
    const first = others.find(({ active, schedule }) => active && schedule.length > 0);
    return {
      name: '',
      specialization: '',
      room: '',
      prefix: '',
      minutes: '',
      nameIn: noNames,
      followUp: followUpDraft(newDoctor.followUp),
      rows: first === undefined ? [newRow(usualRow)] : rowsOf(first.schedule),
    };
  }
  return {
    name: doctor.name,
    specialization: doctor.specialization,
    room: doctor.room,
    prefix: doctor.prefix,
    minutes: doctor.minutesPerPatient === null ? '' : String(doctor.minutesPerPatient),
    nameIn: { ...noNames, ...doctor.nameIn },
    followUp: followUpDraft(doctor.followUp),
    rows: rowsOf(doctor.schedule),
  };
}

function followUpDraft(rule: FollowUpRule | null): FollowUpDraft {
  if (rule === null) return { days: '', visits: '1', terms: 'free' };
  return { days: String(rule.days), visits: String(rule.visits), terms: rule.terms };
}

/** Null: nobody; undefined: what is typed is no rule. */
function followUpOf({ days, visits, terms }: FollowUpDraft): FollowUpRule | null | undefined {
  if (days.trim() === '' || wholeOf(days, 0, 0) === 0) return null;
  const rule = {
    days: wholeOf(days, 1, MOST_FOLLOW_UP_DAYS),
    visits: wholeOf(visits, 1, MOST_FOLLOW_UP_VISITS),
  };
  return rule.days === null || rule.visits === null
    ? undefined
    : { days: rule.days, visits: rule.visits, terms };
}

/** A … Z, then AA, AB …: the first that nobody has. */
export function freeLetter(doctors: readonly { readonly prefix: string }[]): string {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))];
  return all.find((letter) => doctors.every(({ prefix }) => prefix !== letter)) ?? '';
}

export type DraftProblem =
  | { readonly code: 'noName' | 'nameLong' | 'letters' | 'minutes' | 'roomLong' | 'days' | 'visits' }
  | { readonly code: 'letterTaken'; readonly letter: string; readonly name: string };

/** What is wrong with the fields about the doctor, by field. */
export function problemsOf(
  draft: DoctorDraft,
  others: readonly DoctorSchedule[],
): Partial<Record<DraftField, DraftProblem>> {
  const letter = draft.prefix.trim().toUpperCase();
  const owner = others.find(({ prefix }) => prefix === letter);
  const name = draft.name.trim();
  return {
    ...(!/[\p{L}\p{N}]/u.test(name) && { name: { code: 'noName' } }),
    ...(name.length > 80 && { name: { code: 'nameLong' } }),
    ...(draft.specialization.trim().length > 80 && { specialization: { code: 'nameLong' } }),
    ...(Object.values(draft.nameIn).some((one) => one.trim().length > 80) && {
      nameIn: { code: 'nameLong' },
    }),
    ...(draft.room.trim().length > 20 && { room: { code: 'roomLong' } }),
    ...(letter !== '' && !/^[A-Z]{1,3}$/.test(letter) && { prefix: { code: 'letters' } }),
    ...(owner !== undefined && { prefix: { code: 'letterTaken', letter, name: owner.name } }),
    ...(draft.minutes.trim() !== '' &&
      wholeOf(draft.minutes, 1, 240) === null && { minutes: { code: 'minutes' } }),
    ...(followUpOf(draft.followUp) === undefined && wrongOf(draft.followUp)),
  };
}

function wrongOf({ days }: FollowUpDraft): Partial<Record<DraftField, DraftProblem>> {
  return wholeOf(days, 1, MOST_FOLLOW_UP_DAYS) === null
    ? { days: { code: 'days' } }
    : { visits: { code: 'visits' } };
}

/** The fields as main takes them; what was left empty is not given, so that main chooses. */
export function fieldsOf(draft: DoctorDraft) {
  const { specialization, prefix } = draft;
  const names = languages.flatMap((language): [Language, string][] => {
    const name = draft.nameIn[language].trim();
    return name === '' ? [] : [[language, name]];
  });
  return {
    name: draft.name.trim(),
    room: draft.room.trim(),
    minutesPerPatient: draft.minutes.trim() === '' ? null : wholeOf(draft.minutes, 1, 240),
    nameIn: Object.fromEntries(names) as Partial<Record<Language, string>>,
    followUp: followUpOf(draft.followUp) ?? null,
    ...(specialization.trim() === '' ? {} : { specialization: specialization.trim() }),
    ...(prefix.trim() === '' ? {} : { prefix: prefix.trim().toUpperCase() }),
  };
}
