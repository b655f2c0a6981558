import type { Instant, ServiceDay } from '../../shared/model/time';
import type { AuditStore } from './audit';
import type { BookStore } from './books';
import type { CallListStore } from './call-list';
import type { DeviceStore } from './devices';
import type { DoctorStore } from './doctors';
import type { PatientStore } from './erasing';
import type { DoorStore, EventStore } from './events';
import type { PaymentStore } from './payments';
import type { PersonStore, PinTryStore } from './persons';
import type { PhotoStore, PlanStore } from './plans';
import type { PrintJobStore } from './print-jobs';
import type { RegisterStore } from './register';
import type { RequestStore } from './requests';
import type { MetaStore, SettingsStore } from './settings';
import type { SettingsVersionStore } from './settings-versions';
import type { MakerStore, TokenStore } from './tokens';

/** All that is kept, one interface an aggregate: as methods that answer at once. */
export interface Kept
  extends BookStore,
    TokenStore,
    MakerStore,
    EventStore,
    DoorStore,
    CallListStore,
    RequestStore,
    DoctorStore,
    PlanStore,
    PhotoStore,
    SettingsStore,
    SettingsVersionStore,
    MetaStore,
    PrintJobStore,
    DeviceStore,
    PersonStore,
    PaymentStore,
    PinTryStore,
    PatientStore,
    RegisterStore,
    AuditStore {
  /** Another one once anything may have been written since, by whomever: what was read under it holds under it. */
  version(): string;
  /**
   * Forgets at most `limit` of each: answers to requests, slips that are done, and the call list, of before these
   * moments. Never tokens or events. Answers how many went.
   */
  forget(before: Forgetting, limit: number): number;
}

/** Until when is kept what nothing refers to any more. */
export interface Forgetting {
  /** R17: a request repeated later than this is a new one. */
  readonly requests: Instant;
  readonly printJobs: Instant;
  readonly callList: ServiceDay;
}
