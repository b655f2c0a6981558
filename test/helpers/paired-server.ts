import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/main/app/app';
import { createDevices } from '../../src/main/app/devices/devices';
import { createEventHub } from '../../src/main/http/event-hub';
import { addPairingRoutes, authenticateDevices } from '../../src/main/http/pairing';
import { createHttpServer, type HttpServer } from '../../src/main/http/server';
import { letEverybodyIn } from '../../src/main/http/visitor';
import type { CallInput } from '../../src/shared/contract';
import { noWindows, openClinic, staff, temporaryFolder, unwrap } from './clinic';

type Wish = Partial<CallInput<'devices.startPairing'>>;

/** The real server on a port of its own, with a clinic behind it. */
export async function openPairedServer({
  open = false,
  headless = false,
  requestsPerMinute = 1_200,
}: {
  open?: boolean;
  headless?: boolean;
  requestsPerMinute?: number;
} = {}) {
  const events = createEventHub('test');
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path, publish: events.publish });
  const environment = { ...clinic.environment, headless };
  const devices = createDevices(environment);
  const app = createApp(environment, noWindows, devices);
  const server: HttpServer = await createHttpServer({
    app,
    environment,
    events,

    authenticate: open ? letEverybodyIn : authenticateDevices(devices, environment),
    options: {
      requestsPerMinute,
      announcedNames: () => devices.network().named?.name.split(' ') ?? [],
      addresses: () => devices.network().addresses,
      extend: (scope) =>
        addPairingRoutes(scope, { devices, environment, isOpen: open, server: () => server.id }),
    },
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  devices.onRevoked((id) => server.streams.close(id));
  onTestFinished(() => server.close(0));
  const origin = `http://127.0.0.1:${port}`;

  const send = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const code = async (wish: Wish = {}): Promise<string> =>
    unwrap(await app.call('devices.startPairing', { name: 'Tablet', role: 'reception', ...wish }, staff))
      .code;

  return {
    ...clinic,
    app,
    staff,
    devices,
    server,
    origin,
    port,
    environment,
    events,

    send,
    code,
    /** As a program: the token is in the answer. */
    program: async (wish?: Wish) => {
      const answer = await send('/pair', { code: await code(wish) });
      const { token, device_id: id } = (await answer.json()) as { token: string; device_id: string };
      return { id, headers: { authorization: `Bearer ${token}` } };
    },
    /** As a browser: the token is in a cookie. */
    browser: async (wish?: Wish) => {
      const answer = await send('/pair', { code: await code(wish) }, { origin });
      const cookie = answer.headers.get('set-cookie') ?? '';
      return { answer, cookie, headers: { origin, cookie: cookie.split(';')[0] ?? '' } };
    },
  };
}
