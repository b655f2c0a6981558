import { afterEach, describe, expect, it } from 'vitest';
import { openSeedClinic, type SeedClinic } from '../../src/main/simulation/seed-clinic';
import { playSeedDay } from '../../src/main/simulation/seed-day';
import { seedReport } from '../../src/main/simulation/seed-report';
import { type SeedSummary, summarise } from '../../src/main/simulation/seed-summary';
import { defaultRules, type RuleSettings } from '../../src/shared/model/settings';

let clinic: SeedClinic | undefined;
afterEach(close);

async function close(): Promise<void> {
  await clinic?.close();
  clinic = undefined;
}

interface Options {
  seed?: number;
  tokens?: number;
  doctors?: number;
  capacity?: number;
  rules?: Partial<RuleSettings>;
}

async function simulate({ seed = 1, tokens = 50, doctors = 3, capacity = 4, rules }: Options = {}) {
  const options = { seed, tokens, doctors, capacity, rules: { ...defaultRules, ...rules } };
  await close();
  clinic = await openSeedClinic({ ...options, nativeBinding: process.env.OPD_SQLITE_BINDING });
  const { overfull } = await playSeedDay(clinic, options);
  return summarise(clinic, { ...options, overfull });
}

const total = (
  summary: SeedSummary,
  key: 'tokens' | 'served' | 'cancelled' | 'noShows' | 'notSeen' | 'displaced',
) => summary.doctors.reduce((sum, doctor) => sum + doctor[key], 0);

describe('the day of the seed, in a real database', () => {
  it('gives the same output for the same seed, and another for another', async () => {
    const first = seedReport(await simulate());
    expect(seedReport(await simulate())).toBe(first);
    expect(seedReport(await simulate({ seed: 2 }))).not.toBe(first);
  });

  it('has 50 tokens at 3 doctors with 4 slots, each accounted for', async () => {
    const summary = await simulate();
    expect(summary.doctors.map(({ slots }) => slots.map(({ slot }) => slot))).toEqual(
      Array.from({ length: 3 }, () => ['09:00–10:00', '10:00–11:00', '11:00–12:00', '12:00–13:00']),
    );
    expect(total(summary, 'tokens')).toBe(50);
    const ended = (['served', 'cancelled', 'noShows', 'notSeen'] as const).map((key) => total(summary, key));
    expect(ended.reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(total(summary, 'cancelled')).toBeGreaterThan(0);
    expect(total(summary, 'noShows')).toBeGreaterThan(0);
    expect(summary.replays).toBe(true);
    expect(summary.overfull).toBe(0);
  });

  it('never fills a slot above its limit, whatever the seed', async () => {
    for (const seed of [3, 4, 5, 6]) {
      const summary = await simulate({ seed, rules: { maxEmergencyOverflow: 1 } });
      for (const row of summary.doctors.flatMap(({ slots }) => slots)) {
        expect(row.used - row.overflow).toBeLessThanOrEqual(row.capacity);
        expect(row.overflow).toBeLessThanOrEqual(1);
      }
      expect([summary.overfull, summary.replays]).toEqual([0, true]);
    }
  });

  it('displaces where emergencies have no seats of their own', async () => {
    const summary = await simulate({ rules: { maxEmergencyOverflow: 0 } });
    expect(total(summary, 'displaced')).toBeGreaterThan(0);
    expect(summary.doctors.flatMap(({ slots }) => slots).every(({ overflow }) => overflow === 0)).toBe(true);
  });

  it('works with nobody, without seats, and with one doctor', async () => {
    expect(total(await simulate({ tokens: 0 }), 'tokens')).toBe(0);
    const none = await simulate({ capacity: 0, tokens: 9, rules: { maxEmergencyOverflow: 0 } });
    expect(none.doctors.flatMap(({ slots }) => slots).every(({ used }) => used === 0)).toBe(true);
    expect((await simulate({ doctors: 1, tokens: 12 })).doctors).toHaveLength(1);
  });
});
