import type { CallName, CallOutput, CheckedInput, Role } from '../../shared/contract';
import type { Device } from '../../shared/model/device';
import type { DoctorId } from '../../shared/model/ids';
import type { Screen } from '../../shared/model/screen';
import type { ServiceDay } from '../../shared/model/time';
import type { Channel } from '../../shared/model/token';
import type { Result } from '../../shared/result';

/** Who calls, as main knows it: never as the caller says. */
export interface Caller {
  readonly role: Role;
  readonly screen: Screen | 'slip' | 'document';
  readonly doctorId: DoctorId | null;
  /** Missing for the app's own windows; set for another PC, tablet or program. */
  readonly device?: Device & {
    /** It may change settings and let others in. */
    readonly manages: boolean;
  };
  /** R18: how its tokens are issued; default: at the kiosk for a kiosk, at the desk for anyone else. */
  readonly channel?: Channel;
}

export interface WindowWishes {
  /** One more window, even if there is one. */
  readonly another?: boolean | undefined;
  /** For a day's summary; default: today. */
  readonly serviceDay?: ServiceDay | undefined;
}

/** What the app asks of whoever has windows. */
export interface WindowOpener {
  open(screen: Screen, doctorId: DoctorId | null, wishes?: WindowWishes): void;
  /** Closes every window on this screen. */
  close(screen: Screen): void;
}

/** The handlers of some calls; all of them together make the app. */
export type Handlers<Names extends CallName> = {
  readonly [N in Names]: (input: CheckedInput<N>, caller: Caller) => Promise<Result<CallOutput<N>>>;
};
