import { type ReportedVisit, reportedVisitSchema, visitMarks } from '../../shared/model/report';
import { DAYS_AHEAD } from '../../shared/model/time';
import type { ReadOrders } from '../app/outside/reading-room';
import { dayNumber } from '../store/visit-codes';
import { type Days, daysOf, dayText } from './days';
import { hourOf, rowsOf } from './dimension';
import { groupsOf } from './groups';
import { personOf } from './people';
import type { VisitSource } from './source';
import { bitOf, channelName, factsOf, outcomeName, sourceName, type Visit, type VisitFacts } from './visit';

type Input = ReadOrders['visits']['input'];

/** The tokens behind a figure, or all of the days, in order. */
export function readVisits(source: VisitSource, input: Input): ReadOrders['visits']['output'] {
  const { wish, clinic, limit } = input;
  const days = daysOf(clinic);
  const isMeant = meant(source, input, days);
  const after = input.after === null ? null : placeOf(source, input.after);
  const found: { readonly visit: Visit; readonly facts: VisitFacts }[] = [];
  let total = 0;
  const each = (visit: Visit): void => {
    const facts = factsOf(visit, days, clinic);
    if (!isMeant(visit, facts)) return;
    total += 1;
    if (found.length < limit && (after === null || isAfter(visit, after))) found.push({ visit, facts });
  };
  if (wish.report === 'people' && input.cell !== null) {
    // By when they were issued, for whichever day.
    const range = { from: dayNumber(wish.from) - 1, to: dayNumber(wish.to) + DAYS_AHEAD };
    source.visitsOf(range, wish, each);
  } else {
    source.visits(wish, wish, each);
  }
  return { total, visits: found.map(({ visit, facts }) => told(source, visit, facts)) };
}

/** Whether a visit is of the figure and its row. */
function meant(
  source: VisitSource,
  { wish, cell }: Input,
  days: Days,
): (visit: Visit, facts: VisitFacts) => boolean {
  const { hours } = wish;
  const isInHours = (hour: number): boolean => !hours || (hour >= hours.from && hour <= hours.to);
  if (cell === null) return (visit) => isInHours(hourOf(visit, days));
  const { by, key } = cell;
  const bit = bitOf[cell.cohort];
  const groups = groupsOf(wish.groupBy, wish);
  if (wish.report === 'people') {
    const [from, to] = [dayNumber(wish.from), dayNumber(wish.to)];
    return ({ issuedAt, issuedBy }, { mask }) => {
      const day = days.dayOf(issuedAt);
      const hour = days.hourOf(day, issuedAt);
      if ((mask & bit) === 0 || day < from || day > to || !isInHours(hour)) return false;
      const person = personOf(source, issuedBy);
      if (by === 'total') return true;
      if (by === 'group') return groups.keys[groups.placeOf(day)] === key;
      if (by === 'hour') return String(hour) === key;
      return by === 'person' ? person === key : `${person} ${hour}` === key;
    };
  }
  const rows = rowsOf(by, { days, groups, wordOf: source.wordOf });
  return (visit, facts) => {
    if ((facts.mask & bit) === 0) return false;
    const hour = hourOf(visit, days);
    return isInHours(hour) && rows.keyOf(rows.placeOf(visit, facts, hour)) === key;
  };
}

interface After {
  readonly day: number;
  readonly doctor: number;
  readonly series: number;
  readonly sequence: number;
}

/** By day, then in the order in which doctors stand there. */
function isAfter(visit: Visit, after: After): boolean {
  return (
    (visit.day - after.day ||
      visit.doctor - after.doctor ||
      visit.series - after.series ||
      visit.sequence - after.sequence) > 0
  );
}

function placeOf({ database }: VisitSource, tokenId: string): After | null {
  const row = database
    .prepare(
      `SELECT service_day, words.id AS doctor, series, sequence FROM tokens JOIN words ON word = doctor_id
       WHERE tokens.id = ?`,
    )
    .get(tokenId) as { service_day: string; doctor: number; series: string; sequence: number } | undefined;
  if (!row) return null;
  const { doctor, sequence } = row;
  return { day: dayNumber(row.service_day), doctor, series: Number(row.series === 'paper'), sequence };
}

function told(source: VisitSource, visit: Visit, facts: VisitFacts): ReportedVisit {
  const doctorId = source.wordOf(visit.doctor);
  const serviceDay = dayText(visit.day);
  const series = visit.series === 1 ? 'paper' : 'main';
  const token = source.database
    .prepare(
      'SELECT id, number FROM tokens WHERE doctor_id = ? AND service_day = ? AND series = ? AND sequence = ?',
    )
    .get(doctorId, serviceDay, series, visit.sequence) as { id: string; number: string } | undefined;
  return reportedVisitSchema.parse({
    tokenId: token?.id ?? null,
    number: token?.number ?? String(visit.sequence),
    serviceDay,
    doctorId,
    source: sourceName(visit.source),
    channel: channelName(visit.channel),
    outcome: outcomeName(visit.outcome),
    issuedAt: visit.issuedAt,
    arrivedAt: visit.arrivedAt,
    calledAt: visit.calledAt,
    startedAt: visit.startedAt,
    endedAt: visit.endedAt,
    slotStartMinute: visit.slotStart,
    waitMinutes: Number.isNaN(facts.wait) ? null : facts.wait,
    quotedFrom: visit.quotedFrom,
    quotedTo: visit.quotedTo,
    returning: visit.returning === null ? null : visit.returning === 1,
    marks: visitMarks.filter((_mark, index) => (visit.flags & (1 << index)) !== 0),
  });
}
