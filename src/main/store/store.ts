import type { Book } from '../../shared/model/book';
import type { Result } from '../../shared/result';
import type { Async } from './async';
import type { Committed } from './commits';
import type { Kept } from './kept';
import type { Work } from './leading';
import type { Commit, Decide, Reading, Transaction } from './transact';

export type { NewAuditLine, WantedAuditLines } from './audit';
export type { NumberGiven } from './books';
export type { SettledLine } from './call-list';
export type { Committed } from './commits';
export type { KeptOfPatient, PatientOfToken, TokenPlace } from './erasing';
export type { RecordedChange } from './events';
export { keptFact } from './kept-fact';
export { staying } from './meta-keys';
export type { PaymentOf } from './payments';
export type { PinTries } from './persons';
export type { PlanChange } from './plans';
export type { PrintJobCount } from './print-jobs';
export type { Visit, VisitsOfPatient } from './register';
export type { Fact } from './settings';
export type {
  BookChange,
  Change,
  Commit,
  Decide,
  Quote,
  Reading,
  Transaction,
  WantedPatients,
} from './transact';
export { UnavailableError } from './unavailable';

/**
 * Where everything is kept. Asynchronous, so that an engine on another machine can stand behind it;
 * the SQLite one answers at once. Every method but `transact`, which answers it, throws {@link UnavailableError} where the data
 * cannot be read or written just now; then nothing was changed. Its contract is tested in test/store.
 */
export interface Store extends Async<Kept> {
  /**
   * The one way to change a book: begins a transaction that no other can interleave, loads the books, lets `decide`
   * choose, writes what it chose with its events and print jobs and the answer to the request id, commits durably, tells
   * those who listen to commits, and returns it. A book is written whole with its first change.
   * A refusal by `decide` writes nothing. Errors: those of `decide`; NOT_FOUND no such doctor; CONFLICT a request
   * id with other content (R17); UNAVAILABLE the disk is full, or the file cannot be written.
   */
  transact<A>(request: Transaction, decide: Decide<A>): Promise<Result<Commit<A>>>;

  /**
   * The same without writing anything: what would be decided now. Errors: those of `decide`; NOT_FOUND no such doctor.
   * UNAVAILABLE is answered too.
   */
  look<A>(
    request: Transaction,
    decide: (books: readonly Book[], reading: Reading) => Result<A>,
  ): Promise<Result<A>>;

  /**
   * Hears of everything that is saved, right after that, whoever asked for it: transactions that changed something, and
   * what is written without one; not of facts that no page reads. It is the one source of what every window is told.
   * What the listener throws goes to `failed` and harms nobody. Returns how to stop.
   */
  onCommit(listen: (committed: Committed) => void, failed: (error: unknown) => void): () => void;

  /**
   * Has the clock's work done in exactly one process of those that have these data open: begins it once this is the one
   * (here at once: it holds the lock), and answers how to end it. Closing ends it too. Throws what beginning it throws,
   * and where this process does it already.
   */
  lead(work: Work): Promise<() => Promise<void>>;

  /** Checkpoints and closes; nothing may be called afterwards. */
  close(): Promise<void>;
}
