import type Database from 'better-sqlite3';
import { asynchronous } from '../async';
import { createCommits, telling } from '../commits';
import type { Kept } from '../kept';
import { leadingAlone } from '../leading';
import type { Days } from '../new-day';
import type { Store } from '../store';
import { auditTable } from './audit';
import { bookTable } from './books';
import { callListTable } from './call-list';
import { deviceTable } from './devices';
import { doctorTable } from './doctors';
import { doorTable } from './doors';
import { erasingTable } from './erasing';
import { eventTable } from './events';
import { firstRoomQuery, noticing, roomMemory } from './first-room';
import { formerPatientTable } from './former-patients';
import { lockDatabase } from './lock';
import { makerTable } from './makers';
import { metaTable } from './meta';
import { openDatabase } from './open';
import type { OpenOptions } from './open-options';
import { markClosed } from './opening';
import { teachPackedIds } from './packed-id';
import { patiently } from './patience';
import { patientQueries } from './patients';
import { paymentTable } from './payments';
import { personTable, pinTryTable } from './persons';
import { photoTable } from './photos';
import { planTable } from './plans';
import { printJobTable } from './print-jobs';
import { areVisitsDue, rebuildVisits } from './rebuild-visits';
import { patientTable } from './register';
import { changeStamp, inOneOperation } from './remembered';
import { requestTable } from './requests';
import { settingsTable } from './settings';
import { settingsVersionTable } from './settings-versions';
import { type DataMovedError, type FileWatch, watchFiles } from './still-there';
import { tokenTable } from './tokens';
import { decidingOn } from './transact';
import { asUnavailable, unavailableOr } from './unavailable';
import { visitTable } from './visits';
import { wordTable } from './words';

/**
 * Opens the SQLite store, for this process alone. Throws if the file is damaged, newer than this app, in use by
 * another process, or cannot be opened.
 */
export function openSqliteStore(options: OpenOptions & Days & Moving): Store {
  const unlock = options.path === ':memory:' ? () => undefined : lockDatabase(options);
  try {
    const store = sqliteStore(openDatabase(options), options);
    return { ...store, close: () => closeInOrder(store, options.path).finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function closeInOrder(store: Store, path: string): Promise<void> {
  await store.close();
  if (path !== ':memory:') markClosed(path);
}

interface Moving {
  /**
   * Hears once that the files were moved, deleted or replaced while they were open: nothing is done on them from then on, and a
   * new opening finds all that was acknowledged.
   */
  readonly moved?: (error: DataMovedError) => void;
}

/** The store over an open database. */
export function sqliteStore(database: Database.Database, { moved, ...days }: Days & Moving): Store {
  // Who waits for another program waits outside of SQLite, and keeps nobody else waiting.
  database.pragma('busy_timeout = 0');
  teachPackedIds(database);
  const meta = metaTable(database);
  const rooms = roomMemory(database);
  const forgetPlanned = (): void => {
    rooms.forgetAll();
    books.forgetPlanned();
  };
  const settings = noticing(settingsTable(database), 'saveSettings', forgetPlanned);
  const versions = settingsVersionTable(database);
  const allDoctors = doctorTable(database);
  const doors = doorTable(database, allDoctors);
  const doctors = noticing(allDoctors, 'saveDoctor', () => {
    forgetPlanned();
    doors.forgetAll();
  });
  const former = formerPatientTable(database);
  const patients = patientTable(database, former);
  const tokens = tokenTable(database, patients, former);
  const plans = noticing(planTable(database), 'changePlan', forgetPlanned);
  const photos = photoTable(database);
  const books = noticing(
    bookTable(database, doctors, tokens, plans, settings, days),
    'saveBook',
    rooms.forgetDay,
  );
  const firstRoom = firstRoomQuery(database, books, rooms);
  const words = wordTable(database);
  const events = eventTable(database, words);
  const requests = requestTable(database);
  const printJobs = printJobTable(database);
  const callList = callListTable(database);
  const devices = deviceTable(database);
  const makers = makerTable(database);
  const persons = personTable(database);
  const payments = paymentTable(database);
  const visits = visitTable(database, words);
  if (areVisitsDue(database)) rebuildVisits(database, { events, words, visits });
  const audit = auditTable(database, words);
  const forgetAll = (): void => {
    books.forgetAll();
    doors.forgetAll();
    events.forgetAll();
  };
  const erasing = erasingTable(database, { audit, meta, events, former, patients, payments, forgetAll });
  const forget: Kept['forget'] = (before, limit) =>
    requests.forgetRequests(before.requests, limit) +
    printJobs.forgetPrintJobs(before.printJobs, limit) +
    callList.forgetCallList(before.callList, limit);

  const kept: Kept = {
    ...books.face,
    firstRoom,
    ...tokens.face,
    ...patients.face,
    ...makers.face,
    ...events.face,
    ...doors.face,
    ...callList.face,
    ...requests.face,
    ...doctors,
    ...plans.face,
    ...photos.face,
    ...settings,
    ...versions.face,
    meta: meta.meta,
    saveMeta: meta.saveMeta,
    ...printJobs.face,
    ...devices,
    ...persons.face,
    ...payments.face,
    ...pinTryTable(database),
    ...audit.face,
    ...patientQueries(database, {
      ...{ events, callList, printJobs, audit },
      register: { ...patients.face, ...tokens.face },
    }),
    ...erasing.face,
    forget: database.transaction(forget).immediate,
    version: changeStamp(database),
  };
  const tables = {
    ...{ books, tokens, events, doors, requests, printJobs, callList, makers, payments },
    ...{ doctors, plans, photos, settings, meta, versions, persons, audit, erasing, words, patients, visits },
  };
  const deciding = decidingOn(database, tables);
  const files = filesOf(database, moved);
  const attempt = <T>(run: () => T): Promise<T> =>
    patiently(() => {
      files.checkNowAndThen();
      return inOneOperation(database, run);
    });
  const commits = createCommits();
  const leading = leadingAlone();
  return {
    ...asynchronous(telling(kept, commits.tell), attempt, asUnavailable),
    transact: async (request, decide) => {
      const commit = await patiently(() => {
        files.check();
        return deciding.transact(request, decide);
      }).catch(unavailableOr);
      if (commit.ok && !commit.value.repeated) commits.tell(commit.value);
      return commit;
    },
    look: (request, decide) => attempt(() => deciding.look(request, decide)).catch(unavailableOr),
    onCommit: commits.onCommit,
    lead: leading.lead,
    close: async () => {
      // Nobody else may open it before it is closed, whatever does not end as it should.
      try {
        await leading.end();
        files.save();
        database.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        database.close();
      }
    },
  };
}

/** Windows keeps the files of an open database where they are. */
function filesOf(database: Database.Database, moved: Moving['moved'] = () => undefined): FileWatch {
  if (!database.memory && process.platform !== 'win32') return watchFiles(database, moved);
  return { check: () => undefined, checkNowAndThen: () => undefined, save: () => undefined };
}
