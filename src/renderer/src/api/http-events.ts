import type { AppEvent } from '../../../shared/contract';
import { appEventSchema } from '../../../shared/contract/events';
import { lookByName } from './by-name';
import { hereAs, shutOut } from './place';
import { askSession } from './session';

/** Growing pauses between attempts to reach the server again; the last one stays. */
const PAUSES_MS = [300, 700, 1_500, 3_000, 5_000] as const;
const LAST_PAUSE_MS = 5_000;
/** A server that only starts again is back by then. */
const LOOK_ELSEWHERE_AFTER = 3;

type Listener = (event: AppEvent) => void;

const listeners = new Set<Listener>();
const linkListeners = new Set<(up: boolean) => void>();
let source: EventSource | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
/** The last event heard: the server tells what came after it, or that it no longer knows. */
let lastEventId = '';

/** Hears everything the server announces, as long as somebody listens. Returns the function that stops it. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (source === null && timer === undefined) connect();
  return () => {
    listeners.delete(listener);
  };
}

/** Hears at once when the stream of events breaks, long before its silence would tell. */
export function watchLink(listener: (up: boolean) => void): void {
  linkListeners.add(listener);
}

/**
 * A browser opens six connections to one server and no more, and each stream takes one: with as many tabs as that
 * nothing else would be answered. So a tab that nobody sees lets go of its own. Boards and kiosks are always seen.
 */
document.addEventListener('visibilitychange', () => {
  const { screen } = hereAs();
  if (screen === 'board' || screen === 'kiosk' || listeners.size === 0) return;
  if (document.visibilityState === 'visible') connect();
  else disconnect();
});

function connect(): void {
  disconnect();
  const { screen, doctorId } = hereAs();
  const query = new URLSearchParams({
    screen,
    ...(doctorId === null ? {} : { doctor: doctorId }),
    ...(lastEventId === '' ? {} : { last_event_id: lastEventId }),
  });
  const stream = new EventSource(`/rpc/events?${query.toString()}`);
  source = stream;
  stream.onopen = () => {
    failures = 0;
    tellLink(true);
  };
  stream.onmessage = (message: MessageEvent<string>) => {
    lastEventId = message.lastEventId;
    const event = appEventSchema.safeParse(JSON.parse(message.data));
    if (event.success) tell(event.data);
  };
  stream.onerror = () => void recover();
}

function disconnect(): void {
  clearTimeout(timer);
  timer = undefined;
  source?.close();
  source = null;
}

/** The stream broke, or was refused, which it cannot tell apart: asks, and tries again after a pause. */
async function recover(): Promise<void> {
  disconnect();
  tellLink(false);
  timer = setTimeout(connect, PAUSES_MS[failures] ?? LAST_PAUSE_MS);
  failures += 1;
  const session = await askSession();
  if (session !== null && !session.paired) shutOut();
  if (session === null && failures >= LOOK_ELSEWHERE_AFTER) await lookByName();
}

function tell(event: AppEvent): void {
  for (const listener of listeners) listener(event);
}

function tellLink(up: boolean): void {
  for (const listener of linkListeners) listener(up);
}
