import type { AppEvent, Role } from '../../../shared/contract';
import { roles } from '../../../shared/model/actor';
import type { Store } from '../../store/store';
import type { Caller } from '../access/caller';
import type { Environment } from '../environment';
import { isLimited, ownDoctorOf, ownsToken } from './own';
import { heardAtStation } from './persons';
import type { Sessions } from './sessions';

type BookChanged = Extract<AppEvent, { type: 'bookChanged' }>;
type Fact = BookChanged['facts'][number];

/** Who may hear which event: one without a line here does not compile. */
export const hearers: { readonly [T in AppEvent['type']]: readonly Role[] } = {
  bookChanged: ['staff', 'kiosk', 'doctor', 'board', 'booking', 'manager'],
  printJobChanged: ['staff', 'kiosk', 'doctor'],
  callListChanged: ['staff', 'doctor'],
  patientChanged: ['staff'],
  paymentsChanged: ['staff'],
  devicesChanged: ['staff'],
  personsChanged: ['staff', 'doctor'],
  printersChanged: ['staff', 'kiosk', 'doctor', 'manager'],
  backupsChanged: ['staff'],
  updatesChanged: ['staff'],
  trialChanged: ['staff'],
  reportProgress: ['staff'],
  computerChanged: ['staff'],
  alarmsChanged: ['staff', 'manager'],
  heartbeat: roles,
  dayChanged: roles,
  everythingChanged: roles,
};

/**
 * An event as a window of this computer hears it; null: not at all. Where no patient's list is shown it is enough that
 * a day changed: whose token it was is nobody's business there.
 */
export function heardInWindow(sessions: Sessions, caller: Caller, event: AppEvent): AppEvent | null {
  const heard = heardByRole(caller.role, event);
  return heard && heardAtStation(sessions, caller, heard);
}

/** Where no patient's list is shown. */
const hearsNoFacts: readonly Role[] = ['kiosk', 'board', 'manager'];

function heardByRole(role: Role, event: AppEvent): AppEvent | null {
  if (!hearers[event.type].includes(role)) return null;
  if (event.type === 'printJobChanged' && role === 'kiosk' && event.job.station !== 'kiosk') return null;
  if (event.type === 'bookChanged' && hearsNoFacts.includes(role)) return { ...event, facts: [] };
  return event;
}

/** The same for another device: one doctor's tablet hears of that doctor alone, a booking site of what it made. */
export async function heardBy(
  { store, sessions }: Pick<Environment, 'store' | 'sessions'>,
  caller: Caller,
  event: AppEvent,
): Promise<AppEvent | null> {
  const heard = heardInWindow(sessions, caller, event);
  if (heard === null || !isLimited(caller)) return heard;
  const own = ownDoctorOf(caller);
  if (heard.type === 'bookChanged') {
    if (own !== null) return heard.doctorId === own ? heard : null;
    return { ...heard, facts: await ownFacts(store, caller, heard.facts) };
  }
  if (heard.type === 'printJobChanged')
    return (await ownsToken(store, caller, heard.job.tokenId)) ? heard : null;
  return heard;
}

/** Of slots, which are no patient's, and of its own tokens. */
async function ownFacts(store: Store, caller: Caller, facts: readonly Fact[]): Promise<Fact[]> {
  const own: Fact[] = [];
  for (const fact of facts) {
    if (fact.tokenId === null || (await ownsToken(store, caller, fact.tokenId))) own.push(fact);
  }
  return own;
}
