import type { Role } from '../../shared/contract';
import { type Device, screensOfDevice } from '../../shared/model/device';
import type { DoctorId } from '../../shared/model/ids';
import type { Screen } from '../../shared/model/view';
import { fail, ok, type Result } from '../../shared/result';
import type { Environment } from './environment';
import type { Caller } from './handlers';

const rolesOfScreens: Readonly<Record<Screen, Role>> = {
  home: 'staff',
  desk: 'staff',
  admin: 'staff',
  doctor: 'doctor',
  kiosk: 'kiosk',
  board: 'board',
};

/** What a request says of itself; of its own accord a device may only ask for less than it may. */
export interface AskedScreen {
  readonly screen?: Screen | undefined;
  readonly doctorId?: DoctorId | undefined;
}

/**
 * A device on one of its screens. The screen decides the role, so that a kiosk shown on a reception PC is no
 * more than a kiosk. Errors: FORBIDDEN not a screen of this device.
 * @param mayManage reception devices may change settings and pair others: where the app has no window of its own
 */
export function callerOf(
  device: Device,
  { screen: asked, doctorId }: AskedScreen,
  mayManage: boolean,
): Result<Caller> {
  const manages = mayManage && device.role === 'reception';
  if (device.role === 'booking') {
    return ok({ role: 'booking', screen: 'home', doctorId: null, device: { ...device, manages } });
  }
  const allowed = screensFor(device, mayManage);
  const screen = asked ?? allowed[0] ?? 'home';
  if (!allowed.includes(screen)) return fail('FORBIDDEN', 'This device may not open that screen.');
  const itsDoctor = screen === 'doctor' ? (device.doctorId ?? doctorId ?? null) : null;
  return ok({ role: rolesOfScreens[screen], screen, doctorId: itsDoctor, device: { ...device, manages } });
}

/** Whoever opens a page of a server that is open to all of this computer. */
export function openCaller({ screen = 'home', doctorId }: AskedScreen): Caller {
  return { role: rolesOfScreens[screen], screen, doctorId: doctorId ?? null };
}

/** The screens a device may open, the first one by itself. */
export function screensFor(device: Device, mayManage: boolean): readonly Screen[] {
  const screens = screensOfDevice[device.role];
  return mayManage && device.role === 'reception' ? [...screens, 'admin'] : screens;
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
