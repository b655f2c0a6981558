import type { Served } from '../shared/model/served';
import { createApp } from './app/app';
import type { Devices } from './app/devices/devices';
import type { Environment } from './app/environment';
import type { EventHub } from './http/event-hub';
import type { EventStreams } from './http/event-stream';
import { createNetworkSwitch, type Listening, type Started } from './http/network-switch';
import { createPresence } from './http/presence';
import type { WhereaboutsKeeper } from './whereabouts';

interface Parts {
  readonly environment: Environment;
  readonly devices: Devices;
  readonly events: EventHub;
  /** The built pages, and the files of the API's documentation. */
  readonly pagesFolder: string;
  readonly docsFolder: string;
}

/** The server for other devices beside the app's own windows, on and off as the settings say. */
export interface Network {
  /** Brings it to what the settings say now. */
  follow(): Promise<void>;
  /** Whether the clinic's network may reach it, and how many devices are connected. */
  served(): Pick<Served, 'letsIn' | 'devices'>;
  /** Names it makes known now. */
  names(): readonly string[];
  stop(): Promise<void>;
}

export function createNetwork({ environment, devices, events, pagesFolder, docsFolder }: Parts): Network {
  const { store, log } = environment;
  // Another device opens its own pages and closes none of this computer's windows.
  const app = createApp(environment, { open: () => undefined, close: () => undefined }, devices);

  const presence = createPresence();
  let running:
    | { readonly letsIn: boolean; readonly streams: EventStreams; readonly names: () => readonly string[] }
    | undefined;

  async function start({ host, port, certificatePath, keyPath, hostName }: Listening): Promise<Started> {
    // A PC that lets nobody in starts without the server's libraries: two thirds of all code of the main process.
    const { addPairingRoutes, authenticateDevices, createHttpServer } = await import('./http/with-pairing');
    const { keepWhereabouts } = await import('./whereabouts');
    let whereabouts: WhereaboutsKeeper | undefined;
    const authenticate = authenticateDevices(devices, environment);
    const server = await createHttpServer({
      app,
      environment,
      events,
      authenticate: async (request) => {
        const visitor = await authenticate(request);
        if (visitor?.deviceId) presence.asked(visitor.deviceId);
        return visitor;
      },
      options: {
        tls: certificatePath === '' && keyPath === '' ? undefined : { certificatePath, keyPath },
        pagesFolder,
        docsFolder,
        announcedNames: () => whereabouts?.names() ?? [],
        addresses: () => devices.network().addresses,
        extend: (scope) =>
          addPairingRoutes(scope, { devices, environment, isOpen: false, server: () => server.id }),
      },
    });
    try {
      await server.listen({ host, port });
      const changed = devices.networkMoved;
      whereabouts = await keepWhereabouts({ environment, host, port, certificatePath, hostName, changed });
    } catch (error) {
      await server.close();
      throw error;
    }
    const forget = devices.onRevoked((id) => {
      presence.gone(id);
      server.streams.close(id);
    });
    const { where, names, stop } = whereabouts;
    running = { letsIn: host !== '127.0.0.1', streams: server.streams, names };
    return {
      where,
      async stop() {
        running = undefined;
        forget();
        // Nobody is led here any more before nobody is let in.
        await stop();
        await server.close();
      },
    };
  }

  const network = createNetworkSwitch({ start, tell: devices.setNetwork, log });
  return {
    follow: async () => network.apply((await store.settings()).network),
    served: () =>
      running
        ? { letsIn: running.letsIn, devices: presence.count(running.streams.devices) }
        : { letsIn: false, devices: 0 },
    names: () => running?.names() ?? [],
    stop: network.stop,
  };
}
