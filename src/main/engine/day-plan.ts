import type { Absence, OneOff } from '../../shared/model/absence';
import type { Calendar, Stretch } from '../../shared/model/calendar';
import {
  holdsOn,
  overflowOf,
  type ScheduleLine,
  type Session,
  slotStarts,
} from '../../shared/model/doctor-schedule';
import type { OneOffId } from '../../shared/model/ids';
import type { Settings } from '../../shared/model/settings';
import type { Slot } from '../../shared/model/slot';
import type { ServiceDay } from '../../shared/model/time';

const DAY_MINUTES = 24 * 60;

/** All that a doctor's day is planned by. What is of other days does no harm. */
export interface DayFacts {
  readonly serviceDay: ServiceDay;
  readonly week: readonly ScheduleLine[];
  readonly oneOffs: readonly OneOff[];
  /** The doctor's leaves and the clinic's closures alike. */
  readonly absences: readonly Absence[];
  readonly clinic: Pick<Settings['clinic'], 'timeZone' | 'dayStartsAtMinute'>;
}

/** A slot as it is planned, whether the doctor is there or not. */
export interface PlannedSlot extends Stretch, Pick<Slot, 'capacity' | 'overflow'> {
  /** Where it would begin if the day had all its minutes: by this it is named. */
  readonly namedBy: number;
  /** R34: touched by leave or a closure: it falls away, whole. */
  readonly isAway: boolean;
}

export interface PlannedDay {
  /** In time order; none overlap. */
  readonly slots: readonly PlannedSlot[];
  /** When nobody works, as minutes of this day. */
  readonly away: readonly Stretch[];
}

/** A session of a day. `oneOffId` null: of the week. */
export interface PlannedSession extends Session {
  readonly oneOffId: OneOffId | null;
}

/** R34: the slots that a day is planned with: those of the week and of this day only, less absences. */
export function planDay(facts: DayFacts, calendar: Calendar): PlannedDay {
  const away = awayOn(facts);
  const slots: PlannedSlot[] = [];
  for (const session of sessionsOf(facts, calendar)) {
    for (const slot of slotsOfSession(session, facts, calendar)) {
      if (slots.some((other) => overlaps(other, slot))) continue;
      slots.push({ ...slot, isAway: away.some((stretch) => overlaps(stretch, slot)) });
    }
  }
  return { slots: slots.sort((a, b) => a.startMinute - b.startMinute), away };
}

/** Sessions that hold on this day, those of this day only first: a week never takes their place. */
export function sessionsOf(
  { serviceDay, week, oneOffs }: DayFacts,
  calendar: Pick<Calendar, 'weekdayOf'>,
): readonly PlannedSession[] {
  const weekday = calendar.weekdayOf(serviceDay);
  const ofToday = oneOffs.filter((oneOff) => oneOff.serviceDay === serviceDay);
  const weekly = week.filter((line) => line.weekday === weekday && holdsOn(line, serviceDay));
  return [
    ...ofToday.map((session) => ({ ...session, oneOffId: session.id })),
    ...weekly.map((session) => ({ ...session, oneOffId: null })),
  ];
}

/** The stretches of a day in which nobody works. */
export function awayOn({
  serviceDay,
  absences,
  clinic: { dayStartsAtMinute },
}: Pick<DayFacts, 'serviceDay' | 'absences' | 'clinic'>): Stretch[] {
  return absences
    .filter(({ from, to }) => from <= serviceDay && serviceDay <= to)
    .map(({ startMinute, endMinute }) => ({
      startMinute: startMinute ?? dayStartsAtMinute,
      endMinute: endMinute ?? dayStartsAtMinute + DAY_MINUTES,
    }));
}

export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.startMinute < other.endMinute && other.startMinute < one.endMinute;
}

/** Cut to the service day and to its clock (R2). */
function slotsOfSession(
  session: PlannedSession,
  facts: DayFacts,
  calendar: Calendar,
): Omit<PlannedSlot, 'isAway'>[] {
  const { slotMinutes, capacity } = session;
  const overflow = overflowOf(session);
  return slotStarts(session).flatMap((startMinute) => {
    const endMinute = Math.min(startMinute + slotMinutes, session.endMinute);
    const times = partOfDay(facts, { startMinute, endMinute }, calendar);
    return times ? [{ ...times, capacity, overflow, namedBy: startMinute }] : [];
  });
}

/** R2: what of a slot lies within the service day and on its clock; undefined: nothing. */
function partOfDay({ serviceDay, clinic }: DayFacts, slot: Stretch, calendar: Calendar): Stretch | undefined {
  const { timeZone, dayStartsAtMinute } = clinic;
  const whole = {
    startMinute: Math.max(slot.startMinute, dayStartsAtMinute),
    endMinute: Math.min(slot.endMinute, dayStartsAtMinute + DAY_MINUTES),
  };
  return whole.startMinute < whole.endMinute ? calendar.realPart(serviceDay, whole, timeZone) : undefined;
}
