import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createCarriedTokens } from '../../src/main/http/carried';
import { deviceIdSchema } from '../../src/shared/model/ids';
import { unwrap } from '../helpers/clinic';
import { openPairedServer } from '../helpers/paired-server';
import { askRaw } from '../helpers/raw-http';

type Headers = Record<string, string>;

/** The real server, which answers to 127.0.0.1 and goes by a name on the network. */
async function openNamed(name = 'opd-desk.local') {
  const server = await openPairedServer();
  const { port, devices } = server;
  const goBy = (next: string | null): void =>
    devices.setNetwork({
      state: 'on',
      problem: null,
      where: () => ({
        addresses: [...(next === null ? [] : [`http://${next}:${port}`]), `http://192.168.0.9:${port}`],
        named: next === null ? null : { name: next, wanted: next, state: 'announced' },
        moved: null,
      }),
    });
  goBy(name);
  const ask = (host: string, path: string, headers: Headers = {}, from?: string) =>
    askRaw(port, { path, headers: { host: `${host}:${port}`, ...headers }, ...(from && { from }) });
  const post = (host: string, path: string, body: object, headers: Headers = {}, from?: string) =>
    askRaw(port, {
      method: 'POST',
      path,
      body: JSON.stringify(body),
      headers: {
        host: `${host}:${port}`,
        'content-type': 'application/json',
        origin: `http://${host}:${port}`,
        ...headers,
      },
      ...(from && { from }),
    });
  return { ...server, goBy, ask, post };
}

describe('Host', () => {
  it('the announced name is answered to as long as it is announced, and no other of the network', async () => {
    const { ask, goBy } = await openNamed();
    expect((await ask('opd-desk.local', '/health')).status).toBe(200);
    expect((await ask('OPD-Desk.local', '/health')).status).toBe(200);
    for (const name of ['opd-desk-2.local', 'opd-desk', 'opd-desk.local.evil.example', 'evil.local']) {
      expect([name, (await ask(name, '/health')).status]).toEqual([name, 403]);
    }
    goBy('opd-desk-2.local');
    expect((await ask('opd-desk-2.local', '/health')).status).toBe(200);
  });
});

describe('GET /here', () => {
  it('tells which server it is, and nothing else, to pages at numbers of private networks on its own port', async () => {
    const { ask, port, server } = await openNamed();
    const read = async (origin: string) => {
      const { headers, text } = await ask('opd-desk.local', '/here', {
        origin,
        'sec-fetch-site': 'cross-site',
      });
      expect(JSON.parse(text)).toEqual({ server: server.id });
      return headers['access-control-allow-origin'];
    };
    for (const host of [
      '127.0.0.1',
      'opd-desk.local',
      '192.168.0.9',
      '10.1.2.3',
      '172.16.0.1',
      '169.254.3.4',
    ]) {
      expect([host, await read(`http://${host}:${port}`)]).toEqual([host, `http://${host}:${port}`]);
    }
    for (const origin of [
      'null',
      `http://evil.example:${port}`,
      'http://192.168.0.9:81',
      'http://192.168.0.9',
      `https://192.168.0.9:${port}`,
      `http://192.168.0.9.evil.example:${port}`,
      `http://10.evil.example:${port}`,
      `http://172.32.0.1:${port}`,
      `http://8.8.8.8:${port}`,
      `http://evil.local:${port}`,
    ]) {
      expect([origin, await read(origin)]).toEqual([origin, undefined]);
    }
  });

  it('is the only address that another site may ask, and no request by a false name may', async () => {
    const { ask, post, port } = await openNamed();
    const foreign = { origin: `http://192.168.0.9:${port}`, 'sec-fetch-site': 'cross-site' };
    for (const path of ['/health', '/pair', '/doctors', '/rpc/events']) {
      const { status, headers } = await ask('opd-desk.local', path, foreign);
      expect([path, status, headers['access-control-allow-origin']]).toEqual([path, 403, undefined]);
    }
    expect((await post('opd-desk.local', '/here', {}, foreign)).status).not.toBe(200);
    expect((await ask('evil.example', '/here')).status).toBe(403);
  });
});

it('pages at a number may ask at the name and nowhere else, and hear of it; at the name and on this computer they need not', async () => {
  const { ask, port, server, goBy } = await openNamed();
  const policy = async () => String((await ask('localhost', '/health')).headers['content-security-policy']);
  expect(await policy()).toContain(`connect-src 'self' http://opd-desk.local:${port};`);
  const session = async (host: string) => JSON.parse((await ask(host, '/pair')).text) as object;
  for (const host of ['localhost', '127.0.0.1', '[::1]', 'opd-desk.local']) {
    expect(await session(host)).toEqual({ paired: false, clinicName: 'Lotus Clinic' });
  }
  expect(await session(hostname().toLowerCase())).toMatchObject({
    byName: { origin: `http://opd-desk.local:${port}`, server: server.id },
  });
  goBy(null);
  expect(await policy()).toContain("connect-src 'self';");
});

describe('from the number to the name', () => {
  const ATTRIBUTES = /HttpOnly; SameSite=Strict/;

  async function ticketOf({ post, browser }: Awaited<ReturnType<typeof openNamed>>, from?: string) {
    const { headers } = await browser({ role: 'board' });
    const answer = await post('127.0.0.1', '/pair/leave', {}, { cookie: headers.cookie }, from);
    return { answer, cookie: headers.cookie, ...(JSON.parse(answer.text) as { ticket: string }) };
  }

  it('a paired browser takes its place along: the same device, by a cookie at the name', async () => {
    const named = await openNamed();
    const { ask, post, store } = named;
    const { ticket, cookie } = await ticketOf(named);
    expect(Buffer.from(ticket, 'base64url')).toHaveLength(32);
    const arrived = await post('opd-desk.local', '/pair/arrive', { ticket });
    expect(arrived.status).toBe(200);
    const [set = ''] = arrived.headers['set-cookie'] as string[];
    expect(set).toMatch(ATTRIBUTES);
    expect(set.split(';')[0]).toBe(cookie);
    const there = await ask('opd-desk.local', '/pair', { cookie: set.split(';')[0] ?? '' });
    expect(JSON.parse(there.text)).toEqual({ paired: true, screens: ['board'], doctorId: null });
    expect(await store.devices()).toHaveLength(1);
  });

  it('once, and only from the address it was given to', async () => {
    const named = await openNamed();
    const { post } = named;
    const first = await ticketOf(named);
    expect((await post('opd-desk.local', '/pair/arrive', first, {}, '127.0.0.2')).status).toBe(400);
    expect(
      (await post('opd-desk.local', '/pair/arrive', { ticket: first.ticket }, {}, '127.0.0.2')).status,
    ).toBe(404);
    // Whoever tried it elsewhere has spent it.
    expect((await post('opd-desk.local', '/pair/arrive', { ticket: first.ticket })).status).toBe(404);
    const second = await ticketOf(named);
    expect((await post('opd-desk.local', '/pair/arrive', { ticket: second.ticket })).status).toBe(200);
    expect((await post('opd-desk.local', '/pair/arrive', { ticket: second.ticket })).status).toBe(404);
  });

  it('not for a program, not for who is not known, not from another site, and not after it was shut out', async () => {
    const named = await openNamed();
    const { post, program, browser, devices, port } = named;
    const { headers } = await program();
    expect((await post('127.0.0.1', '/pair/leave', {}, headers)).status).toBe(404);
    expect((await post('127.0.0.1', '/pair/leave', {})).status).toBe(404);
    const { headers: known } = await browser();
    const foreign = { cookie: known.cookie, origin: `http://192.168.0.9:${port}` };
    expect((await post('127.0.0.1', '/pair/leave', {}, foreign)).status).toBe(403);
    const { ticket } = await ticketOf(named);
    expect((await post('opd-desk.local', '/pair/arrive', { ticket }, foreign)).status).toBe(403);
    for (const { id } of await named.store.devices()) unwrap(await devices.revoke(deviceIdSchema.parse(id)));
    expect((await post('opd-desk.local', '/pair/arrive', { ticket })).status).toBe(404);
  });

  it('for thirty seconds, by the time that goes by', () => {
    let elapsed = 0;
    const carried = createCarriedTokens({ elapsed: () => elapsed });
    const late = carried.give('token', 'a');
    const soon = carried.give('token', 'a');
    elapsed = 29_999;
    expect(carried.take(soon, 'a')).toBe('token');
    elapsed = 30_000;
    expect(carried.take(late, 'a')).toBeNull();
    const [first] = Array.from({ length: 201 }, () => carried.give('token', 'a'));
    expect(carried.take(first ?? '', 'a')).toBeNull();
  });
});
