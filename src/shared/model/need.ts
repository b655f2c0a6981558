import { z } from 'zod';
import type { PatientFacts } from './registered-patient';
import type { RuleSettings } from './settings';
import type { ServiceDay } from './time';
import { precedenceSchema } from './token';

/** R26: a need that follows from what is known of a patient. */
export const needSchema = z.object({
  precedence: precedenceSchema,
  /** By how many whole years, which may be one more than it is; null: it is kept as such. */
  age: z.object({ years: z.int(), isAbout: z.boolean() }).nullable(),
});
export type Need = z.infer<typeof needSchema>;

type Known = Pick<PatientFacts, 'birth' | 'precedence' | 'precedenceUntil'>;
type Ages = Pick<RuleSettings, 'seniorFromAge' | 'infantUnderAge'>;

/**
 * R26: the need of a patient on a service day: what is kept until its end, else what follows from the birth. Of a birth that is
 * known by its year or month alone the day counts that gives the need: nobody lacks one that they have, and nobody has it a
 * whole year too early or too long.
 */
export function needOf(
  { birth, precedence, precedenceUntil }: Known,
  day: ServiceDay,
  rules: Ages,
): Need | null {
  const isKept = precedence !== null && (precedenceUntil === null || day <= precedenceUntil);
  if (isKept) return { precedence, age: null };
  if (birth === null || birth > day.slice(0, birth.length)) return null;
  const isAbout = birth.length < day.length;
  const atMost = yearsBetween(`${birth}-01-01`.slice(0, day.length), day);
  const { seniorFromAge, infantUnderAge } = rules;
  if (seniorFromAge !== null && atMost >= seniorFromAge) {
    return { precedence: 'senior', age: { years: atMost, isAbout } };
  }
  const atLeast = Math.max(0, yearsBetween(lastDayOf(birth), day));
  if (infantUnderAge !== null && atLeast < infantUnderAge) {
    return { precedence: 'infant', age: { years: atLeast, isAbout } };
  }
  return null;
}

/** Of a month the last day that any has: only what comes before or after counts. */
const lastDayOf = (birth: string): string =>
  birth.length === 4 ? `${birth}-12-31` : `${birth}-31`.slice(0, 10);

/** Birthdays since the first day; who was born on 29 February has it on 1 March in other years. */
function yearsBetween(from: string, to: string): number {
  const isBeforeBirthday = to.slice(5) < from.slice(5);
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - Number(isBeforeBirthday);
}
