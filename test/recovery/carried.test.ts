import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { goOnAfterRestore } from '../../src/main/app/backup/restored';
import { createDevices } from '../../src/main/app/devices/devices';
import { reserveBlanks } from '../../src/main/app/paper/printed-blanks';
import { calendar } from '../../src/main/app/time/calendar';
import { pack } from '../../src/main/copies/pack';
import { snapshot } from '../../src/main/copies/snapshot';
import { newDay } from '../../src/main/engine';
import { restore } from '../../src/main/recovery/restore';
import { staying } from '../../src/main/store/meta-keys';
import { makeSchema } from '../../src/main/store/sqlite/migrate';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { PatientId } from '../../src/shared/model/ids';
import { ERASED_NAME } from '../../src/shared/model/patient';
import { serviceDaySchema } from '../../src/shared/model/time';
import type { Token } from '../../src/shared/model/token';
import { at, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../helpers/clinic';
import { overwrite } from '../helpers/files';

/** A computer whose clock runs a year ahead. */
const now = new Date(at('09:00') + 365 * 24 * 60 * 60_000);

async function copyOf(path: string, time: string): Promise<string> {
  const source = join(temporaryFolder(), 'snapshot.db');
  await snapshot(path, source);
  const where = { source, folder: join(path, '../backups'), work: temporaryFolder(), madeAt: at(time) };
  return (await pack({ ...where, reason: 'hand', appVersion: '1' })).path;
}

async function reopened(path: string): Promise<TestClinic> {
  const clinic = await openClinic({ store: openSqliteStore({ path, calendar, newDay }) });
  await goOnAfterRestore(clinic.environment);
  return clinic;
}

test('numbers on slips are not given again, however often one goes back, and whatever the clock shows', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  const copies = [await copyOf(path, '08:31')];
  await clinic.issued();
  copies.push(await copyOf(path, '08:32'));
  await clinic.issued();
  await clinic.issued();
  await clinic.store.close();
  const [empty = '', one = ''] = copies;
  await restore({ path, copy: one, now });
  await restore({ path, copy: empty, now });
  const first = await reopened(path);
  expect((await first.issued()).number).toBe('A-004');
  await first.store.close();
  await restore({ path, copy: one, now });
  await restore({ path, copy: empty, now });
  const second = await reopened(path);
  // The one who is given it wonders: it is said, with the first of them only.
  const warnings = async () => unwrap(await second.issue()).warnings.filter((one) => one === 'numbers_go_on');
  expect(await warnings()).toEqual(['numbers_go_on']);
  expect(await warnings()).toEqual([]);
  const view = unwrap(await second.app.call('books.view', { doctorId: second.doctorIds[0] ?? '' }, staff));
  expect(view.tokens.map(({ number }) => number)).toEqual(['A-005', 'A-006']);
});

test('a number of the register that is on a card is never another patient’s, however often one goes back', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  const seen = async ({ issued }: TestClinic, name: string): Promise<number> =>
    Number((await issued({ patientName: name, patientContact: '9876543210' })).patientId);
  for (let count = 1; count <= 30; count += 1) expect(await seen(clinic, `Patient ${count}`)).toBe(count);
  const copy = await copyOf(path, '08:31');
  for (let count = 31; count <= 41; count += 1) await seen(clinic, `Patient ${count}`);
  await clinic.store.close();
  await restore({ path, copy, now });
  await restore({ path, copy, now });
  const again = await reopened(path);
  expect(await again.store.patient(31 as PatientId)).toBeUndefined();
  expect(await again.store.patient(30 as PatientId)).toMatchObject({ name: 'Patient 30' });
  expect(await seen(again, 'Somebody new')).toBe(42);
  await again.store.close();
  // The data of before cannot be read: nobody can tell which numbers are on cards.
  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  await restore({ path, copy, now });
  const blind = await reopened(path);
  expect(await seen(blind, 'Somebody newer')).toBe(2001);
  await blind.store.close();
  // What could be read of a damaged file lacks rows to which its tokens point.
  const damaged = new Database(path);
  damaged.exec('DELETE FROM patients WHERE id > 30; UPDATE sqlite_sequence SET seq = 30');
  damaged.close();
  const elsewhere = join(temporaryFolder(), 'opd-tokens.db');
  await restore({ path: elsewhere, copy: path, now });
  expect(await seen(await reopened(elsewhere), 'The newest')).toBeGreaterThan(2001);
});

test('who is in a copy that had no register yet has the number there that is on the card', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'opd-tokens.db');
  const clinic = await openClinic({ path });
  const visits: Token[] = [];
  for (const [name, minute] of [
    ['First', 30],
    ['Second', 31],
    ['Third', 32],
  ] as const) {
    clinic.clock.setTo(at(`08:${minute}`));
    visits.push(await clinic.issued({ patientName: name, patientContact: '9876543210' }));
  }
  await clinic.store.close();
  const [first, second, third] = visits;
  // An earlier version has no table for the register; and there, the second came first.
  const copy = join(folder, 'opd-tokens.db.before-26');
  const old = new Database(copy);
  makeSchema(old, 25);
  old.prepare('ATTACH ? AS present').run(path);
  old.pragma('foreign_keys = OFF');
  for (const table of ['doctors', 'books', 'slots', 'meta', 'tokens']) {
    const columns = (old.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const from = columns.map((name) => (name === 'contact_key' ? "''" : name));
    old.exec(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')})
      SELECT ${from.join(', ')} FROM present.${table} ${table === 'tokens' ? 'WHERE sequence < 3' : ''};`);
  }
  old.exec('UPDATE tokens SET created_at = 0 WHERE sequence = 2; DETACH present;');
  old.close();
  await restore({ path, copy, now });
  const again = await reopened(path);
  const named = async (token: Token | undefined) => {
    const number = token?.patientId;
    return number ? (await again.store.patient(number))?.name : undefined;
  };
  expect([await named(first), await named(second), await named(third)]).toEqual([
    'First',
    'Second',
    undefined,
  ]);
  const found = await again.app.call('patients.find', { query: 'second' }, staff);
  expect(unwrap(found)).toMatchObject([{ patientId: second?.patientId, visits: 1 }]);
  const near = await again.store.patientsNearContact('9876543210');
  expect(near.map(({ id }) => id)).toEqual([first?.patientId, second?.patientId]);
  const next = await again.issued({ patientName: 'Fourth', patientContact: '9876543210' });
  expect(next.patientId).toBe(4);
});

test('a gap that is owed is still left after going back once more before a start', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  await clinic.issued();
  await reserveBlanks(clinic.store, clinic.doctorIds, 20);
  const copy = await copyOf(path, '08:31');
  await clinic.store.close();
  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  await restore({ path, copy, now });
  await restore({ path, copy, now });
  const again = await reopened(path);
  expect((await again.issued({ patientName: 'Next' })).number).toBe('A-101');
  // Neither is any number printed that may lie in the drawer (R25).
  expect(await reserveBlanks(again.store, again.doctorIds.slice(0, 1), 20)).toMatchObject([{ first: 221 }]);
});

test('a gap is left on every day that can be booked, and wherever today may be while the clock is doubted', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  await clinic.issued();
  const copy = await copyOf(path, '08:31');
  const tomorrow = serviceDaySchema.parse('2026-01-06');
  await clinic.issued({ source: 'online', serviceDay: tomorrow });
  await clinic.store.close();
  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  await restore({ path, copy, now });
  const trusted = await reopened(path);
  expect((await trusted.issued({ source: 'online', serviceDay: tomorrow })).number).toBe('A-021');
  expect((await trusted.issued({ patientName: 'Next' })).number).toBe('A-101');
  await trusted.store.close();

  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  await restore({ path, copy, now });
  // The battery is dead: it is a later day, and nobody has said so yet.
  const doubting = await openClinic({ store: openSqliteStore({ path, calendar, newDay }) });
  const doubted = { ...doubting.environment.clockTrust, isDoubted: () => true };
  await goOnAfterRestore({ ...doubting.environment, clockTrust: doubted });
  doubting.clock.setTo(at('08:30') + 24 * 60 * 60_000);
  expect((await doubting.issued({ patientName: 'Next' })).number).toBe('A-051');
});

test('going back to data that are newer than those in place takes nobody out of date along, and no blank twice', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  await clinic.issued();
  await reserveBlanks(clinic.store, clinic.doctorIds.slice(0, 1), 40);
  const old = await copyOf(path, '08:31');
  clinic.clock.setTo(at('08:40'));
  await clinic.issued();
  await reserveBlanks(clinic.store, clinic.doctorIds.slice(0, 1), 60);
  unwrap(await clinic.app.call('kiosk.changePin', { pin: '6284' }, staff));
  const pin = await clinic.store.meta(staying.doorPin);
  const newer = await copyOf(path, '08:41');
  await clinic.store.close();
  // Somebody put an old one back by hand.
  rmSync(path);
  await restore({ path, copy: old, now });
  await restore({ path, copy: newer, now });
  const again = await reopened(path);
  expect(await again.store.meta(staying.doorPin)).toBe(pin);
  // Nobody can tell what was printed on the old one: more are left out, and none of the newer one’s is had again.
  expect(await reserveBlanks(again.store, again.doctorIds.slice(0, 1), 1)).toMatchObject([{ first: 301 }]);
});

test('on a computer where a clinic was only begun a gap is left: the copy may lack numbers that are on slips', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  await clinic.issued();
  const copy = await copyOf(path, '08:31');
  await clinic.store.close();
  const elsewhere = join(temporaryFolder(), 'opd-tokens.db');
  await openSqliteStore({ path: elsewhere, calendar, newDay }).close();
  await restore({ path: elsewhere, copy, now });
  const there = await reopened(elsewhere);
  expect((await there.issued({ patientName: 'Next' })).number).toBe('A-101');
});

test('who works here, with which PIN, which tablets are let in, and who was erased stays as it is now', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  const { app, store } = clinic;
  const visit = await clinic.issued({ patientName: 'Asha Verma' });
  unwrap(await app.call('tokens.cancel', { tokenId: visit.id }, staff));
  const devices = createDevices(clinic.environment);
  const paired = async (name: string) => {
    const { code } = unwrap(await devices.startPairing({ name, role: 'reception' }));
    return unwrap(await devices.pair(code));
  };
  await paired('Lost tablet');
  const owner = { name: 'Asha Rao', initials: 'AR', roleId: 'admin' };
  const nurse = { name: 'Bina Roy', initials: 'BR', roleId: 'reception' };
  const { id: ownerId } = unwrap(await app.call('persons.save', { ...owner, pin: '7391' }, staff));
  const { id: nurseId } = unwrap(await app.call('persons.save', { ...nurse, pin: '7392' }, staff));
  const facts = () => Promise.all(Object.values(staying).map((key) => store.meta(key)));
  await reserveBlanks(store, clinic.doctorIds, 10);
  unwrap(await app.call('kiosk.changePin', { pin: '5173' }, staff));
  const old = await facts();
  const copy = await copyOf(path, '08:31');

  await reserveBlanks(store, clinic.doctorIds, 10);
  unwrap(await app.call('kiosk.changePin', { pin: '6284' }, staff));
  const words = 'four plain short words';
  unwrap(await app.call('backups.setPassphrase', { passphrase: words, again: words }, staff));
  await store.saveMeta(staying.recoveryFile, 'a time');
  await store.saveMeta(staying.clock, 'as it was believed');
  const newer = await facts();
  for (const { id } of await store.devices()) await store.changeDevice(id, { revokedAt: at('08:35') });
  await paired('New tablet');
  unwrap(await app.call('persons.save', { ...owner, personId: ownerId, pin: '8264' }, staff));
  unwrap(await app.call('persons.save', { ...nurse, personId: nurseId, active: false }, staff));
  // Her initials are another's now.
  unwrap(await app.call('persons.save', { ...nurse, name: 'Bela Rai', pin: '7395' }, staff));
  unwrap(await app.call('privacy.erase', { tokenIds: [visit.id] }, staff));
  const pins = async (from: TestClinic['store']) => {
    const { persons } = await from.people();
    return Promise.all(
      persons.map(async ({ id, initials, active }) => [initials, active, await from.pinHash(id)]),
    );
  };
  const before = { people: await pins(store), devices: await store.devices() };
  await store.close();
  await restore({ path, copy, now });
  const again = await reopened(path);
  expect({ people: await pins(again.store), devices: await again.store.devices() }).toEqual(before);
  expect(await Promise.all(Object.values(staying).map((key) => again.store.meta(key)))).toEqual(newer);
  expect(newer.some((fact, index) => fact === undefined || fact === old[index])).toBe(false);
  expect(JSON.stringify(await again.store.keptOf([visit.id]))).not.toContain('Asha Verma');
  expect((await again.store.keptOf([visit.id])).tokens).toMatchObject([{ patientName: ERASED_NAME }]);
  await again.store.close();
  const database = new Database(path, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});
