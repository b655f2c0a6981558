import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MOST_OF_A_FILE_CHARACTERS } from '../../shared/model/chosen-file';
import { MAX_LOGO_CHARACTERS } from '../../shared/model/print-settings';
import { refuse } from './errors';
import type { Authenticate } from './visitor';

/** Of a request, bytes. */
export const BODY_LIMIT = 64 * 1024;
/** Of one that may bring the clinic's logo. */
export const LARGE_BODY_LIMIT = MAX_LOGO_CHARACTERS + BODY_LIMIT;
/** Of one that may bring a file somebody chose, or a photo. */
export const FILE_BODY_LIMIT = MOST_OF_A_FILE_CHARACTERS + BODY_LIMIT;

const MINUTE_MS = 60_000;

/** Wrong tokens an address may show in a minute before they are answered with 429. */
const FAILURES_PER_MINUTE = 30;

/**
 * Finds out who asks, and how often. A known device counts for itself alone, wherever it comes from; an address counts
 * only for those whom nobody knows. So a program with a dead token, however busy, takes nothing from the devices that
 * share its address. Nobody known gets 401, and who keeps guessing 429.
 */
export async function guardVisitors(
  server: FastifyInstance,
  options: { readonly authenticate: Authenticate; readonly requestsPerMinute: number },
): Promise<void> {
  await server.register(rateLimit, { global: false });
  const keyGenerator = keyOf;
  const guesses = server.createRateLimit({
    max: FAILURES_PER_MINUTE,
    timeWindow: MINUTE_MS,
    keyGenerator: ({ ip }: FastifyRequest) => `address ${networkOf(ip)}`,
  });
  const requests = server.createRateLimit({
    max: options.requestsPerMinute,
    timeWindow: MINUTE_MS,
    keyGenerator,
  });
  server.decorateRequest('visitor', null);
  server.addHook('onRequest', async (request, reply) => {
    // On public routes too: a device's pages are counted as its own.
    request.visitor = await options.authenticate(request);
    if (!request.visitor && request.routeOptions.config.isPublic !== true) {
      const failure = await guesses(request);
      if (!failure.isAllowed && failure.isExceeded) return refuseForNow(reply, failure.ttlInSeconds);
      return refuse(reply, {
        code: 'UNAUTHENTICATED',
        message: 'This device is not paired with the clinic. Please pair it at the reception desk.',
      });
    }
    const count = await requests(request);
    return !count.isAllowed && count.isExceeded ? refuseForNow(reply, count.ttlInSeconds) : undefined;
  });
}

/** 429, and when to come again. */
export function refuseForNow(
  reply: FastifyReply,
  seconds: number,
  message = 'Too many requests at once. Please wait a little.',
): FastifyReply {
  const wait = Math.max(1, Math.ceil(seconds));
  reply.header('Retry-After', String(wait));
  return refuse(reply, { code: 'TOO_MANY_REQUESTS', message, details: { retryAfterSeconds: wait } });
}

/** What limits count by: the device, or for whoever is none the address. */
export const keyOf = ({ visitor, ip }: FastifyRequest): string =>
  visitor?.deviceId ?? `address ${networkOf(ip)}`;

/** An IPv4 address as it is; of an IPv6 one the network, since whoever has one address there has them all. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return mapped ?? ip;
  const [head = '', tail] = (ip.split('%')[0] ?? ip).toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return `${[...groups, ...zeros, ...after].slice(0, 4).join(':')}::`;
}
