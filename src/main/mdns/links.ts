import { networkInterfaces } from 'node:os';

/** An interface to a network, by its IPv4 numbers there. */
export interface Link {
  readonly numbers: readonly string[];
  /** Each number with how much of it names the network, such as `192.168.0.9/24`. */
  readonly networks: readonly string[];
}

/** Those there are now, loopback aside. */
export function linksNow(interfaces = networkInterfaces()): Link[] {
  return Object.values(interfaces).flatMap((list = []) => {
    const own = list.filter(({ family, internal }) => family === 'IPv4' && !internal);
    if (own.length === 0) return [];
    return [
      {
        numbers: own.map(({ address }) => address),
        networks: own.flatMap(({ cidr }) => (cidr === null ? [] : [cidr])),
      },
    ];
  });
}

/** Whether it is the same interface in the same network. */
export const keyOf = ({ numbers, networks }: Link): string => [...numbers, ...networks].join(' ');

/** Whether this number is one of the interface's own network. */
export function isOnLink(number: string, { numbers, networks }: Link): boolean {
  return (
    numbers.includes(number) ||
    networks.some((network) => {
      const [base = '', bits = '32'] = network.split('/');
      const rest = 2 ** (32 - Number(bits));
      return Math.floor(asInteger(number) / rest) === Math.floor(asInteger(base) / rest);
    })
  );
}

function asInteger(number: string): number {
  return number.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
