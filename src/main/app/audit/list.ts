import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { AuditView } from '../../../shared/contract/audit';
import { MOST_OF_A_PAGE } from '../../../shared/contract/call';
import type { AuditLine } from '../../../shared/model/audit';
import type { PersonId } from '../../../shared/model/ids';
import { searchFor } from '../../../shared/model/search';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import { ok, type Result } from '../../../shared/result';
import type { WantedAuditLines } from '../../store/store';
import type { Call } from '../call';
import { calendar, daysAfter } from '../time/calendar';

type Wanted = CheckedInput<'audit.export'>;

/** Lines of the audit with what their ids are called today. */
export async function listAudit(
  call: Call,
  { limit = MOST_OF_A_PAGE, cursor, ...wanted }: CheckedInput<'audit.list'>,
): Promise<Result<CallOutput<'audit.list'>>> {
  const since = (await call.environment.store.auditSince()) ?? null;
  const lines = await pageOf(call, await storesWish(call, wanted), limit, cursor);
  return ok({ since, lines });
}

/** R20 in figures: how often each reason was given for what. */
export async function countReasons(
  call: Call,
  days: CheckedInput<'audit.reasons'>,
): Promise<Result<CallOutput<'audit.reasons'>>> {
  const { from = 0, until = Number.MAX_SAFE_INTEGER } = stretchOf(call, days);
  return ok([...(await call.environment.store.reasonCounts(from, until))]);
}

/** One page of lines, the latest first. Null: nothing could fit. */
export async function pageOf(
  { environment: { store } }: Call,
  wish: WantedAuditLines | null,
  limit: number,
  before?: number,
): Promise<AuditView[]> {
  if (wish === null) return [];
  const lines = await store.auditLines(wish, limit, before);
  const doctors = new Map((await store.doctors()).map(({ id, name }) => [id, name]));
  const devices = new Map((await store.devices()).map(({ id, name }) => [id, name]));
  const persons = new Map((await store.people()).persons.map(({ id, name }) => [id, name]));
  return lines.map((line) => ({
    ...line,
    doctorName: (line.doctorId && doctors.get(line.doctorId)) ?? null,
    personName: persons.get(whoseOf(line)) ?? null,
    deviceName: (line.by.deviceId && devices.get(line.by.deviceId)) ?? null,
  }));
}

/** Who did it; of a wrong PIN whose it would have been: whoever typed it is not known. */
function whoseOf({ kind, by, details }: AuditLine): PersonId {
  return (kind === 'persons.wrongPin' ? details.personId : by.personId) as PersonId;
}

/** What is asked for as the store knows it; null: there is no such token. */
export async function storesWish(call: Call, wanted: Wanted): Promise<WantedAuditLines | null> {
  const { number, from, to, ...plain } = wanted;
  const stretch = stretchOf(call, { from, to });
  if (number === undefined || number === '') return { ...plain, ...stretch };
  const search = searchFor(number);
  const day = from ?? call.today;
  const found =
    search && (await call.environment.store.listTokens({ serviceDay: day, search }, MOST_OF_A_PAGE));
  const token = found?.find((one) => search?.numbers.includes(one.number));
  // Whatever was done with it, also on other days: it was booked before, and may be corrected afterwards.
  return token ? { ...plain, tokenId: token.id } : null;
}

/** From the first day’s turn until the one after the last. */
function stretchOf(
  { settings }: Call,
  { from, to }: { from?: ServiceDay | undefined; to?: ServiceDay | undefined },
): { from?: Instant; until?: Instant } {
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const turn = (day: ServiceDay): Instant => calendar.instantOf(day, dayStartsAtMinute, timeZone);
  return {
    ...(from !== undefined && { from: turn(from) }),
    ...(to !== undefined && { until: turn(daysAfter(to, 1)) }),
  };
}
