import { expect, test } from 'vitest';
import { kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };

const doctors = ({ doctorIds }: TestClinic) => {
  const [rao, mehta, khan] = doctorIds;
  if (!rao || !mehta || !khan) throw new Error('The clinic has three doctors.');
  return { rao, mehta, khan };
};

test('R27: whoever sees several doctors on a day is told of the others with each token, by time', async () => {
  const clinic = await openClinic();
  const { rao, mehta, khan } = doctors(clinic);
  const issue = async (doctorId: typeof rao, more = {}, by = staff) =>
    unwrap(await clinic.app.call('tokens.issue', { source: 'walk_in', doctorId, ...asha, ...more }, by));
  const one = await issue(rao);
  expect(one.alsoWith).toEqual([]);
  const two = await issue(mehta, { patientName: 'asha  verma' }, kiosk);
  expect(two.alsoWith).toMatchObject([
    { tokenId: one.token.id, number: one.token.number, doctor: { id: rao }, slot: { startMinute: 540 } },
  ]);
  const three = await issue(khan);
  expect(three.alsoWith.map(({ number }) => number)).toEqual([one.token.number, two.token.number]);
  // A brother on the same phone, and another day, are other matters.
  expect((await issue(mehta, { patientName: 'Ravi Verma' })).alsoWith).toEqual([]);
  expect((await issue(mehta, { serviceDay: '2026-01-06' })).alsoWith).toEqual([]);

  const alsoWith = async () =>
    unwrap(await clinic.app.call('patients.alsoWith', { tokenId: one.token.id }, staff));
  expect((await alsoWith()).map(({ number }) => number)).toEqual([two.token.number, three.token.number]);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: two.token.id }, staff));
  expect((await alsoWith()).map(({ number }) => number)).toEqual([three.token.number]);
  const [known] = unwrap(await clinic.app.call('patients.known', { contact: '98765' }, staff));
  expect(known?.today.map(({ number }) => number)).toEqual([one.token.number, three.token.number]);
});
