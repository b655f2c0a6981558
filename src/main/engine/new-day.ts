import type { Book } from '../../shared/model/book';
import type { Calendar, Stretch } from '../../shared/model/calendar';
import type { Doctor } from '../../shared/model/doctor';
import { type ScheduleLine, slotStarts } from '../../shared/model/doctor-schedule';
import type { SlotId } from '../../shared/model/ids';
import type { Settings } from '../../shared/model/settings';
import type { Slot } from '../../shared/model/slot';
import type { ServiceDay } from '../../shared/model/time';

const DAY_MINUTES = 24 * 60;

/** All that a day follows from as long as nothing has happened on it. */
export interface DayPlan {
  readonly doctor: Pick<Doctor, 'id' | 'prefix'>;
  readonly serviceDay: ServiceDay;
  readonly week: readonly ScheduleLine[];
  readonly onLeave: boolean;
  /** Nothing was on that day, and nothing will be. By a clock that is ahead it may be today, with slots yet. */
  readonly isPast: boolean;
  readonly clinic: Pick<Settings['clinic'], 'timeZone' | 'dayStartsAtMinute'>;
}

/** What the engine does not know itself. */
interface DayTools {
  readonly calendar: Calendar;
  /** The id of the slot that begins, by the week, at this minute: always the same one. */
  slotId(startMinute: number): SlotId;
}

/** A book that nobody has touched: the slots of the doctor's week, cut to the service day and to its clock (R2). */
export function newDay(plan: DayPlan, tools: DayTools): Book {
  const { doctor, serviceDay, onLeave, isPast } = plan;
  const slots = onLeave || isPast ? [] : slotsOf(plan, tools);
  return untouchedBook({ doctorId: doctor.id, serviceDay, prefix: doctor.prefix, slots });
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

function slotsOf(plan: DayPlan, { calendar, slotId }: DayTools): Slot[] {
  const { serviceDay, week, clinic } = plan;
  const weekday = calendar.weekdayOf(serviceDay);
  const slots = week
    .filter((line) => line.weekday === weekday)
    .flatMap((line) =>
      slotStarts(line).flatMap((startMinute) => {
        const endMinute = Math.min(startMinute + line.slotMinutes, line.endMinute);
        const times = partOfDay(plan, { startMinute, endMinute }, calendar);
        return times ? [slotAt(times, slotId(startMinute), line.capacity)] : [];
      }),
    );
  return slots.sort((a, b) => a.startMinute - b.startMinute);

  function slotAt({ startMinute, endMinute }: Stretch, id: SlotId, capacity: number): Slot {
    return {
      id,
      startMinute,
      endMinute,
      startsAt: calendar.instantOf(serviceDay, startMinute, clinic.timeZone),
      endsAt: calendar.instantOf(serviceDay, endMinute, clinic.timeZone),
      capacity,
      overflow: null,
      status: 'open',
      delayMinutes: 0,
    };
  }
}

/** R2: what of a slot lies within the service day and on its clock; undefined: nothing. */
function partOfDay({ serviceDay, clinic }: DayPlan, slot: Stretch, calendar: Calendar): Stretch | undefined {
  const { timeZone, dayStartsAtMinute } = clinic;
  const whole = {
    startMinute: Math.max(slot.startMinute, dayStartsAtMinute),
    endMinute: Math.min(slot.endMinute, dayStartsAtMinute + DAY_MINUTES),
  };
  return whole.startMinute < whole.endMinute ? calendar.realPart(serviceDay, whole, timeZone) : undefined;
}
