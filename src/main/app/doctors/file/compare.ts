import type { Doctor } from '../../../../shared/model/doctor';
import type { doctorChanges, FileFault } from '../../../../shared/model/doctor-file';
import type { ScheduleLine } from '../../../../shared/model/doctor-schedule';
import { fold } from '../../../../shared/model/fold';
import type { Language } from '../../../../shared/model/language';
import type { DoctorWish } from '../change';
import type { DoctorFile, FileDoctor } from './read';
import { faultOf } from './table';

type DoctorChangeName = (typeof doctorChanges)[number];

/** What a doctor of the file comes to beside those who work here. */
export interface Compared {
  readonly said: FileDoctor;
  /** Undefined: nobody here yet. */
  readonly before: Doctor | undefined;
  /** Only what is other; nothing: unchanged. */
  readonly wish: DoctorWish;
  readonly changes: readonly DoctorChangeName[];
  readonly fault: FileFault | undefined;
}

/** Who works here, and when. */
export interface Known {
  readonly doctors: readonly Doctor[];
  weekOf(doctor: Doctor): readonly ScheduleLine[];
}

/** A doctor who is here already has the same letter, or else the same name. */
export function compare({ doctors: said, columns }: DoctorFile, known: Known): readonly Compared[] {
  const byLetter = new Map(known.doctors.map((doctor) => [doctor.prefix, doctor]));
  const lettersSaid = new Set(said.map(({ letter }) => letter));
  const taken = new Map<string, FileDoctor>();
  return said.map((one) => {
    const [named, ...others] = known.doctors.filter(({ name }) => fold(name) === fold(one.name));
    if (one.letter === null && others.length > 0) {
      const fault = faultOf(one.line, columns.name ?? null, 'csv_which_doctor', { value: one.name });
      return { said: one, before: undefined, wish: {}, changes: [], fault };
    }
    // Whose letter stands in another row is that row’s.
    const isFree = named && !lettersSaid.has(named.prefix);
    const before = (one.letter === null ? named : byLetter.get(one.letter)) ?? (isFree ? named : undefined);
    const fault = before ? faultBeside(before, one, taken) : faultOfNew(one, named, said);
    if (before) taken.set(before.id, one);
    if (fault || one.isFaulty) return { said: one, before, wish: {}, changes: [], fault };
    return { said: one, before, ...wishOf(one, before, known), fault: undefined };
  });

  function faultBeside(before: Doctor, one: FileDoctor, there: typeof taken): FileFault | undefined {
    const column = columns.name ?? null;
    if (!before.active) return faultOf(one.line, column, 'csv_retired', { value: before.name });
    const other = there.get(before.id);
    return other && sameName(one, other.letter ?? before.prefix);
  }

  /** A second one of a name is more often a slip than somebody else. */
  function faultOfNew(
    one: FileDoctor,
    named: Doctor | undefined,
    all: readonly FileDoctor[],
  ): FileFault | undefined {
    if (one.name === '') return undefined;
    const twin = all.find((other) => other !== one && fold(other.name) === fold(one.name));
    if (named) return sameName(one, named.prefix);
    return twin && twin.line < one.line ? sameName(one, twin.letter ?? '') : undefined;
  }

  function sameName(one: FileDoctor, letter: string): FileFault {
    return faultOf(one.line, columns.name ?? null, 'csv_same_name', { value: one.name, letter });
  }
}

/** What is other than it is here. */
function wishOf(
  { name, letter, fields, namesGiven, week }: FileDoctor,
  before: Doctor | undefined,
  known: Known,
): Pick<Compared, 'wish' | 'changes'> {
  if (!before) {
    const names = withNames({}, namesGiven);
    const wish: DoctorWish = { name, ...fields, nameIn: names, ...(letter !== null && { prefix: letter }) };
    return { wish: { ...wish, ...(week && { schedule: [...week] }) }, changes: [] };
  }
  const names = withNames(before.nameIn, namesGiven);
  const isOtherWeek = week !== undefined && plain(week) !== plain(known.weekOf(before));
  const { specialization = before.specialization, room = before.room } = fields;
  const { minutesPerPatient = before.minutesPerPatient } = fields;
  const other: { readonly [C in DoctorChangeName]: DoctorWish | false } = {
    name: name !== before.name && { name },
    specialization: specialization !== before.specialization && { specialization },
    room: room !== before.room && { room },
    letter: letter !== null && letter !== before.prefix && { prefix: letter },
    minutes: minutesPerPatient !== before.minutesPerPatient && { minutesPerPatient },
    names: plainNames(names) !== plainNames(before.nameIn) && { nameIn: names },
    week: isOtherWeek && { schedule: [...week] },
  };
  const found = Object.entries(other).filter(([, wish]) => wish !== false);
  const wish: DoctorWish = Object.assign({ doctorId: before.id }, ...found.map(([, one]) => one));
  return { wish, changes: found.map(([change]) => change as DoctorChangeName) };
}

/** A language without a column keeps its name; an empty cell takes it away. */
function withNames(
  names: Doctor['nameIn'],
  given: FileDoctor['namesGiven'],
): Partial<Record<Language, string>> {
  return Object.fromEntries(Object.entries({ ...names, ...given }).filter(([, name]) => name));
}

const plainNames = (names: Doctor['nameIn']): string => JSON.stringify(Object.entries(names).sort());

/** In an order of its own: a week is the same in whichever order its sessions are written. */
const plain = (week: readonly ScheduleLine[]): string =>
  JSON.stringify(
    week
      .map((line) => [
        line.weekday,
        line.startMinute,
        line.endMinute,
        line.slotMinutes,
        line.capacity,
        line.emergencySeats,
        line.validFrom,
        line.validTo,
      ])
      .map((parts) => JSON.stringify(parts))
      .sort(),
  );
