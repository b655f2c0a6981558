import type { Role } from '../../../shared/contract';
import { type Device, type DeviceRole, screensOfDevice } from '../../../shared/model/device';
import type { Screen } from '../../../shared/model/screen';

/** Whether the app has windows of its own. */
interface Housing {
  readonly headless?: boolean;
}

/** What a device is to the contract. */
export const roleOfDevice: Readonly<Record<DeviceRole, Role>> = {
  reception: 'staff',
  doctor: 'doctor',
  kiosk: 'kiosk',
  board: 'board',
  booking: 'booking',
  manager: 'manager',
};

/**
 * Whether a device may change settings and let others in: only reception's, and only where the app has no window of
 * its own to do it in.
 */
export function managesFrom(device: Device, { headless = false }: Housing): boolean {
  return headless && device.role === 'reception';
}

/** What a page of ours in a browser is to the contract, where whoever looks at it may look at any. */
export const roleOfScreen: Readonly<Record<Screen, Role>> = {
  home: 'staff',
  desk: 'staff',
  admin: 'staff',
  kiosk: 'kiosk',
  doctor: 'doctor',
  board: 'board',
  summary: 'staff',
  reports: 'staff',
  live: 'staff',
};

/** The screen of those who have only one. */
export const screenOfRole: Readonly<Partial<Record<Role, Screen>>> = {
  kiosk: 'kiosk',
  doctor: 'doctor',
  board: 'board',
  manager: 'live',
};

/** The screens a device may open, the first one by itself. */
export function screensFor(device: Device, housing: Housing): readonly Screen[] {
  const screens = screensOfDevice[device.role];
  return managesFrom(device, housing) ? [...screens, 'admin'] : screens;
}
