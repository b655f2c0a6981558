import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppEvent, Role } from '../../shared/contract';
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
  open(request: FastifyRequest, reply: FastifyReply, role: Role, format: Format): void;
  /** Ends the streams of a device, at once; without one, all. */
  close(deviceId?: string): void;
  readonly size: number;
}

/** Every open event stream (server-sent events). */
export function createEventStreams(events: EventHub): EventStreams {
  const open = new Map<
    ServerResponse,
    { readonly key: string; readonly deviceId: string | null; end(): void }
  >();

  return {
    get size() {
      return open.size;
    },
    open(request, reply, role, format) {
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
      const unsubscribe = events.subscribe(({ id, event }) => {
        if (!mayHear(role, event)) return;
        raw.write(format({ id, event }));
        // A slow listener is let go, not written to without end; it comes back and asks for what it missed.
        if (raw.writableLength > MOST_UNREAD) raw.destroy();
      }, lastIdOf(request));
      open.set(raw, { key, deviceId, end: () => raw.end() });
      raw.on('close', () => {
        unsubscribe();
        open.delete(raw);
      });
      raw.on('error', () => raw.destroy());
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

/** Events carry no personal data; slips and the call list are staff's business all the same. */
function mayHear(role: Role, event: AppEvent): boolean {
  if (event.type === 'printJobChanged') return role === 'staff' || role === 'kiosk' || role === 'doctor';
  if (event.type === 'noticesChanged' || event.type === 'stationChanged')
    return role === 'staff' || role === 'doctor';
  if (event.type === 'devicesChanged') return role === 'staff';
  return true;
}
