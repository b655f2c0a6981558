import { expect, it, onTestFinished } from 'vitest';
import { networkOf } from '../../src/main/http/limits';
import { openPairedServer } from '../helpers/paired-server';
import { askRaw } from '../helpers/raw-http';

type Headers = Record<string, string>;

/** Follows the events; ends with the test. */
async function follow(origin: string, headers: Headers): Promise<Response> {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  return fetch(`${origin}/events`, { headers, signal: ending.signal });
}

it('a board that opens streams without end keeps nobody else from following', async () => {
  const { origin, program, server } = await openPairedServer();
  const board = await program({ role: 'board' });
  const desk = await program({ role: 'reception' });
  const answers: Response[] = [];
  for (let opened = 0; opened < 60; opened += 1) answers.push(await follow(origin, board.headers));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(refused).toHaveLength(40);
  for (const answer of refused) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await follow(origin, desk.headers)).status).toBe(200);
  expect(server.streams.size).toBe(21);
});

it('a stream that ended makes room for the next of its device', async () => {
  const { origin, program, server } = await openPairedServer();
  const { headers } = await program({ role: 'board' });
  const ending = new AbortController();
  await fetch(`${origin}/events`, { headers, signal: ending.signal });
  for (let opened = 0; opened < 19; opened += 1) await follow(origin, headers);
  expect((await follow(origin, headers)).status).toBe(429);
  ending.abort();
  await expect.poll(() => server.streams.size).toBe(19);
  expect((await follow(origin, headers)).status).toBe(200);
});

it('wrong tokens from one program take nothing from the devices behind the same address', async () => {
  const { origin, program } = await openPairedServer();
  const desk = await program({ role: 'reception' });
  const dead = { authorization: `Bearer ${desk.id}.${'x'.repeat(43)}` };
  const wrong: Response[] = [];
  const right: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    wrong.push(await fetch(`${origin}/doctors`, { headers: dead }));
    right.push((await fetch(`${origin}/doctors`, { headers: desk.headers })).status);
  }
  expect(new Set(right)).toEqual(new Set([200]));
  expect(wrong.map(({ status }) => status)).toEqual([
    ...Array<number>(30).fill(401),
    ...Array<number>(30).fill(429),
  ]);
  for (const answer of wrong.slice(30)) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('who asks without a token uses up the requests of no device at the same address', async () => {
  const { origin, program } = await openPairedServer({ requestsPerMinute: 20 });
  const board = await program({ role: 'board' });
  const ask = async (headers: Headers = {}) => (await fetch(`${origin}/health`, { headers })).status;
  const strangers: number[] = [];
  for (let asked = 0; asked < 25; asked += 1) strangers.push(await ask());
  expect(strangers.at(-1)).toBe(429);
  expect(await ask(board.headers)).toBe(200);
});

it('one device that asks too much is told when to come again, and another goes on', async () => {
  const { origin, program } = await openPairedServer({ requestsPerMinute: 20 });
  const [busy, calm] = [await program({ role: 'board' }), await program({ role: 'reception' })];
  const answers: Response[] = [];
  for (let asked = 0; asked < 25; asked += 1) {
    answers.push(await fetch(`${origin}/rpc/board.view`, { method: 'POST', headers: busy.headers }));
  }
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${origin}/doctors`, { headers: calm.headers })).status).toBe(200);
});

it('wrong pairing codes from one address do not keep the right one out at another', async () => {
  const { code, port } = await openPairedServer();
  const right = await code();
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
  const pair = (typed: string, from: string) =>
    askRaw(port, {
      method: 'POST',
      path: '/pair',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ code: typed }),
      from,
    });
  const tries: number[] = [];
  for (let tried = 0; tried < 8; tried += 1) tries.push((await pair(wrong, '127.0.0.66')).status);
  expect(tries).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
  const refused = await pair(right, '127.0.0.66');
  expect([refused.status, Number(refused.headers['retry-after'])]).toEqual([429, 60]);
  expect((await pair(right, '127.0.0.7')).status).toBe(200);
});

it.each([
  ['192.168.1.7', '192.168.1.7'],
  ['::ffff:192.168.1.7', '192.168.1.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::9', '2001:db8:1:2::'],
  ['2001:db8::9', '2001:db8:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['::1', '0:0:0:0::'],
])('%s counts as %s', (address, counted) => {
  expect(networkOf(address)).toBe(counted);
});
