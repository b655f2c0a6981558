import { sources } from '../../shared/model/token';
import { MIX } from './plan';
import { pooledWaitsOnEngine, waitsOnEngine } from './queue-on-engine';
import { ANCHOR, arrivals, ReferencePool, ReferenceServer, take } from './queue-reference';
import { conservedWait, firstComeWait, pooledWait, priorityWaits, type Service } from './queue-theory';
import { type Figure, marginOf, mean } from './stats';

/** One figure of theory beside the same of a long simulation. */
export interface Anchor {
  readonly name: string;
  readonly theory: number;
  /** Of the plain reference queue, which the engine matches patient by patient. */
  readonly simulated: Figure;
}

/** How the engine's waits compare with the reference's, patient by patient. */
export interface Agreement {
  readonly name: string;
  readonly patients: number;
  /** Waits that are the same to the millisecond. */
  readonly equal: number;
}

const BATCHES = 40;
const EXPONENTIAL: Service = { mean: 8, variation: 1, load: 0.9 };
const MINUTE_MS = 60_000;

/** Long runs of the reference queue against the formulas; minutes, and for pooling service times. */
export function meetAnchors(patients: number, seed: number): Anchor[] {
  const shares = sources.map((source) => MIX[source]);
  const strict = longRun(ANCHOR, true, patients, seed);
  const fifo = longRun(ANCHOR, false, patients, seed);
  const theory = priorityWaits(ANCHOR, shares);
  const perClass = sources.map((source, index) => ({
    name: `strict priority, ${source}`,
    theory: theory[index] ?? 0,
    simulated: figure(strict, (batch) => (batch.sums[index] ?? 0) / (batch.counts[index] ?? 0)),
  }));
  const conserved = (batch: Batch): number =>
    shares.reduce(
      (sum, share, index) =>
        sum + (share * ANCHOR.load * (batch.sums[index] ?? 0)) / (batch.counts[index] ?? 1),
      0,
    );
  const alone = longPool(1, patients, seed);
  const pooled = longPool(3, patients, seed);
  return [
    ...perClass,
    { name: 'first come first served', theory: firstComeWait(ANCHOR), simulated: figure(fifo, meanOf) },
    { name: 'conservation law', theory: conservedWait(ANCHOR), simulated: figure(strict, conserved) },
    { name: 'one of three M/M/1, in service times', theory: pooledWait(1, 0.9), simulated: alone },
    { name: 'the three pooled as M/M/3, in service times', theory: pooledWait(3, 0.9), simulated: pooled },
  ];
}

/** The engine and the reference on the same arrivals. */
export function compareWithEngine(patients: number, seed: number): Agreement[] {
  const stream = take(arrivals(ANCHOR, seed), patients);
  const pooled = take(arrivals(EXPONENTIAL, seed, 3), patients);
  const agreement = (name: string, engine: readonly number[], reference: readonly number[]): Agreement => ({
    name,
    patients,
    equal: engine.filter((wait, index) => wait === reference[index]).length,
  });
  const servers = new ReferencePool(3);
  return [
    agreement('strict', waitsOnEngine(stream, 'strict'), referenceWaits(stream, true)),
    agreement('fifo', waitsOnEngine(stream, 'fifo'), referenceWaits(stream, false)),
    agreement(
      'three doctors, one line',
      pooledWaitsOnEngine(pooled, 3),
      pooled.map((arrival) => servers.wait(arrival)),
    ),
  ];
}

function referenceWaits(stream: ReturnType<typeof take>, strict: boolean): number[] {
  const indexOf = new Map(stream.map((arrival, index) => [arrival, index]));
  const waits: number[] = [];
  const server = new ReferenceServer(strict, (arrival, waitMs) => {
    waits[indexOf.get(arrival) ?? 0] = waitMs;
  });
  for (const arrival of stream) server.arrive(arrival);
  server.serveUntil(Infinity);
  return waits;
}

/** Sums of waits (minutes) and counts, by source. */
interface Batch {
  readonly sums: number[];
  readonly counts: number[];
}

function longRun(service: Service, strict: boolean, patients: number, seed: number): Batch[] {
  const batches: Batch[] = Array.from({ length: BATCHES }, () => ({
    sums: sources.map(() => 0),
    counts: sources.map(() => 0),
  }));
  let started = 0;
  const server = new ReferenceServer(strict, ({ source }, waitMs) => {
    const batch = batches[Math.min(BATCHES - 1, Math.floor((started * BATCHES) / patients))];
    const index = sources.indexOf(source);
    started += 1;
    if (!batch) return;
    batch.sums[index] = (batch.sums[index] ?? 0) + waitMs / MINUTE_MS;
    batch.counts[index] = (batch.counts[index] ?? 0) + 1;
  });
  const stream = arrivals(service, seed);
  for (let count = 0; count < patients; count += 1) server.arrive(stream.next().value);
  return batches;
}

function figure(batches: readonly Batch[], measure: (batch: Batch) => number): Figure {
  const add = (key: keyof Batch): number[] =>
    sources.map((_, index) => batches.reduce((sum, batch) => sum + (batch[key][index] ?? 0), 0));
  return {
    value: measure({ sums: add('sums'), counts: add('counts') }),
    margin: marginOf(batches.map(measure)),
  };
}

function meanOf({ sums, counts }: Batch): number {
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return total(sums) / total(counts);
}

function longPool(servers: number, patients: number, seed: number): Figure {
  const pool = new ReferencePool(servers);
  const stream = arrivals(EXPONENTIAL, seed, servers);
  const means = Array.from({ length: BATCHES }, () => {
    let sum = 0;
    const size = Math.floor(patients / BATCHES);
    for (let count = 0; count < size; count += 1) sum += pool.wait(stream.next().value);
    return sum / size / (EXPONENTIAL.mean * MINUTE_MS);
  });
  return { value: mean(means), margin: marginOf(means) };
}
