import type Database from 'better-sqlite3';
import type { DayWithRoom } from '../../../shared/model/otherwise';
import type { BookStore } from '../books';
import type { BookTable } from './books';
import { all, mapperOf } from './rows';

type OpenSlot = DayWithRoom & { readonly free: number };

/**
 * Where a doctor has a free seat first (R1), on days to come: of those that were touched all in one question, as it is
 * asked each time the list of doctors is shown.
 */
export function firstRoomQuery(
  database: Database.Database,
  books: Pick<BookTable, 'untouchedBook'>,
): BookStore['firstRoom'] {
  const made = database.prepare(
    'SELECT service_day FROM books WHERE doctor_id = ? AND service_day BETWEEN ? AND ?',
  );
  const seats = database.prepare(
    `SELECT s.service_day, s.start_minute, s.end_minute, s.capacity -
       (SELECT count(*) FROM tokens t
        WHERE t.doctor_id = s.doctor_id AND t.service_day = s.service_day AND t.slot_id = s.id
          AND t.status IN ('active', 'served') AND NOT t.extra) AS free
     FROM slots s JOIN books b USING (doctor_id, service_day)
     WHERE s.doctor_id = ? AND s.service_day BETWEEN ? AND ? AND b.status = 'open' AND s.status = 'open'
     ORDER BY s.service_day, s.start_minute + s.delay_minutes, s.start_minute`,
  );
  const { fromRow } = mapperOf<OpenSlot>(['serviceDay', 'startMinute', 'endMinute', 'free']);

  /** `days` in time order. */
  return (doctorId, days) => {
    const [from, to] = [days[0], days.at(-1)];
    if (from === undefined || to === undefined) return undefined;
    const touched = new Set(all(made, doctorId, from, to).map(({ service_day }) => service_day));
    const slots = all(seats, doctorId, from, to).map(fromRow);
    for (const serviceDay of days) {
      const room = touched.has(serviceDay)
        ? slots.find((slot) => slot.serviceDay === serviceDay && slot.free > 0)
        : books.untouchedBook({ doctorId, serviceDay })?.slots.find(({ capacity }) => capacity > 0);
      if (room) return { serviceDay, startMinute: room.startMinute, endMinute: room.endMinute };
    }
    return undefined;
  };
}
