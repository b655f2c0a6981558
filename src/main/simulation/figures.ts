import { defaultRules } from '../../shared/model/settings';
import type { Source } from '../../shared/model/token';
import type { RunResult } from './batch';
import type { Violations } from './checks';
import { type ForecastSums, newForecast } from './forecast';
import { type Figure, figureOf, mean, percentile } from './stats';
import { bySource, type Counts, pool, type Sample } from './tally';

/** Emergencies have no target among the settings: this yardstick, minutes, is the evaluation's own. */
export const EMERGENCY_YARDSTICK = 10;

export const targetOf = (source: Source): number =>
  source === 'emergency' ? EMERGENCY_YARDSTICK : defaultRules.targetMinutes[source];

/** What one kind of patient goes through; minutes. */
export interface WaitFigures {
  readonly mean: Figure;
  readonly p90: Figure;
  readonly p99: Figure;
  /** The share that waits longer than the target of their kind, 0 to 1. */
  readonly overTarget: Figure;
  /** From being here to the first call, whatever the slot. */
  readonly here: Figure;
}

/** What one run of a cell came to; counts are a doctor's day. */
export interface RunFigures {
  readonly waits: Readonly<Record<Source, WaitFigures>>;
  readonly perDay: Readonly<Record<Exclude<keyof Counts, 'doctorDays'>, Figure>>;
  readonly violations: Violations;
  readonly forecast: ForecastFigures | undefined;
}

export interface ForecastFigures {
  readonly count: number;
  readonly bias: Figure;
  readonly absolute: Figure;
  /** Mean absolute error over that of position × mean service. */
  readonly ofNaive: Figure;
  /** Inside the range before rounding, and as shown. */
  readonly inside: Figure;
  readonly insideShown: Figure;
  readonly shownWidth: Figure;
}

export function figuresOf(batches: readonly RunResult[]): RunFigures {
  const samples = batches.map(({ sample }) => sample);
  const pooled = pool(samples);
  const figure = (measure: (sample: Sample) => number): Figure => figureOf(samples, () => pooled, measure);
  const perDay = (key: keyof Counts): Figure => figure(({ counts }) => counts[key] / counts.doctorDays);
  return {
    waits: bySource((source) => waitFigures(figure, source)),
    perDay: {
      idleMinutes: perDay('idleMinutes'),
      overtimeMinutes: perDay('overtimeMinutes'),
      served: perDay('served'),
      reinstated: perDay('reinstated'),
      noShows: perDay('noShows'),
      displaced: perDay('displaced'),
      promoted: perDay('promoted'),
      extras: perDay('extras'),
      unseen: perDay('unseen'),
      neverSeen: perDay('neverSeen'),
      inVain: perDay('inVain'),
      overtaken: perDay('overtaken'),
      movedUp: perDay('movedUp'),
    },
    violations: pooled.violations,
    forecast: forecastFigures(batches.flatMap(({ forecast }) => forecast ?? [])),
  };
}

/** The measures of one kind of patient on one sample. */
export const waitMeasures: Readonly<Record<keyof WaitFigures, (sample: Sample, source: Source) => number>> = {
  mean: (sample, source) => mean(sample.waits[source]),
  p90: (sample, source) => percentile(sample.waits[source], 0.9),
  p99: (sample, source) => percentile(sample.waits[source], 0.99),
  overTarget: (sample, source) => mean(sample.waits[source].map((wait) => Number(wait > targetOf(source)))),
  here: (sample, source) => sample.hereMinutes[source] / sample.waits[source].length,
};

function waitFigures(figure: (measure: (sample: Sample) => number) => Figure, source: Source): WaitFigures {
  const by = (key: keyof WaitFigures): Figure => figure((sample) => waitMeasures[key](sample, source));
  return { mean: by('mean'), p90: by('p90'), p99: by('p99'), overTarget: by('overTarget'), here: by('here') };
}

function poolForecasts(all: readonly ForecastSums[]): ForecastSums {
  const total = newForecast();
  for (const sums of all) {
    for (const key of Object.keys(total) as (keyof ForecastSums)[]) total[key] += sums[key];
  }
  return total;
}

/** Undefined where nothing was predicted. */
export function forecastFigures(batches: readonly ForecastSums[]): ForecastFigures | undefined {
  const { count } = poolForecasts(batches);
  if (count === 0) return undefined;
  const figure = (measure: (sums: ForecastSums) => number): Figure =>
    figureOf(batches, poolForecasts, measure);
  return {
    count,
    bias: figure((sums) => sums.error / sums.count),
    absolute: figure((sums) => sums.absolute / sums.count),
    ofNaive: figure((sums) => sums.absolute / sums.naiveAbsolute),
    inside: figure((sums) => sums.inside / sums.count),
    insideShown: figure((sums) => sums.insideShown / sums.count),
    shownWidth: figure((sums) => sums.shownWidth / sums.count),
  };
}
