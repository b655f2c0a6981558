import type { Book, BookKey } from '../../shared/model/book';
import type { Notice } from '../../shared/model/call-list';
import type { Device } from '../../shared/model/device';
import type { Doctor } from '../../shared/model/doctor';
import type { AtDoor } from '../../shared/model/door';
import type { BookEvent, TokenEvent } from '../../shared/model/event';
import type { DeviceId, DoctorId, NoticeId, PrintJobId, SlotId, TokenId } from '../../shared/model/ids';
import type { KnownPatient } from '../../shared/model/known-patient';
import type { DayWithRoom } from '../../shared/model/otherwise';
import type { PrintJob } from '../../shared/model/print-job';
import type { Search } from '../../shared/model/search';
import type { Settings } from '../../shared/model/settings';
import type { Instant, ServiceDay } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import type { AppError, Result } from '../../shared/result';

/**
 * Where everything is kept. Asynchronous, so that an engine on another machine can stand behind it;
 * the SQLite one answers at once. Every method but `transact`, which answers it, throws {@link UnavailableError} where the data
 * cannot be read or written just now; then nothing was changed. Its contract is tested in test/store.
 */
export interface Store {
  /**
   * The one way to change a book: begins a transaction that no other can interleave, loads the books (making
   * today's and later ones from the schedule when they are new), lets `decide` choose, writes what it chose with
   * its events and print jobs and the answer to the request id, commits durably, and returns it.
   * A refusal by `decide` writes nothing. Errors: those of `decide`; NOT_FOUND no such doctor; CONFLICT a request
   * id with other content (R17); UNAVAILABLE the disk is full, or the file cannot be written.
   */
  transact<A>(request: TransactRequest, decide: Decide<A>): Promise<Result<Commit<A>>>;

  /** A book as it stands; undefined if the doctor is unknown. */
  book(key: BookKey, today: ServiceDay): Promise<Book | undefined>;
  /** The first free seat (R1) of a doctor on these days to come, given in time order; makes no books. */
  firstRoom(doctorId: DoctorId, days: readonly ServiceDay[]): Promise<DayWithRoom | undefined>;
  bookOfToken(tokenId: TokenId): Promise<BookKey | undefined>;
  /** Books of days before this one that nobody has closed and on which something happened, oldest first. */
  unclosedBooks(before: ServiceDay): Promise<readonly BookKey[]>;
  /** The books there are of a day and later ones, the nearest first. */
  booksFrom(day: ServiceDay): Promise<readonly BookKey[]>;
  /** R16: who is still with the doctor from a day before this one. */
  leftInConsultation(doctorId: DoctorId, before: ServiceDay): Promise<Token | undefined>;
  /** Whose books of a day have tokens that are still open. */
  doctorsWithOpenTokens(day: ServiceDay): Promise<readonly DoctorId[]>;
  /** The days from one on, on which a doctor has tokens that are still open, and how many, the nearest first. */
  daysWithOpenTokens(
    doctorId: DoctorId,
    from: ServiceDay,
  ): Promise<readonly { serviceDay: ServiceDay; open: number }[]>;
  bookOfSlot(slotId: SlotId): Promise<BookKey | undefined>;
  /** Every event of a book in order, oldest first: replaying them rebuilds it. */
  events(key: BookKey): Promise<readonly BookEvent[]>;
  /** The events of one token, oldest first. */
  tokenHistory(tokenId: TokenId): Promise<ReturnType<History['ofToken']>>;
  /** All events of one revision of a book. */
  revisionEvents(key: BookKey, revision: number): Promise<readonly BookEvent[]>;
  /** R28: all events of the revision in which the book was closed last. */
  lastClosing(key: BookKey): Promise<readonly BookEvent[]>;
  /** R27: who is at a doctor's door on this day, or left it after `since`; nobody without a contact. */
  atDoors(day: ServiceDay, since: Instant): Promise<readonly AtDoor[]>;
  /** The latest changes of a day, of all doctors, newest first; of those before the change `before`, if it is given. */
  recentChanges(
    day: ServiceDay,
    limit: number,
    before?: Pick<BookKey, 'doctorId'> & { readonly revision: number },
  ): Promise<readonly RecordedChange[]>;
  /** The latest calls and recalls of a day, of all doctors, newest first. */
  latestCalls(day: ServiceDay, limit: number): Promise<readonly TokenEvent[]>;

  /**
   * Tokens of these days that the search finds, all if there is none: those of `today` before those to come, and these
   * before the past, each the nearest first; on a day, those of a number asked for first. `after`: only what follows this
   * token in that order.
   */
  findTokens(search: Search | null, days: FoundDays, limit: number): Promise<readonly Token[]>;
  /** Whether there are tokens of these first letters on a day from then on. */
  hasNumbersOf(prefix: string, from: ServiceDay): Promise<boolean>;
  /** Tokens of a day that fit all that is given, by number; at most `limit`, of those after `after`. */
  listTokens(wanted: WantedTokens, limit: number): Promise<readonly Token[]>;
  /** People seen before whose contact begins so, the latest first, each once however the name was written. */
  knownPatients(contact: string, limit: number): Promise<readonly KnownPatient[]>;
  /** Every token of the same name and contact, however they are written, the latest first. */
  tokensOfPatient(
    patient: Pick<Token, 'patientName' | 'patientContact'>,
    limit: number,
  ): Promise<readonly Token[]>;

  /** Which device made the token, or the one it was transferred from; undefined: none, it was the app itself. */
  makerOf(tokenId: TokenId): Promise<DeviceId | undefined>;

  /** The call list from a day on, oldest first. */
  notices(from: ServiceDay): Promise<readonly Notice[]>;
  notice(id: NoticeId): Promise<Notice | undefined>;
  /** False if there is no such notice. */
  tickNotice(id: NoticeId, toldAt: Instant | null): Promise<boolean>;

  /** The latest event there is, for a clock that must not go back behind it. */
  lastEventAt(): Promise<Instant | undefined>;

  doctors(): Promise<readonly Doctor[]>;
  doctor(id: DoctorId): Promise<Doctor | undefined>;
  /** The doctor's week. */
  schedule(id: DoctorId): Promise<readonly ScheduleTemplate[]>;
  /** Adds or replaces a doctor and the weekly schedule. */
  saveDoctor(doctor: Doctor, schedule: readonly ScheduleTemplate[]): Promise<void>;

  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  meta(key: string): Promise<string | undefined>;
  saveMeta(key: string, value: string): Promise<void>;

  printJob(id: PrintJobId): Promise<PrintJob | undefined>;
  printJobOfToken(tokenId: TokenId): Promise<PrintJob | undefined>;
  /** Jobs in any of these states that were asked for since then, oldest first. */
  printJobsIn(states: readonly PrintJob['state'][], since?: Instant): Promise<readonly PrintJob[]>;
  /** Jobs that are queued, or failed and to be tried again, oldest first. */
  printJobsToPrint(): Promise<readonly PrintJob[]>;
  /** How many jobs asked for since then are in which state. */
  countPrintJobs(since: Instant): Promise<readonly PrintJobCount[]>;

  /** Other PCs, tablets and programs, revoked ones too, the latest first. */
  devices(): Promise<readonly Device[]>;
  /** A device with the hash of its secret. */
  deviceSecret(id: DeviceId): Promise<{ device: Device; secretHash: string } | undefined>;
  addDevice(device: Device, secretHash: string): Promise<void>;
  /** Changes what is given; once revoked it stays so. Undefined if there is no such device. */
  changeDevice(
    id: DeviceId,
    change: Partial<Pick<Device, 'name' | 'lastSeenAt' | 'revokedAt'>>,
  ): Promise<Device | undefined>;

  /**
   * Forgets at most `limit` of each: answers to requests, slips that are done, and the call list, of before these
   * moments. Never tokens or events. Answers how many went.
   */
  forget(before: Forgetting, limit: number): Promise<number>;

  /** Writes a whole, checked copy to a file. Throws if it cannot. */
  backUp(path: string): Promise<void>;

  /** Checkpoints and closes; nothing may be called afterwards. */
  close(): Promise<void>;
}

/** Which days a search goes through, and from where on. */
export interface FoundDays {
  readonly from: ServiceDay;
  readonly to?: ServiceDay;
  readonly today?: ServiceDay;
  readonly after?: TokenId | undefined;
}

export interface WantedTokens {
  readonly serviceDay: ServiceDay;
  readonly doctorId?: DoctorId | undefined;
  readonly status?: Token['status'] | undefined;
  readonly search: Search | null;
  readonly after?: TokenId | undefined;
}

/** Until when is kept what nothing refers to any more. */
export interface Forgetting {
  /** R17: a request repeated later than this is a new one. */
  readonly requests: Instant;
  readonly printJobs: Instant;
  readonly notices: ServiceDay;
}

export interface TransactRequest {
  readonly books: readonly BookKey[];
  readonly today: ServiceDay;
  readonly now: Instant;
  /** R17: recognises a repeated request; `content` is everything that must be the same. */
  readonly request?: { readonly id: string; readonly content: string } | undefined;
}

export type Decide<A> = (books: readonly Book[], history: History) => Result<Change<A>>;

/** What a decision may look up about the past, inside its transaction. */
export interface History {
  /** The events of one token, oldest first, each with the revision of the book it belongs to. */
  ofToken(tokenId: TokenId): readonly { revision: number; event: TokenEvent }[];
  /** All events of one revision of a book. */
  ofRevision(key: BookKey, revision: number): readonly BookEvent[];
  /** R28: all events of the revision in which the book was closed last. */
  lastClosing(key: BookKey): readonly BookEvent[];
  /** R27: who is at a doctor's door on this day, or left it after `since`; nobody without a contact. */
  atDoors(day: ServiceDay, since: Instant): readonly AtDoor[];
  printJob(id: PrintJobId): PrintJob | undefined;
  /** The latest of a token. */
  lastPrintJob(tokenId: TokenId): PrintJob | undefined;
}

/** Jobs of one station in one state; `again`: they failed and will be tried again. */
export interface PrintJobCount {
  readonly station: PrintJob['station'];
  readonly state: PrintJob['state'];
  readonly again: boolean;
  readonly count: number;
  /** When the latest of them got there. */
  readonly latest: Instant;
}

/** What `decide` chose. */
export interface Change<A> {
  readonly books: readonly BookChange[];
  readonly printJobs?: readonly PrintJob[];
  /** Doctors added or replaced, each with the whole week. */
  readonly doctors?: readonly { readonly doctor: Doctor; readonly schedule: readonly ScheduleTemplate[] }[];
  /** New lines for the call list. */
  readonly notices?: readonly Notice[];
  /** Nobody need be told about these any more. */
  readonly noticesDone?: readonly TokenId[];
  /** R28: calls that a closing settled, and that are to be made after all. */
  readonly noticesBack?: readonly SettledNotice[];
  /** New tokens that another device made. */
  readonly makers?: readonly { readonly tokenId: TokenId; readonly deviceId: DeviceId }[];
  /** All settings, as they are from now on. */
  readonly settings?: Settings;
  /** Facts to keep by name, as with `saveMeta`. */
  readonly meta?: readonly { readonly key: string; readonly value: string }[];
  /** Kept with the request id and given again for the same request: plain JSON data. */
  readonly answer: A;
}

export interface SettledNotice {
  readonly tokenId: TokenId;
  /** When the change that settled it was made. */
  readonly settledAt: Instant;
}

export interface BookChange {
  readonly book: Book;
  readonly events: readonly BookEvent[];
}

/** One revision of a book, as it is on record. */
export interface RecordedChange {
  readonly key: BookKey;
  readonly revision: number;
  readonly events: readonly BookEvent[];
}

export interface Commit<A> extends Change<A> {
  /** The request id was known: this is the stored answer, and nothing changed. */
  readonly repeated: boolean;
}

/** One stretch of a doctor's week, cut into slots of `slotMinutes`. */
export interface ScheduleTemplate {
  /** ISO: Monday is 1, Sunday 7. */
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly slotMinutes: number;
  readonly capacity: number;
}

/** What the store needs to know of time: it keeps minutes of the local day and serves instants. */
export interface Calendar {
  instantOf(day: ServiceDay, minute: number, timeZone: string): Instant;
  /** ISO weekday: Monday is 1. */
  weekdayOf(day: ServiceDay): number;
  /**
   * R2: what is real of a stretch of the day: where the clock skips an hour, the stretch ends before it or begins after
   * it; undefined: nothing is left.
   */
  realPart(day: ServiceDay, stretch: Stretch, timeZone: string): Stretch | undefined;
}

/** Thrown by every method of a store that cannot read or write just now. What it says is for people. */
export class UnavailableError extends Error {
  constructor(
    readonly refusal: AppError,
    cause: unknown,
  ) {
    super(refusal.message, { cause });
  }
}

/** Minutes from midnight of a service day. */
export interface Stretch {
  readonly startMinute: number;
  readonly endMinute: number;
}
