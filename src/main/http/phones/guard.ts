import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ownNames } from '../addresses';
import { networkOf } from '../limits';
import { nameOf } from '../security';
import { createTries } from './tries';

/** Nothing from elsewhere, nothing kept, no way into another page. */
export const phoneHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

const MINUTE_MS = 60_000;
/** Of an address: behind one box of a network there may be a whole waiting room. */
const MOST_OF_ADDRESS = 3_000;
const MOST_IN_ALL = 20_000;

/** A name bent to our address, another site's form, or a flood: refused before anything is looked up. */
export function guardPhones(server: FastifyInstance, hosts: () => readonly string[]): void {
  const ofAddress = createTries(MOST_OF_ADDRESS, MINUTE_MS);
  const inAll = createTries(MOST_IN_ALL, MINUTE_MS);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(phoneHeaders);
    const from = networkOf(request.ip);
    if (ofAddress.isFull(from) || inAll.isFull('all')) return refuse(reply.header('Retry-After', '60'), 429);
    ofAddress.count(from);
    inAll.count('all');
    const { host } = request.headers;
    const known = host !== undefined && [...hosts(), ...ownNames()].includes(nameOf(host));
    return known && !comesFromElsewhere(request, host) ? undefined : refuse(reply, 403);
  });
}

function comesFromElsewhere({ method, headers }: FastifyRequest, host: string): boolean {
  if (method === 'GET') return false;
  const { origin, 'sec-fetch-site': site } = headers;
  if (site === 'cross-site' || site === 'same-site') return true;
  return origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase();
}

function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send('This is not answered.');
}
