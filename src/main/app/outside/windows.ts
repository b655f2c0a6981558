import type { DoctorId } from '../../../shared/model/ids';
import type { Screen, SettingsSection } from '../../../shared/model/screen';
import type { ServiceDay } from '../../../shared/model/time';

export interface WindowWishes {
  /** One more window, even if there is one. */
  readonly another?: boolean | undefined;
  /** For a day's summary; default: today. */
  readonly serviceDay?: ServiceDay | undefined;
  /** Of the settings: which part. */
  readonly section?: SettingsSection | undefined;
}

/** What the app asks of whoever has windows. */
export interface WindowOpener {
  open(screen: Screen, doctorId: DoctorId | null, wishes?: WindowWishes): void;
  /** Closes every window on this screen. */
  close(screen: Screen): void;
}
