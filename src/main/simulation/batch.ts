import { defaultRules, type RuleSettings } from '../../shared/model/settings';
import { ClinicDay } from './clinic-day';
import { type ForecastSums, forecaster, newForecast } from './forecast';
import { type Cell, planDay } from './plan';
import type { Policy } from './policy';
import { newSample, type Sample, tally } from './tally';

/** A stretch of consecutive days of one cell: what a worker does at a time, and the unit of the confidence intervals. */
export interface Batch {
  readonly cell: Cell;
  readonly seed: number;
  readonly firstDay: number;
  readonly days: number;
  readonly runs: readonly Run[];
}

/** The same days once more, under another policy or other settings. */
export interface Run {
  readonly name: string;
  readonly policy: Policy;
  readonly rules: Partial<RuleSettings>;
  /** Also predict every wait. */
  readonly forecasts?: boolean;
  /** Moving up is tried (moving-up.ts). */
  readonly movesUp?: boolean;
}

export interface RunResult {
  readonly sample: Sample;
  readonly forecast: ForecastSums | undefined;
}

/** Plays the days once for each run, in the order of the runs. */
export function playBatch({ cell, seed, firstDay, days, runs }: Batch): RunResult[] {
  const plans = Array.from({ length: days }, (_, index) => planDay(cell, seed, firstDay + index));
  return runs.map(({ policy, rules, forecasts, movesUp }) => {
    const sample = newSample();
    const forecast = forecasts ? newForecast() : undefined;
    const observers = [tally(sample, policy)];
    if (forecast) observers.push(forecaster(forecast, cell.serviceMinutes, cell.doctors));
    const play = { policy, rules: { ...defaultRules, ...rules }, observers, movesUp };
    for (const plan of plans) new ClinicDay(plan, play).run();
    return { sample, forecast };
  });
}
