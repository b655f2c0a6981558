import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import type { Authenticate, Visitor } from '../../src/main/http/visitor';
import type { Role } from '../../src/shared/contract';
import { openServer } from '../helpers/http';
import { askRaw, sendBytes } from '../helpers/raw-http';

/** A token here is `<role>` or `<role>:<device>`. */
const byRole: Authenticate = ({ headers }) => {
  const token = /^Bearer (\w+)(?::(\w+))?$/.exec(headers.authorization ?? '');
  const role = token?.[1] as Role | undefined;
  return role === undefined
    ? null
    : ({ role, doctorId: null, deviceId: token?.[2] ?? role } satisfies Visitor);
};
const as = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

test('nobody known: only health and the pages answer, everything else is 401 and says how', async () => {
  const server = await openServer({ authenticate: byRole });
  expect((await server.ask('GET', '/health')).status).toBe(200);
  for (const [method, path] of [
    ['GET', '/doctors'],
    ['POST', '/allocation/tokens'],
    ['PUT', '/allocation/tokens/x/cancel'],
    ['GET', '/settings'],
    ['GET', '/events'],
    ['GET', '/rpc/events'],
    ['POST', '/rpc/app.status'],
    ['GET', '/openapi.json'],
    ['GET', '/nowhere'],
  ] as const) {
    const answer = await server.ask(method, path, method === 'GET' ? undefined : {});
    expect([path, answer.status, answer.body.error?.code]).toEqual([path, 401, 'UNAUTHENTICATED']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  }
});

test('who keeps guessing is told to wait; a right token and health are answered all the same', async () => {
  const server = await openServer({ authenticate: byRole });
  for (let guess = 0; guess < 30; guess += 1) {
    expect((await server.ask('GET', '/doctors', undefined, as('---'))).status).toBe(401);
  }
  const answer = await server.ask('GET', '/doctors', undefined, as('---'));
  expect([answer.status, answer.body.error?.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await server.ask('GET', '/doctors', undefined, as('staff'))).status).toBe(200);
  expect((await server.ask('GET', '/health')).status).toBe(200);
});

test('each device has a limit of its own', async () => {
  const server = await openServer({ authenticate: byRole, requestsPerMinute: 5 });
  const statuses = async (token: string): Promise<number[]> => {
    const all: number[] = [];
    for (let time = 0; time < 7; time += 1)
      all.push((await server.ask('GET', '/doctors', undefined, as(token))).status);
    return all;
  };
  expect(await statuses('staff:a')).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect(await statuses('staff:b')).toEqual([200, 200, 200, 200, 200, 429, 429]);
});

test('a device does what its role may, and no more: 403', async () => {
  const server = await openServer({ authenticate: byRole });
  const body = {
    doctor_id: server.doctorId,
    source: 'walk_in',
    patient_name: 'Asha',
    patient_contact: '9876543210',
  };
  const status = async (role: string, method: string, path: string, content?: object): Promise<number> =>
    (await server.ask(method, path, content, as(role))).status;
  const issued = await server.ask('POST', '/allocation/tokens', body, as('staff'));
  const token = `/allocation/tokens/${issued.body.id}`;
  expect(await status('doctor', 'POST', '/allocation/tokens', body)).toBe(403);
  expect(await status('board', 'GET', token)).toBe(403);
  expect(await status('kiosk', 'PUT', `${token}/cancel`)).toBe(403);
  expect(await status('doctor', 'PATCH', '/settings', {})).toBe(403);
  expect(await status('doctor', 'PUT', `${token}/call`)).toBe(200);
});

test('a page may do what its screen may: staff’s take any role, a kiosk stays one', async () => {
  const server = await openServer({ authenticate: byRole });
  const call = async (token: string, name: string, screen?: string): Promise<unknown> => {
    const headers = { ...as(token), ...(screen && { 'x-opd-screen': screen }) };
    const { body } = await server.ask('POST', `/rpc/${name}`, {}, headers);
    return body.ok === true ? 'done' : body.error?.code;
  };
  expect(await call('staff', 'settings.read', 'desk')).toBe('done');
  expect(await call('staff', 'settings.read', 'kiosk')).toBe('FORBIDDEN');
  expect(await call('kiosk', 'settings.read', 'desk')).toBe('FORBIDDEN');
  expect(await call('kiosk', 'app.status', 'desk')).toBe('done');
  expect(await call('staff', 'no.such')).toBe('NOT_FOUND');
  expect(await call('staff', '__proto__')).toBe('NOT_FOUND');
});

test('DNS rebinding: a name that is not this computer’s is refused, whatever the port', async () => {
  const { port } = await openServer({ allowedHosts: ['Clinic.Example'] });
  const status = async (host: string): Promise<number> =>
    (await askRaw(port, { path: '/health', headers: { host } })).status;
  for (const host of ['localhost', `127.0.0.1:${port}`, '[::1]:4180', hostname(), 'clinic.example:443']) {
    expect([host, await status(host)]).toEqual([host, 200]);
  }
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '[',
    '8.8.8.8',
  ]) {
    expect([host, await status(host)]).toEqual([host, 403]);
  }
});

test('a request without a name, or with an empty one, is refused', async () => {
  const { port } = await openServer();
  expect(await sendBytes(port, 'GET /health HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 403 /,
  );
  expect(await sendBytes(port, 'GET /health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
});

test('another website can neither write nor read', async () => {
  const server = await openServer();
  const write = async (headers: Record<string, string>): Promise<number> =>
    (await server.ask('PATCH', '/settings', {}, headers)).status;
  expect(await write({ origin: server.address })).toBe(200);
  expect(await write({})).toBe(200);
  for (const origin of [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${server.port}`,
    `http://127.0.0.1:${server.port + 1}`,
    'http://localhost:4180',
  ]) {
    expect([origin, await write({ origin })]).toEqual([origin, 403]);
  }
  const headers = { host: `127.0.0.1:${server.port}`, 'sec-fetch-site': 'cross-site' };
  const read = await askRaw(server.port, {
    path: '/events',
    headers: { ...headers, 'sec-fetch-mode': 'cors' },
  });
  expect(read.status).toBe(403);
  const followed = await askRaw(server.port, {
    path: '/health',
    headers: { ...headers, 'sec-fetch-mode': 'navigate' },
  });
  expect(followed.status).toBe(200);
  const asked = await server.ask('OPTIONS', '/doctors', undefined, { origin: 'http://evil.example' });
  expect(asked.headers.get('access-control-allow-origin')).toBeNull();
});

test('every answer carries the policy, and refusals have one shape', async () => {
  const server = await openServer();
  for (const path of ['/health', '/nowhere', '/allocation/tokens?status=x', '/openapi.json']) {
    const { headers } = await server.ask('GET', path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
  const nowhere = await server.ask('GET', '/nowhere');
  expect([nowhere.status, nowhere.body]).toEqual([
    404,
    { error: { code: 'NOT_FOUND', message: expect.stringMatching(/\w/), details: {} } },
  ]);
});

test.each([
  ['text', 'text/plain', '{}', 415, 'UNSUPPORTED_TYPE'],
  ['a form', 'application/x-www-form-urlencoded', 'a=b', 415, 'UNSUPPORTED_TYPE'],
  ['no JSON', 'application/json', '{', 400, 'INVALID_INPUT'],
  ['a list', 'application/json', '[]', 400, 'INVALID_INPUT'],
  ['a prototype', 'application/json', '{"__proto__": {"role": "staff"}}', 400, 'INVALID_INPUT'],
  ['nothing', 'application/json', '', 400, 'INVALID_INPUT'],
  ['over 64 KiB', 'application/json', `{"note": "${'x'.repeat(65_600)}"}`, 413, 'TOO_LARGE'],
])('a body that is %s: %s', async (_case, type, body, status, code) => {
  const server = await openServer();
  const answer = await server.ask('POST', '/allocation/tokens', body, { 'content-type': type });
  expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
});

test('a defect is 500 with a reference, and the rest only in the log', async () => {
  const logged: unknown[] = [];
  const server = await openServer({
    extend: (scope) => {
      scope.get('/broken', () => {
        throw new Error('secret of the house');
      });
    },
  });
  server.environment.log.error = (...words: unknown[]) => logged.push(words);
  const answer = await server.ask('GET', '/broken');
  expect([answer.status, answer.body.error?.code]).toEqual([500, 'INTERNAL']);
  expect(answer.body.error?.reference).toMatch(/^[0-9a-f]{8}$/);
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(JSON.stringify(logged)).toContain(answer.body.error?.reference);
});

test('no name and no phone number gets into the log', async () => {
  const server = await openServer();
  const lines: unknown[] = [];
  for (const level of ['info', 'warn', 'error'] as const) {
    server.environment.log[level] = (...words: unknown[]) => lines.push(words);
  }
  await server.issue({ patient_name: 'Zubeida', patient_contact: '9123456780' });
  await server.issue({ patient_name: 'Zubeida', patient_contact: 'not a number' });
  await server.ask('GET', '/allocation/tokens?query=Zubeida&status=wrong');
  await server.ask('GET', '/Zubeida');
  expect(lines.length).toBeGreaterThan(1);
  expect(JSON.stringify(lines)).not.toMatch(/Zubeida|9123456780/);
});

test('what is not HTTP at all gets a last word of 400, and the server goes on', async () => {
  const server = await openServer();
  for (const bytes of ['hello\r\n\r\n', new Uint8Array([0, 255, 13, 10, 13, 10]), `GET / HTTP/9.9\r\n\r\n`]) {
    expect(await sendBytes(server.port, bytes)).toMatch(/^HTTP\/1\.1 400 /);
  }
  for (const path of [
    '/%',
    '/%ff',
    `/doctors/${'9'.repeat(5_000)}`,
    '/allocation/tokens/..%2f..%2fsettings',
  ]) {
    expect([400, 404, 414]).toContain(
      (await askRaw(server.port, { path, headers: { host: 'localhost' } })).status,
    );
  }
  expect((await server.ask('GET', '/health')).status).toBe(200);
});
