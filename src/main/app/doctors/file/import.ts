import type { CallOutput, CheckedInput } from '../../../../shared/contract';
import type { Book } from '../../../../shared/model/book';
import type { Doctor } from '../../../../shared/model/doctor';
import type { DoctorColumn, DoctorFilePreview, FileFault } from '../../../../shared/model/doctor-file';
import type { ScheduleLine } from '../../../../shared/model/doctor-schedule';
import { refused } from '../../../../shared/refusals';
import { type AppError, ok, type Result } from '../../../../shared/result';
import type { Decision } from '../../../engine';
import type { Call } from '../../call';
import { type Deciding, nobody, type Plan } from '../../run/plan';
import { lookAt } from '../../run/run';
import { describePlanning } from '../../schedule/preview';
import { booksReached } from '../../schedule/replanning';
import { changeDoctor, type DoctorChange } from '../change';
import { type Compared, compare } from './compare';
import { type DoctorFile, readDoctorFile } from './read';

type Wish = Pick<CheckedInput<'doctors.importCsv'>, 'data' | 'dateOrder'>;

/**
 * All doctors of a file, each as `doctors.save` would do it, in one transaction or not at all. Errors: INVALID_INPUT
 * (the file cannot be read, or has faults), CONFLICT (somebody was booked meanwhile).
 */
export async function importDoctors(
  call: Call,
  input: CheckedInput<'doctors.importCsv'>,
): Promise<Result<Plan<CallOutput<'doctors.importCsv'>>>> {
  const read = await planFrom(call, input);
  if (!read.ok) return read;
  const { books, decide } = read.value;
  return ok({
    books,
    everyDoctor: true,
    decide: (loaded, at) => {
      const outcome = decide(loaded, at);
      if (!outcome.ok) return outcome;
      const { faults, changes, decisions, compared } = outcome.value;
      const [first] = faults;
      if (first) {
        const about = { faults: faults.length, line: first.line, first: first.message };
        return refused('INVALID_INPUT', 'file_has_faults', { field: 'data', ...about });
      }
      const added = changes.filter(({ before }) => before === undefined).length;
      const unchanged = compared.length - changes.length;
      return ok({
        decisions,
        about: nobody,
        also: { doctors: changes.map(({ doctor, week }) => ({ doctor, schedule: week })) },
        answer: { added, changed: changes.length - added, unchanged },
      });
    },
  });
}

/** The same without doing it: each doctor of the file, what is wrong with it, and whom it would move. */
export async function previewDoctors(
  call: Call,
  input: CheckedInput<'doctors.previewCsv'>,
): Promise<Result<DoctorFilePreview>> {
  const read = await planFrom(call, input);
  if (!read.ok) return read;
  const { file, books, decide } = read.value;
  const plan: Plan<Outcome> = {
    books,
    everyDoctor: true,
    decide: (loaded, at) => {
      const outcome = decide(loaded, at);
      if (!outcome.ok) return outcome;
      return ok({ decisions: outcome.value.decisions, about: nobody, answer: outcome.value });
    },
  };
  return lookAt(call, plan, (loaded, decided, at) => {
    const { encoding, ignored, ambiguousDate } = file;
    const { faults } = decided.answer;
    const moves = faults.length === 0 ? describePlanning(call, loaded, decided, at) : null;
    return ok({
      encoding,
      ignored: [...ignored],
      ambiguousDate,
      faults: [...faults],
      doctors: linesOf(decided.answer),
      plan: moves,
    });
  });
}

interface Outcome {
  readonly compared: readonly Compared[];
  /** Of those that are new or other, by who is meant. */
  readonly changes: readonly DoctorChange[];
  readonly changeOf: ReadonlyMap<Compared, DoctorChange>;
  readonly faulty: ReadonlySet<Compared>;
  readonly faults: readonly FileFault[];
  readonly decisions: readonly Decision[];
}

async function planFrom(call: Call, { data, dateOrder }: Wish) {
  const { environment, settings, today } = call;
  const { store } = environment;
  const { dayStartsAtMinute } = settings.clinic;
  const read = readDoctorFile(data, { dateOrder, dayStartsAtMinute });
  if (!read.ok) return read;
  const file = read.value;
  const freshIds = file.doctors.map(() => environment.newId());
  const doctors = await store.doctors();
  const weeks = new Map<Doctor, readonly ScheduleLine[]>();
  for (const doctor of doctors) weeks.set(doctor, await store.schedule(doctor.id));
  const others = compare(file, { doctors, weekOf: (doctor) => weeks.get(doctor) ?? [] });
  const moved = new Set(
    others.filter(({ changes }) => changes.includes('week')).map(({ before }) => before?.id),
  );
  const reached = await booksReached(call, { from: today });
  return ok({
    file,
    books: reached.filter(({ doctorId }) => moved.has(doctorId)),
    decide: (books: readonly Book[], at: Deciding): Result<Outcome> => {
      const known = at.reading.doctors();
      const compared = compare(file, { doctors: known, weekOf: ({ id }) => at.reading.schedule(id) });
      return changeAll(call, books, at, { file, compared, freshIds });
    },
  });
}

interface Wanted {
  readonly file: DoctorFile;
  readonly compared: readonly Compared[];
  /** Of each doctor of the file, should it be a new one. */
  readonly freshIds: readonly string[];
}

/** One after the other; who has said a letter goes before who gets a free one. Errors: CONFLICT booked meanwhile. */
function changeAll(
  call: Call,
  books: readonly Book[],
  at: Deciding,
  { file, compared, freshIds }: Wanted,
): Result<Outcome> {
  const faults: FileFault[] = [...file.faults];
  const faulty = new Set<Compared>();
  const changeOf = new Map<Compared, DoctorChange>();
  let doctors = at.reading.doctors();
  const inTurn = [...compared.entries()].sort(([, a], [, b]) => rank(a) - rank(b));
  for (const [place, one] of inTurn) {
    if (one.fault) faults.push(one.fault);
    if (one.fault || one.said.isFaulty) faulty.add(one);
    if (faulty.has(one) || (one.before && one.changes.length === 0)) continue;
    const freshId = freshIds[place] ?? '';
    const changed = changeDoctor(call, books, at, one.wish, { doctors, freshId });
    if (!changed.ok) {
      if (changed.error.details?.reason === 'booked_meanwhile') return changed;
      faults.push(faultFrom(changed.error, one, file));
      faulty.add(one);
      continue;
    }
    changeOf.set(one, changed.value);
    const { doctor } = changed.value;
    doctors = [...doctors.filter(({ id }) => id !== doctor.id), doctor];
  }
  const changes = compared.flatMap((one) => changeOf.get(one) ?? []);
  return ok({
    compared,
    changes,
    changeOf,
    faulty,
    faults: faults.sort((a, b) => a.line - b.line),
    decisions: changes.flatMap(({ decisions }) => decisions),
  });
}

const rank = ({ said, before }: Compared): number => (said.letter === null && !before ? 1 : 0);

const columnOfPart: Readonly<Record<string, DoctorColumn>> = {
  startMinute: 'from',
  endMinute: 'to',
  validTo: 'validTo',
};
const columnOfField: Readonly<Record<string, DoctorColumn>> = { prefix: 'letter', name: 'name' };

/** What a doctor is refused for, by the row and the column that say it. */
function faultFrom(
  { message, details = {} }: AppError,
  { said }: Compared,
  { columns }: DoctorFile,
): FileFault {
  const { reason, field, part, line } = details;
  const column = columnOfPart[String(part)] ?? columnOfField[String(field)];
  return {
    line: (typeof line === 'number' ? said.weekRows[line] : undefined) ?? said.line,
    column: (column && columns[column]) ?? null,
    reason: String(reason),
    message,
    details: plainOf(details),
  };
}

/** What a sentence may need. */
function plainOf(details: NonNullable<AppError['details']>): FileFault['details'] {
  const plain: FileFault['details'] = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') plain[name] = value;
  }
  return plain;
}

function linesOf({ compared, changeOf, faulty }: Outcome): DoctorFilePreview['doctors'] {
  return compared.map((one) => {
    const { said, before, changes } = one;
    const change = changeOf.get(one);
    const kind = faulty.has(one) ? 'faulty' : !before ? 'new' : change ? 'changed' : 'unchanged';
    return {
      line: said.line,
      name: said.name,
      letter: change?.doctor.prefix ?? said.letter ?? before?.prefix ?? null,
      kind,
      changes: [...changes],
      sessions: said.week?.length ?? null,
    };
  });
}
