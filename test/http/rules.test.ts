import { expect, test } from 'vitest';
import { at } from '../helpers/clinic';
import { openServer, type TestServer } from '../helpers/http';

const put = (server: TestServer, id: unknown, word: string, body?: object) =>
  server.ask('PUT', `/allocation/tokens/${id}/${word}`, body);
const board = async (server: TestServer) =>
  (await server.ask('GET', `/allocation/doctors/${server.doctorId}/book`)).body;

test('R21: a token moved to another day is a new one there, linked both ways; the undo brings it back', async () => {
  const server = await openServer();
  const { id } = (await server.issue({ source: 'online' })).body;
  const moved = await put(server, id, 'move_to_day', { service_day: '2026-01-07', request_id: 'tomorrow-1' });
  expect([moved.status, moved.body]).toMatchObject([
    200,
    { service_day: '2026-01-07', number: 'A-001', transferred_from: id, status: 'active' },
  ]);
  const again = await put(server, id, 'move_to_day', { service_day: '2026-01-07', request_id: 'tomorrow-1' });
  expect(again.body.id).toBe(moved.body.id);
  expect((await server.ask('GET', `/allocation/tokens/${id}`)).body).toMatchObject({
    status: 'cancelled',
    cancel_reason: 'transferred',
    transferred_to: moved.body.id,
  });
  expect((await put(server, moved.body.id, 'undo')).body).toMatchObject({ id, status: 'active' });
  for (const [day, status] of [
    ['2026-01-04', 409],
    ['2029-01-04', 400],
    ['2026-01-05', 409],
  ] as const) {
    expect([day, (await put(server, id, 'move_to_day', { service_day: day })).status]).toEqual([day, status]);
  }
});

test('R24: an emergency that is none gets back what it was, with the reason asked for', async () => {
  const server = await openServer();
  const { id } = (await server.issue({ source: 'paid' })).body;
  await put(server, id, 'upgrade', { note: 'Chest pain' });
  expect((await put(server, id, 'take_back_upgrade', {})).body.error?.details.field).toBe('note');
  const back = await put(server, id, 'take_back_upgrade', { note: 'Heartburn' });
  expect([back.status, back.body]).toMatchObject([200, { source: 'paid', priority: 2, upgraded_from: null }]);
  expect((await put(server, id, 'take_back_upgrade', { note: 'Twice' })).status).toBe(409);
});

test('R26: precedence is set and taken away, and shows in the queue', async () => {
  const server = await openServer();
  const first = (await server.issue()).body;
  const second = (await server.issue()).body;
  expect((await put(server, second.id, 'precedence', { precedence: 'senior' })).body.precedence).toBe(
    'senior',
  );
  const queue = async () => ((await board(server)).queue as { number: string }[]).map(({ number }) => number);
  expect(await queue()).toEqual([second.number, first.number]);
  expect((await put(server, second.id, 'precedence', { precedence: null })).body.precedence).toBeNull();
  expect(await queue()).toEqual([first.number, second.number]);
  expect((await put(server, second.id, 'precedence', {})).status).toBe(400);
  expect((await put(server, second.id, 'precedence', { precedence: 'friend' })).status).toBe(400);
});

test('R28: a day closed by mistake is opened again as it was; a day that is open is not', async () => {
  const server = await openServer();
  const url = `/allocation/doctors/${server.doctorId}/reopen`;
  const open = await server.ask('PUT', url);
  expect([open.status, open.body.error?.details]).toEqual([409, { rule: 'R28', service_day: '2026-01-05' }]);
  const booked = (await server.issue({ source: 'online' })).body;
  const closed = await server.ask('POST', '/rpc/books.close', { doctorId: server.doctorId });
  expect(closed.body.ok).toBe(true);
  expect((await board(server)).status).toBe('closed');
  const opened = await server.ask('PUT', url, { request_id: 'reopen-001' });
  expect([opened.status, opened.body]).toMatchObject([200, { status: 'open', service_day: '2026-01-05' }]);
  expect((await server.ask('PUT', url, { request_id: 'reopen-001' })).status).toBe(200);
  expect((await server.ask('GET', `/allocation/tokens/${booked.id}`)).body.status).toBe('active');
});

test('R27: who is with another doctor is not called, and the refusal says where, in the words of HTTP', async () => {
  const server = await openServer();
  const patient = { patient_name: 'Asha', patient_contact: '9876543210' };
  const there = server.clinic.doctorIds[1];
  const here = (await server.issue(patient)).body;
  const other = (await server.issue({ ...patient, doctor_id: there })).body;
  await put(server, other.id, 'call');
  const elsewhere = [
    {
      ...{ token_id: here.id, number: here.number, doctor_id: there, doctor_name: 'Dr Imran Qureshi' },
      ...{ room: '2', other_number: other.number, stage: 'called' },
    },
  ];
  const call = await put(server, here.id, 'call');
  expect([call.status, call.body.error?.details]).toEqual([
    409,
    { rule: 'R27', token_id: here.id, number: here.number, elsewhere },
  ]);
  const next = await server.ask('POST', `/allocation/doctors/${server.doctorId}/call_next`);
  expect([next.status, next.body.error?.details]).toEqual([404, expect.objectContaining({ elsewhere })]);
});

test('R11: a slot that it is too late for says when it is, as on the clock', async () => {
  const server = await openServer();
  await server.ask('PATCH', '/settings', { promotion_lead_minutes: 60 });
  const [nine] = (await server.ask('GET', `/doctors/${server.doctorId}/slots`)).list;
  const refused = await server.issue({ source: 'online', slot_id: nine?.id });
  expect([refused.status, refused.body.error]).toMatchObject([
    409,
    {
      code: 'CONFLICT',
      details: {
        ...{ rule: 'R8', reason: 'too_late_for_slot', slot_id: nine?.id },
        ...{ start_time: '09:00', end_time: '10:00' },
      },
    },
  ]);
  server.clinic.clock.setTo(at('08:00'));
  expect((await server.issue({ source: 'online', slot_id: nine?.id })).status).toBe(200);
});
