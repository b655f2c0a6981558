import type { Absence, OneOff } from '../../shared/model/absence';
import type { Book } from '../../shared/model/book';
import type { Calendar } from '../../shared/model/calendar';
import type { Doctor } from '../../shared/model/doctor';
import type { ScheduleLine } from '../../shared/model/doctor-schedule';
import type { SlotId } from '../../shared/model/ids';
import type { Settings } from '../../shared/model/settings';
import type { ServiceDay } from '../../shared/model/time';

/** What a day follows from that nobody has touched. */
interface Untouched {
  readonly doctor: Doctor;
  readonly serviceDay: ServiceDay;
  readonly week: readonly ScheduleLine[];
  /** Those that touch the day. */
  readonly oneOffs: readonly OneOff[];
  readonly absences: readonly Absence[];
  readonly isPast: boolean;
  readonly clinic: Settings['clinic'];
}

/** The book of a day that nobody has touched: the engine's, which the store does not know. */
export type NewDay = (
  day: Untouched,
  tools: { readonly calendar: Calendar; slotId(startMinute: number): SlotId },
) => Book;

/** What a store is opened with: how days are counted, and what a new one is. */
export interface Days {
  readonly calendar: Calendar;
  readonly newDay: NewDay;
}
