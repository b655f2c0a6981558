import { expect, it } from 'vitest';
import { besideBook, isLasting } from '../../src/main/app/run/kept';
import { jsonOf } from '../../src/main/http/kept-text';
import type { Book } from '../../src/shared/model/book';
import { fc } from '../helpers/fast-check';
import { openServer, type TestServer } from '../helpers/http';

const board = async (server: TestServer) =>
  (await server.ask('POST', '/rpc/board.view', {}, { 'x-opd-screen': 'board' })).body;

it('an answer is written as JSON writes it, whether it is kept or not', async () => {
  const kept = besideBook<object>();
  const data = fc.jsonValue({ maxDepth: 6, depthSize: 'large' });
  await fc.assert(
    fc.asyncProperty(data, data, async (one, other) => {
      const wrapped = { one, gone: undefined, '"': [other, undefined] };
      const { value } = await kept({} as Book, 0, [], () => ({ value: { deep: wrapped }, until: 1 }));
      expect(isLasting(value)).toBe(true);
      const answer = { ok: true, value: { list: [value, wrapped], value } };
      const written = JSON.stringify(answer);
      for (let times = 0; times < 2; times += 1) expect(jsonOf(answer)).toBe(written);
    }),
  );
  expect(jsonOf('text')).toBe('"text"');
});

it('the waiting list and the board are sent as they are now: after a change, a move of the clock, another setting', async () => {
  const server = await openServer();
  const { clinic, doctorId } = server;
  const list = async () =>
    (await server.ask('GET', `/allocation/doctors/${doctorId}/waiting`)).list.map(({ number }) => number);
  // Six seats in each of four slots.
  for (let people = 0; people < 26; people += 1) await server.issue();
  expect(await list()).toEqual(['A-025', 'A-026']);
  expect(await list()).toEqual(await list());
  const first = await board(server);
  clinic.clock.setTo(clinic.clock.now() + 1_500);
  const second = await board(server);
  expect(second).toEqual({ ...first, value: { ...(first.value as object), now: clinic.clock.now() } });
  await server.issue();
  expect(await list()).toEqual(['A-025', 'A-026', 'A-027']);
  expect((await board(server)).value).toMatchObject({
    doctors: expect.arrayContaining([expect.objectContaining({ waiting: 27 })]),
  });
  const listed = await server.ask('GET', `/allocation/doctors/${doctorId}/waiting`);
  const [before] = listed.list;
  const settings = await clinic.store.settings();
  await clinic.store.saveSettings({
    ...settings,
    clinic: { ...settings.clinic, timeZone: 'Asia/Kathmandu' },
  });
  const [after] = (await server.ask('GET', `/allocation/doctors/${doctorId}/waiting`)).list;
  expect(String(before?.created_at)).toMatch(/\+05:30$/);
  expect(String(after?.created_at)).toMatch(/\+05:45$/);
});

it('what is kept is no way in: who is not known, or asks too often, gets none of it', async () => {
  let isKnown = true;
  const server = await openServer({
    authenticate: () => (isKnown ? { role: 'staff', doctorId: null, deviceId: null } : null),
    requestsPerMinute: 5,
  });
  const path = `/allocation/doctors/${server.doctorId}/waiting`;
  expect((await server.ask('GET', path)).status).toBe(200);
  isKnown = false;
  expect((await server.ask('GET', path)).status).toBe(401);
  isKnown = true;
  const asked: number[] = [];
  for (let times = 0; times < 6; times += 1) asked.push((await server.ask('GET', path)).status);
  expect(asked).toEqual([200, 200, 200, 200, 429, 429]);
});
