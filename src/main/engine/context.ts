import type { Actor } from '../../shared/model/actor';
import type { AtDoor } from '../../shared/model/door';
import type { PatientId } from '../../shared/model/ids';
import type { RuleSettings } from '../../shared/model/settings';
import type { Instant, ServiceDay } from '../../shared/model/time';

/** All the world a decision may know of besides the book. */
export interface Context {
  /** Milliseconds since the epoch. */
  readonly now: Instant;
  /** The clinic's service day at `now`. */
  readonly today: ServiceDay;
  readonly rules: RuleSettings;
  /** Who acts, for the events; default: nobody known. */
  readonly by?: Actor;
  /** R17: where a phone is from that bears no country code; default: India. */
  readonly country?: string;
  /** R17: which row of the register stands for this one by now; default: itself. */
  readonly standing?: (id: PatientId) => PatientId;
  /** R2: the minute of the clock at which the service day turns; default 0. */
  readonly dayStartsAtMinute?: number;
  /** R13: since when the clock's work has run without a gap; default: always. */
  readonly watchedSince?: Instant;
  /** R27: who is called by or with another doctor of this day, and who was; default: nobody. */
  readonly elsewhere?: readonly Elsewhere[];
}

/** R27: the same, seen from another book of the day. */
export type Elsewhere = AtDoor;
