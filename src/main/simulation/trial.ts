import type { RuleSettings } from '../../shared/model/settings';
import type { Source } from '../../shared/model/token';
import { sources } from '../../shared/model/token';
import type { TrialFigure, TrialResult } from '../../shared/model/trial';
import type { TrialJob } from '../app/outside/trial-room';
import { doctorIdOf } from './clinic';
import { ClinicDay } from './clinic-day';
import type { Observer } from './observer';
import { planOwnDay } from './own-clinic';
import { marginOf, percentile } from './stats';
import { type Counts, newSample, pool, type Sample, tally } from './tally';

/** Into so many parts the days are cut, to see how far chance alone moves a figure. */
const BATCHES = 12;

/** What one doctor's days came to, batch by batch. */
type Batches = Sample[];

interface Side {
  readonly rules: RuleSettings;
  readonly doctors: readonly Batches[];
}

/**
 * Plays the days under both sets of rules, on the same patients: whatever chance decides is the same on both sides.
 * Deterministic for a seed. `onDay` is told of each day that is done.
 */
export function playTrial(job: TrialJob, onDay: (done: number) => void = () => undefined): TrialResult {
  const sides = [job.now, job.proposed].map((rules): Side => {
    const batches = (): Batches => Array.from({ length: BATCHES }, newSample);
    return { rules, doctors: job.doctors.map(batches) };
  });
  for (let day = 0; day < job.days; day += 1) {
    const batch = Math.floor((day * BATCHES) / job.days);
    for (const side of sides) playDay(job, side, day, batch);
    onDay(day + 1);
  }
  const [now, proposed] = sides as [Side, Side];
  return resultOf(job, now, proposed);
}

function playDay(job: TrialJob, { rules, doctors }: Side, day: number, batch: number): void {
  const own = planOwnDay(job, day);
  if (own === undefined) return;
  const policy = rules.callOrder;
  const observers = own.doctors.map((doctor, place): Observer => {
    const sample = doctors[job.doctors.indexOf(doctor)]?.[batch] ?? newSample();
    return onlyOf(place, tally(sample, policy));
  });
  new ClinicDay(own.plan, { policy, rules, observers }).run();
}

/** Hears of one doctor's day only. */
function onlyOf(place: number, observer: Observer): Observer {
  const id = doctorIdOf(place);
  return {
    decided(before, decision, context) {
      if (decision.book.doctorId === id) observer.decided?.(before, decision, context);
    },
    called(token, ...more) {
      if (token.doctorId === id) observer.called?.(token, ...more);
    },
    ended(book, ...more) {
      if (book.doctorId === id) observer.ended?.(book, ...more);
    },
  };
}

type Measure = (sample: Sample) => number;

function resultOf(job: TrialJob, now: Side, proposed: Side): TrialResult {
  const all = ({ doctors }: Side): Batches =>
    Array.from({ length: BATCHES }, (_, batch) => pool(doctors.flatMap((one) => one[batch] ?? [])));
  const [nowAll, proposedAll] = [all(now), all(proposed)];
  const pooled = pool(nowAll);
  const figure = figureBetween(nowAll, proposedAll);
  const perDay = (key: keyof Counts): TrialFigure =>
    figure(({ counts }) => counts[key], { now: job.days, batch: job.days / BATCHES });
  return {
    sources: sources.map((source) => ({
      source,
      patients: pooled.waits[source].length / job.days,
      ...waits(figure, (sample) => sample.waits[source]),
    })),
    doctors: job.doctors.map(({ id }, index) => ({
      doctorId: id,
      patients: everybody(pool(now.doctors[index] ?? [])).length / job.days,
      ...waits(figureBetween(now.doctors[index] ?? [], proposed.doctors[index] ?? []), everybody),
    })),
    day: {
      unseen: perDay('unseen'),
      noShows: perDay('noShows'),
      displaced: perDay('displaced'),
      promoted: perDay('promoted'),
      overtimeMinutes: perDay('overtimeMinutes'),
    },
  };
}

const everybody = ({ waits }: Sample): number[] => sources.flatMap((source: Source) => waits[source]);

function waits(
  figure: ReturnType<typeof figureBetween>,
  of: (sample: Sample) => number[],
): { readonly median: TrialFigure; readonly p90: TrialFigure } {
  return {
    median: figure((sample) => percentile(of(sample), 0.5)),
    p90: figure((sample) => percentile(of(sample), 0.9)),
  };
}

/** A figure of all days on both sides; what is noise follows from how the differences of the batches differ. */
function figureBetween(now: Batches, proposed: Batches) {
  const [nowAll, proposedAll] = [pool(now), pool(proposed)];
  return (measure: Measure, per = { now: 1, batch: 1 }): TrialFigure => {
    const differences = now.map((sample, batch) => {
      const other = proposed[batch];
      return other === undefined ? Number.NaN : (measure(other) - measure(sample)) / per.batch;
    });
    return {
      now: known(measure(nowAll) / per.now),
      proposed: known(measure(proposedAll) / per.now),
      noise: known(marginOf(differences)),
    };
  };
}

/** JSON has no NaN. */
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
