import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/access/caller';
import { heardBy } from '../app/access/events';
import type { Environment } from '../app/environment';
import type { EventHub, SentEvent } from './event-hub';
import { keyOf, refuseForNow } from './limits';
import { writeHead } from './security';

/** What may lie unread before a listener counts as gone, in bytes. */
const MOST_UNREAD = 256 * 1024;
/** Open streams of one device: a few windows, and those of which it has not noticed yet that they broke. */
const MOST_OF_DEVICE = 20;
/** Of an address, where everybody on this computer is let in and there are no devices. */
const MOST_OF_ADDRESS = 200;
/** When to come again: a stream that is gone has been noticed by then. */
const COME_AGAIN_S = 10;

/** An event as one kind of listener reads it. */
type Format = (sent: SentEvent) => string;

export interface EventStreams {
  /** Answers a request with events until either side ends it. */
  open(request: FastifyRequest, reply: FastifyReply, caller: Caller, format: Format): void;
  /** Ends the streams of a device, at once; without one, all. */
  close(deviceId?: string): void;
  readonly size: number;
  /** Those with an open stream, each as often as it has one. */
  readonly devices: readonly string[];
}

/** Every open event stream (server-sent events). */
export function createEventStreams(events: EventHub, environment: Environment): EventStreams {
  const { log } = environment;
  const open = new Map<
    ServerResponse,
    { readonly key: string; readonly deviceId: string | null; end(): void }
  >();

  return {
    get size() {
      return open.size;
    },
    get devices() {
      return [...open.values()].flatMap(({ deviceId }) => deviceId ?? []);
    },
    open(request, reply, caller, format) {
      const key = keyOf(request);
      const deviceId = request.visitor?.deviceId ?? null;
      const own = [...open.values()].filter((stream) => stream.key === key).length;
      if (own >= (deviceId === null ? MOST_OF_ADDRESS : MOST_OF_DEVICE)) {
        refuseForNow(reply, COME_AGAIN_S, 'This device follows with too many screens already.');
        return;
      }
      const { raw } = reply;
      reply.hijack();
      writeHead(reply, 200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      raw.write('retry: 1000\n\n');
      // One after the other: what it may hear of an event has to be looked up, and their order is theirs.
      let turn = Promise.resolve();
      const unsubscribe = events.subscribe((sent) => {
        turn = turn
          .then(() => send(sent))
          .catch((error: unknown) => {
            log.error('an event could not be sent', error);
            raw.destroy();
          });
      }, lastIdOf(request));
      open.set(raw, { key, deviceId, end: () => raw.end() });
      raw.on('close', () => {
        unsubscribe();
        open.delete(raw);
      });
      raw.on('error', () => raw.destroy());

      async function send({ id, event }: SentEvent): Promise<void> {
        if (raw.destroyed || raw.writableEnded) return;
        const heard = await heardBy(environment, caller, event);
        if (heard === null) return;
        raw.write(format({ id, event: heard }));
        // A slow listener is let go, not written to without end; it comes back and asks for what it missed.
        if (raw.writableLength > MOST_UNREAD) raw.destroy();
      }
    },
    close(deviceId) {
      for (const stream of [...open.values()]) {
        if (deviceId === undefined || stream.deviceId === deviceId) stream.end();
      }
    },
  };
}

/** The header, or for who cannot set one the query. */
function lastIdOf({ headers, query }: FastifyRequest): string | undefined {
  const header = headers['last-event-id'];
  if (typeof header === 'string' && header !== '') return header;
  const asked = (query as Readonly<Record<string, unknown>>).last_event_id;
  return typeof asked === 'string' && asked !== '' ? asked : undefined;
}
