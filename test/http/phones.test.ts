import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { linkKey, linkKeyForUse, tokenOfLink } from '../../src/main/app/links/key';
import { secretOf, tokenOfSecret } from '../../src/main/app/links/secret';
import { createEventHub } from '../../src/main/http/event-hub';
import { createPhonesServer } from '../../src/main/http/phones/server';
import { linkSecretIn } from '../../src/shared/codes/link';
import { readCode } from '../../src/shared/codes/read-code';
import type { TokenId } from '../../src/shared/model/ids';
import { at, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

const sources = join(import.meta.dirname, '../../src/phone');

/** The patients' pages on a free port, with one token. */
async function openPhones() {
  const events = createEventHub('test');
  const clinic = await openClinic({ publish: events.publish });
  const { environment, store } = clinic;
  const filesFolder = temporaryFolder();
  const { code } = await transformWithOxc(readFileSync(join(sources, 'page.ts'), 'utf8'), 'page.ts');
  writeFileSync(join(filesFolder, 'page.js'), code);
  copyFileSync(join(sources, 'page.css'), join(filesFolder, 'page.css'));
  const server = await createPhonesServer({ environment, events, filesFolder, hosts: () => [] });
  onTestFinished(() => server.close());
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${port}`;
  const key = await linkKeyForUse(store);
  const token = await clinic.issued({ patientName: 'Asha Verma', patientContact: '9812345678' });
  const secret = secretOf(token.id, key) ?? '';
  const get = (path: string, init?: RequestInit) =>
    fetch(`${address}${path}`, { redirect: 'manual', ...init });
  return { clinic, server, address, key, token, secret, get };
}

test('a link is the id enciphered: it comes back, and a guessed one is of nobody', async () => {
  const { clinic, key, token, secret } = await openPhones();
  expect(secret).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  expect(tokenOfSecret(secret.toLowerCase(), key)).toBe(token.id);
  expect(await tokenOfLink(clinic.store, secret)).toBe(token.id);
  expect(await linkKey(clinic.store)).toEqual(key);
  for (let place = 0; place < secret.length; place += 1) {
    const other = secret[place] === '1' ? '2' : '1';
    const guessed = secret.slice(0, place) + other + secret.slice(place + 1);
    expect(await tokenOfLink(clinic.store, guessed)).toBeNull();
  }
  expect(secretOf('simulated-7' as TokenId, key)).toBeNull();
  expect(tokenOfSecret('Z'.repeat(26), key)).toBeNull();
});

test('a slip’s link is known as that slip, however a scanner writes it', async () => {
  const { clinic, token, secret } = await openPhones();
  const link = `HTTP://192.168.1.5:8090/T/${secret}`;
  const written = [link, link.toLowerCase(), link.replaceAll('/', '-').replaceAll(':', 'Ñ')];
  for (const text of written) expect(readCode(text)).toEqual({ kind: 'link', secret });
  expect(linkSecretIn('https://example.org/t/short')).toBeNull();
  expect(unwrap(await clinic.app.call('tokens.ofLink', { secret }, staff)).tokenId).toBe(token.id);
  expect(
    unwrap(await clinic.app.call('tokens.ofLink', { secret: `0${secret.slice(1, 25)}Z` }, staff)),
  ).toEqual({
    tokenId: null,
  });
  const found = unwrap(await clinic.app.call('tokens.find', { query: link }, staff));
  expect(found.map((one) => one.token.id)).toEqual([token.id]);
});

test('the page shows the number and nobody’s name, follows a call, and is over the next day', async () => {
  const { clinic, token, secret, get } = await openPhones();
  const page = await get(`/t/${secret}`);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('set-cookie')).toBeNull();
  expect(html).toContain(token.number);
  expect(html).toContain('You are next');
  const files = await Promise.all(['/page.js', '/page.css'].map(async (path) => (await get(path)).text()));
  expect(html.length + files.join('').length).toBeLessThan(20_000);
  expect(html).not.toMatch(/Asha|Verma|98123/);
  for (const language of ['hi', 'ta', 'ar']) {
    const other = await (await get(`/T/${secret.toLowerCase()}?l=${language}`)).text();
    expect(other).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
  }
  unwrap(await clinic.app.call('queue.callNext', { doctorId: token.doctorId }, staff));
  expect(await (await get(`/t/${secret}/state?l=en`)).json()).toMatchObject({ state: 'called' });
  clinic.clock.setTo(at('08:30', '2026-01-06'));
  expect((await get(`/t/${secret}`)).status).toBe(404);
  expect((await get(`/t/${secret}/state`)).status).toBe(404);
});

test('a stream tells a call of its own accord', async () => {
  const { clinic, token, secret, get } = await openPhones();
  const ending = new AbortController();
  const answer = await get(`/t/${secret}/events?l=en`, { signal: ending.signal });
  const reader = answer.body?.getReader();
  let heard = '';
  async function until(words: string): Promise<void> {
    while (!heard.includes(words)) heard += new TextDecoder().decode((await reader?.read())?.value);
  }
  await until('"state":"queue"');
  unwrap(await clinic.app.call('queue.callNext', { doctorId: token.doctorId }, staff));
  await until('"state":"called"');
  ending.abort();
});

test('number and letters find the page; wrong ones are soon refused', async () => {
  const { token, secret, get } = await openPhones();
  const ask = (number: string, letters: string, headers: Record<string, string> = {}) =>
    get('/?l=en', { method: 'POST', body: new URLSearchParams({ number, letters }), headers });
  const right = await ask(token.number.toLowerCase(), secret.slice(-2).toLowerCase());
  expect([right.status, right.headers.get('location')]).toEqual([303, `/t/${secret}?l=en`]);
  const wrong = secret.endsWith('00') ? '11' : '00';
  const answers = [];
  for (let turn = 0; turn < 7; turn += 1) answers.push((await ask(token.number, wrong)).status);
  expect(answers).toEqual([404, 404, 404, 404, 404, 429, 429]);
  expect((await ask(token.number, 'xx', { origin: 'http://elsewhere.example' })).status).toBe(403);
});

test('nothing of the clinic is at this port, and rubbish harms nobody', async () => {
  const { secret, get } = await openPhones();
  const source = readFileSync(join(import.meta.dirname, '../../src/shared/contract/call-groups.ts'), 'utf8');
  const calls = [...source.matchAll(/'([a-z]\w+)\.(\w+)':/gi)].map(([, room, name]) => `/${room}/${name}`);
  const paths = [
    ...['/doctors', '/settings', '/openapi.json', '/docs', '/pair', '/here', '/events', '/board', '/session'],
    ...[
      '/allocation/tokens',
      '/index.html',
      '/desk',
      '/admin',
      '/../package.json',
      '/%2e%2e/%2e%2e/etc/passwd',
    ],
    ...['/t', '/t/', `/t/${secret}/late`, `/t/${secret}/cancel`, `/t/${'A'.repeat(5_000)}`],
    ...calls,
  ];
  expect(paths.length).toBeGreaterThan(150);
  for (const path of paths) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const { status } = await get(path, { method });
      expect([400, 404, 414], `${method} ${path}`).toContain(status);
    }
  }
  const huge = await get('/', { method: 'POST', body: new URLSearchParams({ number: 'A'.repeat(100_000) }) });
  expect(huge.status).toBe(413);
  const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  expect((await get('/', json)).status).toBe(415);
});

test('wrong links are counted by address, and right ones go on', async () => {
  const { secret, get } = await openPhones();
  const answers = new Set<number>();
  for (let turn = 0; turn < 40; turn += 1) answers.add((await get(`/t/${turn}`.padEnd(29, '0'))).status);
  expect(answers).toEqual(new Set([404, 429]));
  expect((await get(`/t/${secret}`)).status).toBe(200);
});
