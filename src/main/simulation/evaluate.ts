import type { RuleSettings } from '../../shared/model/settings';
import type { Source } from '../../shared/model/token';
import type { Batch, Run, RunResult } from './batch';
import type { SettingChange } from './cells';
import { type ForecastFigures, figuresOf, forecastFigures, type RunFigures, waitMeasures } from './figures';
import type { ForecastSums } from './forecast';
import type { Cell } from './plan';
import { type Figure, marginOf, mean } from './stats';
import { bySource, type Counts, pool, type Sample } from './tally';

/** Plays a batch, here or on a worker thread. */
export type Player = (batch: Batch) => Promise<RunResult[]>;

export interface Playing {
  readonly days: number;
  readonly seed: number;
  readonly play: Player;
  /** Told of every batch that is done. */
  readonly onBatch?: (done: number, of: number) => void;
}

export interface CellResult {
  readonly cell: Cell;
  readonly runs: readonly (RunFigures & { readonly name: string })[];
}

export interface Evaluation {
  readonly seed: number;
  readonly days: number;
  readonly cells: readonly CellResult[];
  /** Over all cells together. */
  readonly forecast: ForecastFigures | undefined;
}

/** At most this many batches make a figure; each has at least this many days, if there are so many. */
const BATCHES = 20;
const DAYS_A_BATCH = 25;

/** Plays every cell under every run, on the same days, and sums up. */
export async function evaluate(
  cells: readonly Cell[],
  runs: readonly Run[],
  playing: Playing,
): Promise<Evaluation> {
  const results: CellResult[] = [];
  const forecasts: ForecastSums[][] = [];
  await playCells(cells, runs, playing, (cell, batches) => {
    const byRun = runs.map((_, index) => batches.flatMap((batch) => batch[index] ?? []));
    results.push({
      cell,
      runs: runs.map((run, index) => ({ name: run.name, ...figuresOf(byRun[index] ?? []) })),
    });
    forecasts.push(batches.flatMap((batch) => batch.flatMap(({ forecast }) => forecast ?? [])));
  });
  results.sort((a, b) => cells.indexOf(a.cell) - cells.indexOf(b.cell));
  const { seed, days } = playing;
  return { seed, days, cells: results, forecast: forecastFigures(forecasts.flat()) };
}

/** The effect of changing one setting, on the same days: paired differences, changed less unchanged. */
export interface SettingEffect {
  readonly change: SettingChange;
  readonly wait: Readonly<Record<Source, Figure>>;
  readonly p90: Readonly<Record<Source, Figure>>;
  /** Of those with a need (R26). */
  readonly needWait: Figure;
  readonly perDay: Readonly<Record<EffectCount, Figure>>;
}
type EffectCount = Exclude<keyof Counts, 'doctorDays'>;

export async function evaluateSettings(
  cell: Cell,
  changes: readonly SettingChange[],
  playing: Playing,
): Promise<SettingEffect[]> {
  const runs = new Map<string, Run>();
  const runOf = (...parts: Partial<RuleSettings>[]): string => {
    const rules: Partial<RuleSettings> = Object.assign({}, ...parts);
    const name = JSON.stringify(rules);
    runs.set(name, { name, policy: rules.callOrder ?? 'fair', rules });
    return name;
  };
  const pairs = changes.map((change) => ({
    change,
    before: runOf(change.with, change.from),
    after: runOf(change.with, change.to),
  }));
  const effects: SettingEffect[] = [];
  const list = [...runs.values()];
  await playCells([cell], list, playing, (_, batches) => {
    const samplesOf = (name: string): Sample[] => {
      const index = list.findIndex((run) => run.name === name);
      return batches.flatMap((batch) => batch[index]?.sample ?? []);
    };
    for (const { change, before, after } of pairs) {
      effects.push({ change, ...effectOf(samplesOf(before), samplesOf(after)) });
    }
  });
  return effects;
}

/** What moving up does to one cell, on the same days: paired differences, with less without. */
export interface MovingUpEffect extends Omit<SettingEffect, 'change'> {
  readonly cell: Cell;
  /** Overtaken in a doctor's day without it. */
  readonly overtakenBefore: number;
}

export async function evaluateMovingUp(cells: readonly Cell[], playing: Playing): Promise<MovingUpEffect[]> {
  const runs = [false, true].map(
    (movesUp): Run => ({ name: `${movesUp}`, policy: 'fair', rules: {}, movesUp }),
  );
  const effects: MovingUpEffect[] = [];
  await playCells(cells, runs, playing, (cell, batches) => {
    const [before = [], after = []] = runs.map((_, index) =>
      batches.flatMap((batch) => batch[index]?.sample ?? []),
    );
    const { counts } = pool(before);
    const overtakenBefore = counts.overtaken / counts.doctorDays;
    effects.push({ cell, overtakenBefore, ...effectOf(before, after) });
  });
  return effects.sort((a, b) => cells.indexOf(a.cell) - cells.indexOf(b.cell));
}

function effectOf(before: readonly Sample[], after: readonly Sample[]): Omit<SettingEffect, 'change'> {
  const pooled = { before: pool(before), after: pool(after) };
  const difference = (measure: (sample: Sample) => number): Figure => ({
    value: measure(pooled.after) - measure(pooled.before),
    margin: marginOf(after.map((sample, index) => measure(sample) - measure(before[index] ?? sample))),
  });
  const perDay = (key: EffectCount): Figure => difference(({ counts }) => counts[key] / counts.doctorDays);
  const keys = Object.keys(pooled.before.counts).filter((key) => key !== 'doctorDays') as EffectCount[];
  return {
    wait: bySource((source) => difference((sample) => waitMeasures.mean(sample, source))),
    p90: bySource((source) => difference((sample) => waitMeasures.p90(sample, source))),
    needWait: difference((sample) => mean(sample.needWaits)),
    perDay: Object.fromEntries(keys.map((key) => [key, perDay(key)])) as SettingEffect['perDay'],
  };
}

/** Plays all batches of all cells; a cell is handed over, and forgotten, as soon as it is whole. */
async function playCells(
  cells: readonly Cell[],
  runs: readonly Run[],
  { days, seed, play, onBatch }: Playing,
  onCell: (cell: Cell, batches: RunResult[][]) => void,
): Promise<void> {
  const stretches = cutDays(days);
  const total = stretches.length * cells.length;
  let done = 0;
  await Promise.all(
    cells.map(async (cell) => {
      const batches = stretches.map(async (stretch) => {
        const result = await play({ cell, seed, runs, ...stretch });
        done += 1;
        onBatch?.(done, total);
        return result;
      });
      onCell(cell, await Promise.all(batches));
    }),
  );
}

/** Days 0 to `days`, in batches of nearly the same length. */
export function cutDays(days: number): { firstDay: number; days: number }[] {
  const count = Math.min(BATCHES, days, Math.max(2, Math.floor(days / DAYS_A_BATCH)));
  return Array.from({ length: count }, (_, index) => {
    const firstDay = Math.floor((index * days) / count);
    return { firstDay, days: Math.floor(((index + 1) * days) / count) - firstDay };
  });
}
