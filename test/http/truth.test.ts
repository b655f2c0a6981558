import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { at, first, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { openServer } from '../helpers/http';

const NEXT_DAY = '2026-01-06';

it('a doctor’s tokens are found, however many others the day has', async () => {
  const server = await openServer();
  const other = String(server.clinic.doctorIds[1]);
  const mine = await server.issue({ doctor_id: other, patient_name: 'Last of all' });
  for (let people = 0; people < 12; people += 1) await server.issue();
  const found = await server.ask('GET', `/allocation/tokens?doctor_id=${other}&limit=3`);
  expect(found.list.map(({ id }) => id)).toEqual([mine.body.id]);
  expect(found.headers.get('link')).toBeNull();
});

it('a long list comes page by page: each token once, in one order', async () => {
  const server = await openServer();
  for (let people = 0; people < 7; people += 1) await server.issue();
  const whole = await server.ask('GET', '/allocation/tokens');
  const pages: unknown[] = [];
  let next: string | undefined = '/allocation/tokens?limit=3';
  while (next !== undefined) {
    const page = await server.ask('GET', next);
    expect(page.list.length).toBeLessThanOrEqual(3);
    pages.push(...page.list.map(({ number }) => number));
    next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
  expect(pages).toEqual(whole.list.map(({ number }) => number));
  expect((await server.ask('GET', '/allocation/tokens?limit=0')).status).toBe(400);
});

it('a day’s list is read by its index', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const { store } = await openClinic({ path });
  await store.close();
  const database = new Database(path);
  const plan = (sql: string) => JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('a', 'b'));
  const one = plan('SELECT * FROM tokens WHERE doctor_id = ? AND service_day = ? ORDER BY number, id');
  const day = plan('SELECT * FROM tokens WHERE service_day = ? AND ? IS NULL ORDER BY number, id');
  database.close();
  expect(one).toMatch(/SEARCH tokens USING INDEX/);
  expect(day).toMatch(/SEARCH tokens USING INDEX/);
});

it.each([
  ['/allocation/tokens', { request_id: 'over-midnight' }],
  ['slots', { start_time: '15:00', end_time: '16:00', capacity: 3, request_id: 'over-midnight' }],
])('%s: a retry after midnight answers what was done before it', async (path, body) => {
  const server = await openServer();
  const url = path === 'slots' ? `/doctors/${server.doctorId}/slots` : path;
  const patient = { doctor_id: server.doctorId, source: 'walk_in', patient_name: 'A', patient_contact: '' };
  const wish = path === 'slots' ? body : { ...patient, ...body };
  const done = await server.ask('POST', url, wish);
  expect(done.status).toBe(200);
  server.clinic.clock.setTo(at('00:05', NEXT_DAY));
  const again = await server.ask('POST', url, wish);
  expect([again.status, again.body.id]).toEqual([200, done.body.id]);
});

it('what a refusal says is written like every answer: instants with the offset, times as on the clock', async () => {
  const server = await openServer();
  const booked = await server.issue({ source: 'online' });
  const early = await server.ask('PUT', `/allocation/tokens/${booked.body.id}/no_show`);
  expect([early.status, early.body.error?.code]).toEqual([409, 'TOO_EARLY']);
  expect(early.body.error?.details.not_before).toMatch(/^2026-01-05T\d\d:\d\d:00\.000\+05:30$/);
  const slot = { start_time: '09:00', end_time: '10:00', capacity: 1 };
  const overlap = await server.ask('POST', `/doctors/${server.doctorId}/slots`, slot);
  expect(overlap.status).toBe(409);
  expect(JSON.stringify(overlap.body.error?.details)).not.toMatch(/[a-z][A-Z]|_time":\d/);
});

it('settings: a request id is taken, and of a group only what is given changes', async () => {
  const server = await openServer();
  const change = { target_minutes: { paid: 10 }, request_id: 'settings-1' };
  const changed = await server.ask('PATCH', '/settings', change);
  expect([changed.status, changed.body.target_minutes]).toEqual([
    200,
    { paid: 10, follow_up: 30, walk_in: 45, online: 45 },
  ]);
  await server.ask('PATCH', '/settings', { target_minutes: { paid: 15 } });
  const again = await server.ask('PATCH', '/settings', change);
  expect([again.status, again.body]).toEqual([200, changed.body]);
  expect((await server.ask('GET', '/settings')).body.target_minutes).toMatchObject({ paid: 15, walk_in: 45 });
  const key = { 'idempotency-key': 'settings-1' };
  const other = await server.ask('PATCH', '/settings', { max_recalls: 1 }, key);
  expect([other.status, other.body.error?.code]).toEqual([409, 'CONFLICT']);
});

it('a correction says that the patient has another token', async () => {
  const server = await openServer();
  await server.issue({ patient_name: 'Asha', patient_contact: '9876543210' });
  const other = await server.issue({ patient_name: 'Asa', patient_contact: '9876543210' });
  const path = `/allocation/tokens/${other.body.id}/correct`;
  const corrected = await server.ask('PUT', path, { patient_name: 'Asha' });
  expect([corrected.status, corrected.body.warnings]).toEqual([200, ['same_patient_has_token']]);
});

it('a booking for another day has no wait', async () => {
  const server = await openServer();
  const booked = await server.issue({ source: 'online', service_day: '2026-01-09' });
  expect([booked.status, booked.body.wait]).toEqual([200, null]);
  const board = await server.ask('GET', `/allocation/doctors/${server.doctorId}/book?service_day=2026-01-09`);
  expect(board.body.waits).toEqual([]);
});

it('nobody new is issued or sent to a doctor who does not work here any more; who is there is called', async () => {
  const server = await openServer();
  const { app, doctorIds } = server.clinic;
  const retired = String(doctorIds[1]);
  const waiting = await server.issue({ doctor_id: retired });
  const mine = await server.issue({ doctor_id: first(doctorIds) });
  unwrap(await app.receive('doctors.save', { doctorId: retired, active: false, openTokens: 'keep' }, staff));
  const refused = [
    await server.issue({ doctor_id: retired }),
    await server.ask('PUT', `/allocation/tokens/${mine.body.id}/transfer`, { doctor_id: retired }),
  ];
  for (const { status, body } of refused) {
    expect([status, body.error?.message]).toEqual([
      409,
      expect.stringMatching(/does not work here any more/),
    ]);
  }
  const called = await server.ask('POST', `/allocation/doctors/${retired}/call_next`);
  expect([called.status, called.body.id]).toEqual([200, waiting.body.id]);
  const moved = await server.ask('PUT', `/allocation/tokens/${waiting.body.id}/transfer`, {
    doctor_id: server.doctorId,
  });
  expect(moved.status).toBe(200);
});
