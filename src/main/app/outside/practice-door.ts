import type { Settings } from '../../../shared/model/settings';
import type { Result } from '../../../shared/result';

/** What of the clinic's holds in practice too, so that a day there is like a day here. */
export type PracticeClinic = Pick<Settings['clinic'], 'timeZone' | 'language'>;

/** The way between the clinic's data and those for practice. Whoever has windows opens them anew behind it. */
export interface PracticeDoor {
  /** Begins a fresh practice day. Errors: UNAVAILABLE its folder cannot be written. */
  enter(): Promise<Result<Record<string, never>>>;
  /** Back to the clinic's own data, as they were. */
  leave(): Promise<Result<Record<string, never>>>;
  /** Puts the clinic's data aside, whole, and begins with none. Errors: UNAVAILABLE. */
  setAside(): Promise<Result<Record<string, never>>>;
  /** Closes the clinic's data and shows the copies that they can go back to. Errors: UNAVAILABLE. */
  goBack(): Promise<Result<Record<string, never>>>;
}
