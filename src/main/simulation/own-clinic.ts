import { MINUTE } from '../../shared/model/time';
import type { TrialDoctor, TrialHistory, TrialJob } from '../app/outside/trial-room';
import type { PlannedSlot, Stretch } from './clinic';
import { type DayPlan, type Draft, type Habits, planPatient, planPatients } from './plan';
import { RandomStream } from './random';

/** Of a consultation whose length nobody measured yet. */
const VARIATION = 0.6;
/** So many consultations tell how long one takes here. */
const ENOUGH_CONSULTATIONS = 20;
const NO_SHOW = 0.2;
const ENOUGH_BOOKED = 20;
/** Slots with a longer gap between them are two sessions: people come for the one or for the other. */
const SESSION_GAP = 60;

/** A simulated day of a clinic's own, with whom each of its doctors is. */
export interface OwnDay {
  readonly plan: DayPlan;
  readonly doctors: readonly TrialDoctor[];
}

/**
 * One day of the clinic's own week: its working days follow each other. The same seed and day give the same plan, whatever
 * the rules. Undefined: nobody works on any day.
 */
export function planOwnDay(
  { seed, doctors }: Pick<TrialJob, 'seed' | 'doctors'>,
  day: number,
): OwnDay | undefined {
  const workdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    doctors.some(({ week }) => (week[weekday] ?? []).length > 0),
  );
  const weekday = workdays[day % workdays.length];
  if (weekday === undefined) return undefined;
  const working = doctors.filter(({ week }) => (week[weekday] ?? []).length > 0);
  const slots = working.map(({ week }) => week[weekday] ?? []);
  const stream = (purpose: string, { id }: TrialDoctor): RandomStream =>
    new RandomStream(seed, purpose, id, day);
  const patients = working.flatMap((one, doctor) =>
    patientsOf(one, slots[doctor] ?? [], stream('patients', one), stream('habits', one)).map((draft) => ({
      ...draft,
      doctor,
    })),
  );
  return {
    doctors: working,
    plan: {
      slots,
      lateMs: working.map((one) => stream('late', one).uniform(0, 30) * MINUTE),
      outage: null,
      patients: patients.map((draft, index) => ({ ...draft, index, person: null })),
    },
  };
}

function patientsOf(
  { history }: TrialDoctor,
  slots: readonly PlannedSlot[],
  random: RandomStream,
  habits: RandomStream,
): Draft[] {
  const how = habitsOf(history, slots);
  const sessions = sessionsOf(slots);
  if (history !== null) return seenBefore(history, how, sessions, random, habits);
  return sessions.flatMap((hours) => {
    const inside = slots.filter(({ start, end }) => start >= hours.start && end <= hours.end);
    return planPatients(how, minutesOf(inside) / how.serviceMinutes, random, habits, hours);
  });
}

/** As many of each kind in each hour as on the days that were seen, give or take chance. */
function seenBefore(
  { arrivals, days }: TrialHistory,
  how: Habits,
  sessions: readonly Stretch[],
  random: RandomStream,
  habits: RandomStream,
): Draft[] {
  const drafts: Draft[] = [];
  const whole = { start: sessions[0]?.start ?? 0, end: sessions.at(-1)?.end ?? 0 };
  for (const { source, booked, hour, count } of arrivals) {
    for (let left = random.poisson(count / days); left > 0; left -= 1) {
      const asks = hour < 0 ? whole.start - 120 - random.uniform(0, 60) : random.uniform(hour, hour + 1) * 60;
      // Whoever comes after the hours gets no token any more.
      if (asks < whole.end) drafts.push(planPatient(how, source, booked, random, habits, whole, asks));
    }
  }
  return drafts;
}

function habitsOf(history: TrialHistory | null, slots: readonly PlannedSlot[]): Habits {
  const seats = slots.reduce((sum, { capacity }) => sum + capacity, 0);
  const { count = 0, meanMinutes = 0, variation = 0 } = history?.consultations ?? {};
  const isMeasured = count >= ENOUGH_CONSULTATIONS;
  const { booked = 0, came = 0 } = history ?? {};
  return {
    serviceMinutes: isMeasured ? Math.max(0.5, meanMinutes) : minutesOf(slots) / Math.max(1, seats),
    variation: isMeasured ? Math.min(1.5, Math.max(0.1, variation)) : VARIATION,
    distribution: 'gamma',
    noShow: booked >= ENOUGH_BOOKED ? Math.min(0.9, 1 - came / booked) : NO_SHOW,
    leaves: 0,
    stepsOut: 0.05,
  };
}

const minutesOf = (slots: readonly Stretch[]): number =>
  slots.reduce((sum, { start, end }) => sum + end - start, 0);

function sessionsOf(slots: readonly Stretch[]): Stretch[] {
  const sessions: { start: number; end: number }[] = [];
  for (const { start, end } of [...slots].sort((a, b) => a.start - b.start)) {
    const last = sessions.at(-1);
    if (last && start - last.end <= SESSION_GAP) last.end = Math.max(last.end, end);
    else sessions.push({ start, end });
  }
  return sessions;
}
