import type { AppEvent } from '../../shared/contract';
import type { Context } from '../engine';
import type { Store } from '../store/store';
import { serviceDayAt } from './calendar';
import type { Clock } from './clock';
import type { Pace } from './pace';

export interface Log {
  info(...words: unknown[]): void;
  warn(...words: unknown[]): void;
  error(...words: unknown[]): void;
}

/** All that a use case works with. Made once, by a composition root. */
export interface Environment {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly publish: (event: AppEvent) => void;
  readonly log: Log;
  readonly pace: Pace;
  readonly version: string;
  /** Copies of the data go here. */
  readonly backupFolder: string;
  /** The system's default printer; null: there is none. */
  readonly printerName: () => Promise<string | null>;
  /** No screen and no printer here: no slip is asked for that nobody would ever print. */
  readonly headless?: boolean;
  /** Practice: data of its own, and a clock that stands still until it is moved. */
  readonly training?: boolean;
}

/** What the engine may know of the world at this moment. */
export async function contextNow({ store, clock }: Environment): Promise<Context> {
  const { clinic, rules } = await store.settings();
  const now = clock.now();
  return { now, today: serviceDayAt(now, clinic.timeZone, clinic.dayStartsAtMinute), rules };
}
