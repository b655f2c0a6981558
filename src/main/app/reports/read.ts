import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { Report, ReportTable } from '../../../shared/model/report';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { Environment } from '../environment';
import { type ReadKind, type ReadOrders, type RunningReading, STOPPED } from '../outside/reading-room';
import { daysOf, periodBefore, sameWeekdays } from './periods';
import { checkWish, clinicOf } from './wish';

/** What is being read for whom, by the name that they gave it. */
export type Readings = Map<string, Pick<RunningReading<ReadKind>, 'stop'>>;

/** In more days than these each weekday is about as often, and the same weekdays before are the period before. */
const WEEKDAYS_MATTER_DAYS = 92;

/** Errors: see the contract. */
export async function readReport(
  call: Call,
  { readingId, compare, ...wish }: CheckedInput<'reports.read'>,
  readings: Readings,
): Promise<Result<Report>> {
  const checked = checkWish(wish);
  if (!checked.ok) return checked;
  const { environment, today } = call;
  const { from, to } = wish;
  const [before, weekday] = [periodBefore(wish), sameWeekdays(wish)];
  const evenOut = daysOf(wish) > WEEKDAYS_MATTER_DAYS;
  const compared = { before: compare ? before : null, weekday: compare && !evenOut ? weekday : null };
  const input = { wish, clinic: clinicOf(call), ...compared };
  const answer = await reading(environment, 'report', input, { readingId, readings });
  if (!answer.ok) return answer;
  const { tables, visits } = answer.value;
  const unclosed = (await environment.store.unclosedBooks(today)).filter(
    ({ doctorId, serviceDay }) =>
      serviceDay >= from && serviceDay <= to && (wish.doctorIds?.includes(doctorId) ?? true),
  );
  return ok({
    ...{ report: wish.report, from, to, groupBy: wish.groupBy, before, weekday },
    ...{ tables: [...tables], visits, unclosed: [...unclosed], today },
    doctors: await doctorsIn(call, tables),
    people: await peopleIn(call, tables),
  });
}

/** Reads it beside the app. Errors: CONFLICT it was stopped; UNAVAILABLE nothing is read here, or it cannot be. */
export async function reading<K extends ReadKind>(
  { readingRoom, publish, log }: Environment,
  kind: K,
  input: ReadOrders[K]['input'],
  { readingId, readings }: { readonly readingId?: string | undefined; readonly readings?: Readings } = {},
): Promise<Result<ReadOrders[K]['output']>> {
  if (readingRoom === undefined) return fail('UNAVAILABLE', 'Reports are not read here.');
  const progress = (part: number): void => {
    if (readingId !== undefined) publish({ type: 'reportProgress', readingId, part });
  };
  const running = readingRoom.read(kind, input, progress);
  if (readingId !== undefined) {
    // Whoever asks again by the same name does not want the earlier one any more.
    readings?.get(readingId)?.stop();
    readings?.set(readingId, running);
  }
  try {
    const result = await running.result;
    return result === STOPPED
      ? fail('CONFLICT', 'The report was stopped.', { reason: 'stopped' })
      : ok(result);
  } catch (error) {
    log.error('a report could not be read', error);
    return fail('UNAVAILABLE', 'The report could not be read just now. Please try again.');
  } finally {
    if (readingId !== undefined && readings?.get(readingId) === running) readings.delete(readingId);
  }
}

function keysBy(tables: readonly ReportTable[], by: ReportTable['by']): readonly string[] {
  return tables.filter((table) => table.by === by).flatMap(({ rows }) => rows.map(({ key }) => key));
}

async function doctorsIn(
  { environment: { store } }: Call,
  tables: readonly ReportTable[],
): Promise<Report['doctors']> {
  const named = new Set(keysBy(tables, 'doctor'));
  const doctors = await store.doctors();
  return doctors.filter(({ id }) => named.has(id)).map(({ id, name, active }) => ({ id, name, active }));
}

async function peopleIn(
  { environment: { store } }: Call,
  tables: readonly ReportTable[],
): Promise<Report['people']> {
  const { persons } = await store.people();
  const devices = await store.devices();
  return keysBy(tables, 'person').map((key) => {
    const known = persons.find(({ id }) => id === key) ?? devices.find(({ id }) => id === key);
    return { key, name: known?.name ?? null };
  });
}

/** The tokens behind a figure. Errors: as of the report. */
export async function readTokens(
  call: Call,
  { cell, limit, after, ...wish }: CheckedInput<'reports.tokens'>,
): Promise<Result<CallOutput<'reports.tokens'>>> {
  const checked = checkWish(wish);
  if (!checked.ok) return checked;
  const input = { wish, clinic: clinicOf(call), cell, limit: limit ?? MOST, after: after ?? null };
  const answer = await reading(call.environment, 'visits', input);
  if (!answer.ok) return answer;
  const { total, visits } = answer.value;
  return ok({ total, tokens: [...visits] });
}

/** What a screen shows of them at once. */
const MOST = 200;
