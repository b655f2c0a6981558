import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { deviceIdSchema } from '../../src/shared/model/ids';
import { first, unwrap } from '../helpers/clinic';
import { openPairedServer as openServer } from '../helpers/paired-server';

describe('without pairing', () => {
  it('only health and pairing answer', async () => {
    const { origin, send } = await openServer();
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    const session = await fetch(`${origin}/pair`);
    expect(await session.json()).toEqual({ paired: false, clinicName: 'Lotus Clinic' });
    for (const path of ['/doctors', '/settings', '/events', '/rpc/events', '/allocation/tokens?query=a']) {
      const answer = await fetch(`${origin}${path}`);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect((await send('/rpc/app.status', {})).status).toBe(401);
    expect((await send('/rpc/devices.startPairing', { name: 'x', role: 'reception' })).status).toBe(401);
  });
});

it('the API’s description has pairing in it, and stays valid', async () => {
  const { origin, program } = await openServer();
  const { headers } = await program();
  const document = (await (await fetch(`${origin}/openapi.json`, { headers })).json()) as {
    paths: Record<string, { post?: { security?: unknown[] } }>;
  };
  expect(document.paths['/pair']?.post?.security).toEqual([]);
  expect(document.paths['/unpair']).toBeUndefined();
  expect((await new Validator().validate(document)).valid).toBe(true);
});

describe('POST /pair', () => {
  it('gives a program its token, this once, and no cookie', async () => {
    const { send, code, origin } = await openServer();
    const answer = await send('/pair', { code: await code({ role: 'booking' }), device_name: 'Website' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body = (await answer.json()) as { token: string };
    expect(body).toMatchObject({ name: 'Website', role: 'booking' });
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await fetch(`${origin}/doctors`, { headers })).status).toBe(200);
  });

  it('gives a browser a cookie that no page and no other site can use, and no token', async () => {
    const { browser, origin } = await openServer();
    const { answer, cookie, headers } = await browser({ role: 'doctor' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('token');
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    const session = await fetch(`${origin}/pair`, { headers });
    expect(await session.json()).toEqual({ paired: true, screens: ['doctor'], doctorId: null });
  });

  it('says 404 to a wrong code and 400 to what is none', async () => {
    const { send } = await openServer();
    const wrong = await send('/pair', { code: '123456' });
    expect(wrong.status).toBe(404);
    expect(await wrong.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    for (const body of [{}, { code: '12345' }, { code: 123456 }, { code: '123456', role: 'reception' }]) {
      expect((await send('/pair', body)).status).toBe(400);
    }
  });

  it('says 429 to an address after five wrong codes, and even to the right one from there', async () => {
    const { send, code } = await openServer();
    const right = await code();
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await send('/pair', { code: wrong })).status).toBe(404);
    const answer = await send('/pair', { code: right });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBe(60);
    expect(await answer.json()).toMatchObject({
      error: { code: 'TOO_MANY_REQUESTS', details: { retry_after_seconds: 60 } },
    });
  });

  it('lets one in, when two type the same code at once', async () => {
    const { send, code, store } = await openServer();
    const given = await code();
    const answers = await Promise.all([send('/pair', { code: given }), send('/pair', { code: given })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await store.devices()).toHaveLength(1);
  });

  it('is refused from another site', async () => {
    const { send, code } = await openServer();
    const answer = await send('/pair', { code: await code() }, { origin: 'http://evil.example' });
    expect(answer.status).toBe(403);
  });

  it('keeps a booking site’s code from browsers', async () => {
    const { send, code, origin } = await openServer();
    const given = await code({ role: 'booking' });
    expect((await send('/pair', { code: given }, { origin })).status).toBe(403);
    expect((await send('/pair', { code: given })).status).toBe(200);
  });
});

describe('roles', () => {
  it('a device stays what it is, whatever its page says', async () => {
    const { browser, send } = await openServer();
    const { headers } = await browser({ role: 'board' });
    for (const screen of ['desk', 'home', 'admin', 'doctor', 'kiosk']) {
      const answer = await send('/rpc/tokens.find', { query: 'a' }, { ...headers, 'x-opd-screen': screen });
      expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  });

  it('reception on its kiosk screen is no more than a kiosk', async () => {
    const { browser, send } = await openServer();
    const { headers } = await browser();
    const find = async (screen: string) =>
      (await send('/rpc/tokens.find', { query: 'a' }, { ...headers, 'x-opd-screen': screen })).json();
    expect(await find('kiosk')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await find('desk')).toMatchObject({ ok: true });
  });

  it('a doctor’s tablet sees its own doctor, whichever it asks for', async () => {
    const { browser, send, doctorIds } = await openServer();
    const [own, foreign] = [first(doctorIds), doctorIds[1] ?? ''];
    const { headers } = await browser({ role: 'doctor', doctorId: own });
    const asForeign = { ...headers, 'x-opd-screen': 'doctor', 'x-opd-doctor': foreign };
    const status = (await (await send('/rpc/app.status', {}, asForeign)).json()) as object;
    expect(status).toMatchObject({ value: { window: { screen: 'doctor', doctorId: own } } });
    const view = await send('/rpc/books.view', { doctorId: foreign }, asForeign);
    expect(await view.json()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('reception pairs others only where the app has no window of its own', async () => {
    const wish = { name: 'Door', role: 'board' };
    for (const headless of [false, true]) {
      const { browser, send, origin } = await openServer({ headless });
      const { headers } = await browser();
      const page = { ...headers, 'x-opd-screen': headless ? 'admin' : 'home' };
      expect(await (await send('/rpc/devices.startPairing', wish, page)).json()).toMatchObject({
        ok: headless,
      });
      const session = (await (await fetch(`${origin}/pair`, { headers })).json()) as { screens: string[] };
      expect(session.screens.includes('admin')).toBe(headless);
    }
  });

  it('open to everybody on this computer, every screen is allowed', async () => {
    const { origin, send } = await openServer({ open: true });
    const session = (await (await fetch(`${origin}/pair`)).json()) as { paired: boolean; screens: string[] };
    expect(session).toMatchObject({ paired: true, doctorId: null });
    expect(session.screens).toContain('admin');
    expect(await (await send('/rpc/app.status', {})).json()).toMatchObject({ ok: true });
  });
});

describe('shutting out', () => {
  it('ends a revoked device’s event stream at once, and no other’s', async () => {
    const { program, origin, devices, server } = await openServer();
    const out = await program();
    const stays = await program();
    const open = async ({ headers }: { headers: Record<string, string> }) =>
      (await fetch(`${origin}/rpc/events`, { headers })).body?.getReader();
    const [gone, kept] = [await open(out), await open(stays)];
    expect(server.streams.size).toBe(2);
    unwrap(await devices.revoke(deviceIdSchema.parse(out.id)));
    for (let chunk = await gone?.read(); chunk?.done === false; chunk = await gone?.read());
    expect((await fetch(`${origin}/doctors`, { headers: out.headers })).status).toBe(401);
    expect((await fetch(`${origin}/doctors`, { headers: stays.headers })).status).toBe(200);
    await kept?.cancel();
  });

  it('POST /unpair gives up the device’s own place', async () => {
    const { browser, send, origin, store } = await openServer();
    const { headers } = await browser();
    const answer = await send('/unpair', {}, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/opd_device=;/);
    expect(await (await fetch(`${origin}/pair`, { headers })).json()).toMatchObject({ paired: false });
    expect((await store.devices())[0]?.revokedAt).not.toBeNull();
  });

  it('cannot be done to somebody by another site', async () => {
    const { browser, send, store } = await openServer();
    const { headers } = await browser();
    expect((await send('/unpair', {}, { ...headers, origin: 'http://evil.example' })).status).toBe(403);
    expect((await store.devices())[0]?.revokedAt).toBeNull();
  });
});
