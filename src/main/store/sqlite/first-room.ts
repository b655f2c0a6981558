import type Database from 'better-sqlite3';
import type { BookKey } from '../../../shared/model/book';
import type { DayWithRoom } from '../../../shared/model/otherwise';
import type { BookStore } from '../books';
import type { BookTable } from './books';
import { forgettingOthers } from './remembered';
import { all, mapperOf } from './rows';

type OpenSlot = DayWithRoom & { readonly free: number };

/** More doctors than a house has. */
const MOST_KEPT = 500;

interface Kept {
  readonly doctorId: string;
  /** In time order. */
  readonly days: readonly string[];
  readonly room: DayWithRoom | undefined;
}

/** Free seats on days to come, as they were last found: kept until something is written that they follow from. */
export interface RoomMemory {
  recall(doctorId: string, days: readonly string[]): Kept | undefined;
  keep(kept: Kept): void;
  /** A book is written. */
  forgetDay(key: BookKey): void;
  /** A doctor, a plan or the settings are. */
  forgetAll(): void;
}

export function roomMemory(database: Database.Database): RoomMemory {
  const kept = new Map<string, Kept>();
  const look = forgettingOthers(database, () => kept.clear());
  return {
    recall(doctorId, days) {
      look();
      const found = kept.get(doctorId);
      return found && String(found.days) === String(days) ? found : undefined;
    },
    keep(one) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(one.doctorId, one);
    },
    forgetDay({ doctorId, serviceDay }) {
      const found = kept.get(doctorId);
      if (found?.days.includes(serviceDay)) kept.delete(doctorId);
    },
    forgetAll: () => kept.clear(),
  };
}

/**
 * Where a doctor has a free seat first (R1), on days to come: of those that were touched all in one question, as it is
 * asked each time the list of doctors is shown, and for each token that today may not be enough for.
 */
export function firstRoomQuery(
  database: Database.Database,
  books: Pick<BookTable, 'untouchedBook'>,
  memory: RoomMemory,
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

  const find: BookStore['firstRoom'] = (doctorId, days) => {
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

  /** `days` in time order. */
  return (doctorId, days) => {
    const known = memory.recall(doctorId, days);
    if (known) return known.room;
    const room = find(doctorId, days);
    memory.keep({ doctorId, days, room });
    return room;
  };
}

/** The same table; whoever has these methods write hears of it first. */
export function noticing<T extends object>(
  table: T,
  name: keyof T,
  notice: (...written: readonly never[]) => void,
): T {
  const write = table[name] as (...written: readonly never[]) => unknown;
  const noticed = (...written: readonly never[]): unknown => {
    notice(...written);
    return write(...written);
  };
  return { ...table, [name]: noticed };
}
