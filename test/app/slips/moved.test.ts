import { expect, test } from 'vitest';
import type { PrintJob } from '../../../src/shared/model/print-job';
import type { Token } from '../../../src/shared/model/token';
import { at, first, kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

/** The slips asked for since the last look, by number. */
function watch(clinic: TestClinic): () => Promise<readonly string[]> {
  let seen = 0;
  return async () => {
    const jobs = (await clinic.store.printJobsIn(['queued'])) as readonly PrintJob[];
    const fresh = jobs.slice(seen);
    seen = jobs.length;
    const tokens = await view(clinic);
    const number = ({ tokenId }: PrintJob): string => tokens.find(({ id }) => id === tokenId)?.number ?? '?';
    return fresh.map((job) => `${number(job)} ${job.kind} ${job.station} ${job.language}`);
  };
}

async function view(clinic: TestClinic): Promise<readonly Token[]> {
  const doctorId = first(clinic.doctorIds);
  return unwrap(await clinic.app.call('books.view', { doctorId }, staff)).tokens;
}

test('whoever is here and loses a seat to an emergency gets a new slip', async () => {
  const clinic = await openClinic();
  const fresh = watch(clinic);
  await clinic.issue({ language: 'ta' }, kiosk);
  for (let seat = 1; seat < 24; seat += 1) await clinic.issued();
  // The emergencies of all slots first take their own seats, two a slot; the ninth takes somebody's.
  for (let seat = 0; seat < 8; seat += 1) await clinic.issued({ source: 'emergency' });
  await fresh();
  const urgent = await clinic.issued({ source: 'emergency' });
  const displaced = (await view(clinic)).find(({ status }) => status === 'displaced');
  if (!displaced) throw new Error('Nobody was displaced.');
  expect(await fresh()).toEqual([`${urgent.number} token desk en`, `${displaced.number} move desk en`]);
});

test('whoever waits here without a seat gets a new slip when one comes free', async () => {
  const clinic = await openClinic();
  const fresh = watch(clinic);
  const seated = await clinic.issued();
  for (let seat = 1; seat < 24; seat += 1) await clinic.issued();
  const waiting = await clinic.issued({ language: 'hi' });
  expect(waiting.status).toBe('waiting');
  await fresh();
  await clinic.app.call('tokens.cancel', { tokenId: seated.id }, staff);
  expect(await fresh()).toEqual([`${waiting.number} move desk hi`]);
});

test('a moved patient who is here gets one new slip, from the printer and in the language of the last', async () => {
  const clinic = await openClinic();
  const fresh = watch(clinic);
  const { token } = unwrap(await clinic.issue({ language: 'hi' }, kiosk));
  expect(await fresh()).toEqual(['A-001 token kiosk hi']);
  const { slots } = unwrap(await clinic.app.call('books.view', { doctorId: first(clinic.doctorIds) }, staff));
  const slotId = slots[2]?.id ?? '';
  await clinic.app.call('tokens.move', { tokenId: token.id, slotId }, staff);
  expect(await fresh()).toEqual(['A-001 move kiosk hi']);
});

test('nobody who is not here yet, or is called in at this moment, gets a new slip', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const online = await clinic.issued({ source: 'online' });
  for (let seat = 0; seat < 23; seat += 1) await clinic.issued();
  const waiting = await clinic.issued();
  const fresh = watch(clinic);
  await fresh();
  const { slots } = unwrap(await clinic.app.call('books.view', { doctorId }, staff));
  await clinic.app.call('tokens.cancel', { tokenId: waiting.id }, staff);
  await clinic.app.call('tokens.move', { tokenId: online.id, slotId: slots[1]?.id ?? '' }, staff);
  expect(await fresh()).toEqual([]);
  const listed = await clinic.issued();
  expect(listed.status).toBe('waiting');
  await fresh();
  clinic.clock.setTo(at('09:10'));
  unwrap(await clinic.app.call('tokens.call', { tokenId: listed.id }, staff));
  expect(await fresh()).toEqual([]);
});

test('a transfer prints one slip, the new one; a correction none; switched off, a move none', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued();
  const fresh = watch(clinic);
  await fresh();
  await clinic.app.call('tokens.correct', { tokenId: token.id, patientName: 'Usha' }, staff);
  expect(await fresh()).toEqual([]);
  const doctorId = clinic.doctorIds[1] ?? first(clinic.doctorIds);
  unwrap(await clinic.app.call('tokens.transfer', { tokenId: token.id, doctorId }, staff));
  expect(await fresh()).toHaveLength(1);
  const other = await clinic.issued();
  await fresh();
  unwrap(await clinic.app.call('settings.change', { print: { moveSlips: false } }, staff));
  const { slots } = unwrap(await clinic.app.call('books.view', { doctorId: first(clinic.doctorIds) }, staff));
  unwrap(await clinic.app.call('tokens.move', { tokenId: other.id, slotId: slots[2]?.id ?? '' }, staff));
  expect(await fresh()).toEqual([]);
});

test('who stands here and wants another day gets its slip, which names the one it takes the place of', async () => {
  const clinic = await openClinic();
  const { token } = unwrap(await clinic.issue({ language: 'hi' }, kiosk));
  const before = (await clinic.store.printJobsIn(['queued'])).length;
  const tomorrow = first(unwrap(await clinic.app.call('doctors.summaries', {}, staff))).serviceDay.replace(
    /\d\d$/,
    (day) => String(Number(day) + 1).padStart(2, '0'),
  );
  const input = { tokenId: token.id, serviceDay: tomorrow };
  const moved = unwrap(await clinic.app.call('tokens.moveToDay', input, staff));
  const [job] = (await clinic.store.printJobsIn(['queued'])).slice(before);
  expect(job).toMatchObject({ tokenId: moved.id, kind: 'token', station: 'kiosk', language: 'hi' });
  const ticket = unwrap(await clinic.app.call('slips.ticket', { tokenId: moved.id }, staff));
  expect(ticket).toMatchObject({ replaces: { number: 'A-001', serviceDay: token.serviceDay } });
});
