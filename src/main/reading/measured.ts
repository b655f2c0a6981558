import { type Lead, leads, type Measured } from '../../shared/model/advice';
import { MINUTE } from '../../shared/model/time';
import { sources } from '../../shared/model/token';
import type { ReadOrders } from '../app/outside/reading-room';
import { channelCode, outcomeCode } from '../store/visit-codes';
import { type Days, daysOf } from './days';
import type { VisitSource } from './source';
import { sourceName, type Visit } from './visit';

/** A consultation counts as between these, minutes: a forgotten click is no consultation of a day. */
const LENGTH = { least: 1, most: 60 } as const;

const PAPER = channelCode('paper');
const SERVED = outcomeCode('served');
const NO_SHOW = outcomeCode('no_show');
/** Not over yet, called off before, passed on, or taken back. */
const neverDue = new Set((['open', 'cancelled', 'transferred', 'undone'] as const).map(outcomeCode));

/** What was seen of one doctor: how long consultations take, and who did not come. */
export function readMeasured(
  source: VisitSource,
  { wish, clinic }: ReadOrders['measured']['input'],
): ReadOrders['measured']['output'] {
  const days = daysOf(clinic);
  const seenOn = new Set<number>();
  const lengths: number[] = [];
  const counts = new Map<string, { due: number; missed: number }>();
  source.visits(wish, wish, (visit) => {
    // Of paper it is not known when it was asked for.
    if (visit.channel === PAPER || neverDue.has(visit.outcome)) return;
    seenOn.add(visit.day);
    const length = lengthOf(visit);
    if (length !== null) lengths.push(Math.min(LENGTH.most, Math.max(LENGTH.least, length)));
    const key = keyOf(sourceName(visit.source), leadOf(visit, days));
    const count = counts.get(key) ?? { due: 0, missed: 0 };
    count.due += 1;
    if (visit.outcome === NO_SHOW) count.missed += 1;
    counts.set(key, count);
  });
  const noShows = sources.flatMap((one) =>
    leads.flatMap((lead) => {
      const count = counts.get(keyOf(one, lead));
      return count === undefined ? [] : [{ source: one, lead, ...count }];
    }),
  );
  return {
    days: seenOn.size,
    ...momentsOf(lengths),
    due: total(noShows.map(({ due }) => due)),
    missed: total(noShows.map(({ missed }) => missed)),
    noShows,
  };
}

const keyOf = (source: string, lead: Lead): string => `${source} ${lead}`;

/** Null: it had none, nobody pressed the keys, or a clock was set back meanwhile. */
function lengthOf({ outcome, startedAt, endedAt }: Visit): number | null {
  if (outcome !== SERVED || startedAt === null || endedAt === null || endedAt < startedAt) return null;
  return (endedAt - startedAt) / MINUTE;
}

function leadOf({ day, issuedAt, arrivedAt }: Visit, days: Days): Lead {
  if (arrivedAt !== null && arrivedAt <= issuedAt) return 'here';
  const lead = day - days.dayOf(issuedAt);
  if (lead <= 1) return lead <= 0 ? 'same_day' : 'days_1';
  if (lead <= 3) return 'days_2_3';
  if (lead <= 7) return 'days_4_7';
  return lead <= 14 ? 'days_8_14' : 'days_15_up';
}

function momentsOf(
  lengths: readonly number[],
): Pick<Measured, 'consultations' | 'meanMinutes' | 'variation'> {
  const consultations = lengths.length;
  if (consultations === 0) return { consultations, meanMinutes: null, variation: null };
  const mean = total(lengths) / consultations;
  const square = total(lengths.map((one) => (one - mean) ** 2)) / Math.max(1, consultations - 1);
  return { consultations, meanMinutes: mean, variation: consultations < 2 ? null : Math.sqrt(square) / mean };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
