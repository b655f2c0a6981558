import type { ServiceDay } from '../../shared/model/time';
import { sweep } from '../engine';
import { runCommand } from './commands';
import { contextNow, type Environment } from './environment';
import { makeBackup, stationStatus } from './station';

/** How often the books are swept: well below a minute, the unit of every time limit. */
export const ROUND_MS = 15_000;

const BACKUP_EVERY_MS = 60 * 60_000;

/** The day is over: what it taught is learned, and every window begins the new one. */
async function turnDay(
  environment: Environment,
  over: ServiceDay,
  today: ServiceDay,
  now: number,
): Promise<void> {
  const { store, pace, publish } = environment;
  for (const doctor of await store.doctors()) {
    const book = await store.book({ doctorId: doctor.id, serviceDay: over }, today);
    if (book && book.tokens.length > 0) await pace.hearDay(book);
  }
  publish({ type: 'dayChanged', serviceDay: today, now });
}

/** Once an hour, if anything happened since the last copy. */
async function backUpIfDue(environment: Environment): Promise<void> {
  const { lastBackupAt } = await stationStatus(environment);
  const changedAt = (await environment.store.lastEventAt()) ?? 0;
  const since = environment.clock.now() - (lastBackupAt ?? 0);
  if (changedAt > (lastBackupAt ?? 0) && since >= BACKUP_EVERY_MS) await makeBackup(environment);
}

/**
 * What happens by itself: no-shows that are due are marked and their seats given on (R13, R9), and at the turn
 * of the service day every window is told. `run` does one round; `start` keeps doing so.
 */
export function makeRounds(environment: Environment): { run(): Promise<void>; start(): () => void } {
  let day: ServiceDay | undefined;

  async function run(): Promise<void> {
    const { today, now } = await contextNow(environment);
    if (day !== undefined && day !== today) await turnDay(environment, day, today, now);
    day = today;
    await backUpIfDue(environment);
    for (const doctor of await environment.store.doctors()) {
      const key = { doctorId: doctor.id, serviceDay: today };
      const swept = await runCommand(environment, { key, command: sweep, request: {} });
      if (!swept.ok && swept.error.code !== 'CONFLICT') environment.log.warn('sweep refused', swept.error);
    }
  }

  return {
    run,
    start() {
      const safely = (): void => {
        run().catch((error: unknown) => environment.log.error('round failed', error));
      };
      safely();
      const timer = setInterval(safely, ROUND_MS);
      return () => clearInterval(timer);
    },
  };
}
