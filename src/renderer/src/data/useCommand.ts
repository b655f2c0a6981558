import { useMemo } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract';
import { type Bare, type Recorded, send, sendBare, type Ways, type Wish } from './command';
import { useLock } from './useLock';

export interface Sending {
  /** Asks main to do it, with a request id. Null: refused, which was said; or something else is under way. */
  run<N extends Recorded>(name: N, wish: Wish<N>, ways?: Ways<CallOutput<N>>): Promise<CallOutput<N> | null>;
  /** The same of a command without a request id. */
  runBare<N extends Bare>(
    name: N,
    input: CallInput<N>,
    ways?: Ways<CallOutput<N>>,
  ): Promise<CallOutput<N> | null>;
}

export interface Command extends Sending {
  /** True while something is under way: show it, and take no other press. */
  readonly busy: boolean;
  /** Several that are one press for a person. Null: something else is under way. */
  together<T>(work: (sending: Sending) => Promise<T>): Promise<T | null>;
}

/** Outside of components, and of any lock. */
export const sending: Sending = { run: send, runBare: sendBare };

/**
 * The one way to act: one thing at a time, with a request id that stays the same when the same is asked again after a
 * lost answer; what was done is said, what was refused too.
 */
export function useCommand(): Command {
  const { busy, run: locked } = useLock();
  const ways = useMemo(
    () => ({
      run: ((name, wish, then) => locked(() => send(name, wish, then))) as Sending['run'],
      runBare: ((name, input, then) => locked(() => sendBare(name, input, then))) as Sending['runBare'],
      together: <T>(work: (all: Sending) => Promise<T>) => locked(() => work(sending)),
    }),
    [locked],
  );
  return { ...ways, busy };
}
