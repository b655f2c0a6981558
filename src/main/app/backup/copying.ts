import type { CopiesMade } from '../../../shared/model/backups';
import type { Result } from '../../../shared/result';
import type { Store } from '../../store/store';

type Work = 'copy' | 'prove' | 'trial';

export interface RunningWork {
  readonly work: Work;
  /** From 0 to 1. */
  part: number;
  readonly done: Promise<unknown>;
}

/** What is being done about copies, and what makes one due, while the app runs. */
export interface Copying {
  running: RunningWork | null;
  /** The copy that is being made, for whoever else asks for one. */
  making: Promise<Result<CopiesMade>> | null;
  /** What the last round began, until it has ended: also while it only looks what there is. */
  due: Promise<unknown>;
  /** Something was saved since the last copy began. */
  hasChanged: boolean;
  /** A day was closed since the last copy began. */
  hasClosed: boolean;
  /** By folder, in ms that the app has lived: when it was last tried where it did not work. */
  readonly triedAt: Map<string, number>;
  /** When the trial was last tried and could not be made. */
  trialTriedAt: number | null;
  isStopped: boolean;
}

/** From now on it hears of everything that is saved. */
export function createCopying(store: Pick<Store, 'onCommit'>): Copying {
  const copying: Copying = {
    running: null,
    making: null,
    due: Promise.resolve(),
    hasChanged: false,
    hasClosed: false,
    triedAt: new Map(),
    trialTriedAt: null,
    isStopped: false,
  };
  store.onCommit(
    ({ books = [] }) => {
      copying.hasChanged = true;
      if (books.some(({ events }) => events.some(({ type }) => type === 'bookClosed')))
        copying.hasClosed = true;
    },
    () => undefined,
  );
  return copying;
}
