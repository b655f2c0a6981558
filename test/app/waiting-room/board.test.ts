import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { type CallName, contract } from '../../../src/shared/contract';
import type { BoardDoctor, BoardView } from '../../../src/shared/model/board';
import type { Doctor } from '../../../src/shared/model/doctor';
import { type DoctorId, doctorIdSchema } from '../../../src/shared/model/ids';
import { at, first, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const board: Caller = { role: 'board', screen: 'board', doctorId: null };

const view = async ({ app }: TestClinic): Promise<BoardView> =>
  unwrap(await app.call('board.view', {}, board));
const firstDoctor = async (clinic: TestClinic): Promise<BoardDoctor> => first((await view(clinic)).doctors);

async function callNext({ app, doctorIds }: TestClinic, doctorId: DoctorId = first(doctorIds)) {
  return unwrap(await app.call('queue.callNext', { doctorId }, staff));
}

test('an empty morning: every doctor is expected at the first slot, nobody is called, nothing is zero by mistake', async () => {
  const clinic = await openClinic();
  const shown = await view(clinic);
  expect(shown).toMatchObject({
    clinicName: 'Lotus Clinic',
    language: 'en',
    secondLanguage: null,
    calls: [],
  });
  expect(shown.doctors.map(({ doctor }) => doctor.prefix)).toEqual(['A', 'B', 'C']);
  expect(shown.doctors[0]).toMatchObject({
    state: 'expected',
    from: at('09:00'),
    lateMinutes: 0,
    called: null,
    inConsultation: null,
    next: [],
    waiting: 0,
  });
});

test('called, in consultation, the next in calling order, how many wait, and what a new one would wait', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  for (let person = 0; person < 9; person += 1) await clinic.issued();
  const one = await callNext(clinic);
  unwrap(await clinic.app.call('tokens.start', { tokenId: one.id }, staff));
  clinic.clock.setTo(at('09:01'));
  await callNext(clinic);
  const doctor = await firstDoctor(clinic);
  expect(doctor.inConsultation).toEqual({ number: 'A-001', name: null });
  expect(doctor.called).toEqual({ number: 'A-002', name: null, since: at('09:01'), recalls: 0 });
  expect(doctor.next.map(({ number }) => number)).toEqual(['A-003', 'A-004', 'A-005', 'A-006', 'A-007']);
  expect(doctor.waiting).toBe(7);
  expect(doctor.state).toBe('seeing');
  expect(doctor.wait?.toMinutes).toBeGreaterThan(0);
});

test('an emergency stands where it will be called, and nothing tells that it is one', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  for (let person = 0; person < 3; person += 1) await clinic.issued();
  await clinic.issued({ source: 'emergency', note: 'Chest pain', patientName: 'Ravi Kumar' });
  const doctor = await firstDoctor(clinic);
  expect(doctor.next.map(({ number }) => number)).toEqual(['A-004', 'A-001', 'A-002', 'A-003']);
  expect(Object.keys(first(doctor.next)).sort()).toEqual(['name', 'number']);
  expect(JSON.stringify(await view(clinic))).not.toMatch(/emergency|chest|ravi/i);
});

describe('names', () => {
  async function namesWith(names: 'none' | 'initials' | 'masked'): Promise<string> {
    const clinic = await openClinic({ time: at('09:00') });
    unwrap(await clinic.app.call('settings.change', { board: { names } }, staff));
    await clinic.issued({ patientName: 'Asha Verma', patientContact: '9876543210' });
    await clinic.issued({ patientName: 'मीनाक्षी देवी', patientContact: '9876543211' });
    await callNext(clinic);
    const shown = await view(clinic);
    const text = JSON.stringify(shown);
    expect(text).not.toContain('98765');
    expect(text).not.toContain('Asha');
    const { called, next } = first(shown.doctors);
    return [called?.name, next[0]?.name, shown.calls[0]?.name].join(' | ');
  }
  test.each([
    ['none', ' |  | '],
    ['initials', 'A. V. | मी. दे. | A. V.'],
    ['masked', 'As••• V. | मी••• दे. | As••• V.'],
  ] as const)('%s', async (names, expected) => {
    expect(await namesWith(names)).toBe(expected);
  });
});

test('the last five numbers called, each once, the latest first; a recall says so', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  for (let person = 0; person < 6; person += 1) await clinic.issued();
  const [doctorA, doctorB] = clinic.doctorIds;
  await clinic.issued({ doctorId: doctorB ?? first(clinic.doctorIds) });
  for (let minute = 1; minute <= 6; minute += 1) {
    clinic.clock.setTo(at(`09:0${minute}`));
    const token = await callNext(clinic, minute === 3 ? doctorB : doctorA);
    if (minute === 6) {
      clinic.clock.setTo(at('09:07'));
      unwrap(await clinic.app.call('tokens.recall', { tokenId: token.id }, staff));
    } else unwrap(await clinic.app.call('tokens.serve', { tokenId: token.id }, staff));
  }
  const { calls } = await view(clinic);
  expect(calls.map(({ number, room, recall }) => `${number} ${room}${recall ? ' again' : ''}`)).toEqual([
    'A-005 1 again',
    'A-004 1',
    'A-003 1',
    'B-001 2',
    'A-002 1',
  ]);
  expect(calls[0]).toMatchObject({ at: at('09:07'), doctorName: 'Dr Anjali Rao' });
  expect(new Set(calls.map(({ key }) => key)).size).toBe(5);
});

test('a call taken back is not among the last calls; called anew it is another call', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  await clinic.issued();
  const token = await callNext(clinic);
  const before = first((await view(clinic)).calls);
  unwrap(await clinic.app.call('tokens.undo', { tokenId: token.id }, staff));
  expect((await view(clinic)).calls).toEqual([]);
  clinic.clock.setTo(at('09:02'));
  await callNext(clinic);
  const after = first((await view(clinic)).calls);
  expect(after.number).toBe(before.number);
  expect(after.key).not.toBe(before.key);
});

test('who was called and has become a no-show stays readable; who was sent to another doctor does not', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  await clinic.issued();
  await clinic.issued();
  const missed = await callNext(clinic);
  for (let recall = 1; recall <= 3; recall += 1) {
    clinic.clock.setTo(at('09:00') + recall * 20_000);
    unwrap(await clinic.app.call('tokens.recall', { tokenId: missed.id }, staff));
  }
  clinic.clock.setTo(at('09:30'));
  unwrap(await clinic.app.call('tokens.noShow', { tokenId: missed.id }, staff));
  const sent = await callNext(clinic);
  const [, doctorB] = clinic.doctorIds;
  unwrap(
    await clinic.app.call(
      'tokens.transfer',
      { tokenId: sent.id, doctorId: doctorB ?? first(clinic.doctorIds) },
      staff,
    ),
  );
  expect((await view(clinic)).calls.map(({ number }) => number)).toEqual([missed.number]);
});

describe('where a doctor is in the day', () => {
  const late = (clinic: TestClinic, minutes: number) =>
    clinic.app.call('doctors.setDelay', { doctorId: first(clinic.doctorIds), minutes }, staff);

  test('late before the first slot: expected later', async () => {
    const clinic = await openClinic();
    unwrap(await late(clinic, 25));
    expect(await firstDoctor(clinic)).toMatchObject({
      state: 'expected',
      from: at('09:25'),
      lateMinutes: 25,
    });
  });

  test('between two slots: away until the next one', async () => {
    const clinic = await openClinic({ time: at('10:00') });
    unwrap(await late(clinic, 30));
    expect(await firstDoctor(clinic)).toMatchObject({
      state: 'break',
      from: at('10:30'),
      lateMinutes: 30,
    });
  });

  test('on a break: away until its end, and back as soon as somebody is called', async () => {
    const clinic = await openClinic({ time: at('09:10') });
    await clinic.issued();
    const doctorId = first(clinic.doctorIds);
    unwrap(await clinic.app.call('doctors.takeBreak', { doctorId, minutes: 20 }, staff));
    expect(await firstDoctor(clinic)).toMatchObject({ state: 'break', from: at('09:30') });
    await callNext(clinic, doctorId);
    expect(await firstDoctor(clinic)).toMatchObject({ state: 'seeing', from: null });
  });

  test('after the last slot: at work while somebody waits, then finished', async () => {
    const clinic = await openClinic({ time: at('12:55') });
    const token = await clinic.issued({ source: 'emergency' });
    clinic.clock.setTo(at('13:05'));
    expect((await firstDoctor(clinic)).state).toBe('seeing');
    await callNext(clinic);
    expect((await firstDoctor(clinic)).state).toBe('seeing');
    unwrap(await clinic.app.call('tokens.serve', { tokenId: token.id }, staff));
    expect(await firstDoctor(clinic)).toMatchObject({ state: 'finished', from: null, wait: null });
  });

  test('all slots closed: closed for today', async () => {
    const clinic = await openClinic();
    const doctorId = first(clinic.doctorIds);
    const { slots } = unwrap(await clinic.app.call('books.view', { doctorId }, staff));
    for (const { id: slotId } of slots) {
      unwrap(await clinic.app.call('slots.close', { doctorId, slotId }, staff));
    }
    expect((await firstDoctor(clinic)).state).toBe('closed');
  });

  test('no slots today, or not active: not on the board', async () => {
    const clinic = await openClinic();
    const [, , third] = await clinic.store.doctors();
    if (!third) throw new Error('No third doctor.');
    await clinic.store.saveDoctor({ ...third, active: false }, []);
    const holiday: Doctor = {
      ...third,
      id: doctorIdSchema.parse(crypto.randomUUID()),
      prefix: 'D',
      active: true,
    };
    await clinic.store.saveDoctor(holiday, []);
    expect((await view(clinic)).doctors.map(({ doctor }) => doctor.prefix)).toEqual(['A', 'B']);
  });
});

test('the board may ask for its view, how the app is and to be left, and for nothing else', async () => {
  const { app } = await openClinic();
  const allowed: CallName[] = [];
  for (const name of Object.keys(contract) as CallName[]) {
    const answer = await app.receive(name, {}, board);
    if (answer.ok || answer.error.code !== 'FORBIDDEN') allowed.push(name);
  }
  expect(allowed.sort()).toEqual(['app.status', 'board.view', 'doctors.photo', 'kiosk.door', 'kiosk.leave']);
});

test('a doctor more than a screen holds is given all the same', async () => {
  const clinic = await openClinic();
  const model = first(await clinic.store.doctors());
  const schedule = await clinic.store.schedule(model.id);
  for (let extra = 0; extra < 12; extra += 1) {
    const id = doctorIdSchema.parse(crypto.randomUUID());
    const prefix = String.fromCharCode(68 + extra);
    await clinic.store.saveDoctor({ ...model, id, prefix, room: String(extra + 4) }, schedule);
  }
  expect((await view(clinic)).doctors).toHaveLength(15);
});
