import { expect, it } from 'vitest';
import type { Context } from '../../src/main/engine';
import { groups, type Job } from '../../src/main/engine/estimate/jobs';
import { lineOf } from '../../src/main/engine/estimate/line';
import { compareJobs, type Moment } from '../../src/main/engine/estimate/order';
import { MINUTE } from '../../src/shared/model/time';
import type { Token } from '../../src/shared/model/token';
import { fc } from '../helpers/fast-check';
import { Clinic } from './helpers/clinic';

const HOUR = 60 * MINUTE;

/** Somebody in the line, in few values of each kind, so that much is equal. */
const job = fc.record({
  readyAt: fc.integer({ min: 0, max: 12 }).map((minutes) => minutes * 10 * MINUTE),
  earlier: fc.constantFrom(0, 10 * MINUTE, HOUR),
  group: fc.constantFrom(...Object.values(groups)),
  seatAt: fc.constantFrom(Infinity, HOUR, 2 * HOUR),
  slotStart: fc.constantFrom(0, HOUR, 2 * HOUR),
  targetMs: fc.constantFrom(20, 30, 45, 22.5).map((minutes) => minutes * MINUTE),
  need: fc.constantFrom(0 as const, 1 as const),
  priority: fc.constantFrom(1, 2, 3, 4),
  callsToGo: fc.constantFrom(0, 0, 1, 4),
});

/** What goes by before each of the calls. */
const steps = fc.array(fc.constantFrom(0, 5 * MINUTE, 20 * MINUTE, HOUR), { minLength: 40, maxLength: 40 });

function jobsOf(drawn: readonly (typeof job extends fc.Arbitrary<infer T> ? T : never)[]): Job[] {
  return drawn.map(({ earlier, priority, callsToGo, ...rest }, index) => ({
    ...rest,
    callsToGo: rest.group === groups.held ? callsToGo : 0,
    seatAt: rest.group === groups.list ? rest.seatAt : Infinity,
    token: { number: `A-${index}`, priority } as Token,
    checkedIn: Math.max(0, rest.readyAt - earlier),
    // By the last arrival, where the clock was set back (R35).
    rankedAt: 2 * HOUR,
    chance: 1,
    workMs: 10 * MINUTE,
    order: [drawn.length - index, 0],
  }));
}

/** The best of all, looked for anew at each moment. */
function bestOf(jobs: readonly Job[], moment: Moment, context: Context): Job | undefined {
  return [...jobs].sort((a, b) => compareJobs(a, b, moment, context))[0];
}

it.each(['fair', 'strict'] as const)(
  'R18, R19: the line of lanes gives at each moment whom `%s` gives of all',
  (callOrder) => {
    const { context } = new Clinic({ seats: [1], rules: { callOrder } });
    let taken = 0;
    fc.assert(
      fc.property(fc.array(job, { maxLength: 30 }), steps, (drawn, gone) => {
        const left = new Set(jobsOf(drawn));
        let moment: Moment = { at: 0, calls: 0 };
        const line = lineOf([...left], moment, context);
        for (const ms of gone) {
          moment = { at: moment.at + ms, calls: moment.calls + 1 };
          const best = bestOf([...left], moment, context);
          expect(line(moment)?.token.number).toBe(best?.token.number);
          if (best) taken += 1;
          if (best) left.delete(best);
        }
        expect(left.size).toBe(0);
      }),
      { endOnFailure: true },
    );
    expect(taken).toBeGreaterThan(200);
  },
);
