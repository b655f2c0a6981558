import { expect, test } from 'vitest';
import { evaluator, type Session } from '../../src/main/advisor/evaluate';
import { type ServiceTime, serviceTime, VARIATION } from '../../src/main/advisor/service';
import { RandomStream } from '../../src/main/simulation/random';

/** The first two moments of a sum of phases, by the definition. */
function momentsOf({ phaseMinutes, phases }: ServiceTime) {
  let chance = 0;
  let mean = 0;
  let square = 0;
  for (const [count, part] of phases.entries()) {
    chance += part;
    mean += part * count * phaseMinutes;
    square += part * (count + count ** 2) * phaseMinutes ** 2;
  }
  return { chance, mean, variation: Math.sqrt(square - mean ** 2) / mean };
}

test.each([0.2, 0.3, 0.45, 0.5, 0.6, Math.SQRT1_2, 0.8, 0.95, 1, 1.05, 1.3, 1.7, 2])(
  'a service time has the mean and the variation that were measured: %d',
  (variation) => {
    const { chance, ...moments } = momentsOf(serviceTime(9, variation));
    expect(chance).toBeCloseTo(1, 9);
    expect(moments.mean).toBeCloseTo(9, 5);
    expect(moments.variation).toBeCloseTo(variation, 4);
  },
);

test('variation 1 is exponential, one half Erlang of four; what nobody measures is cut', () => {
  expect([...serviceTime(9, 1).phases]).toEqual([0, 1]);
  expect([...serviceTime(8, 0.5).phases]).toEqual([0, 0, 0, 0, 1]);
  expect(serviceTime(9, 0)).toEqual(serviceTime(9, VARIATION.least));
  expect(serviceTime(9, 9)).toEqual(serviceTime(9, VARIATION.most));
});

test('by hand: one patient, two in one slot, one a slot, nobody', () => {
  const session = { lengths: [10, 10], noShow: 0, service: serviceTime(10, 1) };
  const figures = evaluator(session);
  // An exponential of mean 10 is longer than 20 with chance e⁻², and then by 10 on average.
  const late = 10 * Math.exp(-2);
  expect(figures([1, 0])).toMatchObject({ waits: [0, null], meanWait: 0, idle: 0 });
  expect(figures([1, 0]).overtime).toBeCloseTo(late, 9);
  expect(figures([2, 0]).waits).toEqual([5, null]);
  expect(figures([2, 0]).idle).toBeCloseTo(0, 9);
  // P(N > 1) + P(N > 0) phases left after a Poisson number of mean 2.
  expect(figures([2, 0]).overtime).toBeCloseTo(10 * Math.exp(-2) * (2 + 2), 9);
  // The second waits for what the first takes beyond 10; the doctor is idle for what it takes less.
  const wait = 10 * Math.exp(-1);
  expect(figures([1, 1]).waits[1]).toBeCloseTo(wait, 9);
  expect(figures([1, 1]).idle).toBeCloseTo(wait, 9);
  expect(figures([0, 0])).toMatchObject({
    waits: [null, null],
    meanWait: 0,
    idle: 0,
    overtime: 0,
    objective: 0,
  });
  // Nobody comes at all: no consultation, and the doctor has waited for the second to the second slot's start.
  expect(evaluator({ ...session, noShow: 1 })([1, 1])).toMatchObject({ meanWait: 0, idle: 10, overtime: 0 });
});

const steady = { lengths: [15, 15, 15, 15, 15, 15], noShow: 0.15, mean: 12, variation: 0.6 };

/** Means with half of their 99.9 % confidence interval. */
test.each([
  { ...steady, booked: [2, 1, 1, 1, 1, 0] },
  { ...steady, variation: 1, noShow: 0, booked: [1, 1, 1, 1, 1, 1] },
  { ...steady, variation: 1.4, noShow: 0.3, booked: [2, 2, 1, 1, 1, 1] },
  { lengths: [60, 60, 60, 30], noShow: 0.2, mean: 7, variation: 0.75, booked: [9, 8, 8, 3] },
  { lengths: [10, 10, 10, 10], noShow: 0.1, mean: 9, variation: 0.25, booked: [1, 2, 0, 1] },
])('the figures are those of a simulation patient by patient: $variation $booked', ({ booked, ...one }) => {
  const service = serviceTime(one.mean, one.variation);
  const exact = evaluator({ ...one, service })(booked);
  const seen = simulated({ ...one, service }, booked, 40_000);
  for (const name of ['meanWait', 'idle', 'overtime'] as const) {
    const { mean, half } = seen[name];
    expect(Math.abs(exact[name] - mean), `${name} ${exact[name]} ${mean} ± ${half}`).toBeLessThan(half);
    // The interval is narrow enough to mean something.
    expect(half).toBeLessThan(0.7);
  }
});

/**
 * Sessions played through patient by patient, with nothing of the evaluation in it: phases are drawn one by one. A
 * session counts with the wait that each booked patient would have had, so that sessions in which few come count alike.
 */
function simulated({ lengths, noShow, service }: Session, booked: readonly number[], sessions: number) {
  const random = new RandomStream(7, 'advisor', ...booked);
  const patients = booked.flatMap((count, slot) => new Array<number>(count).fill(slot));
  const startOf = (slot: number): number => lengths.slice(0, slot).reduce((sum, one) => sum + one, 0);
  const starts = patients.map(startOf);
  const end = startOf(lengths.length);
  const samples = { meanWait: [] as number[], idle: [] as number[], overtime: [] as number[] };
  for (let session = 0; session < sessions; session += 1) {
    let free = 0;
    let waited = 0;
    let worked = 0;
    for (const start of starts) {
      waited += Math.max(0, free - start);
      free = Math.max(free, start);
      if (random.chance(noShow)) continue;
      const minutes = draw(service, random);
      free += minutes;
      worked += minutes;
    }
    samples.meanWait.push(waited / patients.length);
    samples.idle.push(free - worked);
    samples.overtime.push(Math.max(0, free - end));
  }
  return {
    meanWait: intervalOf(samples.meanWait),
    idle: intervalOf(samples.idle),
    overtime: intervalOf(samples.overtime),
  };
}

function draw({ phaseMinutes, phases }: ServiceTime, random: RandomStream): number {
  let left = random.next();
  let count = 0;
  while (count < phases.length - 1 && left >= (phases[count] ?? 0)) {
    left -= phases[count] ?? 0;
    count += 1;
  }
  let minutes = 0;
  for (let phase = 0; phase < count; phase += 1) minutes += random.exponential(phaseMinutes);
  return minutes;
}

function intervalOf(samples: readonly number[]) {
  const mean = samples.reduce((sum, one) => sum + one, 0) / samples.length;
  const spread = samples.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (samples.length - 1);
  return { mean, half: 3.29 * Math.sqrt(spread / samples.length) };
}
