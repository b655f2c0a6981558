import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Link } from '../../src/main/mdns/links';

/** Real multicast, on loopback, which is there on every computer and reaches no other. */
export const loopback: Link = { numbers: ['127.0.0.1'], networks: ['127.0.0.1/8'] };

export async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await new Promise<void>((closed) => socket.close(closed));
  return port;
}
