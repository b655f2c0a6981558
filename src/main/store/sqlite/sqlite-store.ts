import type Database from 'better-sqlite3';
import type { Book, BookKey } from '../../../shared/model/book';
import { isSlotEvent, isTokenEvent } from '../../../shared/model/event';
import { type Settings, settingsSchema } from '../../../shared/model/settings';
import { fail, ok, type Result } from '../../../shared/result';
import type { BookChange, Calendar, Commit, Decide, History, Store, TransactRequest } from '../store';
import { bookTable } from './books';
import { deviceTable } from './devices';
import { doctorTable } from './doctors';
import { doorTable } from './doors';
import { eventTable } from './events';
import { firstRoomQuery } from './first-room';
import { keyValueTable } from './key-values';
import { lockDatabase } from './lock';
import { makerTable } from './makers';
import { noticeTable } from './notices';
import { type OpenOptions, openDatabase } from './open';
import { printJobTable } from './print-jobs';
import { hashOf, requestTable } from './requests';
import { tokenTable } from './tokens';
import { refusalOf, refusing } from './unavailable';

/**
 * Opens the SQLite store, for this process alone. Throws if the file is damaged, newer than this app, in use by
 * another process, or cannot be opened.
 */
export function openSqliteStore(options: OpenOptions & { readonly calendar: Calendar }): Store {
  const unlock = options.path === ':memory:' ? () => undefined : lockDatabase(options);
  try {
    const store = sqliteStore(openDatabase(options), options.calendar);
    return { ...store, close: () => store.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The store over an open database. */
export function sqliteStore(database: Database.Database, calendar: Calendar): Store {
  const meta = keyValueTable(database, 'meta');
  const settingsTable = keyValueTable(database, 'settings');
  const doctors = doctorTable(database);
  const tokens = tokenTable(database);
  const events = eventTable(database);
  const requests = requestTable(database);
  const printJobs = printJobTable(database);
  const notices = noticeTable(database);
  const devices = deviceTable(database);
  const makers = makerTable(database);
  const doors = doorTable(database);
  const history: History = {
    ofToken: events.ofToken,
    ofRevision: events.ofRevision,
    lastClosing: events.lastClosing,
    atDoors: doors.of,
    printJob: printJobs.get,
    lastPrintJob: printJobs.ofToken,
  };
  let settings = readSettings();
  const books = bookTable(database, doctors, tokens, {
    calendar,
    clinic: () => settings.clinic,
  });

  const firstRoom = firstRoomQuery(database, books);

  function readSettings(): Settings {
    const stored = settingsTable.get('all');
    return settingsSchema.parse(stored === undefined ? {} : JSON.parse(stored));
  }

  const openBook = database.transaction(books.open);

  function decideInTransaction<A>(request: TransactRequest, decide: Decide<A>): Result<Commit<A>> {
    const hash = request.request && hashOf(request.request.content);
    if (request.request) {
      const known = requests.find(request.request.id);
      if (known && known.contentHash === hash)
        return ok({ books: [], answer: known.answer as A, repeated: true });
      if (known) return fail('CONFLICT', 'This request id was used for something else.', { rule: 'R17' });
    }
    const loaded = loadBooks(request);
    if (!loaded.ok) return loaded;
    const change = decide(loaded.value, history);
    if (!change.ok) return change;
    for (const bookChange of change.value.books) write(bookChange);
    for (const { doctor, schedule } of change.value.doctors ?? []) doctors.save(doctor, schedule);
    for (const { tokenId, deviceId } of change.value.makers ?? []) makers.add(tokenId, deviceId);
    for (const job of change.value.printJobs ?? []) printJobs.save(job);
    for (const tokenId of change.value.noticesDone ?? []) notices.settle(tokenId, request.now);
    for (const settled of change.value.noticesBack ?? []) notices.bringBack(settled);
    for (const notice of change.value.notices ?? []) notices.add(notice);
    if (change.value.settings) settingsTable.set('all', JSON.stringify(change.value.settings));
    for (const { key, value } of change.value.meta ?? []) meta.set(key, value);
    if (request.request && hash !== undefined) {
      requests.add(request.request.id, hash, change.value.answer, request.now);
    }
    return ok({ ...change.value, repeated: false });
  }

  function loadBooks({ books: keys, today }: TransactRequest): Result<Book[]> {
    const loaded: Book[] = [];
    for (const key of keys) {
      const book = books.open(key, today);
      if (!book) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId: key.doctorId });
      loaded.push(book);
    }
    return ok(loaded);
  }

  function write(change: BookChange): void {
    if (change.events.length === 0) return;
    const changedTokens = new Map(
      change.events.filter(isTokenEvent).map((event) => [event.after.id, event.after]),
    );
    const changedSlots = new Map(
      change.events.filter(isSlotEvent).map((event) => [event.after.id, event.after]),
    );
    books.save(change.book, [...changedSlots.values()]);
    tokens.save([...changedTokens.values()]);
    events.append(change);
  }

  /** A refusal rolls back, so that not even a book made on the way stays behind. */
  function transactOrRefuse<A>(request: TransactRequest, decide: Decide<A>): Result<Commit<A>> {
    let refusal: Result<Commit<A>> | undefined;
    const run = database.transaction(() => {
      const result = decideInTransaction(request, decide);
      if (result.ok) return result;
      refusal = result;
      throw new Refused();
    });
    try {
      const done = run.immediate();
      if (done.ok && done.value.settings) settings = done.value.settings;
      return done;
    } catch (error) {
      if (refusal) return refusal;
      const unavailable = refusalOf(error);
      if (unavailable) return { ok: false, error: unavailable };
      throw error;
    }
  }

  return refusing({
    transact: async <A>(request: TransactRequest, decide: Decide<A>) => transactOrRefuse(request, decide),
    // What is there is read without a lock on the file: it can be seen even where nothing can be written.
    book: async (key: BookKey, today) => books.read(key) ?? openBook.immediate(key, today),
    booksFrom: async (day) => books.from(day),
    firstRoom: async (doctorId, days) => firstRoom(doctorId, days),
    unclosedBooks: async (before) => books.unclosed(before),
    leftInConsultation: async (doctorId, before) => tokens.leftInConsultation(doctorId, before),
    doctorsWithOpenTokens: async (day) => tokens.doctorsWithOpen(day),
    daysWithOpenTokens: async (doctorId, from) => tokens.daysWithOpen(doctorId, from),
    bookOfToken: async (tokenId) => tokens.bookOf(tokenId),
    bookOfSlot: async (slotId) => books.ofSlot(slotId),
    events: async (key) => events.ofBook(key),
    tokenHistory: async (tokenId) => events.ofToken(tokenId),
    revisionEvents: async (key, revision) => events.ofRevision(key, revision),
    lastClosing: async (key) => events.lastClosing(key),
    atDoors: async (day, since) => doors.of(day, since),
    recentChanges: async (day, limit, before) => events.recent(day, limit, before),
    latestCalls: async (day, limit) => events.latestCalls(day, limit),
    findTokens: async (search, days, limit) => tokens.find(search, days, limit),
    hasNumbersOf: async (prefix, from) => tokens.hasNumbersOf(prefix, from),
    listTokens: async (wanted, limit) => tokens.list(wanted, limit),
    knownPatients: async (contact, limit) => tokens.known(contact, limit),
    tokensOfPatient: async (patient, limit) => tokens.ofPatient(patient, limit),
    makerOf: async (tokenId) => makers.of(tokenId),
    notices: async (from) => notices.from(from),
    notice: async (id) => notices.get(id),
    tickNotice: async (id, toldAt) => notices.tick(id, toldAt),
    lastEventAt: async () => events.lastAt(),
    doctors: async () => doctors.list(),
    doctor: async (id) => doctors.get(id),
    schedule: async (id) => doctors.schedule(id),
    saveDoctor: async (doctor, schedule) => {
      database.transaction(doctors.save).immediate(doctor, schedule);
    },
    settings: async () => settings,
    saveSettings: async (next) => {
      settingsTable.set('all', JSON.stringify(next));
      settings = next;
    },
    meta: async (key) => meta.get(key),
    saveMeta: async (key, value) => meta.set(key, value),
    printJob: async (id) => printJobs.get(id),
    printJobOfToken: async (tokenId) => printJobs.ofToken(tokenId),
    printJobsIn: async (states, since = 0) => printJobs.inStates(states, since),
    printJobsToPrint: async () => printJobs.toPrint(),
    countPrintJobs: async (since) => printJobs.counts(since),
    devices: async () => devices.list(),
    deviceSecret: async (id) => devices.secret(id),
    addDevice: async (device, secretHash) => devices.add(device, secretHash),
    changeDevice: async (id, change) => devices.change(id, change),
    forget: async (before, limit) =>
      database
        .transaction(
          () =>
            requests.forget(before.requests, limit) +
            printJobs.forget(before.printJobs, limit) +
            notices.forget(before.notices, limit),
        )
        .immediate(),
    backUp: async (path) => {
      await database.backup(path);
    },
    close: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  } satisfies Store);
}

/** Unwinds a transaction whose decision was a refusal. */
class Refused extends Error {}
