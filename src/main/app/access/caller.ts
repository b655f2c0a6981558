import type { Role } from '../../../shared/contract';
import type { Device } from '../../../shared/model/device';
import type { DoctorId } from '../../../shared/model/ids';
import type { Person } from '../../../shared/model/person';
import type { Screen } from '../../../shared/model/screen';
import type { Channel } from '../../../shared/model/token';

/** Who calls, as main knows it: never as the caller says. */
export interface Caller {
  readonly role: Role;
  readonly screen: Screen | 'slip' | 'document' | 'clock';
  readonly doctorId: DoctorId | null;
  /** Missing for the app's own windows; set for another PC, tablet or program. */
  readonly device?: Device & {
    /** It may change settings and let others in. */
    readonly manages: boolean;
  };
  /** It asks for itself, as its device, and nobody signs in there. */
  readonly isProgram?: boolean;
  /** Who is on there, as found at the door; missing where nobody has to be, and where the clinic runs without persons. */
  readonly person?: Person;
  /** R18: how its tokens are issued; default: at the kiosk for a kiosk, at the desk for anyone else. */
  readonly channel?: Channel;
}

/** Nobody: what happens by itself, as the day goes on. */
export const theClock: Caller = { role: 'staff', screen: 'clock', doctorId: null };
