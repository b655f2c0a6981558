import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Book, BookKey } from '../../../shared/model/book';
import { slotIdSchema } from '../../../shared/model/ids';
import type { Settings } from '../../../shared/model/settings';
import type { Slot } from '../../../shared/model/slot';
import type { ServiceDay } from '../../../shared/model/time';
import type { BookStore } from '../books';
import type { Calendar, Stretch } from '../calendar';
import type { DoctorStore, ScheduleTemplate } from '../doctors';
import { all, first, mapperOf, upsertSql } from './rows';
import type { TokenTable } from './tokens';

const DAY_MINUTES = 24 * 60;

type BookRow = Omit<Book, 'prefix' | 'slots' | 'tokens'>;
type SlotRow = Omit<Slot, 'startsAt' | 'endsAt'>;

const bookFields = [
  'doctorId',
  'serviceDay',
  'status',
  'revision',
  'calls',
  'breakUntil',
  'breakGivesBack',
  'reopenedAt',
];
const newBook = {
  status: 'open',
  revision: 0,
  calls: 0,
  breakUntil: null,
  breakGivesBack: false,
  reopenedAt: null,
} as const;
const slotFields = ['id', 'startMinute', 'endMinute', 'capacity', 'overflow', 'status', 'delayMinutes'];

type ClinicTime = Pick<Settings['clinic'], 'timeZone' | 'dayStartsAtMinute'>;

export interface BookTable {
  readonly face: Omit<BookStore, 'firstRoom'>;
  /** The book, made from the schedule if it is new and not past; undefined if the doctor is unknown. */
  openBook(key: BookKey, today: ServiceDay): Book | undefined;
  /** The slots that a book would have if it were made now; nothing is made. */
  plannedSlots(key: BookKey): readonly SlotRow[];
  saveBook(book: Book, changedSlots: readonly Slot[]): void;
}

export function bookTable(
  database: Database.Database,
  doctors: DoctorStore,
  tokens: TokenTable,
  time: { calendar: Calendar; clinic: () => ClinicTime },
): BookTable {
  const find = database.prepare('SELECT * FROM books WHERE doctor_id = ? AND service_day = ?');
  const slotsOf = database.prepare(
    'SELECT * FROM slots WHERE doctor_id = ? AND service_day = ? ORDER BY start_minute',
  );
  const ofSlot = database.prepare('SELECT doctor_id, service_day FROM slots WHERE id = ?');
  const onLeave = database.prepare('SELECT 1 FROM leaves WHERE doctor_id = ? AND service_day = ?');
  const upsertBook = database.prepare(upsertSql('books', bookFields, ['doctor_id', 'service_day']));
  const upsertSlot = database.prepare(upsertSql('slots', [...slotFields, 'doctorId', 'serviceDay'], ['id']));
  const unclosed = database.prepare(
    `SELECT doctor_id, service_day FROM books WHERE status = 'open' AND revision > 0 AND service_day < ?
     ORDER BY service_day`,
  );
  const from = database.prepare(
    // Doctor by doctor, so that the books' own key is searched: there are few doctors and years of books.
    `SELECT doctor_id, service_day FROM doctors CROSS JOIN books ON doctor_id = doctors.id
     WHERE service_day >= ? ORDER BY service_day, doctor_id`,
  );
  const keyMapper = mapperOf<BookKey>(['doctorId', 'serviceDay']);
  const bookMapper = mapperOf<BookRow>(bookFields, ['breakGivesBack']);
  const slotMapper = mapperOf<SlotRow>(slotFields);

  function withInstants(slot: SlotRow, day: ServiceDay): Slot {
    const zone = time.clinic().timeZone;
    return {
      ...slot,
      startsAt: time.calendar.instantOf(day, slot.startMinute, zone),
      endsAt: time.calendar.instantOf(day, slot.endMinute, zone),
    };
  }

  function saveSlot(key: BookKey, slot: SlotRow): void {
    const owner = { doctor_id: key.doctorId, service_day: key.serviceDay };
    upsertSlot.run({ ...slotMapper.toRow(slot), ...owner });
  }

  function create(key: BookKey, today: ServiceDay): BookRow {
    const row: BookRow = { ...key, ...newBook };
    // Nothing was on that day, and looking leaves nothing: by a clock that is ahead it may be today, with slots yet.
    if (key.serviceDay < today) return row;
    upsertBook.run(bookMapper.toRow(row));
    for (const slot of planned(key)) saveSlot(key, slot);
    return row;
  }

  /** By the doctor's week and leaves. */
  function planned({ doctorId, serviceDay }: BookKey): SlotRow[] {
    if (first(onLeave, doctorId, serviceDay)) return [];
    const weekday = time.calendar.weekdayOf(serviceDay);
    const stretches = doctors.schedule(doctorId).filter((template) => template.weekday === weekday);
    return stretches.flatMap(cutSlots).flatMap((slot) => {
      const times = ofDay(slot, serviceDay);
      return times ? [{ ...slot, ...times }] : [];
    });
  }

  /** R2: what of a slot lies within the service day and on its clock; undefined: nothing. */
  function ofDay({ startMinute, endMinute }: SlotRow, day: ServiceDay): Stretch | undefined {
    const { timeZone, dayStartsAtMinute } = time.clinic();
    const whole = {
      startMinute: Math.max(startMinute, dayStartsAtMinute),
      endMinute: Math.min(endMinute, dayStartsAtMinute + DAY_MINUTES),
    };
    return whole.startMinute < whole.endMinute ? time.calendar.realPart(day, whole, timeZone) : undefined;
  }

  function withContent(row: BookRow, prefix: string): Book {
    const slots = all(slotsOf, row.doctorId, row.serviceDay).map((slot) =>
      withInstants(slotMapper.fromRow(slot), row.serviceDay),
    );
    return { ...row, prefix, slots, tokens: tokens.tokensOfBook(row) };
  }

  function read(key: BookKey): Book | undefined {
    const doctor = doctors.doctor(key.doctorId);
    const row = first(find, key.doctorId, key.serviceDay);
    return doctor && row && withContent(bookMapper.fromRow(row), doctor.prefix);
  }

  function openBook(key: BookKey, today: ServiceDay): Book | undefined {
    const doctor = doctors.doctor(key.doctorId);
    return doctor && (read(key) ?? withContent(create(key, today), doctor.prefix));
  }
  const opened = database.transaction(openBook);

  return {
    openBook,
    plannedSlots: planned,
    saveBook(book, changedSlots) {
      upsertBook.run(bookMapper.toRow(book));
      for (const slot of changedSlots) saveSlot(book, slot);
    },
    face: {
      // What is there is read without a lock on the file: it can be seen even where nothing can be written.
      book: (key, today) => read(key) ?? opened.immediate(key, today),
      bookOfSlot: (slotId) => {
        const row = first(ofSlot, slotId);
        return row && keyMapper.fromRow(row);
      },
      booksFrom: (day) => all(from, day).map(keyMapper.fromRow),
      unclosedBooks: (before) => all(unclosed, before).map(keyMapper.fromRow),
    },
  };
}

/** A stretch of the day as slots of equal length; a rest too short for a whole slot becomes a shorter one. */
function cutSlots({ startMinute, endMinute, slotMinutes, capacity }: ScheduleTemplate): SlotRow[] {
  const slots: SlotRow[] = [];
  for (let start = startMinute; start < endMinute; start += slotMinutes) {
    slots.push({
      id: slotIdSchema.parse(randomUUID()),
      startMinute: start,
      endMinute: Math.min(start + slotMinutes, endMinute),
      capacity,
      overflow: null,
      status: 'open',
      delayMinutes: 0,
    });
  }
  return slots;
}
