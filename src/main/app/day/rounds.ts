import type { ServiceDay } from '../../../shared/model/time';
import { sweep } from '../../engine';
import { lastBackupAt, makeBackup, removePartialBackups } from '../backup/station';
import { contextNow, type Environment } from '../environment';
import { breathe } from '../run/breathe';
import { runCommand } from '../run/command';
import { endOfServiceDay } from './calendar';
import { closeIfDue, closePastBooks, closesAt } from './closing';
import { forgetOld } from './forgetting';

/** How often the books are swept: well below a minute, the unit of every time limit. */
export const ROUND_MS = 15_000;

const BACKUP_EVERY_MS = 60 * 60_000;

/** Once an hour, if anything happened since the last copy. */
async function backUpIfDue(environment: Environment): Promise<void> {
  const madeAt = (await lastBackupAt(environment)) ?? 0;
  const changedAt = (await environment.store.lastEventAt()) ?? 0;
  const since = environment.clock.now() - madeAt;
  if (changedAt > madeAt && since >= BACKUP_EVERY_MS) await makeBackup(environment);
}

/** Until the next round, or the turn of the day if that comes first, ms: the new day begins on the second. */
async function untilNextRound(environment: Environment): Promise<number> {
  const { now, today } = await contextNow(environment);
  const { timeZone, dayStartsAtMinute } = (await environment.store.settings()).clinic;
  const turns = [endOfServiceDay(today, timeZone, dayStartsAtMinute), await closesAt(environment, today)];
  const ahead = turns.flatMap((at) => (at === null || at <= now ? [] : [at - now]));
  return Math.min(ROUND_MS, ...ahead);
}

/**
 * What happens by itself: no-shows that are due are marked and their seats given on (R13, R9), who does not answer
 * steps back (R19), the day closes at the clinic's hour (R16), and at the turn of the service day whatever is left
 * of it closes and every window is told. `run` does one round; `start` keeps doing so.
 */
export function makeRounds(environment: Environment): { run(): Promise<void>; start(): () => void } {
  let day: ServiceDay | undefined;

  async function run(): Promise<void> {
    await environment.watch.tick(environment.clock.now());
    const { today, now } = await contextNow(environment);
    if (day === undefined) await removePartialBackups(environment);
    if (day !== today) await closePastBooks(environment);
    if (day !== undefined && day !== today)
      environment.publish({ type: 'dayChanged', serviceDay: today, now });
    day = today;
    await closeIfDue(environment);
    await backUpIfDue(environment);
    await forgetOld(environment);
    // Where nobody's token is open nothing is due.
    for (const doctorId of await environment.store.doctorsWithOpenTokens(today)) {
      await breathe();
      const key = { doctorId, serviceDay: today };
      const swept = await runCommand(environment, { key, command: sweep, request: {} });
      if (!swept.ok && swept.error.code !== 'CONFLICT') environment.log.warn('sweep refused', swept.error);
    }
  }

  return {
    run,
    start() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let stopped = false;
      const safely = async (): Promise<void> => {
        let pause = ROUND_MS;
        try {
          await run();
          pause = await untilNextRound(environment);
        } catch (error) {
          if (!stopped) environment.log.error('round failed', error);
        }
        if (!stopped) timer = setTimeout(() => void safely(), pause);
      };
      void safely();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}
