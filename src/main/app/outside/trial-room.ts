import type { DoctorId } from '../../../shared/model/ids';
import type { RuleSettings } from '../../../shared/model/settings';
import type { Source } from '../../../shared/model/token';
import type { TrialResult } from '../../../shared/model/trial';

/** Tokens of one kind asked for in one hour of the day, over some days. */
export interface TrialArrivals {
  readonly source: Source;
  /** From afar, before coming. */
  readonly booked: boolean;
  /** Of the service day; -1: on a day before. */
  readonly hour: number;
  readonly count: number;
}

/** What was seen of a doctor in the last thirty days: counts and lengths, and nothing of any patient. */
export interface TrialHistory {
  readonly days: number;
  readonly arrivals: readonly TrialArrivals[];
  /** Of those booked and not cancelled: how many came. */
  readonly booked: number;
  readonly came: number;
  readonly consultations: {
    readonly count: number;
    readonly meanMinutes: number;
    readonly variation: number;
  };
}

export interface TrialSlot {
  readonly start: number;
  readonly end: number;
  readonly capacity: number;
  /** Null: as the rules say. */
  readonly overflow: number | null;
}

export interface TrialDoctor {
  readonly id: DoctorId;
  /** By weekday, Monday 1 to Sunday 7; minutes of the service day. */
  readonly week: Readonly<Record<number, readonly TrialSlot[]>>;
  /** Null: too little is known. */
  readonly history: TrialHistory | null;
}

/** Plain data: it goes to another thread. */
export interface TrialJob {
  readonly seed: number;
  readonly days: number;
  readonly now: RuleSettings;
  readonly proposed: RuleSettings;
  readonly doctors: readonly TrialDoctor[];
}

export interface RunningTrial {
  /** Rejects if it breaks; never settles once it is stopped. */
  readonly result: Promise<TrialResult>;
  stop(): void;
}

/** Where a trial is played: beside the app, which goes on meanwhile. */
export interface TrialRoom {
  start(job: TrialJob, progress: (daysDone: number) => void): RunningTrial;
}
