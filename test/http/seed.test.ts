import { expect, test } from 'vitest';
import { at } from '../helpers/clinic';
import { openServer } from '../helpers/http';

const uuid = expect.stringMatching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
);
/** The clock of the tests stands at half past eight, in India. */
const halfPastEight = '2026-01-05T08:30:00.000+05:30';

test('POST /allocation/tokens: every field of the answer', async () => {
  const server = await openServer();
  const answer = await server.ask('POST', '/allocation/tokens', {
    doctor_id: server.doctorId,
    source: 'online',
    patient_name: 'Asha Verma',
    patient_contact: '98765 43210',
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const { slot_id } = answer.body;
  expect(answer.body).toEqual({
    id: uuid,
    number: 'A-001',
    doctor_id: server.doctorId,
    service_day: '2026-01-05',
    slot_id: uuid,
    source: 'online',
    priority: 5,
    status: 'active',
    stage: 'booked',
    patient_name: 'Asha Verma',
    patient_contact: '9876543210',
    patient_id: 1,
    created_at: halfPastEight,
    updated_at: halfPastEight,
    checked_in_at: null,
    called_at: null,
    started_at: null,
    served_at: null,
    cancelled_at: null,
    cancel_reason: null,
    no_show_at: null,
    channel: 'http',
    displacements: 0,
    precedence: null,
    precedence_from: null,
    follow_up: null,
    upgraded_from: null,
    extra: false,
    note: '',
    wished_slot_id: null,
    transferred_from: null,
    transferred_to: null,
    slot: { start_time: '09:00', end_time: '10:00' },
    ahead: 0,
    wait: {
      from_minutes: expect.any(Number),
      to_minutes: expect.any(Number),
      from: expect.stringMatching(/\+05:30$/),
      to: expect.stringMatching(/\+05:30$/),
      today: 'yes',
    },
    reason: { code: 'free_seat', rule: 'R3', slot_id },
    warnings: [],
    otherwise: null,
    also_with: [],
  });
});

test.each([
  ['emergency', 1],
  ['paid', 2],
  ['follow_up', 3],
  ['walk_in', 4],
  ['online', 5],
])('a token of source %s has priority %i', async (source, priority) => {
  const server = await openServer();
  expect((await server.issue({ source })).body).toMatchObject({ source, priority, status: 'active' });
});

test('R18: over HTTP walk-ins and emergencies are here at once, unless the request says otherwise', async () => {
  const server = await openServer();
  const stages = async (wish: object): Promise<unknown> => (await server.issue({ ...wish })).body.stage;
  expect(await stages({ source: 'walk_in' })).toBe('checked_in');
  expect(await stages({ source: 'emergency' })).toBe('checked_in');
  expect(await stages({ source: 'paid' })).toBe('booked');
  expect(await stages({ source: 'follow_up' })).toBe('booked');
  expect(await stages({ source: 'online' })).toBe('booked');
  expect(await stages({ source: 'walk_in', checked_in: false })).toBe('booked');
  expect(await stages({ source: 'paid', checked_in: true })).toBe('checked_in');
});

test('R8: an asked slot is taken; of another doctor it is not found; a full one puts on the list', async () => {
  const server = await openServer();
  const slots = (await server.ask('GET', `/doctors/${server.doctorId}/slots`)).list;
  const last = slots[3]?.id;
  expect((await server.issue({ slot_id: last })).body).toMatchObject({ status: 'active', slot_id: last });
  expect((await server.issue({ slot_id: crypto.randomUUID() })).status).toBe(404);
  for (let more = 0; more < 5; more += 1) await server.issue({ slot_id: last });
  expect((await server.issue({ slot_id: last })).body).toMatchObject({
    status: 'waiting',
    slot_id: null,
    slot: null,
    wished_slot_id: last,
  });
});

test('cancel: the seat goes to who waits; a second time is 409 and promotes nobody', async () => {
  const server = await openServer();
  const slots = (await server.ask('GET', `/doctors/${server.doctorId}/slots`)).list;
  for (const { id } of slots.slice(1)) await server.ask('PATCH', `/slots/${id}`, { status: 'closed' });
  await server.ask('PATCH', `/slots/${slots[0]?.id}`, { capacity: 1 });
  const seated = await server.issue({ source: 'online' });
  const waits = await server.issue({ source: 'online' });
  expect(waits.body).toMatchObject({ status: 'waiting', slot_id: null });

  const cancelled = await server.ask('PUT', `/allocation/tokens/${seated.body.id}/cancel`);
  expect(cancelled.status).toBe(200);
  expect(cancelled.body).toMatchObject({
    id: seated.body.id,
    status: 'cancelled',
    slot_id: null,
    cancel_reason: 'staff',
  });
  expect((await server.ask('GET', `/allocation/tokens/${waits.body.id}`)).body).toMatchObject({
    status: 'active',
  });

  const again = await server.ask('PUT', `/allocation/tokens/${seated.body.id}/cancel`);
  expect(again.status).toBe(409);
  expect(again.body.error).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/\w/) });
});

test('serve and no_show: only an active token, no-show not before its time', async () => {
  const server = await openServer();
  const late = await server.issue({ source: 'online' });
  const here = await server.issue({ source: 'walk_in' });
  const early = await server.ask('PUT', `/allocation/tokens/${late.body.id}/no_show`);
  expect([early.status, early.body.error?.code]).toEqual([409, 'TOO_EARLY']);

  const served = await server.ask('PUT', `/allocation/tokens/${here.body.id}/serve`);
  expect(served.body).toMatchObject({
    status: 'served',
    served_at: halfPastEight,
    slot_id: here.body.slot_id,
  });
  expect((await server.ask('PUT', `/allocation/tokens/${here.body.id}/serve`)).status).toBe(409);

  server.clinic.clock.setTo(at('09:15'));
  const missed = await server.ask('PUT', `/allocation/tokens/${late.body.id}/no_show`);
  expect(missed.body).toMatchObject({ status: 'no_show', no_show_at: '2026-01-05T09:15:00.000+05:30' });
  // R13: the same again is answered with that token.
  expect((await server.ask('PUT', `/allocation/tokens/${late.body.id}/no_show`)).status).toBe(200);
});

test('GET …/waiting: best first, displaced ones included, of today or the day asked for', async () => {
  const server = await openServer();
  const slots = (await server.ask('GET', `/doctors/${server.doctorId}/slots`)).list;
  for (const { id } of slots.slice(1)) await server.ask('PATCH', `/slots/${id}`, { status: 'closed' });
  await server.ask('PATCH', `/slots/${slots[0]?.id}`, { capacity: 1 });
  await server.ask('PATCH', '/settings', { max_emergency_overflow: 0 });
  const online = await server.issue({ source: 'online' });
  const walkIn = await server.issue({ source: 'walk_in' });
  const paid = await server.issue({ source: 'paid' });
  const emergency = await server.issue({ source: 'emergency' });
  expect(emergency.body).toMatchObject({
    status: 'active',
    reason: { code: 'preempted', gave_way: online.body.id },
  });

  const { status, list } = await server.ask('GET', `/allocation/doctors/${server.doctorId}/waiting`);
  expect(status).toBe(200);
  expect(list.map(({ id, status: now }) => [id, now])).toEqual([
    [paid.body.id, 'waiting'],
    [walkIn.body.id, 'waiting'],
    [online.body.id, 'displaced'],
  ]);
  const tomorrow = `/allocation/doctors/${server.doctorId}/waiting?service_day=2026-01-06`;
  expect((await server.ask('GET', tomorrow)).list).toEqual([]);
  expect((await server.ask('GET', `/allocation/doctors/${crypto.randomUUID()}/waiting`)).status).toBe(404);
});

test('R17: the same request again answers the same, by body or by header; other content is 409', async () => {
  const server = await openServer();
  const wish = {
    doctor_id: server.doctorId,
    source: 'paid',
    patient_name: 'Asha',
    patient_contact: '9876543210',
  };
  const once = await server.ask('POST', '/allocation/tokens', { ...wish, request_id: 'booking-0001' });
  const again = await server.ask('POST', '/allocation/tokens', wish, { 'idempotency-key': 'booking-0001' });
  expect([again.status, again.body.id]).toEqual([200, once.body.id]);
  const other = { ...wish, patient_name: 'Binu', request_id: 'booking-0001' };
  expect((await server.ask('POST', '/allocation/tokens', other)).body.error?.code).toBe('CONFLICT');
  const both = await server.ask(
    'POST',
    '/allocation/tokens',
    { ...wish, request_id: 'booking-0002' },
    {
      'idempotency-key': 'booking-0003',
    },
  );
  expect([both.status, both.body.error?.details]).toMatchObject([400, { field: 'request_id' }]);
  const duplicate = await server.ask('POST', '/allocation/tokens', wish);
  expect([duplicate.status, duplicate.body.error?.code]).toEqual([409, 'DUPLICATE_TOKEN']);
  expect((await server.ask('POST', '/allocation/tokens', { ...wish, allow_duplicate: true })).status).toBe(
    200,
  );
});
