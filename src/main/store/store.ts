import type { Book } from '../../shared/model/book';
import type { Instant, ServiceDay } from '../../shared/model/time';
import type { Result } from '../../shared/result';
import type { Async } from './async';
import type { BookStore } from './books';
import type { DeviceStore } from './devices';
import type { DoctorStore } from './doctors';
import type { DoorStore, EventStore } from './events';
import type { NoticeStore } from './notices';
import type { PrintJobStore } from './print-jobs';
import type { MetaStore, SettingsStore } from './settings';
import type { MakerStore, TokenStore } from './tokens';
import type { Commit, Decide, Reading, TransactRequest } from './transact';

export type { RecordedChange } from './events';
export type { SettledNotice } from './notices';
export type { PrintJobCount } from './print-jobs';
export type { BookChange, Change, Commit, Decide, Reading, TransactRequest } from './transact';
export { UnavailableError } from './unavailable';

/** All that is kept, one interface an aggregate: as methods that answer at once. */
export interface Kept
  extends BookStore,
    TokenStore,
    MakerStore,
    EventStore,
    DoorStore,
    NoticeStore,
    DoctorStore,
    SettingsStore,
    MetaStore,
    PrintJobStore,
    DeviceStore {
  /**
   * Forgets at most `limit` of each: answers to requests, slips that are done, and the call list, of before these
   * moments. Never tokens or events. Answers how many went.
   */
  forget(before: Forgetting, limit: number): number;
}

/**
 * Where everything is kept. Asynchronous, so that an engine on another machine can stand behind it;
 * the SQLite one answers at once. Every method but `transact`, which answers it, throws {@link UnavailableError} where the data
 * cannot be read or written just now; then nothing was changed. Its contract is tested in test/store.
 */
export interface Store extends Async<Kept> {
  /**
   * The one way to change a book: begins a transaction that no other can interleave, loads the books, lets `decide` choose, writes what it chose with
   * its events and print jobs and the answer to the request id, commits durably, and returns it.
   * A refusal by `decide` writes nothing. Errors: those of `decide`; NOT_FOUND no such doctor; CONFLICT a request
   * id with other content (R17); UNAVAILABLE the disk is full, or the file cannot be written.
   */
  transact<A>(request: TransactRequest, decide: Decide<A>): Promise<Result<Commit<A>>>;

  /**
   * The same without writing anything: what would be decided now. Errors: those of `decide`; NOT_FOUND no such doctor.
   * UNAVAILABLE is answered too.
   */
  look<A>(
    request: TransactRequest,
    decide: (books: readonly Book[], reading: Reading) => Result<A>,
  ): Promise<Result<A>>;

  /** R17: what a request was answered, if it was sent before. Errors: CONFLICT a request id with other content. */
  answerTo(
    request: NonNullable<TransactRequest['request']>,
  ): Promise<Result<{ readonly answer: unknown } | null>>;

  /** Writes a whole, checked copy to a file. Throws if it cannot. */
  backUp(path: string): Promise<void>;

  /** Checkpoints and closes; nothing may be called afterwards. */
  close(): Promise<void>;
}

/** Until when is kept what nothing refers to any more. */
export interface Forgetting {
  /** R17: a request repeated later than this is a new one. */
  readonly requests: Instant;
  readonly printJobs: Instant;
  readonly notices: ServiceDay;
}
