import type { AppEvent } from '../../shared/contract';

/** One event on its way out; only those that can be asked for again have an id. */
export interface SentEvent {
  readonly id: string | null;
  readonly event: AppEvent;
}

type Listener = (sent: SentEvent) => void;

/** Hands every event to whoever listens, and remembers the latest for those whose connection broke. */
export interface EventHub {
  publish(event: AppEvent): void;
  /**
   * Listens from now on, after what happened since `lastEventId`. Where that is too long ago, or of another run of
   * the server, `everythingChanged` comes first. Answers how to stop.
   */
  subscribe(listener: Listener, lastEventId?: string): () => void;
}

/** `epoch` names this run of the server; `kept` is how many events are remembered. */
export function createEventHub(epoch: string, kept = 2_000): EventHub {
  const listeners = new Set<Listener>();
  const recent: SentEvent[] = [];
  let last = 0;

  const idOf = (sequence: number): string => `${epoch}-${sequence}`;

  /** What happened after an id, or undefined if that is no longer known. */
  function since(lastEventId: string): readonly SentEvent[] | undefined {
    const [known, sequence] = splitId(lastEventId);
    const missed = last - sequence;
    if (known !== epoch || missed < 0 || missed > recent.length) return undefined;
    return missed === 0 ? [] : recent.slice(-missed);
  }

  return {
    publish(event) {
      // A heartbeat is worth nothing later, and would push out what is.
      if (event.type === 'heartbeat') return tell({ id: null, event });
      last += 1;
      const sent = { id: idOf(last), event };
      recent.push(sent);
      if (recent.length > kept) recent.shift();
      tell(sent);
    },
    subscribe(listener, lastEventId) {
      const missed = lastEventId === undefined ? [] : since(lastEventId);
      if (missed) for (const sent of missed) listener(sent);
      else listener({ id: idOf(last), event: { type: 'everythingChanged' } });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function tell(sent: SentEvent): void {
    for (const listener of [...listeners]) listener(sent);
  }
}

function splitId(id: string): [string, number] {
  const dash = id.lastIndexOf('-');
  const sequence = Number(id.slice(dash + 1));
  return [id.slice(0, Math.max(dash, 0)), Number.isSafeInteger(sequence) ? sequence : -1];
}
