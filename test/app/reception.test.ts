import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chosenReception, findOtherReception, isReception, receptionOrigin } from '../../src/main/reception';
import { temporaryFolder } from '../helpers/clinic';

/** Something that listens on this computer and answers everything so. */
async function listening(answer: string | null): Promise<number> {
  const server = createServer((_request, response) => {
    if (answer === null) response.destroy();
    else response.setHeader('content-type', 'application/json').end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test.each([
  ['opd-reception.local', 'http://opd-reception.local:4180'],
  [' 192.168.1.20 ', 'http://192.168.1.20:4180'],
  ['192.168.1.20:8080', 'http://192.168.1.20:8080'],
  ['http://opd:4180/?screen=kiosk', 'http://opd:4180'],
  ['https://opd.clinic.example', 'https://opd.clinic.example'],
  ['http://opd', 'http://opd'],
  ['[fe80::1]', 'http://[fe80::1]:4180'],
  ['OPD:80', 'http://opd'],
])('an address as people write it: %s', (written, origin) => {
  expect(receptionOrigin(written)).toBe(origin);
});

test.each([
  '',
  '   ',
  'http://',
  'a b',
  'http://user:secret@opd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'opd:99999',
])('no address: “%s”', (written) => {
  expect(receptionOrigin(written)).toBeUndefined();
});

test('what is kept for this computer is believed only if it is an address', () => {
  const file = join(temporaryFolder(), 'computer.json');
  expect(chosenReception(file)).toBeUndefined();
  for (const [text, origin] of [
    ['{"reception":"http://opd:4180"}', 'http://opd:4180'],
    ['{"reception":null}', undefined],
    ['{"reception":"javascript:alert(1)"}', undefined],
    ['{"reception":7}', undefined],
    ['null', undefined],
    ['{"reception":', undefined],
  ] as const) {
    writeFileSync(file, text);
    expect(chosenReception(file)).toBe(origin);
  }
});

test('a computer is found only where this app answers', async () => {
  const ours = await listening('{"paired":false,"clinicName":"Lotus Clinic"}');
  const other = await listening('{"hello":"printer"}');
  const page = await listening('<html>router</html>');
  const broken = await listening(null);
  expect(await isReception(`http://127.0.0.1:${ours}`)).toBe(true);
  for (const port of [other, page, broken]) expect(await isReception(`http://127.0.0.1:${port}`)).toBe(false);

  const found = { origin: `http://127.0.0.1:${ours}` };
  expect(await findOtherReception(`127.0.0.1:${ours}`, 4180)).toEqual(found);
  expect(await findOtherReception(`127.0.0.1:${other}`, 4180)).toBe('none');
  expect(await findOtherReception('no address', 4180)).toBe('none');
  for (const own of ['localhost', '127.0.0.1', hostname()]) {
    expect(await findOtherReception(`${own}:${ours}`, ours)).toBe('itself');
  }
});
