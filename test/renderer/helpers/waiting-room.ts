import type { Call } from '../../../src/renderer/src/voice/call';
import { BETWEEN_CALLS, enqueue, type SkipReason, takeNext } from '../../../src/renderer/src/voice/queue';
import {
  type Cue,
  type Durations,
  type Manner,
  makeTimeline,
} from '../../../src/renderer/src/voice/timeline';

interface Said {
  readonly call: Call;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly times: number;
  /** On the clock of the day. */
  readonly cues: readonly Cue[];
  /** Who had been called by then and was still to be said. */
  readonly passed: readonly Call[];
}

interface Day {
  readonly said: readonly Said[];
  readonly skipped: readonly { readonly call: Call; readonly reason: SkipReason }[];
}

/** A day in the waiting room by the real rules, with a clock that is moved rather than waited for. */
export function playDay(
  calls: readonly Call[],
  manner: Manner & { readonly silentAt?: (now: number) => boolean },
  durations: Durations,
): Day {
  const said: Said[] = [];
  const skipped: Day['skipped'][number][] = [];
  const coming = [...calls].sort((a, b) => a.at - b.at);
  let waiting: readonly Call[] = [];
  let now = 0;
  while (coming.length > 0 || waiting.length > 0) {
    now = waiting.length === 0 ? Math.max(now, coming[0]?.at ?? now) : now;
    for (let next = coming[0]; next !== undefined && next.at <= now; next = coming[0]) {
      waiting = enqueue(waiting, next);
      coming.shift();
    }
    const silent = manner.silentAt?.(now) ?? false;
    const turn = takeNext(waiting, now, { times: manner.times, silent });
    waiting = turn.waiting;
    skipped.push(...turn.skipped);
    if (turn.next !== null) {
      const { call, times } = turn.next;
      const { cues, lasts } = makeTimeline(call, { ...manner, times }, durations);
      const startsAt = now;
      said.push({
        call,
        startsAt,
        endsAt: startsAt + lasts,
        times,
        cues: cues.map((cue) => ({ ...cue, startsAt: cue.startsAt + startsAt })),
        passed: waiting,
      });
      now += lasts + BETWEEN_CALLS;
    }
  }
  return { said, skipped };
}

let keys = 0;

export function callOf(number: string, more: Partial<Call> = {}): Call {
  keys += 1;
  return { key: String(keys), number, room: '3', doctorName: 'Dr Rao', recall: false, at: 0, ...more };
}
