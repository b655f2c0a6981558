import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Options {
  /** Another one with each start: it tells nothing of the clinic. */
  readonly server: string;
  readonly isOurs: (host: string) => boolean;
}

/**
 * `GET /here`: the one thing that a page of ours may read from another address of ours, to find out whether this device
 * finds the computer by its name, and that it is this very server which has it.
 */
export function addHereRoute(server: FastifyInstance, { server: id, isOurs }: Options): void {
  const config = { isPublic: true, isForAnySite: true };
  server.get('/here', { config, schema: { hide: true } }, async (request, reply) => {
    reply.headers({ 'Cache-Control': 'no-store', Vary: 'Origin' });
    const { origin } = request.headers;
    if (origin !== undefined && mayRead(request, origin, isOurs)) {
      reply.header('Access-Control-Allow-Origin', origin);
    }
    return { server: id };
  });
}

/** A page at this computer's number, or at one it had lately: no website of the internet has a private number. */
function mayRead({ protocol, headers }: FastifyRequest, origin: string, isOurs: Options['isOurs']): boolean {
  const here = `${protocol}://${headers.host}`;
  if (!URL.canParse(origin) || !URL.canParse(here)) return false;
  const [page, own] = [new URL(origin), new URL(here)];
  if (page.protocol !== own.protocol || page.port !== own.port) return false;
  return isOurs(page.host) || isPrivate(page.hostname);
}

/** RFC 1918 and link-local. */
function isPrivate(hostname: string): boolean {
  return /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname);
}
