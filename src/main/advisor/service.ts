/**
 * How long a consultation takes: the sum of a random number of phases, each exponential with the mean `phaseMinutes`.
 * `phases[k]` is the chance that there are k of them; there is none of 0.
 */
export interface ServiceTime {
  readonly phaseMinutes: number;
  readonly phases: Float64Array;
}

/** Beyond these the figures are those of the bound: nothing that staff measure is steadier, or wilder. */
export const VARIATION = { least: 0.2, most: 2 } as const;

/** What of the longest consultations is counted as the longest that is calculated. */
const TAIL = 1e-8;

/**
 * A service time with this mean (minutes) and coefficient of variation, by two moments. 1: exponential. Below: Erlang,
 * k − 1 or k phases (Tijms, Stochastic Models, 1994, appendix B). Above: hyperexponential with balanced means; its
 * slower kind is a geometric number of the phases of the faster one, so that both count the same phases.
 */
export function serviceTime(mean: number, variation: number): ServiceTime {
  const squared = Math.min(VARIATION.most, Math.max(VARIATION.least, variation)) ** 2;
  return squared > 1 ? hyperexponential(mean, squared) : erlang(mean, squared);
}

function erlang(mean: number, squared: number): ServiceTime {
  // The least k with 1 / k ≤ squared; what is a hair above a whole number is that number.
  const most = Math.ceil(1 / squared - 1e-9);
  const root = Math.max(0, most * (1 + squared) - most ** 2 * squared);
  const fewer = (most * squared - Math.sqrt(root)) / (1 + squared);
  const phases = new Float64Array(most + 1);
  phases[most] = 1 - fewer;
  if (most > 1) phases[most - 1] = fewer;
  return { phaseMinutes: mean / (most - fewer), phases };
}

function hyperexponential(mean: number, squared: number): ServiceTime {
  const fast = (1 + Math.sqrt((squared - 1) / (squared + 1))) / 2;
  const phaseMinutes = mean / (2 * fast);
  // A slow one ends with each of its phases with this chance: its rate over the rate of a phase.
  const ends = (1 - fast) / fast;
  const most = Math.max(1, Math.ceil(Math.log(TAIL) / Math.log(1 - ends)));
  const phases = new Float64Array(most + 1);
  let left = 1 - fast;
  for (let count = 1; count <= most; count += 1) {
    const now = count === most ? left : left * ends;
    phases[count] = now + (count === 1 ? fast : 0);
    left -= now;
  }
  return { phaseMinutes, phases };
}
