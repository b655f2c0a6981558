import { type TemplateFigures, weights } from '../../shared/model/advice';
import type { ServiceTime } from './service';

/** A session to be filled: who comes is there when the slot begins, and is seen in that order. */
export interface Session {
  /** Of each slot, minutes; one follows the other. */
  readonly lengths: readonly number[];
  /** The chance that somebody booked does not come. */
  readonly noShow: number;
  readonly service: ServiceTime;
}

export type Expected = Omit<TemplateFigures, 'slotMinutes'>;

/** Chances this small are no longer counted. */
const NOTHING = 1e-11;

/**
 * What is to be expected of a template, exactly (Kaandorp and Koole, Optimal outpatient appointment scheduling, Health
 * Care Management Science 10, 2007; docs/advisor.md): how many phases of consultations are left is a Markov chain, which
 * grows when a slot begins and shrinks by a Poisson number while it lasts.
 */
export function evaluator(session: Session): (booked: readonly number[]) => Expected {
  const { lengths, noShow, service } = session;
  const { phaseMinutes, phases } = service;
  const meanPhases = meanOf(phases);
  const arrivals: Float64Array[] = [Float64Array.of(1)];
  const one = phases.map((chance, count) => (1 - noShow) * chance + (count === 0 ? noShow : 0));
  const departures = new Map<number, Float64Array>();

  /** Of so many booked: how many phases they bring. */
  function brought(count: number): Float64Array {
    for (let known = arrivals.length; known <= count; known += 1) {
      arrivals.push(trimmed(sumOf(arrivals[known - 1] ?? one, one)));
    }
    return arrivals[count] ?? one;
  }

  /** How many phases end in so many minutes, as long as there are any. */
  function ended(minutes: number): Float64Array {
    const known = departures.get(minutes);
    if (known !== undefined) return known;
    const fresh = poisson(minutes / phaseMinutes);
    departures.set(minutes, fresh);
    return fresh;
  }

  return (booked) => {
    const patients = booked.reduce((sum, count) => sum + count, 0);
    let left: Float64Array = Float64Array.of(1);
    let start = 0;
    let lastLeaves = 0;
    let waited = 0;
    const waits = lengths.map((length, slot) => {
      const count = booked[slot] ?? 0;
      const ahead = meanOf(left) * phaseMinutes;
      // Each of them waits for those of the same slot who came, and are seen before, too.
      const wait = ahead + ((count - 1) / 2) * (1 - noShow) * meanPhases * phaseMinutes;
      if (count > 0) {
        waited += count * wait;
        left = trimmed(sumOf(left, brought(count)));
        lastLeaves = start + meanOf(left) * phaseMinutes;
      }
      left = trimmed(lessOf(left, ended(length)));
      start += length;
      return count > 0 ? wait : null;
    });
    const meanWait = patients === 0 ? 0 : waited / patients;
    const idle = Math.max(0, lastLeaves - patients * (1 - noShow) * meanPhases * phaseMinutes);
    const overtime = meanOf(left) * phaseMinutes;
    const objective = weights.wait * meanWait + weights.idle * idle + weights.overtime * overtime;
    return { booked: [...booked], waits, meanWait, idle, overtime, objective };
  };
}

function meanOf(chances: Float64Array): number {
  let mean = 0;
  for (let count = 1; count < chances.length; count += 1) mean += count * (chances[count] ?? 0);
  return mean;
}

function sumOf(one: Float64Array, other: Float64Array): Float64Array {
  const sum = new Float64Array(one.length + other.length - 1);
  for (let first = 0; first < one.length; first += 1) {
    const chance = one[first] ?? 0;
    if (chance === 0) continue;
    for (let second = 0; second < other.length; second += 1) {
      sum[first + second] = (sum[first + second] ?? 0) + chance * (other[second] ?? 0);
    }
  }
  return sum;
}

/** Never below nought: what would end beyond that had nothing to end. */
function lessOf(all: Float64Array, ended: Float64Array): Float64Array {
  const rest = new Float64Array(all.length);
  let none = all[0] ?? 0;
  for (let count = 1; count < all.length; count += 1) {
    const chance = all[count] ?? 0;
    let kept = 0;
    for (let gone = 0; gone < count && gone < ended.length; gone += 1) {
      const part = chance * (ended[gone] ?? 0);
      rest[count - gone] = (rest[count - gone] ?? 0) + part;
      kept += part;
    }
    none += chance - kept;
  }
  rest[0] = none;
  return rest;
}

/** The chances of 0, 1, 2 … in a Poisson number with this mean, up to where they are nothing. */
function poisson(mean: number): Float64Array {
  // Far above the mean, and enough where it is small.
  const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 30);
  const chances = new Float64Array(most + 1);
  let logFactorial = 0;
  for (let count = 0; count <= most; count += 1) {
    if (count > 0) logFactorial += Math.log(count);
    chances[count] =
      mean === 0 ? Number(count === 0) : Math.exp(count * Math.log(mean) - mean - logFactorial);
  }
  return chances;
}

function trimmed(chances: Float64Array): Float64Array {
  let length = chances.length;
  while (length > 1 && (chances[length - 1] ?? 0) < NOTHING) length -= 1;
  return length === chances.length ? chances : chances.subarray(0, length);
}
