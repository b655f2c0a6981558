import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { linkKeyForUse } from '../../src/main/app/links/key';
import { secretOf } from '../../src/main/app/links/secret';
import { createEventHub } from '../../src/main/http/event-hub';
import { createPhonesServer } from '../../src/main/http/phones/server';
import { serviceDaySchema } from '../../src/shared/model/time';
import type { Token } from '../../src/shared/model/token';
import { first, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

const BOOKS = 10;
const PHONES_OF_A_BOOK = 30;
const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'].map((day) =>
  serviceDaySchema.parse(day),
);

/** A token in each of some books. */
async function tokensOfBooks({ app, doctorIds }: Awaited<ReturnType<typeof openClinic>>): Promise<Token[]> {
  const tokens: Token[] = [];
  for (const serviceDay of days) {
    for (const doctorId of doctorIds) {
      const patient = {
        patientName: 'Asha Verma',
        patientContact: `98765${String(tokens.length).padStart(5, '0')}`,
      };
      const source = serviceDay === days[0] ? 'walk_in' : 'online';
      const issued = await app.call('tokens.issue', { doctorId, serviceDay, source, ...patient }, staff);
      if (issued.ok && tokens.length < BOOKS) tokens.push(issued.value.token);
    }
  }
  return tokens;
}

test('three hundred open pages of ten books: what they show is worked out once a book, and a change costs its own book once', async () => {
  const events = createEventHub('test');
  const clinic = await openClinic({ publish: events.publish });
  const filesFolder = temporaryFolder();
  for (const name of ['page.js', 'page.css']) writeFileSync(join(filesFolder, name), '');
  const { environment } = clinic;
  const server = await createPhonesServer({ environment, events, filesFolder, hosts: () => [] });
  onTestFinished(() => server.close());
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  const tokens = await tokensOfBooks(clinic);
  expect(tokens).toHaveLength(BOOKS);
  const key = await linkKeyForUse(clinic.store);
  const ending = new AbortController();
  onTestFinished(() => ending.abort());

  /** One phone: what it heard comes as text. */
  async function open(token: Token) {
    const path = `/t/${secretOf(token.id, key)}/events?l=en`;
    const { body } = await fetch(`http://127.0.0.1:${port}${path}`, { signal: ending.signal });
    const reader = body?.getReader();
    let heard = '';
    return async (words: string): Promise<void> => {
      while (!heard.includes(words)) {
        const part = await reader?.read();
        if (!part?.value) throw new Error(`The stream ended: ${heard}`);
        heard += new TextDecoder().decode(part.value);
      }
    };
  }

  const worked = vi.spyOn(environment.pace, 'waits');
  const phones = await Promise.all(
    tokens.flatMap((token) =>
      Array.from({ length: PHONES_OF_A_BOOK }, async () => ({ token, until: await open(token) })),
    ),
  );
  await Promise.all(phones.map(({ until }) => until('"state":')));
  expect(server.streams).toBe(BOOKS * PHONES_OF_A_BOOK);
  expect(worked).toHaveBeenCalledTimes(BOOKS);

  worked.mockClear();
  const called = first(tokens);
  unwrap(await clinic.app.call('queue.callNext', { doctorId: called.doctorId }, staff));
  const told = phones.filter(({ token }) => token === called);
  expect(told).toHaveLength(PHONES_OF_A_BOOK);
  await Promise.all(told.map(({ until }) => until('"state":"called"')));
  expect(worked).toHaveBeenCalledTimes(1);
});

test('the key of links leaves the clinic in no configuration and no report for support', async () => {
  const { app, store } = await openClinic();
  const key = await linkKeyForUse(store);
  const files = [
    unwrap(await app.call('configuration.export', {}, staff)).path,
    unwrap(await app.call('diagnostics.save', {}, staff)).path,
  ];
  for (const path of files) {
    const text = readFileSync(path);
    for (const written of [key, key.toString('base64'), key.toString('hex')]) {
      expect(text.includes(written), path).toBe(false);
    }
  }
});
