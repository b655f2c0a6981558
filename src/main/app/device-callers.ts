import type { Role } from '../../shared/contract';
import { type Device, type DeviceRole, screensOfDevice } from '../../shared/model/device';
import type { Screen } from '../../shared/model/view';
import { fail, type Result } from '../../shared/result';
import type { Environment } from './environment';
import type { Caller } from './handlers';

/** What a device is to the contract. */
export const roleOfDevice: Readonly<Record<DeviceRole, Role>> = {
  reception: 'staff',
  doctor: 'doctor',
  kiosk: 'kiosk',
  board: 'board',
  booking: 'booking',
};

/**
 * Whether a device may change settings and let others in: only reception's, and only where the app has no window of
 * its own to do it in.
 */
export function managesFrom(device: Device, { headless = false }: Environment): boolean {
  return headless && device.role === 'reception';
}

/** The screens a device may open, the first one by itself. */
export function screensFor(device: Device, environment: Environment): readonly Screen[] {
  const screens = screensOfDevice[device.role];
  return managesFrom(device, environment) ? [...screens, 'admin'] : screens;
}

/** A doctor's own device stays with that doctor's patients. Errors: FORBIDDEN; null: nothing against it. */
export async function refuseOtherDoctors(
  { store }: Environment,
  name: string,
  input: unknown,
  { device }: Caller,
): Promise<Result<never> | null> {
  if (!device?.doctorId || typeof input !== 'object' || input === null) return null;
  const refusal = fail('FORBIDDEN', 'This device is for the patients of its own doctor.');
  // A transfer names the doctor it goes to.
  const named = 'doctorId' in input && name !== 'tokens.transfer' ? input.doctorId : undefined;
  if (named !== undefined && named !== device.doctorId) return refusal;
  if (!('tokenId' in input)) return null;
  const book = await store.bookOfToken(input.tokenId as Parameters<typeof store.bookOfToken>[0]);
  return book && book.doctorId !== device.doctorId ? refusal : null;
}
