import { describe, expect, it } from 'vitest';
import { needOf } from '../../src/shared/model/need';
import { type RuleSettings, ruleSettingsSchema } from '../../src/shared/model/settings';
import { type ServiceDay, serviceDaySchema } from '../../src/shared/model/time';
import type { Precedence } from '../../src/shared/model/token';

const rules = ruleSettingsSchema.parse({});
const on = (day: string): ServiceDay => serviceDaySchema.parse(day);
const nothing = { birth: null, precedence: null, precedenceUntil: null };

function byBirth(birth: string, day: string, more: Partial<RuleSettings> = {}): Precedence | null {
  return needOf({ ...nothing, birth }, on(day), { ...rules, ...more })?.precedence ?? null;
}

describe('R26: the need of a patient on a day', () => {
  it.each([
    ['1966-04-12', '2026-04-11', null],
    ['1966-04-12', '2026-04-12', 'senior'],
    ['1964-02-29', '2024-02-28', null],
    ['1964-02-29', '2024-02-29', 'senior'],
    ['1966-02-29', '2026-02-28', null],
    ['1966-02-29', '2026-03-01', 'senior'],
    ['1990-01-01', '2026-01-05', null],
    ['2025-01-06', '2026-01-05', 'infant'],
    ['2025-01-05', '2026-01-05', null],
    ['2026-01-05', '2026-01-05', 'infant'],
  ])('born %s, on %s: %s', (birth, day, need) => {
    expect(byBirth(birth, day)).toBe(need);
  });

  it.each([
    ['1966', '2025-12-31', null],
    ['1966', '2026-01-01', 'senior'],
    ['1966-04', '2026-03-31', null],
    ['1966-04', '2026-04-01', 'senior'],
  ])(
    'of %s alone nobody lacks the years they have, nor has them a year early: on %s %s',
    (birth, day, need) => {
      expect(byBirth(birth, day)).toBe(need);
    },
  );

  it.each([
    ['2025', '2025-01-01', 'infant'],
    ['2025', '2026-12-30', 'infant'],
    ['2025', '2026-12-31', null],
    ['2025-04', '2026-04-30', 'infant'],
    ['2025-04', '2026-05-01', null],
  ])('of %s alone no infant ceases to be one too soon, nor a year late: on %s %s', (birth, day, need) => {
    expect(byBirth(birth, day)).toBe(need);
  });

  it('a birth to come gives nothing', () => {
    for (const birth of ['2026-01-06', '2026-02', '2027']) expect(byBirth(birth, '2026-01-05')).toBeNull();
  });

  it('the clinic sets the ages, or turns them off', () => {
    expect(byBirth('1961-01-05', '2026-01-05', { seniorFromAge: 65 })).toBe('senior');
    expect(byBirth('1961-01-06', '2026-01-05', { seniorFromAge: 65 })).toBeNull();
    expect(byBirth('1930', '2026-01-05', { seniorFromAge: null })).toBeNull();
    expect(byBirth('2022-01-06', '2026-01-05', { infantUnderAge: 4 })).toBe('infant');
    expect(byBirth('2025-12-31', '2026-01-05', { infantUnderAge: null })).toBeNull();
  });

  it('what is kept goes before the age, until its end', () => {
    const patient = { birth: '1950', precedence: 'disabled', precedenceUntil: on('2026-01-05') } as const;
    expect(needOf(patient, on('2026-01-05'), rules)).toEqual({ precedence: 'disabled', age: null });
    expect(needOf(patient, on('2026-01-06'), rules)).toMatchObject({ precedence: 'senior' });
    expect(needOf({ ...patient, birth: null }, on('2026-01-06'), rules)).toBeNull();
    expect(needOf({ ...patient, precedenceUntil: null }, on('2099-01-01'), rules)?.precedence).toBe(
      'disabled',
    );
    expect(needOf(nothing, on('2026-01-05'), rules)).toBeNull();
  });

  it('says by which age, and whether that is sure', () => {
    const ageOf = (birth: string) => needOf({ ...nothing, birth }, on('2026-01-05'), rules)?.age;
    expect(ageOf('1954-06-01')).toEqual({ years: 71, isAbout: false });
    expect(ageOf('1955')).toEqual({ years: 71, isAbout: true });
    expect(ageOf('2025-10')).toEqual({ years: 0, isAbout: true });
  });
});
