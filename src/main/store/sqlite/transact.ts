import type Database from 'better-sqlite3';
import type { Book } from '../../../shared/model/book';
import { isSlotEvent, isTokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import { fail, ok, type Result } from '../../../shared/result';
import type { DoctorStore } from '../doctors';
import { promised } from '../promised';
import type { SettingsStore } from '../settings';
import type { BookChange, Change, Commit, Decide, Reading, Transaction } from '../transact';
import type { AuditTable } from './audit';
import type { BookTable } from './books';
import type { CallListTable } from './call-list';
import type { DoorTable } from './doors';
import type { ErasingTable } from './erasing';
import type { EventTable } from './events';
import type { MakerTable } from './makers';
import type { MetaTable } from './meta';
import type { PaymentTable } from './payments';
import type { PersonTable } from './persons';
import type { PhotoTable } from './photos';
import type { PlanTable } from './plans';
import type { PrintJobTable } from './print-jobs';
import type { PatientTable } from './register';
import { inOneOperation } from './remembered';
import type { RequestTable } from './requests';
import type { SettingsVersionTable } from './settings-versions';
import type { TokenChange, TokenTable } from './tokens';
import type { VisitTable } from './visits';
import type { WordTable } from './words';

/** What a change is written to. */
export interface Tables {
  readonly books: BookTable;
  readonly tokens: TokenTable;
  readonly events: EventTable;
  readonly doors: DoorTable;
  readonly requests: RequestTable;
  readonly printJobs: PrintJobTable;
  readonly callList: CallListTable;
  readonly makers: MakerTable;
  readonly doctors: DoctorStore;
  readonly plans: PlanTable;
  readonly photos: PhotoTable;
  readonly settings: SettingsStore;
  readonly meta: MetaTable;
  readonly versions: SettingsVersionTable;
  readonly payments: PaymentTable;
  readonly persons: PersonTable;
  readonly audit: AuditTable;
  readonly erasing: ErasingTable;
  readonly words: WordTable;
  readonly patients: PatientTable;
  readonly visits: VisitTable;
}

type Look = <A>(
  request: Transaction,
  decide: (books: readonly Book[], reading: Reading) => Result<A>,
) => Result<A>;

/** `transact` and `look` of the store, answering at once. They throw what SQLite throws; then nothing was changed. */
interface Deciding {
  transact<A>(request: Transaction, decide: Decide<A>): Result<Commit<A>>;
  readonly look: Look;
}

export function decidingOn(database: Database.Database, tables: Tables): Deciding {
  const { books, tokens, events, doors, requests, printJobs, doctors, plans, settings, versions, persons } =
    tables;
  const read = (): Reading => ({
    ...events.face,
    ...doors.face,
    ...printJobs.face,
    ...doctors,
    ...tokens.face,
    ...versions.face,
    ...books.face,
    ...plans.face,
    ...persons.face,
    ...tables.payments.face,
    ...tables.patients.face,
    settings: settings.settings(),
  });

  /** Loads what is asked for, and has it decided. */
  const decided: Look = (request, decide) => {
    const loaded = loadBooks(request);
    return loaded.ok ? decide(loaded.value, promised(read(), request, loaded.value)) : loaded;
  };

  function decideInTransaction<A>(request: Transaction, decide: Decide<A>): Result<Commit<A>> {
    const stored = request.request ? requests.face.answerTo(request.request) : ok(null);
    if (!stored.ok) return stored;
    if (stored.value) return ok({ books: [], answer: stored.value.answer as A, repeated: true });
    const change = decided(request, decide);
    if (!change.ok) return change;
    writeChange(tables, change.value, request);
    if (request.request) requests.addRequest(request.request, change.value.answer, request.now);
    return ok({ ...change.value, repeated: false });
  }

  function loadBooks({ books: keys, today }: Transaction): Result<Book[]> {
    const loaded: Book[] = [];
    for (const key of keys) {
      const book = books.face.book(key, today);
      if (!book) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId: key.doctorId });
      loaded.push(book);
    }
    return ok(loaded);
  }

  /** A refusal rolls back. */
  function transact<A>(request: Transaction, decide: Decide<A>): Result<Commit<A>> {
    let refusal: Result<Commit<A>> | undefined;
    const run = database.transaction(() => {
      const result = inOneOperation(database, () => decideInTransaction(request, decide));
      if (result.ok) return result;
      refusal = result;
      throw new Refused();
    });
    try {
      const commit = run.immediate();
      // Whom somebody was erased from is read anew.
      const changes = commit.ok && commit.value.erased === undefined ? commit.value.books : [];
      books.settled(changes.map(({ book }) => book));
      doors.settled(changes);
      return commit;
    } catch (error) {
      books.settled([]);
      doors.settled([]);
      if (refusal) return refusal;
      throw error;
    } finally {
      tables.words.settled();
    }
  }

  /** All of it from one moment. */
  const look: Look = (request, decide) => database.transaction(() => decided(request, decide)).deferred();

  return { transact, look };
}

function writeChange(tables: Tables, change: Change<unknown>, { now }: Transaction): void {
  const { doctors, plans, photos, makers, printJobs, callList, settings, versions, persons, audit } = tables;
  // Tokens are found by what stands there.
  const left = change.patients?.flatMap((patient) => tables.patients.savePatient(patient)) ?? [];
  for (const bookChange of change.books) writeBook(tables, bookChange, change.quotes);
  tables.erasing.removeIdle(left);
  for (const { doctor, schedule } of change.doctors ?? []) doctors.saveDoctor(doctor, schedule);
  for (const photo of change.photos ?? []) photos.savePhoto(photo);
  if (change.plan) plans.changePlan(change.plan);
  for (const { tokenId, deviceId } of change.makers ?? []) makers.addMaker(tokenId, deviceId);
  for (const payment of change.payments ?? []) tables.payments.addPayment(payment);
  for (const count of change.drawerCounts ?? []) tables.payments.addDrawerCount(count);
  for (const job of change.printJobs ?? []) printJobs.savePrintJob(job);
  for (const tokenId of change.callsSettled ?? []) callList.settleCallListLine(tokenId, now);
  for (const settled of change.callsBack ?? []) callList.bringCallListLineBack(settled);
  for (const line of change.callList ?? []) callList.addCallListLine(line);
  for (const saved of change.persons ?? []) persons.savePerson(saved);
  for (const role of change.personRoles ?? []) persons.saveRole(role);
  for (const id of change.personRolesGone ?? []) persons.removeRole(id);
  if (change.settings) settings.saveSettings(change.settings);
  for (const version of change.settingsVersions ?? []) versions.saveSettingsVersion(version);
  for (const { key, value } of change.facts ?? []) tables.meta.saveMeta(key, value);
  if (change.erased) tables.erasing.erase(change.erased);
  if (change.audit) audit.append(change.audit);
}

function writeBook(
  { books, tokens, events, doors, visits }: Tables,
  change: BookChange,
  quotes: Change<unknown>['quotes'] = [],
): void {
  if (change.events.length === 0) return;
  doors.isBeingWritten();
  const changedTokens = new Map<TokenId, TokenChange>();
  for (const { before, after } of change.events.filter(isTokenEvent)) {
    const earlier = changedTokens.get(after.id);
    changedTokens.set(after.id, { before: earlier ? earlier.before : before, after });
  }
  const changedSlots = new Map(change.events.filter(isSlotEvent).map(({ after }) => [after.id, after]));
  books.saveBook(change.book, [...changedSlots.values()]);
  tokens.saveTokens([...changedTokens.values()]);
  events.appendEvents(change);
  visits.saveVisits(change, quotes);
}

/** Unwinds a transaction whose decision was a refusal. */
class Refused extends Error {}
