import type { Book } from '../../../shared/model/book';
import { holdsOn, overflowOf, slotStarts } from '../../../shared/model/doctor-schedule';
import { MINUTE, type ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';

import type { Call } from '../call';
import type { TrialArrivals, TrialDoctor, TrialHistory } from '../outside/trial-room';
import { breathe } from '../run/breathe';
import { calendar, daysAfter } from '../time/calendar';

/** So many days back is looked. */
const DAYS_BACK = 30;
/** On fewer days, or with fewer patients, nothing is told by them. */
const ENOUGH_DAYS = 3;
const ENOUGH_PATIENTS = 30;

/** The clinic's own doctors, weeks and last thirty days: counts and lengths, and nothing of any patient. */
export async function ownClinic(call: Call): Promise<TrialDoctor[]> {
  const { environment, today } = call;
  const { store } = environment;
  const doctors: TrialDoctor[] = [];
  const keys = (await store.booksFrom(daysAfter(today, -DAYS_BACK))).filter(
    ({ serviceDay }) => serviceDay < today,
  );
  for (const doctor of await store.doctors()) {
    if (!doctor.active) continue;
    const schedule = (await store.schedule(doctor.id)).filter((line) => holdsOn(line, today));
    const week = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => [
        weekday,
        schedule
          .filter((line) => line.weekday === weekday)
          .flatMap((line) =>
            slotStarts(line).map((start) => ({
              start,
              end: Math.min(start + line.slotMinutes, line.endMinute),
              capacity: line.capacity,
              overflow: overflowOf(line),
            })),
          ),
      ]),
    );
    const seen = newSeen();
    for (const { serviceDay } of keys.filter(({ doctorId }) => doctorId === doctor.id)) {
      await breathe();
      const book = await store.book({ doctorId: doctor.id, serviceDay }, today);
      if (book) look(seen, book, midnightOf(call, serviceDay));
    }
    doctors.push({ id: doctor.id, week, history: historyOf(seen) });
  }
  return doctors;
}

interface Seen {
  days: number;
  patients: number;
  readonly arrivals: Map<string, number>;
  booked: number;
  came: number;
  readonly consultations: number[];
}

const newSeen = (): Seen => ({
  days: 0,
  patients: 0,
  arrivals: new Map(),
  booked: 0,
  came: 0,
  consultations: [],
});

function midnightOf({ settings }: Call, day: ServiceDay): number {
  return calendar.instantOf(day, 0, settings.clinic.timeZone);
}

function look(seen: Seen, { tokens }: Book, midnight: number): void {
  // Of paper and of tokens passed on it is not known when they were asked for.
  const asked = tokens.filter(
    ({ channel, transferredFrom }) => channel !== 'paper' && transferredFrom === null,
  );
  if (asked.length === 0) return;
  seen.days += 1;
  seen.patients += asked.length;
  for (const token of asked) {
    const booked = token.checkedInAt === null || token.checkedInAt > token.createdAt;
    const hour = Math.max(-1, Math.floor((token.createdAt - midnight) / (60 * MINUTE)));
    const key = `${token.source} ${booked} ${hour}`;
    seen.arrivals.set(key, (seen.arrivals.get(key) ?? 0) + 1);
    if (booked && (token.checkedInAt !== null || token.status === 'no_show')) seen.booked += 1;
    if (booked && token.checkedInAt !== null) seen.came += 1;
    if (token.status === 'served' && token.startedAt !== null)
      seen.consultations.push((token.servedAt - token.startedAt) / MINUTE);
  }
}

function historyOf({ days, patients, arrivals, booked, came, consultations }: Seen): TrialHistory | null {
  if (days < ENOUGH_DAYS || patients < ENOUGH_PATIENTS) return null;
  const count = consultations.length;
  const meanMinutes = consultations.reduce((sum, one) => sum + one, 0) / Math.max(1, count);
  const spread =
    consultations.reduce((sum, one) => sum + (one - meanMinutes) ** 2, 0) / Math.max(1, count - 1);
  const variation = meanMinutes > 0 ? Math.sqrt(spread) / meanMinutes : 0;
  return {
    days,
    arrivals: [...arrivals].map(([key, sum]) => {
      const [source, isBooked, hour] = key.split(' ');
      return {
        source: source as Token['source'],
        booked: isBooked === 'true',
        hour: Number(hour),
        count: sum,
      };
    }) satisfies TrialArrivals[],
    booked,
    came,
    consultations: { count, meanMinutes, variation },
  };
}
