import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { blankNumbers, type PrintedBlanks } from '../../../shared/model/blanks';
import type { Book } from '../../../shared/model/book';
import { type TokenId, tokenIdSchema } from '../../../shared/model/ids';
import type { CheckedPaperRow, PaperRow } from '../../../shared/model/paper';
import { type AppError, fail, ok, type Result } from '../../../shared/result';
import { type Context, type Decision, needAtIssue, type PaperRequest, paperEntry } from '../../engine';
import type { Call } from '../call';
import { refuseRetired } from '../doctors/retired';
import { printedBlanks, reserveBlanks } from '../paper/printed-blanks';
import { followUpMark } from '../patients/follow-up';
import { keptNeed } from '../patients/need';
import { registrar } from '../patients/registrar';
import { refuseUnknownDay } from '../run/known-day';
import { bookOf, nobody, noDoctor, type Plan } from '../run/plan';
import { lookAt } from '../run/run';
import { doubtsOf } from './paper-doubts';

/**
 * R25: paper blanks of an outage, entered afterwards in one transaction, in the order of their times: all of them, or
 * none. Errors: NOT_FOUND; those of the first row that cannot be entered, with `row` (from 0) in the details.
 */
export async function enterPaper(
  call: Call,
  input: CheckedInput<'tokens.paper'>,
): Promise<Result<Plan<CallOutput<'tokens.paper'>>>> {
  const { doctorId, rows } = input;
  const ids = idsFor(call, rows);
  const onCalendar = await refuseUnknownDay(call, input);
  if (!onCalendar.ok) return onCalendar;
  const spare = await spareNumbers(call, input);
  return ok({
    books: [bookOf(call, input)],
    patients: { contacts: rows.map(({ patientContact }) => patientContact) },
    decide: ([book], { contextOn, reading }) => {
      if (!book) return noDoctor(doctorId);
      const retired = refuseRetired(reading.doctor(doctorId));
      if (retired) return retired;
      const register = registrar(reading, call.now);
      const context = contextOn(book.serviceDay);
      const known = withNumbers(book, rows, spare).map((row) => {
        const patient = register.whoIs(row);
        const need = needAtIssue(
          undefined,
          'staff',
          keptNeed(patient, book.serviceDay, context)?.precedence ?? null,
        );
        const patientId = patient?.id ?? null;
        const whose = { source: row.source, patientId, doctorId, serviceDay: book.serviceDay };
        return { ...row, patientId, need, followUp: followUpMark(reading, whose, register.added) };
      });
      const decided = decideRows(book, known, ids, context);
      const bad = decided.findIndex(({ ok: isEntered }) => !isEntered);
      const refused = decided[bad];
      if (refused && !refused.ok) return withRow(refused.error, bad, rows.length);
      const decisions = decided.flatMap((one) => (one.ok ? [one.value] : []));
      const [only] = decisions;
      return ok({
        // As they follow each other on the book.
        decisions: [...decisions].sort((a, b) => a.book.revision - b.book.revision),
        about: only !== undefined && decisions.length === 1 ? only : nobody,
        also: { patients: register.added },
        answer: {
          tokens: decisions.flatMap(({ token }) => token ?? []),
          warnings: [...new Set(decisions.flatMap(({ warnings }) => warnings))],
        },
      });
    },
  });
}

/** R25: the same without doing it: each row by itself, and what looks odd in it. Errors: NOT_FOUND, CONFLICT. */
export async function checkPaper(
  call: Call,
  input: CheckedInput<'tokens.checkPaper'>,
): Promise<Result<CheckedPaperRow[]>> {
  const { doctorId, rows } = input;
  const printed = await printedBlanks(call.environment.store, doctorId);
  const ids = idsFor(call, rows);
  const plan: Plan<null> = {
    books: [bookOf(call, input)],
    decide: ([book], { reading }) => {
      if (!book) return noDoctor(doctorId);
      return refuseRetired(reading.doctor(doctorId)) ?? ok({ decisions: [], about: nobody, answer: null });
    },
  };
  return lookAt(call, plan, ([book], _decided, { contextOn }) =>
    book ? ok(checkRows(book, rows, ids, contextOn(book.serviceDay), printed)) : noDoctor(doctorId),
  );
}

/**
 * R25: numbers for people who were noted without a blank: of the blanks in the drawer none has them, and none that is printed
 * later. None are set apart where no blanks were ever printed.
 */
async function spareNumbers(
  { environment: { store } }: Call,
  { doctorId, rows }: CheckedInput<'tokens.paper'>,
): Promise<readonly number[]> {
  const count = countUnnumbered(rows);
  if (count === 0 || (await printedBlanks(store, doctorId)) === undefined) return [];
  const [batch] = await reserveBlanks(store, [doctorId], count);
  return batch === undefined ? [] : blankNumbers(batch.first, batch.count);
}

const countUnnumbered = (rows: readonly PaperRow[]): number =>
  rows.filter(({ sequence }) => sequence === undefined).length;

/** Rows without a number get one of those set apart, or else one behind all that are on the list and in the book. */
function withNumbers(book: Book, rows: readonly PaperRow[], spare: readonly number[]): PaperRow[] {
  const given = book.tokens.filter(({ series }) => series === 'paper').map(({ sequence }) => sequence);
  const listed = rows.flatMap(({ sequence }) => sequence ?? []);
  let highest = Math.max(0, book.numbersGiven?.paper ?? 0, ...given, ...listed);
  const left = [...spare];
  return rows.map((row) => {
    if (row.sequence !== undefined) return row;
    highest += 1;
    return { ...row, sequence: left.shift() ?? highest };
  });
}

function checkRows(
  book: Book,
  asked: readonly PaperRow[],
  ids: readonly TokenId[],
  context: Context,
  printed: PrintedBlanks | undefined,
): CheckedPaperRow[] {
  const spare = printed === undefined ? [] : blankNumbers(printed.last + 1, countUnnumbered(asked));
  const rows = withNumbers(book, asked, spare);
  const decided = decideRows(book, rows, ids, context);
  const twice = decided.map((one) => !one.ok && one.error.code === 'DUPLICATE_TOKEN');
  // Who has a token already may have another all the same: what else is wrong with the row is told at once.
  const knowingly = decideRows(
    book,
    rows.map((row, index) => (twice[index] ? { ...row, allowDuplicate: true } : row)),
    ids,
    context,
  );
  const doubts = doubtsOf(book, asked, { watchedSince: context.watchedSince ?? 0, printed });
  return knowingly.map((one, index) => ({
    problem: one.ok ? null : problemOf(one.error),
    message: one.ok ? '' : one.error.message,
    doubts: [...(twice[index] ? (['has_token'] as const) : []), ...(doubts[index] ?? [])],
  }));
}

/** Each row on the book that those before it in time leave; answered in the order in which they were sent. */
function decideRows(
  book: Book,
  rows: readonly (PaperRow & Pick<PaperRequest, 'patientId' | 'need' | 'followUp'>)[],
  ids: readonly TokenId[],
  context: Context,
): Result<Decision>[] {
  const byTime = rows.map((row, index) => ({ row, index })).sort((a, b) => inTime(a.row, b.row));
  const results: Result<Decision>[] = [];
  let stands = book;
  for (const { row, index } of byTime) {
    const id = ids[index];
    if (id === undefined) continue;
    const decision = paperEntry(stands, { ...row, id }, context);
    if (decision.ok) stands = decision.value.book;
    results[index] = decision;
  }
  return results;
}

function inTime(a: PaperRow, b: PaperRow): number {
  return a.at - b.at || (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER);
}

/** Before the transaction, which may be made again. */
function idsFor({ environment }: Call, rows: readonly PaperRow[]): TokenId[] {
  return rows.map(() => tokenIdSchema.parse(environment.newId()));
}

function withRow({ code, message, details }: AppError, row: number, of: number): Result<never> {
  return fail(code, message, of === 1 ? details : { ...details, row });
}

function problemOf({ code, details }: AppError): NonNullable<CheckedPaperRow['problem']> {
  if (details?.field === 'at') return 'future';
  if (details?.rule === 'R16') return 'day_over';
  return code === 'CONFLICT' && details?.number !== undefined ? 'number_taken' : 'refused';
}
