import { hostname, networkInterfaces } from 'node:os';

/**
 * Where a server can be reached, the best address first: by this computer's name, which stays when its numbers
 * change, then by number. A server on loopback is reached from this computer only.
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
  return [...(numbers.length > 0 ? [hostname().toLowerCase()] : ['127.0.0.1']), ...numbers].map(url);
}
