import type { PhonesSettings } from '../shared/model/phones-settings';
import type { Environment } from './app/environment';
import { linkKeyForUse } from './app/links/key';
import { printedLink } from './app/links/printed';
import type { EventHub } from './http/event-hub';
import { createNetworkSwitch, type Listening, type Started } from './http/network-switch';

interface Parts {
  readonly environment: Environment;
  readonly events: EventHub;
  /** Script and style of the page. */
  readonly filesFolder: string;
  /** Names it makes known for the clinic's own server. */
  readonly names: () => readonly string[];
}

/** The server of the patients' pages, on and off as the settings say. */
export interface Phones {
  follow(): Promise<void>;
  stop(): Promise<void>;
}

export function createPhones({ environment, events, filesFolder, names }: Parts): Phones {
  const { store, log, patientPages } = environment;
  let wanted = '';

  async function start({ host, port }: Listening): Promise<Started> {
    const { createPhonesServer } = await import('./http/phones/server');
    const { numbersNow, thisComputer } = await import('./http/addresses');
    const key = await linkKeyForUse(store);
    const server = await createPhonesServer({
      environment,
      events,
      filesFolder,
      hosts: () => (wanted === '' ? names() : [wanted, ...names()]),
    });
    try {
      const listens = await server.listen({ host, port });
      // A number is found by every phone; names by many.
      const address = (): string | null => {
        const own = wanted === '' ? numbersNow(thisComputer().interfaces)[0] : wanted;
        return own === undefined ? null : `${own}:${listens}`;
      };
      shows = address;
      return {
        where: () => ({ addresses: [address() ?? ''], named: null, moved: null }),
        stop: () => server.close(),
      };
    } catch (error) {
      await server.close();
      throw error;
    } finally {
      links = (at, tokenId) => printedLink(at, tokenId, key);
    }
  }

  let shows: () => string | null = () => null;
  let links: Parameters<NonNullable<typeof patientPages>['tell']>[0]['linkAt'];
  const server = createNetworkSwitch({
    start,
    tell: ({ state, problem }) =>
      patientPages?.tell({ state, problem, address: () => shows(), ...(links && { linkAt: links }) }),
    log,
  });

  return {
    async follow() {
      const { on, port, address }: PhonesSettings = (await store.settings()).phones;
      wanted = address;
      const listen = on ? 'network' : 'off';
      await server.apply({ listen, port, hostName: '', certificatePath: '', keyPath: '' });
    },
    stop: server.stop,
  };
}
