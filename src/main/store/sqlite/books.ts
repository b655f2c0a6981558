import type Database from 'better-sqlite3';
import type { Book, BookKey } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import type { SlotId } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import { DAYS_AHEAD, type ServiceDay } from '../../../shared/model/time';
import type { BookStore } from '../books';
import type { DoctorStore } from '../doctors';
import type { Days } from '../new-day';
import type { SettingsStore } from '../settings';
import { dayOfPlannedSlot, slotIdOf } from '../slot-id';
import { type BookMemory, bookMemory, plannedDays } from './book-memory';
import { numbersGivenTable } from './numbers-given';
import type { PlanTable } from './plans';
import { all, first, mapperOf, upsertSql } from './rows';
import type { TokenTable } from './tokens';

type BookRow = Omit<Book, 'prefix' | 'slots' | 'tokens' | 'numbersGiven'>;
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
const slotFields = ['id', 'startMinute', 'endMinute', 'capacity', 'overflow', 'status', 'delayMinutes'];

export interface BookTable {
  readonly face: Omit<BookStore, 'firstRoom'>;
  /** The book of a day as if nobody had touched it; undefined if the doctor is unknown. */
  untouchedBook(key: BookKey): Book | undefined;
  /** The slots that changed; all of them, if the book is written for the first time. */
  saveBook(book: Book, changedSlots: readonly Slot[]): void;
  /** The transaction is over: these books are what it has written, none if it was unwound. */
  settled(books: readonly Book[]): void;
  /** See {@link BookMemory}. */
  readonly forgetAll: BookMemory['forgetAll'];
  /** A doctor, a plan or the settings are written: days that nobody has touched may be others. */
  forgetPlanned(): void;
}

export function bookTable(
  database: Database.Database,
  doctors: DoctorStore,
  tokens: TokenTable,
  { face: plans }: PlanTable,
  { settings }: SettingsStore,
  days: Days,
): BookTable {
  const { calendar, newDay } = days;
  const memory = bookMemory(database);
  const planned = plannedDays(database);
  const find = database.prepare('SELECT * FROM books WHERE doctor_id = ? AND service_day = ?');
  const slotsOf = database.prepare(
    'SELECT * FROM slots WHERE doctor_id = ? AND service_day = ? ORDER BY start_minute, id',
  );
  const ofSlot = database.prepare('SELECT doctor_id, service_day FROM slots WHERE id = ?');
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
  const numbers = numbersGivenTable(database);

  /** What is kept of a book that somebody touched. */
  function kept({ doctorId, serviceDay }: BookKey, { prefix }: Doctor): Book | undefined {
    const row = first(find, doctorId, serviceDay);
    if (!row) return undefined;
    const { timeZone } = settings().clinic;
    const slots = all(slotsOf, doctorId, serviceDay).map((slotRow) => {
      const slot = slotMapper.fromRow(slotRow);
      const startsAt = calendar.instantOf(serviceDay, slot.startMinute, timeZone);
      return { ...slot, startsAt, endsAt: calendar.instantOf(serviceDay, slot.endMinute, timeZone) };
    });
    const book: Book = {
      ...bookMapper.fromRow(row),
      prefix,
      ...numbers.givenIn({ doctorId, serviceDay }),
      slots,
      tokens: tokens.tokensOfBook({ doctorId, serviceDay }),
    };
    memory.keep(book, { timeZone });
    return book;
  }

  function untouched(key: BookKey, doctor: Doctor, isPast: boolean): Book {
    const { doctorId, serviceDay } = key;
    const week = doctors.schedule(doctorId);
    const oneOffs = plans.oneOffs(doctorId, serviceDay, serviceDay);
    const absences = [
      ...plans.leaves(doctorId, serviceDay, serviceDay),
      ...plans.closures(serviceDay, serviceDay),
    ].map(({ from, to, startMinute, endMinute }) => ({ from, to, startMinute, endMinute }));
    const plan = { doctor, serviceDay, week, oneOffs, absences, isPast, clinic: settings().clinic };
    const day = newDay(plan, { calendar, slotId: (startMinute) => slotIdOf(key, startMinute) });
    return { ...day, ...numbers.givenIn(key) };
  }

  /** The same, worked out again only when something that it follows from was written. */
  function plannedDay(key: BookKey, doctor: Doctor, isPast: boolean): Book {
    return planned.recall(key, isPast) ?? planned.kept(key, isPast, untouched(key, doctor, isPast));
  }

  function book(key: BookKey, today: ServiceDay): Book | undefined {
    const doctor = doctors.doctor(key.doctorId);
    if (!doctor) return undefined;
    const known = memory.recall(key, { prefix: doctor.prefix, timeZone: settings().clinic.timeZone });
    if (known) return known;
    const isPast = key.serviceDay < today;
    return planned.recall(key, isPast) ?? kept(key, doctor) ?? plannedDay(key, doctor, isPast);
  }

  function bookOfSlot(slotId: SlotId, today: ServiceDay): BookKey | undefined {
    const row = first(ofSlot, slotId);
    if (row) return keyMapper.fromRow(row);
    const key = dayOfPlannedSlot(
      slotId,
      doctors.doctors().map(({ id }) => id),
    );
    if (!key || key.serviceDay < today || key.serviceDay > calendar.daysAfter(today, DAYS_AHEAD))
      return undefined;
    // The doctor may be on leave, or the day have slots of another week.
    return book(key, today)?.slots.some(({ id }) => id === slotId) ? key : undefined;
  }

  return {
    untouchedBook: (key) => {
      const doctor = doctors.doctor(key.doctorId);
      return doctor && plannedDay(key, doctor, false);
    },
    saveBook(changed, changedSlots) {
      memory.isBeingWritten(changed);
      planned.forget(changed);
      const isNew = first(find, changed.doctorId, changed.serviceDay) === undefined;
      upsertBook.run(bookMapper.toRow(changed));
      const owner = { doctor_id: changed.doctorId, service_day: changed.serviceDay };
      for (const slot of isNew ? changed.slots : changedSlots) {
        upsertSlot.run({ ...slotMapper.toRow(slot), ...owner });
      }
    },
    settled(books) {
      memory.isSettled();
      if (books.length === 0) return;
      const { timeZone } = settings().clinic;
      for (const book of books) if (book.revision > 0) memory.keep(book, { timeZone });
    },
    forgetAll: memory.forgetAll,
    forgetPlanned: planned.forgetAll,
    face: {
      book,
      bookOfSlot,
      raiseNumbers: (given) => {
        numbers.raise(given);
        memory.forgetAll();
        planned.forgetAll();
      },
      books: (keys, today) => keys.map((key) => book(key, today)),
      booksFrom: (day) => all(from, day).map(keyMapper.fromRow),
      unclosedBooks: (before) => all(unclosed, before).map(keyMapper.fromRow),
    },
  };
}
