import { type Cohort, cohorts, type FigureName, figures } from '../../shared/model/report-figures';
import { Numbers } from './numbers';
import { bitOf, type VisitFacts } from './visit';

type Value = Exclude<keyof VisitFacts, 'mask'>;

/** Figures that are worked out from one value of each visit. */
const figureOf: Readonly<Partial<Record<FigureName, readonly [Value, 'median' | 'p90' | 'mean']>>> = {
  waitMedian: ['wait', 'median'],
  waitP90: ['wait', 'p90'],
  stayMedian: ['stay', 'median'],
  quoteBias: ['error', 'mean'],
  cancelledEarlyMedian: ['early', 'median'],
  consultationMedian: ['consultation', 'median'],
};

/** The visits of one row of a table, as far as its figures need them. */
export interface Tally {
  readonly counts: number[];
  readonly lists: Numbers[];
}

/** What is counted for some figures, and how they follow from it. */
export interface Meter {
  newTally(): Tally;
  add(tally: Tally, facts: VisitFacts): void;
  cells(tally: Tally): (number | null)[];
}

export function meterOf(names: readonly FigureName[]): Meter {
  const counted = [
    ...new Set(
      names.flatMap((name): Cohort[] => {
        const { unit, cohort, ...rest } = figures[name];
        if (unit === 'share' && cohort !== null && 'of' in rest) return [cohort, rest.of];
        return unit === 'count' && cohort !== null ? [cohort] : [];
      }),
    ),
  ].sort((one, other) => cohorts.indexOf(one) - cohorts.indexOf(other));
  const bits = counted.map((cohort) => bitOf[cohort]);
  const values = [...new Set(names.flatMap((name) => figureOf[name]?.[0] ?? []))];
  const place = (cohort: Cohort): number => counted.indexOf(cohort);
  return {
    newTally: () => ({ counts: counted.map(() => 0), lists: values.map(() => new Numbers()) }),
    add({ counts, lists }, facts) {
      for (let index = 0; index < bits.length; index += 1) {
        if ((facts.mask & (bits[index] as number)) !== 0) counts[index] = (counts[index] as number) + 1;
      }
      for (let index = 0; index < values.length; index += 1) {
        const value = facts[values[index] as Value];
        if (!Number.isNaN(value)) lists[index]?.push(value);
      }
    },
    cells({ counts, lists }) {
      return names.map((name) => {
        const of = figureOf[name];
        if (of) {
          const list = lists[values.indexOf(of[0])];
          if (!list) return null;
          return of[1] === 'mean' ? list.mean() : list.quantile(of[1] === 'median' ? 0.5 : 0.9);
        }
        const { cohort, unit, ...rest } = figures[name];
        if (cohort === null) return null;
        const count = counts[place(cohort)] ?? 0;
        if (unit !== 'share' || !('of' in rest)) return count;
        const whole = counts[place(rest.of)] ?? 0;
        return whole === 0 ? null : count / whole;
      });
    },
  };
}
