import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PreviewInput } from '../../../src/shared/contract/preview';
import type { DoctorSummary } from '../../../src/shared/model/doctor-summary';
import type { Preview } from '../../../src/shared/model/preview';
import { serviceDaySchema } from '../../../src/shared/model/time';
import {
  at,
  first,
  kiosk,
  openClinic,
  staff,
  type TestClinic,
  temporaryFolder,
  unwrap,
} from '../../helpers/clinic';

const TUESDAY = serviceDaySchema.parse('2026-01-06');
const booking = { ...staff, role: 'booking', channel: 'http' } as const;

async function summaryOf({ app }: TestClinic): Promise<DoctorSummary> {
  return first(unwrap(await app.call('doctors.summaries', {}, staff)));
}
async function preview(
  { app, doctorIds }: TestClinic,
  wish: Partial<Extract<PreviewInput, { command: 'tokens.issue' }>> = {},
): Promise<Preview> {
  const input = { command: 'tokens.issue', doctorId: first(doctorIds), source: 'walk_in', ...wish } as const;
  return unwrap(await app.call('commands.preview', input, staff));
}

describe('before the doctor begins', () => {
  test('at half past eight the first patient is told nine o’clock on slip and kiosk, and no hour more', async () => {
    const clinic = await openClinic();
    expect((await summaryOf(clinic)).wait).toMatchObject({ fromMinutes: 30, toMinutes: 35, today: 'yes' });
    const { wait, warnings, otherwise } = unwrap(await clinic.issue());
    expect(wait).toMatchObject({ from: at('09:00'), to: at('09:05') });
    expect({ warnings, otherwise }).toEqual({ warnings: [], otherwise: null });
  });

  test('at six the noon booking is told noon; a booking for tomorrow no wait at all', async () => {
    const clinic = await openClinic({ time: at('06:00') });
    const doctorId = first(clinic.doctorIds);
    const { slots } = unwrap(await clinic.app.call('books.view', { doctorId }, staff));
    const noon = slots.find(({ startMinute }) => startMinute === 12 * 60);
    const today = unwrap(await clinic.issue({ source: 'online', slotId: noon?.id }));
    expect(today.wait?.from).toBe(at('12:00'));
    expect(today.wait?.to).toBeLessThanOrEqual(at('12:10'));
    const tomorrow = unwrap(await clinic.issue({ source: 'online', serviceDay: TUESDAY }));
    expect(tomorrow.wait).toBeNull();
    expect(tomorrow.warnings).toEqual([]);
    const view = await clinic.app.call('books.view', { doctorId, serviceDay: TUESDAY }, staff);
    expect(unwrap(view).waits).toEqual([]);
  });
});

test('on a break nobody is told a time before its end', async () => {
  const clinic = await openClinic({ time: at('09:05') });
  const doctorId = first(clinic.doctorIds);
  await clinic.issued();
  unwrap(await clinic.app.call('doctors.takeBreak', { doctorId, minutes: 30 }, staff));
  const { waits } = unwrap(await clinic.app.call('books.view', { doctorId }, staff));
  expect(first(waits).from).toBe(at('09:35'));
  expect(first(waits).to).toBeLessThanOrEqual(at('09:45'));
});

test('where today may not be enough, the desk reads it before Enter, with what else there is', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const [doctor, colleague] = await clinic.store.doctors();
  if (!doctor || !colleague) throw new Error('no doctors');
  const alike = { doctorId: colleague.id, specialization: doctor.specialization };
  unwrap(await clinic.app.call('doctors.save', alike, staff));
  for (let person = 0; person < 30; person += 1) await clinic.issued();
  const told = await preview(clinic);
  expect(told.seat).toBeNull();
  expect(told.wait?.today).not.toBe('yes');
  expect(told.wait?.to).toBeLessThanOrEqual(at('13:00'));
  expect(told.warnings).toContain('today_may_not_be_enough');
  expect(told.otherwise).toMatchObject({
    nextDay: { serviceDay: TUESDAY, startMinute: 540, endMinute: 600 },
    // R3: who is here may sit in the slot that runs.
    otherDoctor: { name: colleague.name, startMinute: 540 },
  });
  const wish = { patientName: 'Asha', patientContact: '9876543210', requestId: 'request-0001' };
  const issued = unwrap(await clinic.issue(wish));
  expect(issued.otherwise).toEqual(told.otherwise);
  // R17: whoever asks again because the answer was lost, reads the same.
  expect(unwrap(await clinic.issue(wish))).toEqual(issued);
  clinic.clock.setTo(at('09:00', TUESDAY));
  expect(unwrap(await clinic.issue(wish))).toEqual({ ...issued, otherwise: null });
});

describe('after hours', () => {
  const closedClinic = () => openClinic({ time: at('13:30') });

  test('the list of doctors says closed, no wait, and when there is time again', async () => {
    expect(await summaryOf(await closedClinic())).toMatchObject({
      state: 'closed',
      wait: null,
      nextDay: { serviceDay: TUESDAY, startMinute: 540, endMinute: 600 },
    });
  });

  test('the kiosk and a booking site give out no token, and say what is next', async () => {
    const clinic = await closedClinic();
    for (const answer of [await clinic.issue({}, kiosk), await clinic.issue({ source: 'online' }, booking)]) {
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'CONFLICT', details: { reason: 'hours_over', nextDay: { serviceDay: TUESDAY } } },
      });
    }
    expect(unwrap(await clinic.issue({ source: 'online', serviceDay: TUESDAY }, booking)).slot).toEqual(
      expect.objectContaining({ startMinute: 540 }),
    );
  });

  test('the desk may, knowingly: it is told before Enter and with the token', async () => {
    const clinic = await closedClinic();
    expect(await preview(clinic)).toMatchObject({
      warnings: expect.arrayContaining(['hours_over']),
      otherwise: { nextDay: { serviceDay: TUESDAY } },
    });
    const issued = unwrap(await clinic.issue({ source: 'emergency' }));
    expect(issued).toMatchObject({
      warnings: ['hours_over'],
      otherwise: { nextDay: { serviceDay: TUESDAY } },
    });
  });

  test('a token issued in time is answered again after hours to who asks again', async () => {
    const clinic = await openClinic({ time: at('12:59') });
    const asked = { requestId: 'kiosk-0001', patientContact: '9000012345' };
    const inTime = unwrap(await clinic.issue(asked, kiosk));
    clinic.clock.setTo(at('13:00'));
    const person = { ...asked, patientName: inTime.token.patientName };
    expect(unwrap(await clinic.issue(person, kiosk)).token.id).toBe(inTime.token.id);
  });

  test('a doctor who is late has hours for as long as that', async () => {
    const clinic = await openClinic({ time: at('12:30') });
    const doctorId = first(clinic.doctorIds);
    unwrap(await clinic.app.call('doctors.setDelay', { doctorId, minutes: 45 }, staff));
    clinic.clock.setTo(at('13:30'));
    expect((await clinic.issue({}, kiosk)).ok).toBe(true);
  });
});

test('a model of waits stored by an older version is read as it is', async () => {
  const clinic = await openClinic();
  const old = {
    doctors: {},
    ratios: Array.from({ length: 60 }, () => 1),
    waits: { actual: 500, predicted: 500 },
  };
  await clinic.store.saveMeta('pace', JSON.stringify(old));
  const { wait } = unwrap(await clinic.issue());
  expect(wait).toMatchObject({ fromMinutes: 30, toMinutes: 30, from: at('09:00') });
});

describe('the next day with room', () => {
  const next = async (clinic: TestClinic) => (await summaryOf(clinic)).nextDay;
  const closedClinic = () => openClinic({ time: at('13:30') });

  test('is looked up without writing the book of any day', async () => {
    const path = join(temporaryFolder(), 'opd.db');
    const clinic = await openClinic({ path, time: at('13:30') });
    expect(await next(clinic)).toEqual({ serviceDay: TUESDAY, startMinute: 540, endMinute: 600 });
    const file = new Database(path, { readonly: true });
    onTestFinished(() => void file.close());
    expect(file.prepare('SELECT DISTINCT service_day FROM books').pluck().all()).toEqual([]);
  });

  test('passes over seats that are taken, and days that are closed', async () => {
    const clinic = await closedClinic();
    const doctorId = first(clinic.doctorIds);
    for (let person = 0; person < 6; person += 1) {
      unwrap(await clinic.issue({ source: 'online', serviceDay: TUESDAY }));
    }
    expect(await next(clinic)).toMatchObject({ serviceDay: TUESDAY, startMinute: 600 });
    const { slots } = unwrap(await clinic.app.call('books.view', { doctorId, serviceDay: TUESDAY }, staff));
    for (const { id } of slots)
      unwrap(await clinic.app.call('slots.close', { doctorId, serviceDay: TUESDAY, slotId: id }, staff));
    expect((await next(clinic))?.serviceDay).toBe('2026-01-07');
  });

  test('is the one that a booking for it gets, whatever became of the day', async () => {
    const clinic = await closedClinic();
    for (let person = 0; person < 20; person += 1) {
      const told = await next(clinic);
      if (!told) throw new Error('no day');
      const { slot, token } = unwrap(await clinic.issue({ source: 'online', serviceDay: told.serviceDay }));
      expect(slot).toMatchObject({ startMinute: told.startMinute, endMinute: told.endMinute });
      if (person % 3 === 0) unwrap(await clinic.app.call('tokens.cancel', { tokenId: token.id }, staff));
    }
  });

  test('follows the week as it is changed, and is none for who has no hours', async () => {
    const clinic = await closedClinic();
    const doctorId = first(clinic.doctorIds);
    const doctor = first(await clinic.store.doctors());
    const change = (schedule: object[]) =>
      clinic.app.receive('doctors.save', { doctorId, name: doctor.name, schedule }, staff);
    const stretch = { startMinute: 840, endMinute: 900, slotMinutes: 40, capacity: 1 };
    unwrap(await change([{ ...stretch, weekday: 4 }]));
    expect(await next(clinic)).toEqual({ serviceDay: '2026-01-08', startMinute: 840, endMinute: 880 });
    unwrap(await change([]));
    expect(await next(clinic)).toBeNull();
  });
});
