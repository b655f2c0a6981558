import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AuditKind } from '../../../shared/audited';
import type { CheckedInput } from '../../../shared/contract';
import {
  canChooseDoctors,
  type Device,
  type DeviceRole,
  type NetworkState,
  type Pairing,
} from '../../../shared/model/device';
import { type DeviceId, type DoctorId, deviceIdSchema } from '../../../shared/model/ids';
import { fail, ok, type Result } from '../../../shared/result';
import type { NewAuditLine } from '../../store/store';
import { roleOfDevice, screenOfRole } from '../access/roles';
import type { Environment } from '../environment';
import { afterwards } from '../run/failures';
import { pairingCodes } from './pairing-codes';

/** Being seen is written at most this often: a device asks many times a minute. */
const SEEN_EVERY_MS = 60_000;

/** Where the server can be reached at this moment, the best address first. */
export type Whereabouts = Pick<NetworkState, 'addresses' | 'named' | 'moved'>;

/** What runs the server says of it; where it can be reached is asked for whenever it is shown. */
export interface NetworkReport extends Pick<NetworkState, 'state' | 'problem'> {
  readonly where?: () => Whereabouts;
}

const off: NetworkReport = { state: 'off', problem: null };
const nowhere: Whereabouts = { addresses: [], named: null, moved: null };

/** Other PCs, tablets and programs: how they get in, and how they are shut out. */
export interface Devices {
  startPairing(wish: CheckedInput<'devices.startPairing'>): Promise<Result<Pairing>>;
  stopPairing(): void;
  /**
   * The code typed on the new device makes it known. Its token is answered here and nowhere else.
   * @param name what the device calls itself; default: as it was called at the desk
   * @param from the address it asks from: each may be wrong a few times a minute
   * Errors: TOO_EARLY too many wrong codes, NOT_FOUND, FORBIDDEN it is no device of the kind that asks.
   */
  pair(
    code: string,
    options?: { readonly name?: string | undefined; readonly inBrowser?: boolean; readonly from?: string },
  ): Promise<Result<{ device: Device; token: string }>>;
  /** Whose token this is; null: nobody's, one that was revoked, or a browser's that is shown by anything else. */
  authenticate(token: string, inBrowser?: boolean): Promise<Device | null>;
  rename(id: DeviceId, name: string): Promise<Result<Device>>;
  /** Which doctors a kiosk or a board shows. Errors: NOT_FOUND; INVALID_INPUT. */
  chooseDoctors(id: DeviceId, shows: readonly DoctorId[]): Promise<Result<Device>>;
  /** Shuts the device out, at once and for good. */
  revoke(id: DeviceId): Promise<Result<Device>>;
  /** Hears of each device that is shut out, so that what it holds open can be closed. Returns how to stop. */
  onRevoked(listener: (id: DeviceId) => void): () => void;
  /** How the server for devices is doing, as whoever runs it says. */
  network(): NetworkState;
  setNetwork(report: NetworkReport): void;
  /** Something of where the server can be reached is another. */
  networkMoved(): void;
}

type Wish = CheckedInput<'devices.startPairing'> & { readonly deviceId: DeviceId };

export function createDevices(environment: Environment): Devices {
  const { store, clock, newId, publish } = environment;
  const codes = pairingCodes<Wish>(clock);
  const listeners = new Set<(id: DeviceId) => void>();
  let report = off;

  function network(): NetworkState {
    const { where = () => nowhere, ...state } = report;
    return { ...state, ...where() };
  }

  async function checkChosen(role: DeviceRole, shows: readonly DoctorId[]): Promise<Result<null>> {
    if (shows.length > 0 && !canChooseDoctors(role))
      return fail('INVALID_INPUT', 'Only a kiosk or a board shows some of the doctors.', { field: 'shows' });
    const known = new Set((await store.doctors()).map(({ id }) => id));
    const unknown = shows.find((doctorId) => !known.has(doctorId));
    return unknown === undefined
      ? ok(null)
      : fail('NOT_FOUND', 'There is no such doctor.', { doctorId: unknown });
  }

  return {
    async startPairing(wish) {
      if (wish.doctorId !== undefined && wish.role !== 'doctor') {
        return fail('INVALID_INPUT', 'Only a doctor’s device belongs to a doctor.', { field: 'doctorId' });
      }
      if (wish.doctorId !== undefined && !(await store.doctor(wish.doctorId))) {
        return fail('NOT_FOUND', 'There is no such doctor.', { doctorId: wish.doctorId });
      }
      const chosen = await checkChosen(wish.role, wish.shows ?? []);
      if (!chosen.ok) return chosen;
      const deviceId = deviceIdSchema.parse(newId());
      const code = codes.start({ ...wish, deviceId });
      return ok({ ...code, deviceId, addresses: network().addresses });
    },

    stopPairing: codes.stop,

    async pair(code, { name, inBrowser = false, from = '' } = {}) {
      const now = clock.now();
      const found = codes.use(code, from, (wish) => wish.role !== 'booking' || !inBrowser);
      if (!found.ok) return found;
      const { what, giveBack } = found.value;
      const { deviceId, role, doctorId = null, shows = [] } = what;
      const device: Device = {
        id: deviceId,
        name: name ?? what.name,
        role,
        doctorId,
        shows,
        createdAt: now,
        lastSeenAt: now,
        revokedAt: null,
      };
      const secret = randomBytes(32).toString('base64url');
      try {
        await store.addDevice(device, inBrowser ? hashInBrowser(secret) : hashOf(secret));
        await afterwards(environment, 'recording', () => store.addAuditLine(pairedLine(device)));
      } catch (error) {
        giveBack();
        throw error;
      }
      return ok({ device, token: `${deviceId}.${secret}` });
    },

    async authenticate(token, inBrowser = false) {
      const [, id = '', secret = ''] = /^([^.]{36})\.([\w-]{43})$/.exec(token) ?? [];
      const deviceId = deviceIdSchema.safeParse(id);
      const known = deviceId.success ? await store.deviceSecret(deviceId.data) : undefined;
      const kept = known?.secretHash ?? hashOf('');
      // Versions before this kept a browser's as any other's.
      const isBrowsers = inBrowser && isSameHash(kept, hashInBrowser(secret));
      const matches = isSameHash(kept, hashOf(secret)) || isBrowsers;
      if (!known || !matches || known.device.revokedAt !== null) return null;
      const { device } = known;
      const now = clock.now();
      if (device.lastSeenAt !== null && Math.abs(now - device.lastSeenAt) < SEEN_EVERY_MS) return device;
      // Writing down that it was seen keeps nobody out when the disk is full.
      await afterwards(environment, 'noting a device', () =>
        store.changeDevice(device.id, { lastSeenAt: now }),
      );
      return { ...device, lastSeenAt: now };
    },

    async rename(id, name) {
      const device = await store.changeDevice(id, { name });
      if (!device) return unknownDevice(id);
      return ok(device);
    },

    async chooseDoctors(id, shows) {
      const before = (await store.devices()).find((device) => device.id === id);
      if (!before) return unknownDevice(id);
      const chosen = await checkChosen(before.role, shows);
      if (!chosen.ok) return chosen;
      const device = await store.changeDevice(id, { shows: [...new Set(shows)] });
      if (!device) return unknownDevice(id);
      // The device hears of no other device, not even of itself: it asks for everything again.
      publish({ type: 'everythingChanged' });
      return ok(device);
    },

    async revoke(id) {
      const device = await store.changeDevice(id, { revokedAt: clock.now() });
      if (!device) return unknownDevice(id);
      for (const listener of listeners) await afterwards(environment, 'shutting out', () => listener(id));
      return ok(device);
    },

    onRevoked(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    network,
    setNetwork(state) {
      report = state;
      publish({ type: 'devicesChanged' });
    },
    networkMoved: () => publish({ type: 'devicesChanged' }),
  };
}

/** Whoever holds the new device typed the code; who gave it out is on record with that. */
function pairedLine({ id: deviceId, role, doctorId, createdAt: at }: Device): NewAuditLine {
  const by = {
    role: roleOfDevice[role],
    screen: screenOfRole[roleOfDevice[role]] ?? 'desk',
    deviceId,
    personId: null,
  };
  const nothing = { serviceDay: null, tokenId: null, reason: null };
  return { at, kind: 'devices.pair' satisfies AuditKind, by, doctorId, ...nothing, details: { role } };
}

/** The secret has 256 random bits: nothing slower than this is needed to keep it from being guessed. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * What a browser was given opens nothing for a program: there nobody signs in, and whoever takes it out of the browser's
 * store would do without.
 */
function hashInBrowser(secret: string): string {
  return hashOf(`browser ${secret}`);
}

/** Takes the same time wherever the difference is. */
function isSameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}

function unknownDevice(deviceId: DeviceId): Result<never> {
  return fail('NOT_FOUND', 'There is no such device.', { deviceId });
}
