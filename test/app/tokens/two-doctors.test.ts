import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { BookView } from '../../../src/shared/model/book-view';
import type { DoctorId } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import { at, first, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

interface Two {
  readonly clinic: TestClinic;
  readonly a: DoctorId;
  readonly b: DoctorId;
  /** One patient's tokens with both, and another's with B. */
  readonly atA: Token;
  readonly atB: Token;
  readonly other: Token;
}

async function onePatientTwoDoctors(phoneAtB = '9876543210'): Promise<Two> {
  const clinic = await openClinic({ time: at('08:50') });
  const [a, b] = clinic.doctorIds;
  if (!a || !b) throw new Error('Two doctors are needed.');
  const patient = { patientName: 'Asha Verma', patientContact: '9876543210' };
  const atA = await clinic.issued({ ...patient, doctorId: a });
  const atB = await clinic.issued({ patientName: 'asha  verma', patientContact: phoneAtB, doctorId: b });
  const other = await clinic.issued({ doctorId: b });
  clinic.clock.setTo(at('09:05'));
  return { clinic, a, b, atA, atB, other };
}

const next = ({ clinic }: Two, doctorId: DoctorId) => clinic.app.call('queue.callNext', { doctorId }, staff);
const view = async ({ clinic }: Two, doctorId: DoctorId): Promise<BookView> =>
  unwrap(await clinic.app.call('books.view', { doctorId }, staff));

async function serve({ clinic }: Two, { id: tokenId }: Token): Promise<void> {
  unwrap(await clinic.app.call('tokens.start', { tokenId }, staff));
  unwrap(await clinic.app.call('tokens.serve', { tokenId }, staff));
}

test('R27: who is with one doctor is passed over by the other, keeps the place, and is next afterwards', async () => {
  const two = await onePatientTwoDoctors();
  expect(unwrap(await next(two, two.a)).id).toBe(two.atA.id);
  const doctor = first(await two.clinic.store.doctors());
  const where = { doctorName: doctor.name, room: doctor.room };
  const shown = await view(two, two.b);
  expect(shown.queue.map(({ tokenId }) => tokenId)).toEqual([two.atB.id, two.other.id]);
  expect(shown.next).toBe(two.other.id);
  expect(shown.elsewhere).toEqual([
    { tokenId: two.atB.id, doctorId: two.a, ...where, number: 'A-001', stage: 'called' },
  ]);
  for (const call of ['tokens.call', 'tokens.noShow'] as const) {
    const refused = await two.clinic.app.call(call, { tokenId: two.atB.id }, staff);
    expect(refused).toMatchObject({
      error: { code: 'CONFLICT', details: { rule: 'R27', elsewhere: [{ otherNumber: 'A-001', ...where }] } },
    });
  }
  expect(unwrap(await next(two, two.b)).id).toBe(two.other.id);
  await serve(two, two.other);
  expect(await next(two, two.b)).toMatchObject({
    error: { code: 'NOT_FOUND', details: { elsewhere: [{ tokenId: two.atB.id, number: 'B-001' }] } },
  });
  expect((await view(two, two.b)).next).toBeNull();
  two.clinic.clock.setTo(at('09:15'));
  await serve(two, two.atA);
  expect((await view(two, two.b)).elsewhere).toEqual([]);
  expect(unwrap(await next(two, two.b)).id).toBe(two.atB.id);
});

test.each(['+91 98765 43210', '098765 43210'])(
  'R17, R27: the phone written as %s by a booking site is the same patient’s',
  async (phone) => {
    const two = await onePatientTwoDoctors(phone);
    unwrap(await next(two, two.a));
    expect(unwrap(await next(two, two.b)).id).toBe(two.other.id);
    const again = await two.clinic.issue({ patientName: 'Asha Verma', patientContact: phone });
    expect(again).toMatchObject({ error: { code: 'DUPLICATE_TOKEN', details: { number: 'A-001' } } });
  },
);

test('R27: the clock makes nobody a no-show with one doctor while inside with another, nor right after', async () => {
  const clinic = await openClinic({ time: at('08:50') });
  const [a, b] = clinic.doctorIds;
  if (!a || !b) throw new Error('Two doctors are needed.');
  const patient = { patientName: 'Asha Verma', patientContact: '9876543210' };
  const atA = await clinic.issued({ ...patient, doctorId: a });
  const atB = await clinic.issued({ ...patient, doctorId: b, source: 'online' });
  const rounds = makeRounds(clinic.environment);
  const status = async () =>
    unwrap(await clinic.app.call('tokens.get', { tokenId: atB.id }, staff)).token.status;
  clinic.clock.setTo(at('09:05'));
  unwrap(await clinic.app.call('tokens.call', { tokenId: atA.id }, staff));
  unwrap(await clinic.app.call('tokens.start', { tokenId: atA.id }, staff));
  clinic.clock.setTo(at('09:20'));
  await rounds.run();
  expect(await status()).toBe('active');
  unwrap(await clinic.app.call('tokens.serve', { tokenId: atA.id }, staff));
  clinic.clock.setTo(at('09:34'));
  await rounds.run();
  expect(await status()).toBe('active');
  clinic.clock.setTo(at('09:35'));
  await rounds.run();
  expect(await status()).toBe('no_show');
});

test('R27: two doctors pressing next at once, a hundred times, never call the same patient', async () => {
  const two = await onePatientTwoDoctors();
  for (let round = 0; round < 100; round += 1) {
    const answers = await Promise.all([next(two, two.a), next(two, two.b)]);
    const called = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    const names = called.map(({ patientContact }) => patientContact);
    expect(new Set(names).size).toBe(names.length);
    for (const token of called)
      unwrap(await two.clinic.app.call('tokens.undo', { tokenId: token.id }, staff));
  }
});
