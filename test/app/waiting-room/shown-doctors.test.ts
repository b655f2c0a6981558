import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { createApp } from '../../../src/main/app/app';
import { createDevices } from '../../../src/main/app/devices/devices';
import type { CallInput } from '../../../src/shared/contract';
import type { DeviceRole } from '../../../src/shared/model/device';
import { type DoctorId, doctorIdSchema } from '../../../src/shared/model/ids';
import {
  first,
  kiosk as kioskHere,
  noWindows,
  openClinic,
  staff,
  type TestClinic,
  unwrap,
} from '../../helpers/clinic';

const boardHere: Caller = { role: 'board', screen: 'board', doctorId: null };
const stranger = doctorIdSchema.parse('00000000-0000-4000-8000-000000000000');

interface Fixture extends TestClinic {
  readonly a: DoctorId;
  readonly b: DoctorId;
  /** A paired device that shows these doctors, as it calls after each change. */
  paired(role: DeviceRole, shows?: readonly DoctorId[]): Promise<{ id: string; caller(): Promise<Caller> }>;
}

async function openShown(): Promise<Fixture> {
  const clinic = await openClinic();
  const devices = createDevices(clinic.environment);
  const app = createApp(clinic.environment, noWindows, devices);
  const [a = stranger, b = stranger] = clinic.doctorIds;
  return {
    ...clinic,
    app,
    a,
    b,
    async paired(role, shows) {
      const wish: CallInput<'devices.startPairing'> = { name: 'Floor 2', role };
      const { code } = unwrap(
        await app.call('devices.startPairing', shows ? { ...wish, shows: [...shows] } : wish, staff),
      );
      const { device, token } = unwrap(await devices.pair(code));
      const caller = async (): Promise<Caller> => {
        const known = await devices.authenticate(token);
        if (known === null) throw new Error('It was shut out.');
        const screen = role === 'kiosk' ? 'kiosk' : 'board';
        return { role: screen, screen, doctorId: null, device: { ...known, manages: false } };
      };
      return { id: device.id, caller };
    },
  };
}

const view = async ({ app }: TestClinic, caller: Caller) => unwrap(await app.call('board.view', {}, caller));
const letters = (doctors: readonly { readonly doctor: { readonly prefix: string } }[]): string =>
  doctors.map(({ doctor }) => doctor.prefix).join('');
const kioskList = async ({ app }: TestClinic, caller: Caller): Promise<string> =>
  letters(unwrap(await app.call('doctors.summaries', {}, caller)));
const choose = async ({ app }: TestClinic, shown: CallInput<'settings.change'>['shown']) =>
  unwrap(await app.call('settings.change', { shown }, staff));
const retire = async ({ app }: TestClinic, doctorId: DoctorId) =>
  unwrap(await app.call('doctors.save', { doctorId, active: false, openTokens: 'cancel' }, staff));

describe('a board of some doctors', () => {
  it('shows all where none was chosen, and else is sent the chosen ones alone, their calls too', async () => {
    const clinic = await openShown();
    expect(await view(clinic, boardHere)).toMatchObject({ shows: 'all' });
    await choose(clinic, { board: [clinic.b] });
    for (const doctorId of [clinic.b, clinic.a]) {
      await clinic.issued({ doctorId, patientContact: '' });
      unwrap(await clinic.app.call('queue.callNext', { doctorId }, staff));
    }
    const shown = await view(clinic, boardHere);
    expect([letters(shown.doctors), shown.shows]).toEqual(['B', 'some']);
    expect(shown.calls.map(({ number }) => number)).toEqual(['B-001']);
    expect(JSON.stringify(shown)).not.toContain(clinic.a);
    // Staff look at what the whole waiting room is told.
    expect(letters((await view(clinic, staff)).doctors)).toBe('ABC');
    await choose(clinic, { board: [] });
    expect(letters((await view(clinic, boardHere)).doctors)).toBe('ABC');
  });

  it('finds its own last calls behind many of others', async () => {
    const clinic = await openShown();
    await choose(clinic, { board: [clinic.b] });
    await clinic.issued({ doctorId: clinic.b, patientContact: '' });
    unwrap(await clinic.app.call('queue.callNext', { doctorId: clinic.b }, staff));
    await clinic.issued({ patientContact: '' });
    const { id: tokenId } = unwrap(await clinic.app.call('queue.callNext', { doctorId: clinic.a }, staff));
    unwrap(await clinic.app.call('settings.change', { rules: { recallGapSeconds: 0 } }, staff));
    for (let more = 0; more < 45; more += 1) {
      unwrap(await clinic.app.call('tokens.recall', { tokenId }, staff));
    }
    expect((await view(clinic, boardHere)).calls.map(({ number }) => number)).toEqual(['B-001']);
  });

  it('is a device’s own, chosen at pairing and afterwards; this computer’s windows have theirs', async () => {
    const clinic = await openShown();
    const { id, caller } = await clinic.paired('board', [clinic.a]);
    await choose(clinic, { board: [clinic.b] });
    expect(letters((await view(clinic, await caller())).doctors)).toBe('A');
    clinic.events.length = 0;
    const changed = { deviceId: id, shows: [clinic.b, clinic.b, first(clinic.doctorIds)] };
    const device = unwrap(await clinic.app.call('devices.chooseDoctors', changed, staff));
    expect(device.shows).toEqual([clinic.b, clinic.a]);
    expect(clinic.events).toContainEqual({ type: 'everythingChanged' });
    expect(letters((await view(clinic, await caller())).doctors)).toBe('AB');
    unwrap(await clinic.app.call('devices.chooseDoctors', { deviceId: id, shows: [] }, staff));
    expect(letters((await view(clinic, await caller())).doctors)).toBe('ABC');
  });

  it('on another reception PC is the board of reception', async () => {
    const clinic = await openShown();
    const { caller } = await clinic.paired('reception');
    await choose(clinic, { board: [clinic.b] });
    expect(letters((await view(clinic, await caller())).doctors)).toBe('B');
  });

  it('loses whom it shows when they retire; when all have, it says so and shows nobody else', async () => {
    const clinic = await openShown();
    await choose(clinic, { board: [clinic.a, clinic.b] });
    await retire(clinic, clinic.a);
    const left = await view(clinic, boardHere);
    expect([letters(left.doctors), left.shows]).toEqual(['B', 'some']);
    await clinic.issued({ doctorId: clinic.b, patientContact: '' });
    unwrap(await clinic.app.call('queue.callNext', { doctorId: clinic.b }, staff));
    await retire(clinic, clinic.b);
    const none = await view(clinic, boardHere);
    expect([none.doctors, none.calls, none.shows]).toEqual([[], [], 'none_left']);
  });
});

describe('a kiosk of some doctors', () => {
  it('is sent those alone, and gives no token for another', async () => {
    const clinic = await openShown();
    expect(await kioskList(clinic, kioskHere)).toBe('ABC');
    const { caller } = await clinic.paired('kiosk', [clinic.b]);
    const floor = await caller();
    expect(await kioskList(clinic, floor)).toBe('B');
    const listed = unwrap(await clinic.app.call('doctors.list', {}, floor));
    expect(listed.map(({ prefix }) => prefix)).toEqual(['B']);
    expect(unwrap(await clinic.app.call('app.status', {}, floor)).showsSome).toBe(true);
    expect(unwrap(await clinic.app.call('app.status', {}, kioskHere)).showsSome).toBe(false);
    const refused = { error: { code: 'FORBIDDEN', details: { reason: 'not_shown_here' } } };
    expect(await clinic.app.call('slots.list', { doctorId: clinic.a }, floor)).toMatchObject(refused);
    const wish = { source: 'walk_in', patientName: 'Asha', patientContact: '9876543210' } as const;
    expect(await clinic.app.call('tokens.issue', { ...wish, doctorId: clinic.a }, floor)).toMatchObject(
      refused,
    );
    expect(await kioskList(clinic, kioskHere)).toBe('ABC');
    unwrap(await clinic.app.call('tokens.issue', { ...wish, doctorId: clinic.b }, floor));
    unwrap(await clinic.app.call('tokens.issue', { ...wish, doctorId: clinic.a }, kioskHere));
  });

  it('checks in whoever has booked with any doctor, and says which room', async () => {
    const clinic = await openShown();
    await choose(clinic, { kiosk: [clinic.b] });
    const booked = { source: 'online', patientName: 'Asha Verma', patientContact: '9876543210' } as const;
    const { id: tokenId } = await clinic.issued(booked);
    const query = '9876543210';
    const [found] = unwrap(await clinic.app.call('kiosk.findBookings', { query }, kioskHere));
    expect(found).toMatchObject({ number: 'A-001', doctor: { name: 'Dr Anjali Rao', room: '1' } });
    const ticket = unwrap(await clinic.app.call('kiosk.checkIn', { query, tokenId }, kioskHere));
    expect(ticket.doctor).toMatchObject({ prefix: 'A', room: '1' });
  });

  it('shows nobody when all chosen have retired', async () => {
    const clinic = await openShown();
    await choose(clinic, { kiosk: [clinic.b] });
    await retire(clinic, clinic.b);
    expect(await kioskList(clinic, kioskHere)).toBe('');
  });

  it('an issue that is asked for again is answered as before, though the doctor is not shown any more', async () => {
    const clinic = await openShown();
    const wish = {
      doctorId: clinic.a,
      source: 'walk_in',
      patientName: 'Asha',
      patientContact: '9876543210',
      requestId: '11111111-1111-4111-8111-111111111111',
    } as const;
    const before = unwrap(await clinic.app.call('tokens.issue', wish, kioskHere));
    await choose(clinic, { kiosk: [clinic.b] });
    expect(unwrap(await clinic.app.call('tokens.issue', wish, kioskHere)).token).toEqual(before.token);
  });
});

it('only a kiosk or a board has doctors to choose, of those there are; each fault has its sentence', async () => {
  const clinic = await openShown();
  const wrongRole = { name: 'Desk 2', role: 'reception' as const, shows: [clinic.a] };
  expect(await clinic.app.call('devices.startPairing', wrongRole, staff)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { field: 'shows' } },
  });
  const unknown = { name: 'Board', role: 'board' as const, shows: [stranger] };
  expect(await clinic.app.call('devices.startPairing', unknown, staff)).toMatchObject({
    error: { code: 'NOT_FOUND', message: 'There is no such doctor.' },
  });
  const { id: reception } = await clinic.paired('reception');
  const later = await clinic.app.call(
    'devices.chooseDoctors',
    { deviceId: reception, shows: [clinic.a] },
    staff,
  );
  expect(later).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  const nobody = await clinic.app.call('devices.chooseDoctors', { deviceId: stranger, shows: [] }, staff);
  expect(nobody).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
