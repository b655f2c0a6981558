import type { RuleSettings } from '../../shared/model/settings';
import type { Instant, ServiceDay } from '../../shared/model/time';

/** All the world a decision may know of besides the book. */
export interface Context {
  /** Milliseconds since the epoch. */
  readonly now: Instant;
  /** The clinic's service day at `now`. */
  readonly today: ServiceDay;
  readonly rules: RuleSettings;
}
