import { join } from 'node:path';
import type { Log } from '../app/environment';
import { type Guardian, standGuard } from './guardian';
import { mayBeginAgain } from './starts';

const AFTER_CRASH = '--after-crash';

interface Parts {
  readonly folder: string;
  readonly log: Log;
  /** The app begins again by itself; not where somebody develops or tests it. */
  readonly isGuarded: boolean;
  readonly isAfterCrash: boolean;
  /** Electron’s. */
  readonly app: {
    relaunch(options: { readonly args: string[] }): void;
    exit(code: number): void;
  };
}

/**
 * What becomes of the app when something in main fails that nobody expected. A promise nobody waited for is logged, and the app
 * goes on; what was thrown may have left anything half done, so the app begins anew, with its windows: all that was
 * acknowledged is in the database. Killed, or crashed itself, it is begun again by its guardian.
 */
export function survive({ folder, log, isGuarded, isAfterCrash, app }: Parts): {
  begin(): void;
  end(): void;
} {
  let guardian: Guardian;
  const again = [...process.argv.slice(1).filter((one) => one !== AFTER_CRASH), AFTER_CRASH];

  process.on('unhandledRejection', (reason) => log.error('a failure that nobody waited for', reason));
  process.on('uncaughtException', (error) => {
    log.error('the app failed and begins anew', error);
    guardian?.dismiss();
    if (isGuarded) app.relaunch({ args: again });
    app.exit(1);
  });

  return {
    /** Once, at the start. Throws, with a sentence, if the app has crashed too often to go on. */
    begin() {
      if (isAfterCrash && !mayBeginAgain(join(folder, 'crashes.json'), Date.now())) {
        throw new Error(
          'The app has stopped by itself several times within a few minutes. Please start it once more, and tell support.',
        );
      }
      if (isGuarded) guardian = standGuard(process.execPath, again);
    },
    /** It ends as it should. */
    end: () => guardian?.dismiss(),
  };
}
