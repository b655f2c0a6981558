import { type ReadKind, type ReadOrders, STOPPED } from '../app/outside/reading-room';
import type { OpenOptions } from '../store/sqlite/open-options';
import { openReadOnly } from '../store/sqlite/read-only';
import { dayNumber } from '../store/visit-codes';
import { readMeasured } from './measured';
import { readReport } from './report';
import { type Follower, Stopped, sourceOn, type VisitSource } from './source';
import { readVisits } from './tokens';

/** Reads what is asked for, all of it from one moment, over a connection that cannot write. */
export function createReader(options: OpenOptions): {
  read<K extends ReadKind>(
    kind: K,
    input: ReadOrders[K]['input'],
    follower: Follower,
  ): ReadOrders[K]['output'] | typeof STOPPED;
  close(): void;
} {
  const database = openReadOnly(options.path, options);
  const readers: {
    readonly [K in ReadKind]: (source: VisitSource, input: never) => ReadOrders[K]['output'];
  } = {
    report: readReport,
    visits: readVisits,
    measured: readMeasured,
  };
  return {
    read(kind, input, follower) {
      const source = sourceOn(database, follower, expectedDays(input));
      const run = database.transaction(() => readers[kind](source, input as never));
      try {
        return run.deferred();
      } catch (error) {
        if (error instanceof Stopped) return STOPPED;
        throw error;
      }
    },
    close: () => database.close(),
  };
}

function expectedDays(input: ReadOrders[ReadKind]['input']): number {
  const periods = [input.wish, ...('before' in input ? [input.before, input.weekday] : [])];
  return periods.reduce(
    (sum, period) => sum + (period ? dayNumber(period.to) - dayNumber(period.from) + 1 : 0),
    0,
  );
}
