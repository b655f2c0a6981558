import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { createApp } from '../../../src/main/app/app';
import { createDevices, type Devices } from '../../../src/main/app/devices/devices';
import type { AppEvent, CallInput } from '../../../src/shared/contract';
import type { DeviceId } from '../../../src/shared/model/ids';
import {
  at,
  first,
  noWindows,
  openClinic,
  staff,
  type TestClinic,
  temporaryFolder,
  unwrap,
} from '../../helpers/clinic';
import { twoClocks } from '../../helpers/two-clocks';

const MINUTE = 60_000;
const WRONG = '0000000';

interface Fixture extends TestClinic {
  readonly devices: Devices;
  /** A code for a device, as staff get it. */
  code(wish?: Partial<CallInput<'devices.startPairing'>>): Promise<string>;
  pass(ms: number): void;
}

async function openDevices(options?: Parameters<typeof openClinic>[0]): Promise<Fixture> {
  const clinic = await openClinic(options);
  const devices = createDevices(clinic.environment);
  const app = createApp(clinic.environment, noWindows, devices);
  return {
    ...clinic,
    app,
    devices,
    code: async (wish = {}) =>
      unwrap(await app.call('devices.startPairing', { name: 'Tablet', role: 'doctor', ...wish }, staff)).code,
    pass: (ms) => clinic.clock.setTo(clinic.clock.now() + ms),
  };
}

/** A code that is not the one given. */
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('pairing', () => {
  it('makes a device known by its code, once', async () => {
    const { devices, code, app } = await openDevices();
    const given = await code({ name: '  Room 2 ', role: 'kiosk' });
    expect(given).toMatch(/^\d{6}$/);
    const { device, token } = unwrap(await devices.pair(given));
    expect(device).toMatchObject({ name: 'Room 2', role: 'kiosk', doctorId: null, revokedAt: null });
    expect(await devices.authenticate(token)).toMatchObject({ id: device.id });
    expect(await devices.pair(given)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(unwrap(await app.call('devices.list', {}, staff))).toHaveLength(1);
  });

  it('gives the device the id that was told at the desk', async () => {
    const { app, devices } = await openDevices();
    const pairing = unwrap(await app.call('devices.startPairing', { name: 'B', role: 'board' }, staff));
    expect(unwrap(await devices.pair(pairing.code)).device.id).toBe(pairing.deviceId);
  });

  it('refuses a code after five minutes, and one that another has replaced or staff took back', async () => {
    const { devices, code, pass, app } = await openDevices();
    const old = await code();
    pass(5 * MINUTE);
    expect(await devices.pair(old)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const replaced = await code();
    const latest = await code();
    if (replaced !== latest) expect((await devices.pair(replaced)).ok).toBe(false);
    unwrap(await app.call('devices.stopPairing', {}, staff));
    expect((await devices.pair(latest)).ok).toBe(false);
  });

  it('holds until the last moment of its five minutes', async () => {
    const { devices, code, pass } = await openDevices();
    const given = await code();
    pass(5 * MINUTE - 1);
    expect((await devices.pair(given)).ok).toBe(true);
  });

  it('stands five wrong codes a minute from one address, then not even the right one from there', async () => {
    const { devices, code, pass } = await openDevices();
    const right = await code();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await devices.pair(otherThan(right))).toMatchObject({ error: { code: 'NOT_FOUND' } });
      pass(1_000);
    }
    expect(await devices.pair(right)).toMatchObject({ ok: false, error: { code: 'TOO_EARLY' } });
    pass(54_999);
    expect(await devices.pair(right)).toMatchObject({ ok: false, error: { code: 'TOO_EARLY' } });
    pass(1);
    expect((await devices.pair(right)).ok).toBe(true);
  });

  it('R35: a clock that is set meanwhile neither spends a code nor keeps anybody out', async () => {
    const computer = twoClocks(at('09:30'));
    const { app, devices, code, environment } = await openDevices({ computer: computer.clock });
    await environment.clockTrust.ready();
    const right = await code();
    for (let tries = 0; tries < 5; tries += 1) await devices.pair(otherThan(right));
    computer.set(at('08:30'));
    unwrap(await app.call('clock.answer', { right: 'computer' }, staff));
    expect(await devices.pair(right)).toMatchObject({ error: { code: 'TOO_EARLY' } });
    computer.live(MINUTE);
    expect((await devices.pair(right)).ok).toBe(true);
  });

  it('takes the right code elsewhere, however many wrong ones are tried next to it', async () => {
    const { devices, code } = await openDevices();
    const right = await code();
    for (let tries = 0; tries < 20; tries += 1) await devices.pair(otherThan(right), { from: '10.0.0.66' });
    expect((await devices.pair(right, { from: '10.0.0.7' })).ok).toBe(true);
  });

  it('makes a code worth nothing that a thousand wrong ones were tried at; the next one works', async () => {
    const { devices, code } = await openDevices();
    const right = await code();
    for (let tries = 0; tries < 1_000; tries += 1)
      await devices.pair(otherThan(right), { from: `10.0.${tries >> 8}.${tries & 255}` });
    expect(await devices.pair(right, { from: 'desk' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await devices.pair(await code(), { from: 'desk' })).ok).toBe(true);
  });

  it('takes nothing that is no code for one', async () => {
    const { devices, code } = await openDevices();
    const right = await code();
    for (const typed of ['', WRONG, ` ${right}`, '१२३४५६']) {
      expect(await devices.pair(typed)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
  });

  it('gives a booking site’s code to no browser, and keeps it for the site', async () => {
    const { devices, code } = await openDevices();
    const given = await code({ role: 'booking' });
    expect(await devices.pair(given, { inBrowser: true })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect((await devices.pair(given, { name: 'Our website' })).ok).toBe(true);
  });

  it('binds a device to a doctor there is, and only a doctor’s', async () => {
    const { app, doctorIds } = await openDevices();
    const unknown = '6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a99';
    const start = (wish: object) =>
      app.receive('devices.startPairing', { name: 'Tablet', role: 'doctor', ...wish }, staff);
    expect(await start({ doctorId: unknown })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await start({ role: 'kiosk', doctorId: first(doctorIds) })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
    expect(await start({ doctorId: first(doctorIds) })).toMatchObject({ ok: true });
  });
});

describe('a token', () => {
  it('has 256 random bits, and only its hash is kept', async () => {
    const { devices, code, store } = await openDevices();
    const { device, token } = unwrap(await devices.pair(await code()));
    const secret = token.split('.')[1] ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const kept = await store.deviceSecret(device.id);
    expect(kept?.secretHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(kept)).not.toContain(secret);
    const other = unwrap(await devices.pair(await code()));
    expect(other.token).not.toBe(token);
  });

  it('is nobody’s when a letter is wrong, or its secret is another device’s', async () => {
    const { devices, code } = await openDevices();
    const one = unwrap(await devices.pair(await code())).token;
    const other = unwrap(await devices.pair(await code())).token;
    const crossed = `${one.split('.')[0]}.${other.split('.')[1]}`;
    const unknown = `6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a99.${one.split('.')[1]}`;
    for (const token of [`${one}x`, one.slice(0, -1), crossed, unknown, '', '.', 'x.y', `${one}.z`]) {
      expect(await devices.authenticate(token)).toBeNull();
    }
    expect(await devices.authenticate(one)).not.toBeNull();
  });

  it('outlives the app', async () => {
    const path = `${temporaryFolder()}/clinic.db`;
    const before = await openDevices({ path });
    const { token } = unwrap(await before.devices.pair(await before.code()));
    await before.store.close();
    const after = await openDevices({ path });
    expect(await after.devices.authenticate(token)).toMatchObject({ name: 'Tablet' });
  });
});

describe('revoking', () => {
  it('shuts a device out at once and for good, and whoever holds something open for it hears', async () => {
    const { devices, code, app, clock, store } = await openDevices();
    const { device, token } = unwrap(await devices.pair(await code()));
    const heard: DeviceId[] = [];
    const stop = devices.onRevoked((id) => heard.push(id));
    unwrap(await app.call('devices.revoke', { deviceId: device.id }, staff));
    expect(heard).toEqual([device.id]);
    expect(await devices.authenticate(token)).toBeNull();
    const revokedAt = clock.now();
    clock.setTo(revokedAt + MINUTE);
    stop();
    unwrap(await app.call('devices.revoke', { deviceId: device.id }, staff));
    expect(heard).toHaveLength(1);
    expect((await store.devices())[0]).toMatchObject({ revokedAt });
  });

  it('cannot be undone by a request that was already under way', async () => {
    const { devices, code, app, pass } = await openDevices();
    const { device, token } = unwrap(await devices.pair(await code()));
    pass(MINUTE);
    const underWay = devices.authenticate(token);
    unwrap(await app.call('devices.revoke', { deviceId: device.id }, staff));
    await underWay;
    expect(await devices.authenticate(token)).toBeNull();
  });

  it('of no device is NOT_FOUND', async () => {
    const { app } = await openDevices();
    const deviceId = '6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a99' as DeviceId;
    expect(await app.call('devices.revoke', { deviceId }, staff)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await app.call('devices.rename', { deviceId, name: 'x' }, staff)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

it('being seen is written at most once a minute', async () => {
  const { devices, code, store, pass, clock } = await openDevices();
  const { token } = unwrap(await devices.pair(await code()));
  const pairedAt = clock.now();
  const seen = async () => (await store.devices())[0]?.lastSeenAt;
  pass(MINUTE - 1);
  await devices.authenticate(token);
  expect(await seen()).toBe(pairedAt);
  pass(1);
  await devices.authenticate(token);
  expect(await seen()).toBe(pairedAt + MINUTE);
});

it('every change of the list is told', async () => {
  const { devices, code, app, events } = await openDevices();
  const told = (): number => events.filter(({ type }: AppEvent) => type === 'devicesChanged').length;
  const { device } = unwrap(await devices.pair(await code()));
  expect(told()).toBe(1);
  const renamed = await app.call('devices.rename', { deviceId: device.id, name: 'Room 3' }, staff);
  expect(unwrap(renamed).name).toBe('Room 3');
  expect(told()).toBe(2);
  unwrap(await app.call('devices.revoke', { deviceId: device.id }, staff));
  expect(told()).toBe(3);
});

describe('what a device may do', () => {
  /** A paired device, as it calls. */
  async function caller(
    { devices, code }: Fixture,
    wish: Partial<CallInput<'devices.startPairing'>>,
    options: { readonly role: Caller['role']; readonly manages?: boolean },
  ): Promise<Caller> {
    const { device } = unwrap(await devices.pair(await code(wish)));
    const { role, manages = false } = options;
    return { role, screen: 'home', doctorId: device.doctorId, device: { ...device, manages } };
  }

  it('reception on another PC issues tokens, but lets nobody in and changes no kiosk PIN', async () => {
    const clinic = await openDevices();
    const other = await caller(clinic, { role: 'reception' }, { role: 'staff' });
    expect((await clinic.issue({}, other)).ok).toBe(true);
    const { app } = clinic;
    const wish = { name: 'Mine', role: 'reception' } as const;
    const forbidden = { ok: false, error: { code: 'FORBIDDEN' } };
    expect(await app.call('devices.startPairing', wish, other)).toMatchObject(forbidden);
    expect(await app.call('devices.list', {}, other)).toMatchObject(forbidden);
    expect(await app.call('settings.change', { network: { listen: 'network' } }, other)).toMatchObject(
      forbidden,
    );
    expect(await app.call('kiosk.changePin', { pin: '7391' }, other)).toMatchObject(forbidden);
    expect(await app.call('kiosk.pin', {}, other)).toMatchObject(forbidden);
    expect((await app.call('settings.change', { rules: { maxRecalls: 2 } }, other)).ok).toBe(true);
    expect(unwrap(await app.call('app.status', {}, other)).manages).toBe(false);
    expect(unwrap(await app.call('app.status', {}, staff)).manages).toBe(true);
  });

  it('where the app has no window of its own, reception’s devices let others in', async () => {
    const clinic = await openDevices();
    const manager = await caller(clinic, { role: 'reception' }, { role: 'staff', manages: true });
    const wish = { name: 'Door', role: 'board' } as const;
    expect((await clinic.app.call('devices.startPairing', wish, manager)).ok).toBe(true);
  });

  it('a doctor’s own device stays with that doctor’s patients', async () => {
    const clinic = await openDevices();
    const [own, foreign] = clinic.doctorIds;
    if (own === undefined || foreign === undefined) throw new Error('Two doctors are needed.');
    const tablet = await caller(clinic, { doctorId: own }, { role: 'doctor' });
    const mine = await clinic.issued({ doctorId: own });
    const theirs = await clinic.issued({ doctorId: foreign });
    const { app } = clinic;
    const forbidden = { ok: false, error: { code: 'FORBIDDEN' } };
    expect((await app.call('books.view', { doctorId: own }, tablet)).ok).toBe(true);
    expect(await app.call('books.view', { doctorId: foreign }, tablet)).toMatchObject(forbidden);
    expect(await app.call('queue.callNext', { doctorId: foreign }, tablet)).toMatchObject(forbidden);
    expect(await app.call('tokens.call', { tokenId: theirs.id }, tablet)).toMatchObject(forbidden);
    expect(await app.call('tokens.history', { tokenId: theirs.id }, tablet)).toMatchObject(forbidden);
    expect(await app.call('tokens.transfer', { tokenId: theirs.id, doctorId: own }, tablet)).toMatchObject(
      forbidden,
    );
    expect(unwrap(await app.call('queue.callNext', { doctorId: own }, tablet)).id).toBe(mine.id);
    const moved = await clinic.issued({ doctorId: own });
    expect((await app.call('tokens.transfer', { tokenId: moved.id, doctorId: foreign }, tablet)).ok).toBe(
      true,
    );
  });

  it('no screen but reception’s may look at the devices', async () => {
    const { app } = await openDevices();
    for (const role of ['kiosk', 'doctor', 'board', 'booking', 'slip'] as const) {
      const answer = await app.receive('devices.list', {}, { role, screen: 'home', doctorId: null });
      expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  });
});
