import { hostname, networkInterfaces } from 'node:os';

/**
 * Where a server can be reached, the best address first. Many tablets find no computer by its name, so its numbers
 * come first; but a certificate is made out to the name. A server on loopback is reached from this computer only.
 */
export function addressesOf(options: {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}): string[] {
  const { host, port, secure } = options;
  const url = (name: string): string => `${secure ? 'https' : 'http'}://${name}:${port}`;
  if (host !== '0.0.0.0' && host !== '::') return [url(host.includes(':') ? `[${host}]` : host)];
  const numbers = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  // Without any network there is only this computer.
  if (numbers.length === 0) return [url('127.0.0.1')];
  numbers.sort((one, other) => rank(one) - rank(other));
  const name = hostname().toLowerCase();
  return (secure ? [name, ...numbers] : [...numbers, name]).map(url);
}

/** The usual numbers of small networks before those that virtual machines make up. */
function rank(address: string): number {
  return ['192.168.', '10.'].findIndex((start) => address.startsWith(start)) >>> 0;
}
