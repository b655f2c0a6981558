import type { Book, BookKey } from '../../shared/model/book';
import type { CallListLine } from '../../shared/model/call-list';
import type { Doctor } from '../../shared/model/doctor';
import type { ScheduleLine } from '../../shared/model/doctor-schedule';
import type { BookEvent } from '../../shared/model/event';
import type { DeviceId, PatientId, PrintJobId, TokenId } from '../../shared/model/ids';
import type { PatientNumber } from '../../shared/model/patient-number';
import type { DrawerCount, Payment } from '../../shared/model/payment';
import type { PersonRole, PersonRoleId } from '../../shared/model/person';
import type { PrintJob } from '../../shared/model/print-job';
import type { RegisteredPatient } from '../../shared/model/registered-patient';
import type { Settings } from '../../shared/model/settings';
import type { SettingsVersion } from '../../shared/model/settings-version';
import type { Instant, ServiceDay } from '../../shared/model/time';
import type { Result } from '../../shared/result';
import type { NewAuditLine } from './audit';
import type { BookStore } from './books';
import type { SettledLine } from './call-list';
import type { DoctorStore } from './doctors';
import type { DoorStore, EventStore } from './events';
import type { PaymentStore } from './payments';
import type { PersonStore, SavedPerson } from './persons';
import type { PhotoChange, PlanChange, PlanStore } from './plans';
import type { PrintJobStore } from './print-jobs';
import type { RegisterStore } from './register';
import type { NamedRequest } from './requests';
import type { Fact } from './settings';
import type { SettingsVersionStore } from './settings-versions';
import type { TokenStore } from './tokens';

export interface Transaction {
  readonly books: readonly BookKey[];
  /** Tokens of other books whose past the decision reads. */
  readonly tokens?: readonly TokenId[];
  /** The decision is about who works here: it reads every doctor, their weeks and who has patients. */
  readonly everyDoctor?: boolean;
  /** The decision is about persons and roles: it reads all of them. */
  readonly everyPerson?: boolean;
  /** Patients of the register that it reads, by their ids, contacts or numbers, besides those of the loaded tokens. */
  readonly patients?: WantedPatients;
  /** Slips that it reads by their own ids. */
  readonly printJobs?: readonly PrintJobId[];
  /** A day whose payments and counts it reads. */
  readonly paymentDay?: ServiceDay | undefined;
  /** It reads how the rules came to be what they are, and what they are to be. */
  readonly settingsVersions?: boolean;
  readonly today: ServiceDay;
  readonly now: Instant;
  readonly request?: NamedRequest | undefined;
}

export interface WantedPatients {
  readonly ids?: readonly PatientId[];
  readonly contacts?: readonly string[];
  readonly numbers?: readonly PatientNumber[];
}

/**
 * Chooses what becomes of the books. Synchronous and pure: a store may run it again after a conflict, and uses what it
 * answered last.
 */
export type Decide<A> = (books: readonly Book[], reading: Reading) => Result<Change<A>>;

/**
 * What a decision may look up, as it stands in its transaction: of the loaded books their doctors, their tokens, the
 * revisions that changed these, their closings and the doors of their days; and what the request names. All of it can be
 * fetched beforehand in one batch; whatever else is asked for throws.
 */
export interface Reading
  extends History,
    Pick<DoctorStore, 'doctor' | 'schedule'>,
    EveryDoctor,
    Pick<SettingsVersionStore, 'settingsVersions' | 'scheduledSettings'>,
    Pick<
      RegisterStore,
      | 'patient'
      | 'patientsNearContact'
      | 'patientsOfNumber'
      | 'nextPatientId'
      | 'openTokensOfPatient'
      | 'visitsWith'
    >,
    Pick<PersonStore, 'people'> {
  readonly settings: Settings;
}

/** What it may look up where it is about every doctor. */
type EveryDoctor = Pick<DoctorStore, 'doctors'> &
  Pick<TokenStore, 'daysWithOpenTokens' | 'hasNumbersOf'> &
  Pick<BookStore, 'booksFrom'> &
  PlanStore;

/** What of it is past. */
type History = Pick<EventStore, 'tokenHistory' | 'revisionEvents' | 'lastClosing' | 'slotEvents'> &
  Pick<DoorStore, 'atDoors'> &
  Pick<PrintJobStore, 'printJob' | 'printJobOfToken'> &
  Omit<PaymentStore, 'payment' | 'raiseReceipts'>;

/** What `decide` chose. */
export interface Change<A> {
  readonly books: readonly BookChange[];
  readonly printJobs?: readonly PrintJob[];
  /** Doctors added or replaced, each with the whole week. */
  readonly doctors?: readonly { readonly doctor: Doctor; readonly schedule: readonly ScheduleLine[] }[];
  /** R34: what days are planned by. */
  readonly plan?: PlanChange;
  readonly photos?: readonly PhotoChange[];
  /** New lines for the call list. */
  readonly callList?: readonly CallListLine[];
  /** Nobody need be told about these any more. */
  readonly callsSettled?: readonly TokenId[];
  /** R28: calls that a closing settled, and that are to be made after all. */
  readonly callsBack?: readonly SettledLine[];
  /** New tokens that another device made. */
  readonly makers?: readonly { readonly tokenId: TokenId; readonly deviceId: DeviceId }[];
  /** Patients added to the register, or changed there. */
  readonly patients?: readonly RegisteredPatient[];
  /** New rows of what was paid, and of what was counted. */
  readonly payments?: readonly Payment[];
  readonly drawerCounts?: readonly DrawerCount[];
  /** Persons added or changed. */
  readonly persons?: readonly SavedPerson[];
  /** The clinic's own roles, added or changed, and those that are gone. */
  readonly personRoles?: readonly PersonRole[];
  readonly personRolesGone?: readonly PersonRoleId[];
  /** All settings, as they are from now on. */
  readonly settings?: Settings;
  /** New, or with what became of them. */
  readonly settingsVersions?: readonly SettingsVersion[];
  /** Whose tokens these were is erased, from all that is kept with them. They are over. */
  readonly erased?: readonly TokenId[];
  /** What was learned from it. */
  readonly facts?: readonly Fact[];
  /** When new tokens were told to be called, as they were issued. */
  readonly quotes?: readonly Quote[];
  /** Who did it, and why: on record with the change. */
  readonly audit?: NewAuditLine | undefined;
  /** Kept with the request id and given again for the same request: plain JSON data. */
  readonly answer: A;
}

/** From the earlier moment to the later. */
export interface Quote {
  readonly tokenId: TokenId;
  readonly from: Instant;
  readonly to: Instant;
}

export interface BookChange {
  readonly book: Book;
  readonly events: readonly BookEvent[];
}

export interface Commit<A> extends Change<A> {
  /** The request id was known: this is the stored answer, and nothing changed. */
  readonly repeated: boolean;
}
