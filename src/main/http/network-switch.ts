import { codeOf } from '../../shared/error-code';
import type { NetworkState } from '../../shared/model/device';
import type { NetworkSettings } from '../../shared/model/network-settings';
import type { NetworkReport, Whereabouts } from '../app/devices/devices';
import type { Log } from '../app/environment';
import { CertificateError } from './certificate';

/** Where to listen; `this_pc` is loopback, `network` every interface. */
export interface Listening extends Omit<NetworkSettings, 'listen'> {
  readonly host: '127.0.0.1' | '0.0.0.0';
}

export interface Started {
  where(): Whereabouts;
  stop(): Promise<void>;
}

interface Options {
  /** Starts a server. Rejects if it cannot listen. */
  readonly start: (where: Listening) => Promise<Started>;
  readonly tell: (report: NetworkReport) => void;
  readonly log: Log;
}

/** Turns the server for other devices on and off as the settings say, one change after the other. */
export interface NetworkSwitch {
  /** Brings the server to what the settings say; a server that is right already stays. */
  apply(settings: NetworkSettings): Promise<void>;
  stop(): Promise<void>;
}

export function createNetworkSwitch({ start, tell, log }: Options): NetworkSwitch {
  let current = '';
  let started: Started | null = null;
  let queue = Promise.resolve();

  async function change(settings: NetworkSettings): Promise<void> {
    const wanted = JSON.stringify(settings);
    // One that failed is tried again each time: the port may be free by now.
    if (wanted === current && (started !== null || settings.listen === 'off')) return;
    current = wanted;
    await started?.stop();
    started = null;
    if (settings.listen === 'off') return tell({ state: 'off', problem: null });
    tell({ state: 'starting', problem: null });
    const { listen, ...rest } = settings;
    const host = listen === 'network' ? '0.0.0.0' : '127.0.0.1';
    try {
      started = await start({ ...rest, host });
      tell({ state: 'on', where: started.where, problem: null });
    } catch (error) {
      log.warn('the server for other devices did not start', error);
      tell({ state: 'failed', problem: problemOf(error) });
    }
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error: unknown) => log.error('switching the server failed', error));
    return queue;
  }

  return {
    apply: (settings) => inTurn(() => change(settings)),
    stop: () =>
      inTurn(async () => {
        await started?.stop();
        started = null;
        current = '';
      }),
  };
}

function problemOf(error: unknown): NetworkState['problem'] {
  const code = codeOf(error);
  if (code === 'EADDRINUSE' || code === 'EACCES') return 'port_taken';
  // Files that cannot be read, or are no certificate and key that belong together.
  if (error instanceof CertificateError || /^ERR_(OSSL|SSL|TLS)/.test(code)) return 'certificate';
  return 'other';
}
