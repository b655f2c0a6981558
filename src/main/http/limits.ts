import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './errors';
import type { Authenticate } from './visitor';

const MINUTE_MS = 60_000;

/** Wrong tokens an address may show in a minute before it is not listened to. */
const FAILURES_PER_MINUTE = 30;

/**
 * Finds out who asks, and how often: each device, or each address without one, so many requests a minute. Nobody
 * known gets 401, and who keeps guessing 429.
 */
export async function guardVisitors(
  server: FastifyInstance,
  options: { readonly authenticate: Authenticate; readonly requestsPerMinute: number },
): Promise<void> {
  await server.register(rateLimit, { global: false });
  const guesses = server.createRateLimit({ max: FAILURES_PER_MINUTE, timeWindow: MINUTE_MS });
  const requests = server.createRateLimit({
    max: options.requestsPerMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: keyOf,
  });
  server.decorateRequest('visitor', null);
  server.addHook('onRequest', async (request, reply) => {
    const isPublic = request.routeOptions.config.isPublic === true;
    if (!isPublic) {
      const guessed = await guesses(request, { increment: false });
      const tired = !guessed.isAllowed && guessed.isExceeded;
      request.visitor = tired ? null : await options.authenticate(request);
      if (!request.visitor) {
        const failure = tired ? guessed : await guesses(request);
        if (!failure.isAllowed && failure.isExceeded) return tooMany(failure.ttlInSeconds);
        return refuse(reply, {
          code: 'UNAUTHENTICATED',
          message: 'This device is not paired with the clinic. Please pair it at the reception desk.',
        });
      }
    }
    const count = await requests(request);
    return !count.isAllowed && count.isExceeded ? tooMany(count.ttlInSeconds) : undefined;

    function tooMany(seconds: number): unknown {
      reply.header('Retry-After', String(Math.max(1, seconds)));
      return refuse(reply, {
        code: 'TOO_MANY_REQUESTS',
        message: 'Too many requests at once. Please wait a little.',
        details: { retryAfterSeconds: Math.max(1, seconds) },
      });
    }
  });
}

const keyOf = (request: FastifyRequest): string => request.visitor?.deviceId ?? `address ${request.ip}`;
