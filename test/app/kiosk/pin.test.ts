import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { createApp } from '../../../src/main/app/app';
import { changeDoorPin, hideDoorPin } from '../../../src/main/app/people/door';
import { migrate } from '../../../src/main/store/sqlite/migrate';
import { initial } from '../../../src/main/store/sqlite/migrations/0001-initial';
import { notices } from '../../../src/main/store/sqlite/migrations/0002-notices';
import { slipLanguage } from '../../../src/main/store/sqlite/migrations/0003-slip-language';
import { printJobs } from '../../../src/main/store/sqlite/migrations/0004-print-jobs';
import { devices } from '../../../src/main/store/sqlite/migrations/0005-devices';
import { placesKept } from '../../../src/main/store/sqlite/migrations/0006-places-kept';
import { searchAndAge } from '../../../src/main/store/sqlite/migrations/0007-search-and-age';
import { tokenMakers } from '../../../src/main/store/sqlite/migrations/0008-token-makers';
import type { DeviceId } from '../../../src/shared/model/ids';
import {
  kiosk,
  noWindows,
  openClinic,
  staff,
  type TestClinic,
  temporaryFolder,
  unwrap,
} from '../../helpers/clinic';

const MINUTE = 60_000;
const board: Caller = { role: 'board', screen: 'board', doctorId: null };

const leave = (clinic: TestClinic, pin: string, caller = kiosk) =>
  clinic.app.call('kiosk.leave', { pin }, caller);
/** A clinic that has chosen its PIN. */
async function openWithPin(options: Parameters<typeof openClinic>[0] = {}): Promise<TestClinic> {
  const clinic = await openClinic(options);
  await changeDoorPin(clinic.store, '7391');
  return clinic;
}
const wait = (clinic: TestClinic, minutes: number) =>
  clinic.clock.setTo(clinic.clock.now() + minutes * MINUTE);

test('leaving the kiosk needs the PIN; five wrong ones close the door for a minute, five more for two', async () => {
  const clinic = await openWithPin();
  for (const minutes of [1, 2]) {
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await leave(clinic, '0000')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
    const paused = { error: { code: 'TOO_EARLY', details: { minutes } } };
    expect(await leave(clinic, '7391')).toMatchObject(paused);
    wait(clinic, minutes);
  }
  expect(await leave(clinic, '7391')).toMatchObject({ ok: true });
  expect(await leave(clinic, '0000')).toMatchObject({ error: { code: 'FORBIDDEN' } });
});

test('many PINs at once are no more tries than one after the other', async () => {
  const clinic = await openWithPin();
  const pins = Array.from({ length: 40 }, (_, index) => String(7360 + index));
  const answers = await Promise.all(pins.map((pin) => leave(clinic, pin)));
  expect(answers.filter((answer) => answer.ok)).toEqual([]);
  expect(answers.filter((answer) => !answer.ok && answer.error.code === 'FORBIDDEN')).toHaveLength(5);
});

test('a tablet that tries PINs does not shut out the kiosk or the board of this computer', async () => {
  const clinic = await openWithPin();
  const device = {
    id: '7c6f9f51-5a0a-4a35-9c8e-3c0f3f1d9b01' as DeviceId,
    name: 'Tablet',
    role: 'kiosk',
    doctorId: null,
    shows: [],
    createdAt: 0,
    lastSeenAt: null,
    revokedAt: null,
    manages: false,
  } satisfies Caller['device'];
  for (let wrong = 0; wrong < 6; wrong += 1) await leave(clinic, '0000', { ...kiosk, device });
  expect((await leave(clinic, '7391')).ok).toBe(true);
  expect((await leave(clinic, '7391', board)).ok).toBe(true);
});

test('a new installation has no PIN: nothing is locked before one is chosen, and no page is ever told it', async () => {
  const clinic = await openClinic();
  const state = () => clinic.app.call('kiosk.pin', {}, staff);
  const open = (screen: 'kiosk' | 'board' | 'desk') => clinic.app.call('windows.open', { screen }, staff);
  expect(unwrap(await state())).toEqual({ isSet: false, asks: 'staff' });
  for (const screen of ['kiosk', 'board'] as const) {
    expect(await open(screen)).toMatchObject({ error: { code: 'CONFLICT', details: { reason: 'no_pin' } } });
  }
  expect((await open('desk')).ok).toBe(true);
  for (const pin of ['', '2580', '0000', '7391']) {
    expect(await leave(clinic, pin)).toMatchObject({
      error: { code: 'FORBIDDEN', details: { reason: 'no_pin' } },
    });
  }
  for (const pin of ['123', '123456789', '12a4', '', '1234', '2580']) {
    expect(await clinic.app.call('kiosk.changePin', { pin }, staff)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  }
  unwrap(await clinic.app.call('kiosk.changePin', { pin: '7391' }, staff));
  expect(unwrap(await state())).toEqual({ isSet: true, asks: 'pin' });
  expect((await open('kiosk')).ok).toBe(true);
  expect((await leave(clinic, '2580')).ok).toBe(false);
  expect((await leave(clinic, '7391')).ok).toBe(true);
  const told = JSON.stringify([await clinic.app.call('settings.read', {}, staff), clinic.events]);
  expect(told).not.toMatch(/7391|scrypt|pin"/i);
  for (const caller of [kiosk, board]) {
    expect(await clinic.app.call('kiosk.changePin', { pin: '8264' }, caller)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  }
});

test('a practice day asks for the clinic’s PIN, or for nothing', async () => {
  const clinic = await openClinic();
  const app = createApp({ ...clinic.environment, practice: true }, noWindows);
  expect(unwrap(await app.call('kiosk.door', {}, kiosk))).toEqual({ asks: 'nothing' });
  expect((await app.call('kiosk.leave', { pin: '' }, kiosk)).ok).toBe(true);
  await changeDoorPin(clinic.store, '7391');
  expect(unwrap(await app.call('kiosk.door', {}, kiosk))).toEqual({ asks: 'pin' });
  expect((await app.call('kiosk.leave', { pin: '' }, kiosk)).ok).toBe(false);
});

test('where the clinic works with persons, one of them closes it whose role may, and no other PIN does', async () => {
  const clinic = await openWithPin();
  const people = [
    { name: 'Asha Kumar', initials: 'AK', roleId: 'admin', pin: '5937' },
    { name: 'Nila Das', initials: 'ND', roleId: 'nurse', pin: '8264' },
  ] as const;
  for (const person of people) unwrap(await clinic.app.call('persons.save', person, staff));
  const close = (initials: string, pin: string) => clinic.app.call('kiosk.leave', { initials, pin }, kiosk);
  expect(unwrap(await clinic.app.call('kiosk.door', {}, kiosk))).toEqual({ asks: 'person' });
  const wrong = { error: { code: 'FORBIDDEN', details: { reason: 'pin' } } };
  expect(await leave(clinic, '7391')).toMatchObject(wrong);
  expect(await close('ZZ', '5937')).toMatchObject(wrong);
  expect(await close('AK', '8264')).toMatchObject(wrong);
  expect(await close('ND', '8264')).toMatchObject({
    error: { code: 'FORBIDDEN', details: { reason: 'role' } },
  });
  unwrap(await close('ak', '5937'));
  // Whoever tries somebody's initials out there keeps nobody from the desk.
  for (let tries = 0; tries < 5; tries += 1) await close('AK', '0000');
  expect(await close('AK', '5937')).toMatchObject({ error: { code: 'TOO_EARLY' } });
  unwrap(await clinic.app.call('persons.signIn', { initials: 'AK', pin: '5937' }, staff));
});

test('the PIN is kept as a hash with a salt of its own, never in clear', async () => {
  const [one, other] = [await openClinic(), await openClinic()];
  for (const { app } of [one, other]) unwrap(await app.call('kiosk.changePin', { pin: '7391' }, staff));
  const [kept, keptElsewhere] = [await one.store.meta('kiosk.pin'), await other.store.meta('kiosk.pin')];
  expect(kept).toMatch(/^scrypt:[\w+/=]{24}:[\w+/=]{44}$/);
  expect(kept).not.toContain('7391');
  expect(kept).not.toBe(keptElsewhere);
});

test.each([
  ['7391', true],
  ['2580', false],
])(
  'a PIN that an older version kept in clear (%s) is in clear no more; it still opens, if the clinic chose it',
  async (old, isChosen) => {
    const path = `${temporaryFolder()}/clinic.db`;
    const database = new Database(path);
    migrate(database, [
      initial,
      notices,
      slipLanguage,
      printJobs,
      devices,
      placesKept,
      searchAndAge,
      tokenMakers,
    ]);
    database
      .prepare("INSERT INTO settings (key, value) VALUES ('all', ?)")
      .run(JSON.stringify({ clinic: { clinicName: 'Lotus Clinic', kioskPin: old } }));
    database.close();

    const clinic = await openClinic({ path });
    await hideDoorPin(clinic.store);
    expect(unwrap(await clinic.app.call('kiosk.pin', {}, staff))).toMatchObject({ isSet: isChosen });
    expect((await leave(clinic, old)).ok).toBe(isChosen);
    expect((await clinic.store.settings()).clinic.clinicName).toBe('Lotus Clinic');
    await clinic.store.close();
    const now = new Database(path, { readonly: true });
    const rows = [
      ...now.prepare('SELECT value FROM meta').all(),
      ...now.prepare('SELECT value FROM settings').all(),
    ];
    now.close();
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${old}|kioskPin`));
  },
);
