import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openServer } from '../helpers/http';

// Made for this test alone; it opens nothing.
const certificatePath = join(import.meta.dirname, 'fixtures/test-certificate.pem');
const keyPath = join(import.meta.dirname, 'fixtures/test-key.pem');

test('with a certificate of the clinic’s only https is spoken', async () => {
  const server = await openServer({ tls: { certificatePath, keyPath } });
  const status = await new Promise<number>((resolve, reject) => {
    const ca = readFileSync(certificatePath);
    const asked = get({ host: 'localhost', port: server.port, path: '/health', ca }, (response) =>
      resolve(response.resume().statusCode ?? 0),
    );
    asked.on('error', reject);
  });
  expect(status).toBe(200);
  await expect(fetch(`${server.address}/health`)).rejects.toThrow();
});

test('a certificate that is not there is said at once', async () => {
  const tls = { certificatePath: join(import.meta.dirname, 'nowhere.pem'), keyPath };
  await expect(openServer({ tls })).rejects.toThrow(/^The certificate file .*nowhere\.pem cannot be read\.$/);
});
