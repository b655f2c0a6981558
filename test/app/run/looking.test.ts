import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const monday = serviceDaySchema.parse(MONDAY);

/** All that shows a doctor's day. */
async function lookAt({ app, doctorIds }: TestClinic, day: string) {
  const serviceDay = serviceDaySchema.parse(day);
  const of = { doctorId: first(doctorIds), serviceDay };
  return [
    await app.call('books.view', of, staff),
    await app.call('slots.list', of, staff),
    await app.call('books.closePreview', of, staff),
    await app.call('books.summary', { serviceDay }, staff),
    await app.call('documents.dayList', of, staff),
  ];
}

test('a morning that began with a clock a day ahead has its slots once the clock is right, whatever was looked at', async () => {
  const clinic = await openClinic({ time: at('07:00', '2026-01-06') });
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  for (const seen of await lookAt(clinic, MONDAY)) expect(seen.ok).toBe(true);
  clinic.clock.setTo(at('08:00'));
  await rounds.run();
  const token = await clinic.issued();
  expect(token).toMatchObject({ serviceDay: monday, status: 'active' });
  const slots = await clinic.app.call('slots.list', { doctorId: token.doctorId }, staff);
  expect(unwrap(slots)).toHaveLength(4);
});

test('a day too far ahead, or one on which nothing was, is looked at without a trace', async () => {
  const clinic = await openClinic();
  for (const seen of await lookAt(clinic, '2031-01-06')) {
    expect(seen).toMatchObject({ error: { code: 'INVALID_INPUT', details: { field: 'serviceDay' } } });
  }
  for (const seen of await lookAt(clinic, '2020-01-06')) expect(seen.ok).toBe(true);
  expect(await clinic.store.booksFrom(serviceDaySchema.parse('2000-01-01'))).toEqual([]);
});
