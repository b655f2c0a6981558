import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { at } from '../helpers/clinic';
import { openServer, type TestServer } from '../helpers/http';

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);

test('the OpenAPI document is valid 3.1 and has every route, described', async () => {
  const server = await openServer({ training: true });
  const { body } = await server.ask('GET', '/openapi.json');
  const result = await new Validator().validate(body);
  expect(result).toMatchObject({ valid: true });
  expect(body.openapi).toBe('3.1.0');
  const operations = Object.entries(
    body.paths as Record<string, Record<string, { summary?: string; operationId?: string }>>,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ name: `${method.toUpperCase()} ${path}`, ...one })),
  );
  const token = '/allocation/tokens/{token_id}';
  expect(operations.map(({ name }) => name).sort()).toEqual(
    [
      ...[
        'cancel',
        'serve',
        'no_show',
        'check_in',
        'call',
        'recall',
        'start',
        'hold',
        'reinstate',
        'undo',
      ].map((word) => `PUT ${token}/${word}`),
      ...[
        'move',
        'move_to_day',
        'transfer',
        'release',
        'upgrade',
        'take_back_upgrade',
        'precedence',
        'correct',
      ].map((word) => `PUT ${token}/${word}`),
      'POST /allocation/tokens',
      'GET /allocation/tokens',
      `GET ${token}`,
      'GET /patients',
      'GET /allocation/doctors/{doctor_id}/follow_up',
      `GET ${token}/patient`,
      `PUT ${token}/patient`,
      `PUT ${token}/patient/merge`,
      `PUT ${token}/patient/separate`,
      `GET ${token}/payments`,
      `POST ${token}/payments`,
      `POST ${token}/payments/waive`,
      'GET /payments',
      'POST /payments/{payment_id}/put_right',
      'POST /allocation/preview',
      'GET /allocation/doctors/{doctor_id}/waiting',
      'GET /allocation/doctors/{doctor_id}/book',
      'POST /allocation/doctors/{doctor_id}/call_next',
      'PUT /allocation/doctors/{doctor_id}/reopen',
      'GET /doctors',
      'POST /doctors',
      'PATCH /doctors/{doctor_id}',
      'GET /doctors/{doctor_id}/week',
      'GET /leaves',
      'POST /leaves',
      'PUT /leaves/{leave_id}/take_back',
      'GET /one_off_sessions',
      'POST /one_off_sessions',
      'PUT /one_off_sessions/{one_off_id}/take_back',
      'GET /closures',
      'POST /closures',
      'POST /closures/all',
      'POST /closures/from_file',
      'PUT /closures/{closure_id}/take_back',
      'POST /plans/preview',
      'GET /doctors/csv',
      'POST /doctors/csv/preview',
      'POST /doctors/csv',
      'GET /doctors/{doctor_id}/photo',
      'PUT /doctors/{doctor_id}/photo',
      'GET /doctors/{doctor_id}/slots',
      'POST /doctors/{doctor_id}/slots',
      'PATCH /slots/{slot_id}',
      'GET /backups',
      'POST /backups',
      'GET /settings',
      'PATCH /settings',
      'GET /settings/versions',
      'POST /settings/versions',
      'PUT /settings/versions/{version_id}/call_off',
      'PUT /settings/versions/{version_id}/go_back',
      'GET /events',
      'GET /clock',
      'PUT /clock',
      'GET /health',
      'PUT /training/clock',
    ].sort(),
  );
  expect(operations.filter(({ summary }) => !summary)).toEqual([]);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

test('doctors: added with the first free letter, changed, and no letter twice', async () => {
  const server = await openServer();
  const added = await server.ask('POST', '/doctors', {
    name: 'Dr Devi',
    specialization: 'Skin',
    request_id: 'doctor-0001',
  });
  expect([added.status, added.body]).toEqual([
    200,
    {
      ...{ id: uuid, name: 'Dr Devi', name_in: {}, specialization: 'Skin', room: '', prefix: 'D' },
      ...{ active: true, minutes_per_patient: null, position: 0, photo: null, schedule: [] },
      follow_up: { days: 7, visits: 1, terms: 'free' },
    },
  ]);
  const again = await server.ask('POST', '/doctors', {
    name: 'Dr Devi',
    specialization: 'Skin',
    request_id: 'doctor-0001',
  });
  expect(again.body.id).toBe(added.body.id);
  expect((await server.ask('GET', '/doctors')).list.map(({ prefix }) => prefix)).toEqual([
    'A',
    'B',
    'C',
    'D',
  ]);

  const schedule = [{ weekday: 1, start_time: '14:00', end_time: '16:00', slot_minutes: 60, capacity: 4 }];
  const changed = await server.ask('PATCH', `/doctors/${added.body.id}`, { room: '4', schedule });
  expect(changed.body).toMatchObject({ name: 'Dr Devi', room: '4', schedule });
  const slots = (await server.ask('GET', `/doctors/${added.body.id}/slots`)).list;
  expect(slots.map(({ start_time, end_time }) => [start_time, end_time])).toEqual([
    ['14:00', '15:00'],
    ['15:00', '16:00'],
  ]);

  expect((await server.ask('POST', '/doctors', { name: 'Dr X', prefix: 'A' })).status).toBe(409);
  expect((await server.ask('POST', '/doctors', { specialization: 'Skin' })).body.error?.details.field).toBe(
    'name',
  );
  expect((await server.ask('PATCH', `/doctors/${crypto.randomUUID()}`, { room: '1' })).status).toBe(404);
  await server.issue();
  expect((await server.ask('PATCH', `/doctors/${server.doctorId}`, { prefix: 'Z' })).status).toBe(409);
  const overlap = [
    ...schedule,
    { weekday: 1, start_time: '15:30', end_time: '17:00', slot_minutes: 30, capacity: 1 },
  ];
  expect((await server.ask('PATCH', `/doctors/${added.body.id}`, { schedule: overlap })).status).toBe(400);
});

test('slots: added to a day, refused where they overlap or are over, changed, closed and opened', async () => {
  const server = await openServer();
  const url = `/doctors/${server.doctorId}/slots`;
  const wish = {
    service_day: '2026-01-05',
    start_time: '14:00',
    end_time: '15:00',
    capacity: 3,
    request_id: 'slot-00001',
  };
  const added = await server.ask('POST', url, wish);
  expect([added.status, added.body]).toEqual([
    200,
    {
      ...{ id: uuid, start_time: '14:00', end_time: '15:00', capacity: 3, overflow: null, status: 'open' },
      ...{ starts_at: '2026-01-05T14:00:00.000+05:30', ends_at: '2026-01-05T15:00:00.000+05:30' },
      ...{
        delay_minutes: 0,
        phase: 'upcoming',
        used: 0,
        emergencies: 0,
        extras: 0,
        free: 3,
        overflow_seats: 2,
      },
    },
  ]);
  expect((await server.ask('POST', url, wish)).body.id).toBe(added.body.id);
  const clash = await server.ask('POST', url, { start_time: '14:30', end_time: '15:30', capacity: 1 });
  expect([clash.status, clash.body.error?.code]).toEqual([409, 'CONFLICT']);
  expect(
    (await server.ask('POST', url, { start_time: '07:00', end_time: '08:00', capacity: 1 })).status,
  ).toBe(409);
  expect(
    (await server.ask('POST', url, { start_time: '16:00', end_time: '15:30', capacity: 1 })).status,
  ).toBe(400);
  for (const start_time of ['9:00', '24:60', '09:00:00', 540, '']) {
    expect((await server.ask('POST', url, { start_time, end_time: '20:00', capacity: 1 })).status).toBe(400);
  }
  const slot = `/slots/${added.body.id}`;
  expect((await server.ask('PATCH', slot, { capacity: 1, status: 'closed' })).body).toMatchObject({
    capacity: 1,
    status: 'closed',
    phase: 'closed',
  });
  expect((await server.ask('PATCH', slot, { status: 'closed' })).status).toBe(200);
  expect((await server.ask('PATCH', slot, { status: 'open' })).body).toMatchObject({
    capacity: 1,
    phase: 'upcoming',
  });
  expect((await server.ask('PATCH', slot, { capacity: 501 })).status).toBe(400);
  expect((await server.ask('PATCH', `/slots/${crypto.randomUUID()}`, { capacity: 1 })).status).toBe(404);
});

test('a whole visit: check in, call, recall, hold, start, serve; and what the board shows of it', async () => {
  const server = await openServer();
  const { id } = (await server.issue({ source: 'paid' })).body;
  const put = async (word: string, token: unknown = id): Promise<unknown> =>
    (await server.ask('PUT', `/allocation/tokens/${token}/${word}`)).body.stage;
  expect(await put('check_in')).toBe('checked_in');
  const next = await server.ask('POST', `/allocation/doctors/${server.doctorId}/call_next`);
  expect(next.body).toMatchObject({ id, stage: 'called', called_at: '2026-01-05T08:30:00.000+05:30' });
  const hasty = await server.ask('PUT', `/allocation/tokens/${id}/recall`);
  expect([hasty.status, hasty.body.error]).toEqual([
    409,
    expect.objectContaining({
      code: 'TOO_EARLY',
      details: expect.objectContaining({ rule: 'R19', not_before: '2026-01-05T08:30:20.000+05:30' }),
    }),
  ]);
  server.clinic.clock.setTo(at('08:30') + 20_000);
  expect(await put('recall')).toBe('called');
  expect(await put('hold')).toBe('on_hold');
  expect(await put('call')).toBe('called');
  expect(await put('start')).toBe('in_consultation');

  const other = (await server.issue()).body;
  const board = (await server.ask('GET', `/allocation/doctors/${server.doctorId}/book`)).body;
  expect(board).toMatchObject({
    doctor: { id: server.doctorId, prefix: 'A' },
    service_day: '2026-01-05',
    called: null,
    in_consultation: { id },
    queue: [
      {
        token_id: other.id,
        number: 'A-002',
        place: { code: 'slot_order', slot_start: '2026-01-05T09:00:00.000+05:30' },
      },
    ],
    waiting: [],
    gone: [],
  });
  expect((board.slots as { tokens: { number: string }[] }[]).map(({ tokens }) => tokens.length)).toEqual([
    2, 0, 0, 0,
  ]);
  expect((await server.ask('PUT', `/allocation/tokens/${id}/serve`)).body.status).toBe('served');
  expect((await server.ask('POST', `/allocation/doctors/${server.doctorId}/call_next`)).body.id).toBe(
    other.id,
  );
  expect((await server.ask('POST', `/allocation/doctors/${server.doctorId}/call_next`)).status).toBe(409);
});

test('move, transfer, upgrade, correct, undo and reinstate', async () => {
  const server = await openServer();
  const [, second] = (await server.ask('GET', `/doctors/${server.doctorId}/slots`)).list;
  const { id } = (await server.issue({ source: 'online' })).body;
  const put = (word: string, body?: object) => server.ask('PUT', `/allocation/tokens/${id}/${word}`, body);
  expect((await put('move', { slot_id: second?.id })).body.slot_id).toBe(second?.id);
  expect((await put('undo')).body.slot_id).not.toBe(second?.id);
  expect((await put('move', {})).body.error?.details.field).toBe('slot_id');
  expect((await put('correct', { patient_name: 'Asha  Verma' })).body.patient_name).toBe('Asha Verma');
  expect((await put('upgrade', { note: 'Chest pain' })).body).toMatchObject({
    source: 'emergency',
    priority: 1,
    number: 'A-001',
  });
  const there = server.clinic.doctorIds[1];
  const moved = await put('transfer', { doctor_id: there });
  expect(moved.body).toMatchObject({ doctor_id: there, number: 'B-001', transferred_from: id });
  expect((await server.ask('GET', `/allocation/tokens/${id}`)).body).toMatchObject({
    cancel_reason: 'transferred',
    transferred_to: moved.body.id,
  });

  const late = (await server.issue({ source: 'online' })).body;
  server.clinic.clock.setTo(at('09:20'));
  await server.ask('PUT', `/allocation/tokens/${late.id}/no_show`);
  const back = await server.ask('PUT', `/allocation/tokens/${late.id}/reinstate`);
  expect(back.body).toMatchObject({ status: 'active', stage: 'checked_in', number: late.number });
});

test('tokens are found by day, doctor, status and words; a preview changes nothing', async () => {
  const server = await openServer();
  const asha = (await server.issue({ patient_name: 'Asha Verma' })).body;
  const other = (await server.issue({ doctor_id: server.clinic.doctorIds[1] })).body;
  await server.ask('PUT', `/allocation/tokens/${other.id}/cancel`);
  const found = async (query: string): Promise<unknown[]> =>
    (await server.ask('GET', `/allocation/tokens${query}`)).list.map(({ number }) => number);
  expect(await found('')).toEqual(['A-001', 'B-001']);
  expect(await found('?query=asha%20v')).toEqual(['A-001']);
  expect(await found(`?doctor_id=${server.doctorId}&status=active`)).toEqual(['A-001']);
  expect(await found('?status=cancelled')).toEqual(['B-001']);
  expect(await found('?service_day=2026-01-06')).toEqual([]);
  for (const query of [
    '?status=gone',
    '?service_day=tomorrow',
    '?doctor_id=A',
    '?who=me',
    '?service_day=2030-01-01',
    '?status=active&status=active',
  ]) {
    expect([query, (await server.ask('GET', `/allocation/tokens${query}`)).status]).toEqual([query, 400]);
  }
  const preview = await server.ask('POST', '/allocation/preview', {
    doctor_id: server.doctorId,
    source: 'emergency',
  });
  expect(preview.body).toMatchObject({
    token: { number: 'A-002', status: 'active' },
    seat: { start_time: '09:00', place: 2 },
    moved: [],
  });
  const cancel = await server.ask('POST', '/allocation/preview', { command: 'cancel', token_id: asha.id });
  expect(cancel.body).toMatchObject({ token: { status: 'cancelled' } });
  const early = await server.ask('POST', '/allocation/preview', { command: 'no_show', token_id: asha.id });
  expect(early.status).toBe(409);
  expect(await found('')).toEqual(['A-001', 'B-001']);
});

test('settings by the names of the rules; what is not a setting is refused', async () => {
  const server = await openServer();
  const before = (await server.ask('GET', '/settings')).body;
  expect(before).toMatchObject({
    ...{
      max_emergency_overflow: 2,
      join_running_slot: 'here',
      join_lead_minutes: 30,
      recall_gap_seconds: 20,
      precedence_factor: 2,
      allow_preemption: true,
      preemption_scope: 'emergency',
    },
    ...{
      max_displacements: 1,
      waiting_list_aging_minutes: 0,
      promotion_lead_minutes: 0,
      no_show_timeout_minutes: 15,
    },
    ...{ call_order: 'fair', time_zone: 'Asia/Kolkata' },
  });
  expect(Object.keys(before)).not.toContain('kiosk_pin');
  const changed = await server.ask('PATCH', '/settings', { allow_preemption: false, clinic_name: 'Lotus' });
  expect(changed.body).toEqual({ ...before, allow_preemption: false, clinic_name: 'Lotus' });
  for (const wrong of [
    { allow_preemption: 'no' },
    { max_emergency_overflow: -1 },
    { kiosk_pin: '1234' },
    { time_zone: 'Mars/North' },
    [],
  ]) {
    expect((await server.ask('PATCH', '/settings', wrong)).status).toBe(400);
  }
  expect((await server.ask('GET', '/settings')).body).toEqual(changed.body);
});

test('health says what day and time it is, and nothing of anybody', async () => {
  const server = await openServer();
  expect(await server.ask('GET', '/health')).toMatchObject({
    status: 200,
    body: {
      status: 'ok',
      version: '0.0.0',
      service_day: '2026-01-05',
      now: '2026-01-05T08:30:00.000+05:30',
      training: false,
    },
  });
});

test('training: the clock stands until it is moved, forward only, and what is due happens', async () => {
  const server = await openServer({ training: true });
  const { id } = (await server.issue({ source: 'online' })).body;
  const move = (now: unknown) => server.ask('PUT', '/training/clock', { now });
  expect((await move('2026-01-05T09:20')).body).toEqual({ now: '2026-01-05T09:20:00.000+05:30' });
  expect(await statusOf(server, id)).toBe('no_show');
  expect((await move('2026-01-05T09:00')).status).toBe(409);
  for (const wrong of ['soon', '', 5, null, '2026-13-05T09:00', '9999-01-01T00:00', '+275760-09-13T00:00Z'])
    expect((await move(wrong)).status).toBe(400);
  expect((await move('2026-01-06T03:00:00Z')).body).toEqual({ now: '2026-01-06T08:30:00.000+05:30' });
  expect(server.clinic.events).toContainEqual({
    type: 'dayChanged',
    serviceDay: '2026-01-06',
    now: Date.parse('2026-01-06T03:00:00Z'),
  });
  expect((await server.ask('POST', '/rpc/app.status')).body).toMatchObject({
    ok: true,
    value: { training: true },
  });
});

test('outside a training nobody moves the clock', async () => {
  const server = await openServer();
  expect((await server.ask('PUT', '/training/clock', { now: '2026-01-05T09:20' })).status).toBe(404);
  const asked = await server.ask('POST', '/rpc/training.setClock', { now: '2026-01-05T09:20' });
  expect(asked.body).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

async function statusOf(server: TestServer, id: unknown): Promise<unknown> {
  return (await server.ask('GET', `/allocation/tokens/${id}`)).body.status;
}
