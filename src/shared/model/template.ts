import {
  type EmergencySeats,
  holdsOn,
  type ScheduleLine,
  scheduleSchema,
  slotStarts,
} from './doctor-schedule';
import { type ServiceDay, serviceDaySchema } from './time';

/** A session as it is booked: one stretch of the day in slots of one length, the same on some days of the week. */
export interface Template {
  /** ISO: Monday is 1. */
  readonly weekdays: readonly number[];
  readonly startMinute: number;
  readonly endMinute: number;
  readonly slotMinutes: number;
  /** Of each slot, in their order. */
  readonly seats: readonly number[];
  readonly emergencySeats: EmergencySeats;
}

/** The templates of a week as it holds on a day, by their days and hours. */
export function templatesOf(schedule: readonly ScheduleLine[], day: ServiceDay): Template[] {
  const found = new Map<string, { template: Template; weekdays: number[] }>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    for (const template of ofWeekday(schedule, weekday, day)) {
      const key = JSON.stringify({ ...template, weekdays: [] });
      const same = found.get(key);
      if (same === undefined) found.set(key, { template, weekdays: [weekday] });
      else same.weekdays.push(weekday);
    }
  }
  return [...found.values()].map(({ template, weekdays }) => ({ ...template, weekdays }));
}

/** Lines that follow one another are one session, as long as their slots do. */
function ofWeekday(schedule: readonly ScheduleLine[], weekday: number, day: ServiceDay): Template[] {
  const lines = schedule
    .filter((line) => line.weekday === weekday && holdsOn(line, day))
    .sort((one, other) => one.startMinute - other.startMinute);
  const templates: Template[] = [];
  for (const line of lines) {
    const { startMinute, endMinute, slotMinutes, emergencySeats } = line;
    const seats = slotStarts(line).map(() => line.capacity);
    const last = templates.at(-1);
    const goesOn =
      last !== undefined &&
      last.endMinute === startMinute &&
      last.slotMinutes === slotMinutes &&
      (last.endMinute - last.startMinute) % slotMinutes === 0 &&
      JSON.stringify(last.emergencySeats) === JSON.stringify(emergencySeats);
    if (goesOn) templates[templates.length - 1] = { ...last, endMinute, seats: [...last.seats, ...seats] };
    else templates.push({ weekdays: [weekday], startMinute, endMinute, slotMinutes, seats, emergencySeats });
  }
  return templates;
}

export interface NewSeats {
  readonly slotMinutes: number;
  readonly seats: readonly number[];
}

export type OtherWeek =
  | {
      readonly schedule: ScheduleLine[];
      /** The last day on which it holds, since something else is planned from then on; null: for good. */
      readonly until: ServiceDay | null;
    }
  /** Other hours hold on that day, or the week would have too many lines. */
  | 'otherHours'
  | 'tooLong';

/**
 * The whole week with these seats in the template's session, on the template's days of the week, from a day on. Until
 * the day before all is as it was; what is planned from a later day on stays, and ends them.
 */
export function withSeats(
  schedule: readonly ScheduleLine[],
  template: Template,
  { slotMinutes, seats }: NewSeats,
  from: ServiceDay,
): OtherWeek {
  const { startMinute, endMinute, weekdays, emergencySeats } = template;
  const isTouched = (line: ScheduleLine): boolean =>
    weekdays.includes(line.weekday) && line.startMinute < endMinute && startMinute < line.endMinute;
  const ending = schedule.filter((line) => isTouched(line) && holdsOn(line, from));
  const isInside = (line: ScheduleLine): boolean =>
    startMinute <= line.startMinute && line.endMinute <= endMinute;
  const minutesOf = (weekday: number): number =>
    ending
      .filter((line) => line.weekday === weekday)
      .reduce((sum, line) => sum + line.endMinute - line.startMinute, 0);
  if (!ending.every(isInside) || weekdays.some((one) => minutesOf(one) !== endMinute - startMinute))
    return 'otherHours';
  const before = dayBefore(from);
  const ends = [
    ...ending.flatMap(({ validTo }) => validTo ?? []),
    ...schedule.flatMap((line) =>
      isTouched(line) && line.validFrom !== null && line.validFrom > from ? dayBefore(line.validFrom) : [],
    ),
  ].sort();
  const until = ends[0] ?? null;
  const kept = schedule.flatMap((line) => {
    if (!ending.includes(line)) return line;
    // What would hold on no day any more.
    return line.validFrom !== null && line.validFrom > before ? [] : { ...line, validTo: before };
  });
  const stretches = stretchesOf(template, { slotMinutes, seats });
  const added = weekdays.flatMap((weekday) =>
    stretches.map((stretch) => ({
      weekday,
      ...stretch,
      slotMinutes,
      emergencySeats,
      validFrom: from,
      validTo: until,
    })),
  );
  const all = scheduleSchema.safeParse([...kept, ...added]);
  return all.success ? { schedule: all.data, until } : 'tooLong';
}

/** Slots with as many seats, one after another, are one stretch. */
export function stretchesOf(
  { startMinute, endMinute }: Pick<Template, 'startMinute' | 'endMinute'>,
  { slotMinutes, seats }: NewSeats,
): Pick<ScheduleLine, 'startMinute' | 'endMinute' | 'capacity'>[] {
  const stretches: { startMinute: number; endMinute: number; capacity: number }[] = [];
  for (const [slot, capacity] of seats.entries()) {
    const start = startMinute + slot * slotMinutes;
    const end = Math.min(endMinute, start + slotMinutes);
    const last = stretches.at(-1);
    if (last?.capacity === capacity) last.endMinute = end;
    else stretches.push({ startMinute: start, endMinute: end, capacity });
  }
  return stretches;
}

function dayBefore(day: ServiceDay): ServiceDay {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000);
  return serviceDaySchema.parse(before.toISOString().slice(0, 10));
}
