import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { heardBy } from '../../src/main/app/access/events';
import { calendar } from '../../src/main/app/time/calendar';
import { compose } from '../../src/main/composition';
import { newDay } from '../../src/main/engine';
import { readOptions, WrongStart } from '../../src/main/serve/options';
import { type RunningServer, runServer } from '../../src/main/serve/run';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { AppEvent } from '../../src/shared/contract';
import { openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

/** The server on data of its own, at this port. */
function start(data: string, port: number): Promise<RunningServer> {
  const none = join(data, 'none');
  const options = readOptions(['--open', '--data', data, '--port', String(port)], {});
  return runServer(options, '0.0.0', {
    pages: none,
    docs: none,
    voice: none,
    trial: none,
    reader: none,
    advise: none,
    copier: none,
    phone: none,
  });
}

/** A port somebody else has, until it is let go. */
async function takenPort(): Promise<{ port: number; release(): Promise<unknown> }> {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const release = () => new Promise((resolve) => other.close(resolve));
  onTestFinished(async () => void (await release()));
  return { port: (other.address() as AddressInfo).port, release };
}

/** Asks again until somebody answers. */
async function answered(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

test('whoever is let in by a server that begins hears of everything, from the first command on', async () => {
  const data = temporaryFolder();
  const before = openSqliteStore({ path: join(data, 'opd-tokens.db'), calendar, newDay });
  // Of an earlier version: it is hashed first, which takes a while.
  await before.saveMeta('kiosk.pin', '1357');
  await before.close();
  const { port, release } = await takenPort();
  await release();
  const starting = start(data, port);
  const address = `http://127.0.0.1:${port}`;
  const stream = await answered(`${address}/events`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const saved = await fetch(`${address}/doctors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Dr New' }),
  });
  expect(saved.ok).toBe(true);
  let heard = '';
  while (!heard.includes('everything_changed')) heard += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  await (await starting).stop();
});

test('a server that cannot begin leaves nothing running, and its data can be opened', async () => {
  const data = temporaryFolder();
  const { port, release } = await takenPort();
  await expect(start(data, port)).rejects.toThrow(WrongStart);
  await release();
  const server = await start(data, port);
  await server.stop();
});

test('what cannot begin its work is silent', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { store, clock, environment } = await openClinic();
  const { log, version, printers } = environment;
  const heard: AppEvent[] = [];
  const { begin } = compose({
    ...{ store, clock, log, version, printers },
    folder: temporaryFolder(),
    bundledVoice: '',
    heard: (event) => heard.push(event),
  });
  await expect(begin(() => Promise.reject(new Error('no printer')))).rejects.toThrow('no printer');
  await store.saveSettings(await store.settings());
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual([]);
});

test('who listens after a start, and has asked for nothing yet, hears nothing of patients before somebody signs in', async () => {
  const { app, store, clock, environment } = await openClinic();
  const asha = { name: 'Asha Kumar', initials: 'AK', roleId: 'admin', pin: '7391' } as const;
  unwrap(await app.call('persons.save', asha, staff));
  const { log, version, printers } = environment;
  const restarted = compose({
    ...{ store, clock, log, version, printers },
    folder: temporaryFolder(),
    bundledVoice: '',
  });
  const stop = await restarted.begin();
  onTestFinished(stop);
  expect(await heardBy(restarted.environment, staff, { type: 'callListChanged' })).toBeNull();
  const quiet = { type: 'personsChanged' } as const;
  expect(await heardBy(restarted.environment, staff, quiet)).toEqual(quiet);
});
