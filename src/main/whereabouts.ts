import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { instantSchema } from '../shared/model/time';
import type { Whereabouts } from './app/devices/devices';
import type { Environment } from './app/environment';
import { addressesOf, isEverywhere, numbersNow, thisComputer } from './http/addresses';
import { readPem } from './http/certificate';
import { createAnnouncer } from './mdns/announcer';
import { defaultLabel, hostNameOf, ownLabel } from './mdns/label';
import { linksNow } from './mdns/links';
import { openWire } from './mdns/wire';
import { keptFact } from './store/kept-fact';

/** No system tells that a number changed, so they are compared. */
const LOOK_EVERY_MS = 5_000;
/** Later than this, the computer slept meanwhile, and what its sockets heard by is gone. */
const SLEPT_MS = 30_000;
/** So long it is said that the numbers are others: whoever put the devices right has done it by then. */
const TOLD_MS = 7 * 24 * 60 * 60_000;

const KEY = 'network.numbers';
const keptSchema = z.object({
  numbers: z.array(z.string()),
  /** As it was announced last. */
  name: z.string().optional(),
  moved: z.object({ at: instantSchema, from: z.array(z.string()) }).nullable(),
});
type Kept = z.infer<typeof keptSchema>;

interface Options {
  readonly environment: Pick<Environment, 'store' | 'clock' | 'log'>;
  readonly host: string;
  readonly port: number;
  /** PEM file; empty: only http is spoken. */
  readonly certificatePath: string;
  /** What the clinic chose; empty: made of the computer's name. */
  readonly hostName: string;
  /** Something of `where` is another. */
  readonly changed: () => void;
  readonly computer?: typeof thisComputer;
  readonly open?: typeof openWire;
  readonly lookEveryMs?: number;
}

/** Where this computer's server can be reached, kept up to date as long as it runs. */
export interface WhereaboutsKeeper {
  where(): Whereabouts;
  /** The names it announces: requests to them are meant for it. */
  names(): string[];
  stop(): Promise<void>;
}

/**
 * Makes the server's name known to the network, if that is let in: on loopback no socket is opened and nothing is looked at.
 */
export async function keepWhereabouts(options: Options): Promise<WhereaboutsKeeper> {
  const { environment, host, port, certificatePath, hostName, changed } = options;
  const { computer = thisComputer, open = openWire, lookEveryMs = LOOK_EVERY_MS } = options;
  const { store, clock, log } = environment;
  const secure = certificatePath !== '';
  if (!isEverywhere(host)) {
    const addresses = addressesOf({ host, port, secure });
    return {
      where: () => ({ addresses, named: null, moved: null }),
      names: () => [],
      stop: async () => undefined,
    };
  }

  const { name: computerName } = computer();
  const label = hostName === '' ? defaultLabel(computerName) : hostName;
  let kept: Kept = (await keptFact(store, KEY, keptSchema)) ?? { numbers: [], moved: null };
  const announcer = createAnnouncer({
    label,
    lastName: kept.name,
    port,
    secure,
    isSystems: label === ownLabel(computerName),
    links: () => linksNow(computer().interfaces),
    open,
    changed: () => {
      changed();
      looking = looking.then(noteName);
    },
    warn: (words, error) => log.warn(words, error),
  });
  const certificate = secure ? new X509Certificate(readPem(certificatePath)) : null;
  const fits = (name: string): boolean => certificate?.checkHost(name) !== undefined || certificate === null;
  let looked = Date.now();
  let looking: Promise<void> = Promise.resolve();

  async function keep(next: Kept): Promise<void> {
    kept = next;
    try {
      await store.saveMeta(KEY, JSON.stringify(kept));
    } catch (error) {
      log.warn('where this computer is reached could not be kept', error);
    }
  }

  async function noteName(): Promise<void> {
    const name = announcer.name();
    if (announcer.state() === 'announced' && name !== kept.name) await keep({ ...kept, name });
  }

  async function noteNumbers(): Promise<boolean> {
    const now = numbersNow(computer().interfaces);
    const isSame = now.length === kept.numbers.length && now.every((one) => kept.numbers.includes(one));
    // A network that is gone for a while comes back with the number it had, as a rule.
    if (isSame || now.length === 0) return false;
    const gone = kept.numbers.filter((one) => !now.includes(one));
    const isElsewhere = gone.length > 0 && now.some((one) => !kept.numbers.includes(one));
    await keep({ ...kept, numbers: now, moved: isElsewhere ? { at: clock.now(), from: gone } : kept.moved });
    return true;
  }

  async function look(): Promise<void> {
    const late = Date.now() - looked - lookEveryMs;
    looked = Date.now();
    announcer.follow(late > SLEPT_MS);
    if (await noteNumbers()) changed();
  }

  announcer.follow();
  await noteNumbers();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookEveryMs);
  timer.unref();

  /** Undefined: the one of the system will have to do. */
  function offered(): string[] | undefined {
    if (announcer.state() === 'asking') return [];
    return announcer.state() === 'announced' && fits(announcer.name()) ? [announcer.name()] : undefined;
  }

  return {
    where: () => ({
      addresses: addressesOf({ host, port, secure, names: offered() }, computer()),
      named: { name: announcer.name(), wanted: hostNameOf(label), state: announcer.state() },
      moved: kept.moved !== null && clock.now() - kept.moved.at < TOLD_MS ? kept.moved : null,
    }),
    names: () => [announcer.name()],
    async stop() {
      clearInterval(timer);
      await announcer.stop();
      await looking;
    },
  };
}
