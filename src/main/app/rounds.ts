import type { ServiceDay } from '../../shared/model/time';
import { sweep } from '../engine';
import { runCommand } from './commands';
import { contextNow, type Environment } from './environment';

/** How often the books are swept: well below a minute, the unit of every time limit. */
export const ROUND_MS = 15_000;

/**
 * What happens by itself: no-shows that are due are marked and their seats given on (R13, R9), and at the turn
 * of the service day every window is told. `run` does one round; `start` keeps doing so.
 */
export function makeRounds(environment: Environment): { run(): Promise<void>; start(): () => void } {
  let day: ServiceDay | undefined;

  async function run(): Promise<void> {
    const { today, now } = await contextNow(environment);
    if (day !== undefined && day !== today)
      environment.publish({ type: 'dayChanged', serviceDay: today, now });
    day = today;
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
