import { hostname, networkInterfaces } from 'node:os';

/** What the system says of this computer at this moment. */
export interface Computer {
  readonly name: string;
  readonly interfaces: ReturnType<typeof networkInterfaces>;
}

export const thisComputer = (): Computer => ({ name: hostname(), interfaces: networkInterfaces() });

interface Where {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** Names it is known by; missing: the one the system announces. */
  readonly names?: readonly string[] | undefined;
}

/** Whether it listens to the network, and not to this computer alone. */
export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/**
 * Where a server can be reached now, the best address first: a name, which stays when the network gives the computer
 * another number, then its numbers, for devices that find no computer by its name. They change while a server runs, so
 * they are asked for each time they are shown. A server on loopback is reached from this computer only.
 */
export function addressesOf({ host, port, secure, names }: Where, computer = thisComputer()): string[] {
  const url = (name: string): string => `${secure ? 'https' : 'http'}://${name}:${port}`;
  if (!isEverywhere(host)) return [url(host.includes(':') ? `[${host}]` : host)];
  const numbers = numbersNow(computer.interfaces);
  // Without any network there is only this computer.
  if (numbers.length === 0) return [url('127.0.0.1')];
  return [...(names ?? namesOnNetwork(computer.name, secure)), ...numbers].map(url);
}

/** This computer's IPv4 numbers, the usual ones of small networks before those that virtual machines make up. */
export function numbersNow(interfaces: Computer['interfaces']): string[] {
  return Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .sort((one, other) => rank(one) - rank(other));
}

/** Where devices find the server by a name; null: only by its numbers. */
export function originByName([best]: readonly string[]): string | null {
  return best !== undefined && /[a-z]/i.test(new URL(best).hostname) ? best : null;
}

/** Every name and number that a request to this computer may bear in `Host`, beside a name that we announce. */
export function ownNames({ name, interfaces } = thisComputer()): string[] {
  const whole = name.toLowerCase();
  const [short = whole] = whole.split('.');
  const addresses = Object.values(interfaces).flatMap((list) => list ?? []);
  return [
    ...['localhost', '127.0.0.1', '::1', whole, short, `${short}.local`, `${short}.lan`],
    ...addresses.map(({ address }) => address.toLowerCase()),
  ];
}

/** As phones and tablets look for it; a certificate is made out to the name as it is. */
function namesOnNetwork(name: string, secure: boolean): string[] {
  const own = name.toLowerCase();
  if (own === '' || own === 'localhost') return [];
  return [secure || own.includes('.') ? own : `${own}.local`];
}

function rank(address: string): number {
  return ['192.168.', '10.'].findIndex((start) => address.startsWith(start)) >>> 0;
}
