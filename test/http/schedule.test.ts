import { expect, test } from 'vitest';
import { MONDAY } from '../helpers/clinic';
import { openServer } from '../helpers/http';

const file = (text: string): string => Buffer.from(text).toString('base64');

test('leave, one more session and a closed day are entered, looked at before, and taken back', async () => {
  const server = await openServer();
  await server.issue();
  const { doctorId } = server;
  const leave = { doctor_id: doctorId, from: MONDAY, start_time: '09:00', end_time: '13:00', reason: 'Ill' };
  const { reason: _why, ...unsaid } = leave;
  const look = await server.ask('POST', '/plans/preview', { command: 'leaves.add', ...unsaid });
  expect([look.status, look.body.moved]).toEqual([200, 1]);
  const entered = await server.ask('POST', '/leaves', leave);
  expect([entered.status, entered.body.start_time]).toEqual([200, '09:00']);
  expect((await server.ask('POST', '/leaves', leave)).status).toBe(409);
  expect((await server.ask('GET', `/leaves?doctor_id=${doctorId}`)).list).toHaveLength(1);
  expect((await server.ask('PUT', `/leaves/${entered.body.id}/take_back`)).status).toBe(200);
  expect((await server.ask('PUT', `/leaves/${entered.body.id}/take_back`)).status).toBe(404);

  const times = { start_time: '17:00', end_time: '18:00', slot_minutes: 30, capacity: 2 };
  const session = await server.ask('POST', '/one_off_sessions', {
    doctor_id: doctorId,
    service_day: MONDAY,
    ...times,
  });
  expect(session.status).toBe(200);
  const week = await server.ask('GET', `/doctors/${doctorId}/week`);
  expect([week.status, JSON.stringify(week.body)]).toEqual([200, expect.stringContaining('17:00')]);
  expect((await server.ask('PUT', `/one_off_sessions/${session.body.id}/take_back`)).status).toBe(200);

  const calendar = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Republic Day\nDTSTART;VALUE=DATE:20260126\nEND:VEVENT\nEND:VCALENDAR`;
  const read = await server.ask('POST', '/closures/from_file', { data: file(calendar) });
  expect(read.body).toMatchObject({
    entries: [{ name: 'Republic Day', from: '2026-01-26', start_time: null }],
  });
  const closures = [{ from: '2026-01-26', name: 'Republic Day' }];
  const closed = await server.ask('POST', '/closures/all', { closures });
  expect(closed.list).toHaveLength(1);
  const [holiday] = (await server.ask('GET', '/closures')).list;
  expect((await server.ask('PUT', `/closures/${holiday?.id}/take_back`)).status).toBe(200);
});

test('doctors come from a CSV file and go into one; a photo is put and read', async () => {
  const server = await openServer();
  const { body } = await server.ask('GET', '/doctors/csv');
  expect(await server.ask('POST', '/doctors/csv', { data: file(String(body.text)) })).toMatchObject({
    status: 200,
    body: { added: 0, changed: 0, unchanged: 3 },
  });
  const faulty = { data: file('Doctor,Weekday,From,To\nDr New,Mon,25:00,13') };
  expect((await server.ask('POST', '/doctors/csv/preview', faulty)).body).toMatchObject({
    faults: [{ line: 2, column: 'From', reason: 'csv_time' }],
  });
  const refused = await server.ask('POST', '/doctors/csv', faulty);
  expect([refused.status, refused.body.error?.details]).toMatchObject([400, { reason: 'file_has_faults' }]);
  const photo = Buffer.from('89504e470d0a1a0a0000000049454e44', 'hex').toString('base64');
  const path = `/doctors/${server.doctorId}/photo`;
  expect((await server.ask('PUT', path, { data: photo })).status).toBe(200);
  expect((await server.ask('GET', path)).body).toEqual({ type: 'image/png', data: photo });
});
