import { type Lead, leads, type Measured } from '../../../shared/model/advice';
import type { DoctorId } from '../../../shared/model/ids';
import { MINUTE, type ServiceDay } from '../../../shared/model/time';
import { type Source, sources, type Token, unseenWays } from '../../../shared/model/token';
import type { Call } from '../call';
import { breathe } from '../run/breathe';
import { daysAfter, serviceDayAt } from '../time/calendar';

/** So many days back is looked: enough to know a doctor by, and not who the doctor was last year. */
const DAYS_BACK = 90;
/** A consultation counts as between these, minutes: a forgotten click is no consultation. */
const LENGTH = { least: 1, most: 60 } as const;

/** One visit, as far as a template goes by it. */
export interface SeenVisit {
  readonly source: Source;
  readonly lead: Lead;
  readonly came: boolean;
  /** Null: it had none, or nobody pressed the keys. */
  readonly minutes: number | null;
}

/** What was seen of a doctor on the days up to yesterday. */
export async function measuredOf(call: Call, doctorId: DoctorId): Promise<Measured> {
  const { environment, today } = call;
  const { store } = environment;
  const from = daysAfter(today, -DAYS_BACK);
  const visits: SeenVisit[] = [];
  let days = 0;
  for (const key of await store.booksFrom(from)) {
    if (key.doctorId !== doctorId || key.serviceDay >= today) continue;
    await breathe();
    const book = await store.book(key, today);
    const seen = book?.tokens.flatMap((token) => seenOf(call, key.serviceDay, token)) ?? [];
    if (seen.length > 0) days += 1;
    visits.push(...seen);
  }
  return { from, to: daysAfter(today, -1), days, ...tally(visits) };
}

/** Nothing of one that was not due any more, goes on elsewhere, or is not over. */
function seenOf({ settings: { clinic } }: Call, day: ServiceDay, token: Token): SeenVisit[] {
  const { source, status, checkedInAt, createdAt, channel } = token;
  const isOver = status === 'served' || status === 'no_show' || (status === 'cancelled' && wasDue(token));
  // Of paper it is not known when it was asked for.
  if (!isOver || channel === 'paper') return [];
  const length =
    status === 'served' && token.startedAt !== null ? (token.servedAt - token.startedAt) / MINUTE : null;
  const askedOn = serviceDayAt(createdAt, clinic.timeZone, clinic.dayStartsAtMinute);
  const isHere = checkedInAt !== null && checkedInAt <= createdAt;
  return [
    {
      source,
      lead: isHere ? 'here' : leadOf(askedOn, day),
      came: status !== 'no_show',
      // A clock may have been set back.
      minutes: length !== null && length >= 0 ? length : null,
    },
  ];
}

/** It was not called off before, passed on or undone: the patient was there, and was not seen. */
function wasDue({ cancelReason }: Extract<Token, { status: 'cancelled' }>): boolean {
  return unseenWays.some((way) => way === cancelReason);
}

const steps = [
  ['days_1', 1],
  ['days_2_3', 3],
  ['days_4_7', 7],
  ['days_8_14', 14],
] as const;

export function leadOf(askedOn: ServiceDay, day: ServiceDay): Lead {
  if (askedOn >= day) return 'same_day';
  return steps.find(([, most]) => daysAfter(askedOn, most) >= day)?.[0] ?? 'days_15_up';
}

export function tally(visits: readonly SeenVisit[]): Omit<Measured, 'from' | 'to' | 'days'> {
  const lengths = visits
    .flatMap(({ minutes }) => (minutes === null ? [] : [minutes]))
    .map((minutes) => Math.min(LENGTH.most, Math.max(LENGTH.least, minutes)));
  const mean = lengths.length === 0 ? null : total(lengths) / lengths.length;
  const spread =
    mean === null || lengths.length < 2
      ? null
      : Math.sqrt(total(lengths.map((one) => (one - mean) ** 2)) / (lengths.length - 1));
  const noShows = sources.flatMap((source) =>
    leads.flatMap((lead) => {
      const due = visits.filter((visit) => visit.source === source && visit.lead === lead);
      return due.length === 0 ? [] : [{ source, lead, due: due.length, missed: missedOf(due) }];
    }),
  );
  return {
    consultations: lengths.length,
    meanMinutes: mean,
    variation: mean === null || spread === null ? null : spread / mean,
    due: visits.length,
    missed: missedOf(visits),
    noShows,
  };
}

function missedOf(visits: readonly SeenVisit[]): number {
  return visits.filter(({ came }) => !came).length;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
