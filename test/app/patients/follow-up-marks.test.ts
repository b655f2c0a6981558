import { expect, test } from 'vitest';
import type { CallInput } from '../../../src/shared/contract';
import type { DoctorId, PatientId } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { claimOf, type Token } from '../../../src/shared/model/token';
import { at, first, kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const day = (date: number) => `2026-01-${String(date).padStart(2, '0')}`;
const serviceDay = (date: number) => serviceDaySchema.parse(day(date));

/** The sample clinic, whose doctors give one free follow-up within seven days; it begins on the 5th. */
async function openFollowing(more: Parameters<typeof openClinic>[0] = {}) {
  const clinic = await openClinic(more);
  const { app, clock } = clinic;
  const doctorId = first(clinic.doctorIds);
  const on = (date: number): void => clock.setTo(at('08:30', day(date)));
  const seen = async (token: Token): Promise<Token> => {
    for (const name of ['tokens.call', 'tokens.start'] as const)
      unwrap(await app.call(name, { tokenId: token.id }, staff));
    return unwrap(await app.call('tokens.serve', { tokenId: token.id }, staff)) as Token;
  };
  const issue = (input: Partial<CallInput<'tokens.issue'>> = {}) => clinic.issued({ ...asha, ...input });
  const again = (input: Partial<CallInput<'tokens.issue'>> = {}) => issue({ source: 'follow_up', ...input });
  return { ...clinic, doctorId, on, seen, issue, again };
}

const otherDoctor = ({ doctorIds }: Pick<TestClinic, 'doctorIds'>): DoctorId =>
  doctorIds[1] ?? first(doctorIds);

test('a follow-up after a visit is due, by the row of the register, and stays so on record; the next is one too many', async () => {
  const clinic = await openFollowing();
  const visit = await clinic.seen(await clinic.issue({ source: 'paid' }));
  expect(visit.followUp).toBeNull();
  clinic.on(9);
  const due = await clinic.seen(await clinic.again({ patientName: 'ASHA  VERMA' }));
  expect(due).toMatchObject({ source: 'follow_up', priority: 3, followUp: 'due' });
  expect(claimOf(due)).toBeNull();
  const key = { doctorId: clinic.doctorId, serviceDay: serviceDay(9) };
  const [born] = await clinic.store.events(key);
  expect(born).toMatchObject({ type: 'tokenIssued', after: { followUp: 'due' } });
  expect((await clinic.store.book(key, serviceDay(9)))?.tokens).toMatchObject([{ followUp: 'due' }]);
  clinic.on(10);
  const claimed = await clinic.again();
  expect(claimed.followUp).toBe('used_up');
  expect(claimOf(claimed)).toBe('used_up');
});

test('a claim is marked with why it is one, and is seated like any other follow-up', async () => {
  const clinic = await openFollowing();
  expect(await clinic.again()).toMatchObject({ status: 'active', priority: 3, followUp: 'never_seen' });
  expect(await clinic.again({ patientName: 'Nobody', patientContact: '' })).toMatchObject({
    ...{ status: 'active', priority: 3, followUp: 'unknown' },
  });
  const ravi = { patientName: 'Ravi', patientContact: '9000000001' };
  await clinic.seen(await clinic.issue(ravi));
  clinic.on(12);
  expect(await clinic.again({ ...ravi, serviceDay: serviceDay(13) })).toMatchObject({ followUp: 'over' });
  expect(await clinic.again(ravi)).toMatchObject({ followUp: 'due' });
  // Of another source nothing is said, nor of a doctor who has no rule.
  expect((await clinic.issue({ patientName: 'Usha' })).followUp).toBeNull();
  const { doctorId } = clinic;
  unwrap(await clinic.app.call('doctors.save', { doctorId, followUp: null }, staff));
  expect((await clinic.again({ patientName: 'Meena' })).followUp).toBeNull();
});

test('who did not come, cancelled, or was seen by another doctor has the follow-up still, or none at all', async () => {
  const clinic = await openFollowing();
  const { app, clock } = clinic;
  await clinic.seen(await clinic.issue());
  clinic.on(6);
  const cancelled = await clinic.again();
  unwrap(await app.call('tokens.cancel', { tokenId: cancelled.id }, staff));
  const missed = await clinic.again({ checkedIn: false });
  clock.setTo(at('11:30', day(6)));
  unwrap(await app.call('tokens.noShow', { tokenId: missed.id }, staff));
  const third = await clinic.again();
  expect([cancelled, missed, third].map(({ followUp }) => followUp)).toEqual(['due', 'due', 'due']);
  // One that is still to come is taken.
  expect((await clinic.again({ serviceDay: serviceDay(7) })).followUp).toBe('used_up');
  expect((await clinic.again({ doctorId: otherDoctor(clinic) })).followUp).toBe('never_seen');
});

test('a transfer counts for the doctor who saw the patient, and a mark goes along', async () => {
  const clinic = await openFollowing();
  const { app, doctorId } = clinic;
  const other = otherDoctor(clinic);
  const sent = await clinic.issue();
  const moved = unwrap(await app.call('tokens.transfer', { tokenId: sent.id, doctorId: other }, staff));
  await clinic.seen(moved as Token);
  clinic.on(6);
  expect((await clinic.again()).followUp).toBe('never_seen');
  const due = await clinic.again({ doctorId: other });
  expect(due.followUp).toBe('due');
  const back = await app.call('tokens.transfer', { tokenId: due.id, doctorId, allowDuplicate: true }, staff);
  expect(unwrap(back)).toMatchObject({ doctorId, followUp: 'due' });
});

test('on another day it is what it is then, and itself no visit that is used', async () => {
  const clinic = await openFollowing();
  const move = async (tokenId: Token['id'], date: number) =>
    unwrap(
      await clinic.app.call('tokens.moveToDay', { tokenId, serviceDay: serviceDay(date) }, staff),
    ) as Token;
  await clinic.seen(await clinic.issue());
  clinic.on(6);
  const due = await clinic.again();
  const later = await move(due.id, 12);
  expect(later.followUp).toBe('due');
  const tooLate = await move(later.id, 13);
  expect(tooLate.followUp).toBe('over');
  expect((await move(tooLate.id, 9)).followUp).toBe('due');
});

test('corrected to somebody else it is theirs to claim; undone, it is as before; rows that are merged are one patient', async () => {
  const clinic = await openFollowing();
  const { app } = clinic;
  const visit = await clinic.seen(await clinic.issue());
  clinic.on(6);
  const token = await clinic.again({ patientName: 'Ravi Verma' });
  expect(token.followUp).toBe('never_seen');
  const correct = async (patientName: string) =>
    unwrap(await app.call('tokens.correct', { tokenId: token.id, patientName }, staff)) as Token;
  expect((await correct('Asha Verma')).followUp).toBe('due');
  expect(unwrap(await app.call('tokens.undo', { tokenId: token.id }, staff))).toMatchObject({
    ...{ patientName: 'Ravi Verma', followUp: 'never_seen' },
  });
  unwrap(await app.call('tokens.cancel', { tokenId: token.id }, staff));
  const wrong = { patientName: 'Asha Varma', patientContact: '9111111111' };
  const twin = await clinic.issue({ ...wrong, doctorId: otherDoctor(clinic) });
  expect((await clinic.again(wrong)).followUp).toBe('never_seen');
  const otherId = twin.patientId as PatientId;
  unwrap(await app.call('patients.merge', { tokenId: visit.id, otherId }, staff));
  clinic.on(7);
  // The claim of the day before is open still: it takes the one visit.
  expect((await clinic.again(wrong)).followUp).toBe('used_up');
});

test('upgraded to an emergency it is a follow-up still when that is taken back (R24)', async () => {
  const clinic = await openFollowing();
  const { app } = clinic;
  const { id: tokenId } = await clinic.again();
  const upgraded = unwrap(await app.call('tokens.upgrade', { tokenId, note: 'chest pain' }, staff)) as Token;
  expect(claimOf(upgraded)).toBeNull();
  const back = unwrap(await app.call('tokens.takeBackUpgrade', { tokenId, note: 'none' }, staff)) as Token;
  expect(claimOf(back)).toBe('never_seen');
});

test('paper is marked as it is entered; the audit says what was claimed', async () => {
  const clinic = await openFollowing();
  const row = { at: clinic.clock.now() - 60_000, source: 'follow_up', became: 'served', ...asha } as const;
  const { doctorId, app, store } = clinic;
  const { tokens } = unwrap(await app.call('tokens.paper', { doctorId, rows: [row] }, staff));
  expect(tokens).toMatchObject([{ followUp: 'never_seen' }]);
  await clinic.again({ patientName: 'Usha' });
  expect(await store.auditLines({ kind: 'tokens.issue' }, 1)).toMatchObject([
    { details: { source: 'follow_up', followUp: 'never_seen' } },
  ]);
});

test('a kiosk can claim it too, and does not learn whose patient somebody is; sent again, neither', async () => {
  const clinic = await openFollowing();
  await clinic.seen(await clinic.issue());
  clinic.on(6);
  const { app, doctorId } = clinic;
  const wish = { ...asha, doctorId, source: 'follow_up', requestId: 'request-0001' } as const;
  const { token } = unwrap(await app.call('tokens.issue', wish, kiosk));
  expect(token.followUp).toBeNull();
  expect(unwrap(await app.call('tokens.issue', wish, kiosk)).token.followUp).toBeNull();
  expect(unwrap(await clinic.app.call('tokens.get', { tokenId: token.id }, staff)).token.followUp).toBe(
    'due',
  );
});

test('the desk is told before, of whoever a token would be of and on whichever day; nobody is added by asking', async () => {
  const clinic = await openFollowing();
  const { app, doctorId } = clinic;
  const visit = await clinic.seen(await clinic.issue());
  clinic.on(8);
  const next = await clinic.store.nextPatientId();
  const ask = (more: Partial<CallInput<'patients.followUp'>> = {}) =>
    app.call('patients.followUp', { doctorId, ...asha, ...more }, staff);
  const due = { kind: 'due', lastDay: day(5), daysAgo: 3, until: day(12), left: 1, terms: 'free' };
  expect(unwrap(await ask())).toEqual(due);
  expect(unwrap(await ask({ patientName: 'asha  VERMA', patientContact: '+91 98765-43210' }))).toEqual(due);
  const patientId = visit.patientId ?? undefined;
  expect(unwrap(await ask({ patientName: 'A', patientContact: '', patientId }))).toEqual(due);
  expect(unwrap(await ask({ serviceDay: serviceDay(12) }))).toMatchObject({ kind: 'due', daysAgo: 7 });
  expect(unwrap(await ask({ serviceDay: serviceDay(13) }))).toMatchObject({ kind: 'over', until: day(12) });
  expect(unwrap(await ask({ patientName: 'Ravi' }))).toEqual({ kind: 'never_seen' });
  expect(unwrap(await ask({ doctorId: otherDoctor(clinic) }))).toEqual({ kind: 'never_seen' });
  expect(await ask({ patientId: 4711 as PatientId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  await clinic.again();
  expect(unwrap(await ask())).toMatchObject({ kind: 'used_up', lastDay: day(5) });
  unwrap(await app.call('doctors.save', { doctorId, followUp: null }, staff));
  expect(unwrap(await ask())).toEqual({ kind: 'no_rule' });
  expect(await clinic.store.nextPatientId()).toBe(next);
});
