import type { CallName, CheckedInput } from '../../../shared/contract';
import { fail, ok, type Result } from '../../../shared/result';
import type { Caller } from './caller';

/**
 * From where a call may come, beside who makes it.
 *
 * - `managing`: how the clinic works and who is let in is settled at the PC that keeps the data; without windows there,
 *   at reception's devices
 * - `here`: a window of that PC itself
 */
type Place = 'managing' | 'here';

const managing = (): Place => 'managing';
const here = (): Place => 'here';

/** Calls that do not come from anywhere; null: this one does. */
export const places: { readonly [N in CallName]?: (input: CheckedInput<N>) => Place | null } = {
  // Who may reach this PC, and where its data go.
  'settings.change': ({ network, backup }) =>
    network === undefined && backup === undefined ? null : 'managing',
  'backups.list': managing,
  'backups.prove': managing,
  'backups.setPassphrase': managing,
  'backups.removePassphrase': managing,
  'backups.chooseFolder': managing,
  'kiosk.pin': managing,
  'kiosk.changePin': managing,
  'persons.list': managing,
  'persons.save': managing,
  'roles.list': managing,
  'roles.save': managing,
  'roles.remove': managing,
  'stations.list': managing,
  'stations.signOut': managing,
  'configuration.export': managing,
  'configuration.preview': managing,
  'configuration.import': managing,
  'diagnostics.read': managing,
  'diagnostics.save': managing,
  'reports.changeSummaries': managing,
  'privacy.find': managing,
  'privacy.visits': managing,
  'privacy.export': managing,
  'privacy.erase': managing,
  'devices.list': managing,
  'devices.network': managing,
  'devices.startPairing': managing,
  'devices.stopPairing': managing,
  'devices.rename': managing,
  'devices.chooseDoctors': managing,
  'devices.revoke': managing,
  'backups.goBack': here,
  'practice.enter': here,
  'practice.leave': here,
  'practice.settle': ({ keep }) => (keep ? null : 'here'),
};

/** Errors: FORBIDDEN not from there. `input`: as checked against the contract. */
export function checkPlace(name: CallName, input: object, { device }: Caller): Result<null> {
  if (!device) return ok(null);
  const place = (places[name] as ((input: object) => Place | null) | undefined)?.(input) ?? null;
  if (place === 'here')
    return fail('FORBIDDEN', 'The practice day is opened and left at the PC that keeps the data.');
  if (place === 'managing' && !device.manages)
    return fail('FORBIDDEN', 'Please do this at the reception PC itself.');
  return ok(null);
}
