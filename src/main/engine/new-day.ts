import type { Book } from '../../shared/model/book';
import type { Calendar } from '../../shared/model/calendar';
import type { Doctor } from '../../shared/model/doctor';
import type { SlotId } from '../../shared/model/ids';
import type { Slot } from '../../shared/model/slot';
import { type DayFacts, type PlannedSlot, planDay } from './day-plan';

/** All that a day follows from as long as nothing has happened on it. */
export interface DayPlan extends DayFacts {
  readonly doctor: Pick<Doctor, 'id' | 'prefix'>;
  /** Nothing was on that day, and nothing will be. By a clock that is ahead it may be today, with slots yet. */
  readonly isPast: boolean;
}

/** What the engine does not know itself. */
interface DayTools {
  readonly calendar: Calendar;
  /** The id of the slot that begins, as planned, at this minute: always the same one. */
  slotId(startMinute: number): SlotId;
}

/** A book that nobody has touched: the slots that the day is planned with (R34). */
export function newDay(plan: DayPlan, { calendar, slotId }: DayTools): Book {
  const { doctor, serviceDay, isPast } = plan;
  const planned = isPast ? [] : planDay(plan, calendar).slots.filter(({ isAway }) => !isAway);
  const slots = planned.map((slot) => slotAt(slot, slotId(slot.namedBy), plan, calendar));
  return untouchedBook({ doctorId: doctor.id, serviceDay, prefix: doctor.prefix, slots });
}

/** A planned slot as it stands in a book. */
export function slotAt(
  { startMinute, endMinute, capacity, overflow }: PlannedSlot,
  id: SlotId,
  { serviceDay, clinic }: Pick<DayFacts, 'serviceDay' | 'clinic'>,
  calendar: Pick<Calendar, 'instantOf'>,
): Slot {
  return {
    id,
    startMinute,
    endMinute,
    startsAt: calendar.instantOf(serviceDay, startMinute, clinic.timeZone),
    endsAt: calendar.instantOf(serviceDay, endMinute, clinic.timeZone),
    capacity,
    overflow,
    status: 'open',
    delayMinutes: 0,
  };
}

/** A book on which nothing has happened. */
export function untouchedBook(about: Pick<Book, 'doctorId' | 'serviceDay' | 'prefix' | 'slots'>): Book {
  return {
    ...about,
    status: 'open',
    revision: 0,
    calls: 0,
    breakUntil: null,
    breakGivesBack: false,
    reopenedAt: null,
    tokens: [],
  };
}
