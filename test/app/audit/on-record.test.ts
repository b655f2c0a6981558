import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { audited } from '../../../src/shared/audited';
import type { CallInput, CallName } from '../../../src/shared/contract';
import { at, kiosk, noWindows, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';
import { openCountedClinic } from '../../helpers/counted-clinic';
import { everyCommand, type Line, type Repeatable } from '../run/every-command';
import { type Scene, sceneIn } from '../run/scene';

const names = Object.keys(everyCommand) as Repeatable[];
const openScene = async () => sceneIn(await openCountedClinic());
const recorded = ({ store }: Pick<Scene, 'store'>) => store.auditLines({}, 1_000);

/** The lines that this work adds, the latest first. */
async function added(scene: Pick<Scene, 'store'>, work: () => Promise<unknown>) {
  const before = (await recorded(scene)).length;
  await work();
  const lines = await recorded(scene);
  return lines.slice(0, lines.length - before);
}

describe('what was done is on record once; sent again, refused or looked at beforehand it is not', () => {
  it.each(names)('%s', async (name) => {
    const scene = await openScene();
    const line = everyCommand[name] as unknown as Line<CallName>;
    const { input, other } = await line.scene(scene);
    const caller = line.caller ?? staff;
    const send = (sent: CallInput<CallName>) =>
      scene.app.receive(name, { ...sent, requestId: 'request-0001' }, caller);
    const done = await added(scene, () => send(input));
    expect(done).toMatchObject([{ kind: name, by: { role: caller.role, screen: caller.screen } }]);
    expect(await added(scene, () => send(input))).toEqual([]);
    expect(await added(scene, () => send(other))).toEqual([]);
    const look = { command: name, ...other };
    expect(await added(scene, () => scene.app.receive('commands.preview', look, staff))).toEqual([]);
    expect(await scene.store.checkAudit(null, 1_000)).toMatchObject({ fault: null, isEnd: true });
  });

  it('every command on books is on record in its own transaction', () => {
    const others = names.filter((name) => audited[name] !== 'change');
    expect(others).toEqual([]);
  });
});

it('a line does not say when somebody was born', async () => {
  const { store, issued } = await openClinic();
  await issued({ patientName: 'Asha Verma', birth: '1950-01-02' });
  const [line] = await store.auditLines({}, 1);
  expect(line).toMatchObject({ kind: 'tokens.issue', details: { birth: '…' } });
});

it('a line names whom it is about, by ids alone', async () => {
  const clinic = await openClinic();
  const { app, store, issued } = clinic;
  const token = await issued({
    patientName: 'Asha Verma',
    patientContact: '9876543210',
    note: 'Asha coughs',
  });
  const { doctorId, serviceDay, id: tokenId } = token;
  const [issue] = await store.auditLines({}, 1);
  expect(issue).toMatchObject({ kind: 'tokens.issue', doctorId, serviceDay, tokenId, number: token.number });
  unwrap(await app.call('tokens.correct', { tokenId, patientName: 'Asha V', note: 'Asha K' }, staff));
  unwrap(await app.call('queue.callNext', { doctorId }, staff));
  unwrap(
    await app.call('settings.change', { clinic: { clinicName: 'Lotus' }, rules: { maxRecalls: 2 } }, staff),
  );
  const lines = await store.auditLines({}, 10);
  expect(lines.map(({ kind, details }) => [kind, details])).toMatchObject([
    [
      'settings.change',
      { settings: [{ path: 'clinic.clinicName' }, { path: 'rules.maxRecalls', from: 3, to: 2 }] },
    ],
    ['queue.callNext', {}],
    ['tokens.correct', { patientName: '…', note: '…' }],
    ['tokens.issue', { source: 'walk_in', patientName: '…', patientContact: '…' }],
  ]);
  expect(lines.find(({ kind }) => kind === 'queue.callNext')?.tokenId).toBe(tokenId);
  expect(JSON.stringify(lines)).not.toMatch(/Asha|98765|Lotus/);
});

it('who looked at somebody’s past is on record, once for all its pages, and not the page it is printed from', async () => {
  const scene = await openScene();
  const { app } = scene;
  const { id: tokenId, doctorId, number, serviceDay } = await scene.here();
  const slip = { ...staff, role: 'slip', screen: 'document' } as const;
  const looks = await added(scene, async () => {
    unwrap(await app.call('patients.history', { tokenId }, staff));
    unwrap(await app.call('patients.history', { tokenId }, slip));
    unwrap(await app.call('tokens.history', { tokenId }, { ...staff, role: 'doctor', screen: 'doctor' }));
    unwrap(await app.call('documents.dayList', { doctorId }, staff));
    unwrap(await app.call('audit.list', { from: serviceDay, number, limit: 2 }, staff));
    unwrap(await app.call('audit.list', { from: serviceDay, number, limit: 2, cursor: 3 }, staff));
    await app.call('tokens.history', { tokenId: doctorId as never }, staff);
  });
  expect(looks.map(({ kind, by }) => [kind, by.role])).toEqual([
    ['audit.list', 'staff'],
    ['documents.dayList', 'staff'],
    ['tokens.history', 'doctor'],
    ['patients.history', 'staff'],
  ]);
});

it('what has no transaction is on record as well: devices, the PIN, a call that was made, a copy of the data', async () => {
  const clinic = await openClinic({ path: join(temporaryFolder(), 'data.db') });
  const { app, environment, issued } = clinic;
  const withDoor = createApp({ ...environment }, noWindows);
  const { doctorId } = await issued({ source: 'online' });
  unwrap(await app.call('doctors.setDelay', { doctorId, minutes: 20 }, staff));
  const [call] = unwrap(await app.call('callList.view', {}, staff));
  const lines = await added(clinic, async () => {
    unwrap(await app.call('callList.tick', { lineId: call?.id as never, told: true }, staff));
    unwrap(await app.call('kiosk.changePin', { pin: '7391' }, staff));
    await withDoor.call('kiosk.leave', { pin: '80521' }, kiosk);
    unwrap(await withDoor.call('kiosk.leave', { pin: '7391' }, kiosk));
    const { deviceId } = unwrap(
      await app.call('devices.startPairing', { name: 'Door', role: 'board' }, staff),
    );
    expect(deviceId).toBeDefined();
    unwrap(await app.call('backups.make', {}, staff));
    // Looks like a day, which the record keeps; it is a secret all the same.
    const passphrase = '1984-05-12';
    unwrap(await app.call('backups.setPassphrase', { passphrase, again: passphrase }, staff));
  });
  const kinds = [
    ...[
      'backups.setPassphrase',
      'backups.make',
      'devices.startPairing',
      'kiosk.leave',
      'persons.wrongPin',
      'kiosk.changePin',
    ],
    'callList.tick',
  ];
  expect(lines.map(({ kind }) => kind)).toEqual(kinds);
  expect(JSON.stringify(lines)).not.toMatch(/7391|80521|Door|1984/);
});

it('the clock is on record where it changes something, and silent where it does not', async () => {
  const scene = await openScene();
  const { id: tokenId } = await scene.booked();
  const rounds = makeRounds(scene.environment);
  await rounds.run();
  expect(await added(scene, () => rounds.run())).toEqual([]);
  scene.clock.setTo(at('09:40'));
  const swept = await added(scene, async () => {
    await rounds.run();
    await rounds.run();
  });
  expect(swept).toMatchObject([{ kind: 'clock.settle', tokenId, by: { screen: 'clock' } }]);
  scene.clock.setTo(at('00:10', '2026-01-06'));
  expect(await added(scene, () => rounds.run())).toMatchObject([
    { kind: 'clock.close', serviceDay: '2026-01-05' },
  ]);
});

it('the lines that fit are saved as a table that no program takes for formulas', async () => {
  const clinic = await openClinic();
  const { id: tokenId, number } = await clinic.issued();
  unwrap(await clinic.app.call('tokens.cancel', { tokenId }, staff));
  const { path, lines } = unwrap(await clinic.app.call('audit.export', { tokenId }, staff));
  const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  expect([lines, rows.length]).toEqual([2, 3]);
  expect(rows[0]).toContain('"line","at","what"');
  expect(rows[1]).toContain(`"tokens.cancel","staff","home","","","Dr`);
  expect(rows[2]).toContain(`"${number}"`);
});

it('with persons, each line says who it was: who signed in first of all, and who changed the data', async () => {
  const { app, store, issued } = await openClinic();
  const admin = { name: 'Asha Kumar', initials: 'AK', roleId: 'admin', pin: '7391' };
  const person = unwrap(await app.call('persons.save', admin, staff));
  await issued();
  unwrap(await app.call('persons.signOut', {}, staff));
  unwrap(await app.call('persons.signIn', { initials: 'AK', pin: '7391' }, staff));
  const lines = unwrap(await app.call('audit.list', { personId: person.id }, staff)).lines;
  expect(lines.map(({ kind, personName }) => [kind, personName])).toEqual([
    ['persons.signIn', 'Asha Kumar'],
    ['persons.signOut', 'Asha Kumar'],
    ['tokens.issue', 'Asha Kumar'],
  ]);
  const [all] = [await store.auditLines({}, 100)];
  expect(all.map(({ kind }) => kind)).toContain('persons.save');
  expect(JSON.stringify(all)).not.toMatch(/7391|Asha/);
});
