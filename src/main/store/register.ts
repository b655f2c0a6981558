import type { DoctorId, PatientId, TokenId } from '../../shared/model/ids';
import type { PatientNumber } from '../../shared/model/patient-number';
import type { PatientSearch } from '../../shared/model/patient-search';
import type { RegisteredPatient } from '../../shared/model/registered-patient';
import type { Instant, ServiceDay } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';

/** What of a visit says whether another is a follow-up of it. */
export type Visit = Pick<Token, 'id' | 'serviceDay' | 'createdAt' | 'source' | 'upgradedFrom' | 'status'>;

/** The tokens of a patient and of all that were merged into it: how many, and the latest. */
export interface VisitsOfPatient {
  readonly patientId: PatientId;
  readonly visits: number;
  readonly lastId: TokenId;
  readonly lastDay: ServiceDay;
  readonly lastDoctorId: DoctorId;
  readonly lastAt: Instant;
}

/** The patient register: rows, and the tokens that point to them. */
export interface RegisterStore {
  /** Also one that was merged into another. */
  patient(id: PatientId): RegisteredPatient | undefined;
  /** Whoever has a contact that ends as this one (`contactEnd`), merged ones too. */
  patientsNearContact(contact: string): readonly RegisteredPatient[];
  /** Whoever has this number, however it is written, merged ones too: mostly one. */
  patientsOfNumber(number: PatientNumber): readonly RegisteredPatient[];
  /** Those that were merged into this one, into one of these, and so on. */
  mergedWith(id: PatientId): readonly RegisteredPatient[];
  /** Of nobody so far, and never of anybody else: whoever was erased keeps the number. */
  nextPatientId(): PatientId;
  /** Never gives this number, nor a lower one, from now on. */
  raisePatientNumbers(atLeast: number): void;
  /**
   * Who is found, merged rows as such: at most so many in whose texts it stands, the latest in the register first, and then as
   * many that sound so. Three letters or digits at least, or the whole clinic number.
   */
  searchPatients(search: PatientSearch, limit: number): readonly RegisteredPatient[];
  /** The latest tokens of a patient: of the row that stands for this one, and of all that were merged into it. */
  tokensOfPatient(id: PatientId, limit: number): readonly Token[];
  /** Tokens that were once of one of these rows, and came to be of another; and those they were transferred to (R21). */
  tokensOnceOf(ids: readonly PatientId[]): readonly Token[];
  /** Those that are still open on the days from one to another, also of the row that stands for this one, and of all of its own. */
  openTokensOfPatient(id: PatientId, from: ServiceDay, to: ServiceDay): readonly Token[];
  /** The latest of them with one doctor: as many as a rule about them can reach back. */
  visitsWith(id: PatientId, doctorId: DoctorId): readonly Visit[];
  /** How many tokens each of these patients has, and their latest, in no order; whoever has none is left out. */
  visitsOfPatients(ids: readonly PatientId[]): readonly VisitsOfPatient[];
}
