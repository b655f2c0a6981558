import { canChooseDoctors } from '../../../shared/model/device';
import type { DoctorId } from '../../../shared/model/ids';
import type { Settings } from '../../../shared/model/settings';
import { fail, type Result } from '../../../shared/result';
import type { Caller } from './caller';

/**
 * The doctors that were chosen for a kiosk or a board; null: all. A device has its own; a window of this PC, or a page that
 * another reception PC opened, what the settings say. None of them may work here any more.
 */
export function chosenFor({ role, device }: Caller, { shown }: Settings): ReadonlySet<DoctorId> | null {
  if (role !== 'kiosk' && role !== 'board') return null;
  const chosen = device && canChooseDoctors(device.role) ? device.shows : shown[role];
  return chosen.length === 0 ? null : new Set(chosen);
}

/** A kiosk gives no token for a doctor it does not show. Errors: FORBIDDEN; undefined: it may be done. */
export function refuseNotShown(
  caller: Caller,
  settings: Settings,
  doctorId: DoctorId,
): Result<never> | undefined {
  if (chosenFor(caller, settings)?.has(doctorId) !== false) return undefined;
  return fail('FORBIDDEN', 'This kiosk is not for that doctor. Please ask at the reception desk.', {
    doctorId,
    reason: 'not_shown_here',
  });
}
