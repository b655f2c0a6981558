import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appEventSchema } from '../../../shared/contract/events';
import type { HttpContext } from '../context';
import { errorBodySchema } from '../errors';
import type { SentEvent } from '../event-hub';
import type { EventStreams } from '../event-stream';
import { apiCaller, pageCaller } from '../visitor';
import { wireName, wireOf } from '../wire';

const eventWire = wireOf(appEventSchema);

/** What happens, as it happens: for programs at `/events`, for the app's own pages at `/rpc/events`. */
export function addEventRoutes(server: FastifyInstance, context: HttpContext, streams: EventStreams): void {
  let timeZone = 'UTC';
  server.get(
    '/events',
    {
      schema: {
        operationId: 'getEvents',
        tags: ['Service'],
        summary: 'Live events (server-sent events)',
        description:
          'Each event has its type as its name and its facts as JSON, without personal data. After a break send the last id as `Last-Event-ID`: what was missed comes first, or `everything_changed` where that is no longer known: then fetch again. A `heartbeat` comes every two seconds.',
        headers: z.object({ 'last-event-id': z.string().optional() }),
        response: {
          200: {
            description: 'A stream of events.',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          401: errorBodySchema,
          429: errorBodySchema,
        },
      },
    },
    async (request, reply) => {
      timeZone = (await context.environment.store.settings()).clinic.timeZone;
      if (request.visitor) streams.open(request, reply, apiCaller(request.visitor), publicFormat);
    },
  );
  server.get('/rpc/events', { schema: { hide: true } }, (request, reply) => {
    const query = request.query as Readonly<Record<string, unknown>>;
    if (request.visitor) streams.open(request, reply, pageCaller(request.visitor, query), pageFormat);
  });

  function publicFormat({ id, event }: SentEvent): string {
    const name = wireName(event.type);
    const facts = 'facts' in event ? { facts: event.facts.map(nameFact) } : {};
    const data = { ...(eventWire.encode(event, timeZone) as object), ...facts, type: name };
    return `${idLine(id)}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  }
}

/** The names of events are written like all names on HTTP. */
function nameFact({
  type,
  tokenId,
  number,
}: {
  type: string;
  tokenId: string | null;
  number: string | null;
}) {
  return { type: wireName(type), token_id: tokenId, number };
}

const pageFormat = ({ id, event }: SentEvent): string => `${idLine(id)}data: ${JSON.stringify(event)}\n\n`;

const idLine = (id: string | null): string => (id === null ? '' : `id: ${id}\n`);
