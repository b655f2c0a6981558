import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy, policyFor } from '../../shared/page-policy';
import { ownNames } from './addresses';
import { refuse } from './errors';

/** Said with every answer: nothing of ours runs elsewhere, and nothing of elsewhere runs here. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

interface Guarding {
  /** Names this computer is known by now, besides its own. */
  readonly moreHosts: () => readonly string[];
  /** Where pages are better off than at a number; null: nowhere. */
  readonly byName: () => string | null;
}

/**
 * Refuses whatever a foreign page in somebody's browser could send: a name that was bent to our address (DNS
 * rebinding), and requests from other sites. There is no CORS but for `/here`: no other site may read anything.
 * Answers by what a `Host` is known for ours.
 */
export function guardOrigin(
  server: FastifyInstance,
  { moreHosts, byName }: Guarding,
): (host: string) => boolean {
  const isOurs = hostCheck(moreHosts);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    reply.header('Content-Security-Policy', policyFor(byName()));
    const { host } = request.headers;
    if (host === undefined || !isOurs(host)) {
      return refuse(reply, { code: 'FORBIDDEN', message: 'This server does not go by that name.' });
    }
    if (comesFromElsewhere(request, host)) {
      return refuse(reply, { code: 'FORBIDDEN', message: 'Another website may not do this.' });
    }
    return undefined;
  });
  return isOurs;
}

/** A browser says where a request comes from; programs say nothing, and need a token. */
function comesFromElsewhere(request: FastifyRequest, host: string): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  const isForeign = site === 'cross-site' || site === 'same-site';
  if (request.routeOptions.config.isForAnySite) return false;
  // Following a link to us is harmless; it changes nothing.
  if (request.method === 'GET' || request.method === 'HEAD') return isForeign && mode !== 'navigate';
  if (isForeign) return true;
  return origin !== undefined && origin.toLowerCase() !== `${request.protocol}://${host}`.toLowerCase();
}

/** How long this computer's names and numbers are believed: it may join another network at any time. */
const NAMES_MS = 2_000;

/** Whether a Host header names this computer as it is now: loopback, its own name, or one of its numbers; any port. */
function hostCheck(moreHosts: Guarding['moreHosts']): (host: string) => boolean {
  let known = new Set<string>();
  let knownUntil = 0;
  return (host) => {
    const name = nameOf(host);
    if (performance.now() < knownUntil && known.has(name)) return true;
    known = new Set([...ownNames(), ...moreHosts().map((one) => one.toLowerCase())]);
    knownUntil = performance.now() + NAMES_MS;
    return known.has(name);
  };
}

/** Of a Host header: `reception-pc:4180` → `reception-pc`, `[::1]:4180` → `::1`. */
export function nameOf(host: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(host)?.[1];
  return (bracketed ?? host.replace(/:\d+$/, '')).toLowerCase();
}

/** The same headers where the answer is written by hand. */
export function writeHead(reply: FastifyReply, status: number, headers: Record<string, string>): void {
  reply.raw.writeHead(status, { ...securityHeaders, ...headers });
}
