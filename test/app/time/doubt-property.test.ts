import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { MINUTE, serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, openClinic, staff, unwrap } from '../../helpers/clinic';
import { fc } from '../../helpers/fast-check';
import { twoClocks } from '../../helpers/two-clocks';

const HOUR = 60 * MINUTE;
const MONDAY = serviceDaySchema.parse('2026-01-05');

/** Minutes go by, the clock is set anywhere, or somebody comes. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('live' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    kind: fc.constant('set' as const),
    by: fc.oneof(
      fc.integer({ min: 3 * MINUTE, max: 400 * 24 * HOUR }),
      fc.integer({ min: -400 * 24 * HOUR, max: -3 * MINUTE }),
    ),
  }),
  fc.record({ kind: fc.constant('issue' as const) }),
);

test('R35: whatever the clock does while nobody answers, nothing happens by itself, and afterwards all is as without it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const computer = twoClocks(at('08:30'));
      const clinic = await openClinic({ computer: computer.clock, watched: true });
      const { run } = makeRounds(clinic.environment);
      const doctorId = first(clinic.doctorIds);
      const view = async () =>
        unwrap(await clinic.app.call('books.view', { doctorId, serviceDay: MONDAY }, staff));
      await clinic.issued({ source: 'online' });
      await run();
      computer.set(at('08:30', '2026-01-07'));
      await run();
      let lived = 0;
      for (const one of steps) {
        if (one.kind === 'live') {
          // The clock's work goes on all the while: a longer silence would be an outage (R13).
          for (let minute = 0; minute < one.minutes; minute += 1) {
            computer.live(MINUTE);
            await run();
          }
          lived += one.minutes;
        } else if (one.kind === 'set') {
          // Never back to the right time by chance.
          const there = computer.clock.now() + one.by;
          const right = at('08:30') + lived * MINUTE;
          computer.set(Math.abs(there - right) > 3 * MINUTE ? there : there + HOUR);
        } else await clinic.issued();
        await run();
      }
      const { status, tokens, now } = await view();
      expect([status, now]).toEqual(['open', at('08:30') + lived * MINUTE]);
      expect(tokens.every((token) => token.status === 'active' || token.status === 'waiting')).toBe(true);
      const made = [...tokens].sort((a, b) => a.sequence - b.sequence).map(({ createdAt }) => createdAt);
      expect(made).toEqual([...made].sort((a, b) => a - b));
      computer.set(at('08:30') + lived * MINUTE);
      await run();
      expect(clinic.environment.clockTrust.isDoubted()).toBe(false);
      // R13, as on any morning: who booked is a no-show a quarter of an hour after nine.
      const isDue = lived >= 45;
      expect((await view()).tokens.find(({ number }) => number === 'A-001')?.status).toBe(
        isDue ? 'no_show' : 'active',
      );
      await clinic.store.close();
    }),
    { numRuns: 15 },
  );
});
