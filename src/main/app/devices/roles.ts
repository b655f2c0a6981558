import type { Role } from '../../../shared/contract';
import { type Device, type DeviceRole, screensOfDevice } from '../../../shared/model/device';
import type { Screen } from '../../../shared/model/screen';
import type { Environment } from '../environment';

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
