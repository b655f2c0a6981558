import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Configuration } from '../../../src/shared/model/configuration';
import { doctorIdSchema } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { first, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const monday = serviceDaySchema.parse(MONDAY);
const wednesday = serviceDaySchema.parse('2026-01-07');
const photo = Buffer.from('89504e470d0a1a0a0000000049454e44', 'hex').toString('base64');
const session = {
  startMinute: 17 * 60,
  endMinute: 19 * 60,
  slotMinutes: 60,
  capacity: 8,
  emergencySeats: null,
};

async function exported({ app }: TestClinic): Promise<string> {
  const { path } = unwrap(await app.call('configuration.export', {}, staff));
  return readFileSync(path, 'utf8');
}

/** A clinic with something of everything that a file takes along. */
async function richClinic(): Promise<TestClinic> {
  const clinic = await openClinic();
  const { app, doctorIds } = clinic;
  const doctorId = first(doctorIds);
  unwrap(
    await app.call(
      'doctors.save',
      { doctorId, name: 'Dr Asha Rao', nameIn: { hi: 'डॉ आशा राव' }, followUp: null },
      staff,
    ),
  );
  unwrap(await app.call('doctors.setPhoto', { doctorId, data: photo }, staff));
  unwrap(await app.call('doctors.save', { name: 'Dr New', prefix: 'N' }, staff));
  unwrap(await app.call('leaves.add', { doctorId, from: wednesday, reason: 'Ill' }, staff));
  unwrap(
    await app.call('closures.add', { from: serviceDaySchema.parse('2026-01-09'), name: 'Pongal' }, staff),
  );
  unwrap(
    await app.call(
      'oneOffs.add',
      { doctorId, serviceDay: serviceDaySchema.parse('2026-01-06'), ...session },
      staff,
    ),
  );
  unwrap(await app.call('roles.save', { name: 'Cashier', calls: ['slips.reprint'] }, staff));
  unwrap(
    await app.call('settings.change', { clinic: { clinicName: 'Lotus' }, rules: { maxRecalls: 5 } }, staff),
  );
  return clinic;
}

const plain = (text: string): Partial<Configuration> => ({
  ...(JSON.parse(text) as Configuration),
  madeAt: 0,
});

test('what one PC exports another takes over: doctors, photos, weeks, leave, closures, roles and settings, and the same again changes nothing', async () => {
  const file = await exported(await richClinic());
  const other = await openClinic();
  const seen = unwrap(await other.app.call('configuration.preview', { file }, staff));
  expect(seen).toMatchObject({
    faults: [],
    added: ['N · Dr New'],
    changed: ['A · Dr Asha Rao'],
    ...{ leaves: 1, oneOffs: 1, closures: 1, roles: ['Cashier'] },
  });
  expect(seen.settings).toEqual(['clinic.clinicName', 'rules.maxRecalls']);
  expect((await other.store.settings()).rules.maxRecalls).toBe(3);
  unwrap(await other.app.call('configuration.import', { file }, staff));
  expect(plain(await exported(other))).toEqual(plain(file));
  expect(await other.store.photo(first(other.doctorIds))).toMatchObject({ data: photo });
  expect(await other.store.auditLines({ kind: 'configuration.import' }, 10)).toMatchObject([
    { details: { file: '…', settings: [{ path: 'clinic.clinicName' }, { path: 'rules.maxRecalls' }] } },
  ]);
  const again = unwrap(await other.app.call('configuration.preview', { file }, staff));
  expect(again).toMatchObject({
    added: [],
    changed: [],
    leaves: 0,
    oneOffs: 0,
    closures: 0,
    roles: [],
    settings: [],
  });
});

test('no patient, PIN or device stands in it', async () => {
  const clinic = await richClinic();
  await clinic.issued({ patientName: 'Ravi Kumar', patientContact: '9876543210' });
  unwrap(await clinic.app.call('kiosk.changePin', { pin: '7391' }, staff));
  const admin = { name: 'Kavita Pillai', initials: 'KP', roleId: 'admin', pin: '4826' } as const;
  unwrap(await clinic.app.call('persons.save', admin, staff));
  const file = await exported(clinic);
  expect(file).not.toMatch(/Ravi Kumar|9876543210|scrypt|Kavita/);
  expect(Object.keys(plain(file).settings ?? {})).not.toContain('network');
  expect(Object.keys(plain(file).settings ?? {})).not.toContain('privacy');
});

test('whom it moves is said before, and stands on the call list after; what the file does not name stays', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const file = JSON.parse(await exported(clinic)) as Configuration;
  const booked = await clinic.issued({ source: 'online', serviceDay: wednesday });
  unwrap(
    await clinic.app.call(
      'closures.add',
      { from: serviceDaySchema.parse('2026-01-09'), name: 'Ours' },
      staff,
    ),
  );
  const id = crypto.randomUUID();
  const leave = {
    id,
    doctorId,
    from: wednesday,
    to: wednesday,
    startMinute: null,
    endMinute: null,
    reason: 'Ill',
  };
  const text = JSON.stringify({ ...file, doctors: file.doctors.slice(0, 1), leaves: [leave] });
  const seen = unwrap(await clinic.app.call('configuration.preview', { file: text }, staff));
  expect(seen).toMatchObject({ leaves: 1, plan: { moved: 1, toTell: [{ tokenId: booked.id }] } });
  expect(unwrap(await clinic.app.call('callList.view', {}, staff))).toEqual([]);
  unwrap(await clinic.app.call('configuration.import', { file: text }, staff));
  expect(unwrap(await clinic.app.call('callList.view', {}, staff))).toMatchObject([{ tokenId: booked.id }]);
  expect(await clinic.store.doctors()).toHaveLength(3);
  expect((await clinic.store.doctors()).every(({ active }) => active)).toBe(true);
  expect(await clinic.store.closures(monday, serviceDaySchema.parse('2026-12-31'))).toMatchObject([
    { name: 'Ours' },
  ]);
});

test('a file of a version that knew no follow-ups leaves what each doctor has here, and gives nobody one', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const followUp = { days: 10, visits: 2, terms: 'cheaper' } as const;
  unwrap(await clinic.app.call('doctors.save', { doctorId, followUp }, staff));
  const file = JSON.parse(await exported(clinic)) as Configuration;
  const [own, ...others] = file.doctors.map(({ followUp: _rule, ...rest }) => ({ ...rest, room: '9' }));
  const stranger = { ...own, id: crypto.randomUUID(), name: 'Dr Stranger', prefix: 'S' };
  const text = JSON.stringify({ ...file, doctors: [own, ...others, stranger] });
  unwrap(await clinic.app.call('configuration.import', { file: text }, staff));
  const doctors = await clinic.store.doctors();
  expect(doctors.find(({ id }) => id === doctorId)).toMatchObject({ room: '9', followUp });
  expect(doctors.find(({ prefix }) => prefix === 'S')).toMatchObject({ followUp: null });
});

test('a file that is none, damaged or newer is a sentence, and nothing is changed', async () => {
  const { app, store } = await openClinic();
  const before = await store.settings();
  const newer = JSON.stringify({ format: 'opd-tokens-configuration', version: 2, new: true });
  for (const [file, words] of [
    ['', 'no configuration'],
    ['{"format": "opd', 'no configuration'],
    ['[1, 2]', 'no configuration'],
    [newer, 'newer version'],
  ] as const) {
    const refusal = { error: { code: 'INVALID_INPUT', message: expect.stringContaining(words) } };
    expect(await app.call('configuration.preview', { file }, staff)).toMatchObject(refusal);
    expect(await app.call('configuration.import', { file }, staff)).toMatchObject(refusal);
  }
  expect(await store.settings()).toEqual(before);
});

test('each fault is named by its place, and with one fault nothing is taken over', async () => {
  const clinic = await openClinic();
  const { app, store } = clinic;
  const file = JSON.parse(await exported(clinic)) as Configuration;
  const [a, b] = file.doctors;
  if (!a || !b) throw new Error('no doctors');
  const faultsOf = async (changed: object) => {
    const text = JSON.stringify({ ...file, ...changed });
    expect(await app.call('configuration.import', { file: text }, staff)).toMatchObject({
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('Nothing was changed') },
    });
    return unwrap(await app.call('configuration.preview', { file: text }, staff)).faults;
  };
  const [line] = a.schedule;
  const late = { ...a, schedule: [{ ...line, endMinute: 9_999 }] };
  expect(await faultsOf({ doctors: [late] })).toMatchObject([
    { place: `doctors 1 (${a.name}) schedule 1 endMinute` },
  ]);
  const overlapping = { ...a, schedule: [line, line] };
  expect(await faultsOf({ doctors: [b, overlapping] })).toMatchObject([{ place: `doctors 2 (${a.name})` }]);
  const stranger = { ...a, id: doctorIdSchema.parse(crypto.randomUUID()), name: 'Dr Stranger' };
  expect(await faultsOf({ doctors: [stranger] })).toMatchObject([
    { message: expect.stringContaining('letter A') },
  ]);
  expect(await faultsOf({ doctors: [a, a] })).toMatchObject([{ message: expect.stringContaining('twice') }]);
  const noImage = { ...a, photoFile: { type: 'image/png', data: 'bm8gaW1hZ2U=' } };
  expect(await faultsOf({ doctors: [noImage] })).toMatchObject([{ place: expect.stringContaining('photo') }]);
  expect(await faultsOf({ settings: { rules: { maxRecalls: 99 } } })).toMatchObject([
    { place: 'settings rules maxRecalls' },
  ]);
  const role = { id: crypto.randomUUID(), name: 'Cashier', calls: [] };
  const sameName = { ...role, id: crypto.randomUUID(), name: 'CASHIER' };
  expect(await faultsOf({ roles: [role, sameName] })).toMatchObject([
    { place: 'roles 2 (CASHIER)', message: expect.stringContaining('twice') },
  ]);
  expect(await faultsOf({ roles: [{ ...role, id: 'admin' }] })).toMatchObject([
    { place: 'roles 1 (Cashier)' },
  ]);
  await clinic.issued();
  const turn = { settings: { clinic: { dayStartsAtMinute: 180 } } };
  expect(await faultsOf(turn)).toMatchObject([{ place: 'settings clinic' }]);
  expect((await store.doctors()).map(({ name }) => name)).not.toContain('Dr Stranger');
});
