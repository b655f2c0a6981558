import {
  hashKey,
  type QueryKey,
  type QueryObserverOptions,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract';
import { type AppError, ok, type Result } from '../../../shared/result';
import { call } from '../api/client';
import { client } from './client';
import { hear } from './hear';
import { type Held, nothing, take } from './held';
import { isKeptForGood, isQueryName, type QueryName } from './stale';

/** Pauses before a lost connection is tried again; the last one stays. */
const AGAIN_AFTER_MS = [500, 1_000, 2_000, 5_000] as const;
const LAST_AGAIN_MS = 5_000;

/** How often everything changed at once. */
let generation = 0;
/** Queries that grew stale while they were being fetched: what is on its way may be older than the event. */
const overtaken = new Set<string>();

type Ask<T> = () => Promise<Result<T>>;
type Options<T> = QueryObserverOptions<Held<T>, Error, Held<T>, Held<T>, QueryKey>;

/**
 * What the main process answers, kept fresh while a component shows it. One answer for all who ask the same.
 * @param input null: not to be asked yet
 */
export function useCall<N extends QueryName>(name: N, input: CallInput<N> | null): Held<CallOutput<N>> {
  const options = optionsOf(name, input ?? {}, () => call(name, input ?? ({} as CallInput<N>)));
  return useQuery({ ...options, enabled: input !== null }, client).data ?? nothing;
}

/** The same of several at once, in their order. */
export function useCalls<N extends QueryName>(
  name: N,
  inputs: readonly CallInput<N>[],
): readonly Held<CallOutput<N>>[] {
  const queries = inputs.map((input) => optionsOf(name, input, () => call(name, input)));
  const combine = useMemo(() => listing<Held<CallOutput<N>>>(nothing), []);
  return useQueries({ queries, combine }, client).all;
}

/** No plain object, so that the library compares it by itself and not by all that is in it. */
class Listed<T> {
  constructor(readonly all: readonly T[]) {}
}

/** What several queries hold, the same list as long as each holds the same. */
function listing<T>(none: T): (results: readonly { data?: T | undefined }[]) => Listed<T> {
  let kept = new Listed<T>([]);
  return (results) => {
    const all = results.map(({ data }) => data ?? none);
    const isSame = all.length === kept.all.length && all.every((one, at) => one === kept.all[at]);
    if (!isSame) kept = new Listed(all);
    return kept;
  };
}

/** How a query is asked and kept. One whose answer is made of several calls says how it asks. */
export function optionsOf<T>(name: QueryName, input: object, ask: Ask<T>): Options<T> {
  const queryKey = [name, input];
  return {
    queryKey,
    // A book has shared its parts by then, by the ids of its tokens: a second time would undo it.
    structuralSharing: name !== 'books.view',
    queryFn: ({ queryKey: key }) => fetchHeld(name, key, ask),
    refetchInterval: ({ state }) => againAfter(state.data),
  };
}

/**
 * Asks, and once more if the answer grew stale on its way: one fetch at a time for each query, however many events
 * come meanwhile.
 */
async function fetchHeld<T>(name: QueryName, key: QueryKey, ask: Ask<T>): Promise<Held<T>> {
  const hash = hashKey(key);
  for (;;) {
    overtaken.delete(hash);
    const askedIn = generation;
    const answer = await ask();
    if (askedIn === generation) hear(name, answer);
    const held = take(name, client.getQueryData<Held<T>>(key) ?? nothing, answer, askedIn, generation);
    const isOld = overtaken.has(hash) || askedIn !== generation;
    if (!isOld || (!answer.ok && isLost(answer.error))) return held;
    client.setQueryData(key, held);
  }
}

/** Lost connections come back when asked again; what was refused does not. */
export function isLost({ code }: AppError): boolean {
  return code === 'UNAVAILABLE' || code === 'INTERNAL';
}

function againAfter(held: Held<unknown> | undefined): number | false {
  if (held?.error === undefined || !isLost(held.error)) return false;
  return AGAIN_AFTER_MS[held.failures - 1] ?? LAST_AGAIN_MS;
}

/** Makes stale whatever is meant: fetched at once where it is shown, else when it is shown again. */
export function makeStale(
  isMeant: (name: QueryName, input: unknown, held: Held<unknown> | undefined) => boolean,
): void {
  const stale = new Set<unknown>();
  for (const query of client.getQueryCache().getAll()) {
    const [name, input] = query.queryKey;
    const held = query.state.data as Held<unknown> | undefined;
    const isOfToday = held?.generation === generation ? held : undefined;
    if (!isQueryName(name) || isKeptForGood(name, held)) continue;
    if (!isMeant(name, input, isOfToday)) continue;
    if (query.state.fetchStatus === 'fetching') overtaken.add(query.queryHash);
    else stale.add(query);
  }
  // All in one: for each alone the library would look through them all.
  if (stale.size === 0) return;
  void client.invalidateQueries({ predicate: (query) => stale.has(query) }, { cancelRefetch: false });
}

/** Fetches anew whatever is shown of these queries. */
export function askAgain(...names: readonly QueryName[]): void {
  makeStale((name) => names.includes(name));
}

/** Another database, another day, or back from a silence: what is held must not be taken for newer than what comes. */
export function startAnew(): void {
  generation += 1;
  makeStale(() => true);
}

/** Takes over what an event or a command told of a query, without asking. */
export function tell<N extends QueryName>(name: N, input: CallInput<N>, value: CallOutput<N>): void {
  client.setQueryData<Held<CallOutput<N>>>([name, input], (held = nothing) =>
    take(name, held, ok(value), generation, generation),
  );
}

/** Lets go of what is held of a query, whatever was asked. */
export function forget(name: QueryName): void {
  client.removeQueries({ queryKey: [name] });
}

/** What is held of a query, outside of components. */
export function heldValue<N extends QueryName>(name: N, input: CallInput<N>): CallOutput<N> | undefined {
  return client.getQueryData<Held<CallOutput<N>>>([name, input])?.value;
}

/** Every answer that is held of a query, whatever was asked. */
export function heldValues<N extends QueryName>(name: N): readonly CallOutput<N>[] {
  const all = client.getQueriesData<Held<CallOutput<N>>>({ queryKey: [name] });
  return all.flatMap(([, held]) => (held?.value === undefined ? [] : [held.value]));
}
