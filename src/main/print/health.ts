import type { PrinterHealth } from '../../shared/model/print-job';
import type { PrintTarget } from '../../shared/model/print-settings';
import type { Log } from '../app/environment';
import { type Lanes, laneOf } from './lanes';
import type { Timers } from './timers';

const ROUND_MS = 20_000;

export interface HealthParts {
  /** The printers of all stations. */
  readonly targets: () => Promise<readonly PrintTarget[]>;
  /** Asks a printer how it is; never throws. */
  readonly ask: (target: PrintTarget) => Promise<PrinterHealth>;
  readonly lanes: Lanes;
  readonly timers: Timers;
  readonly log: Log;
  /** Some printer is not as it was. */
  readonly changed: () => void;
}

export interface Health {
  /** As last heard. */
  of(target: PrintTarget): PrinterHealth;
  /** A job told how its printer is. */
  heard(target: PrintTarget, health: PrinterHealth): void;
  /** Asks every printer that is not at work: one that is will tell by its job. */
  check(): Promise<void>;
  /** Checks now, and every twenty seconds. Answers how to stop. */
  start(): () => void;
}

export function createHealth({ targets, ask, lanes, timers, log, changed }: HealthParts): Health {
  const known = new Map<string, PrinterHealth>();

  function heard(target: PrintTarget, health: PrinterHealth): void {
    const lane = laneOf(target);
    if (known.get(lane) === health) return;
    known.set(lane, health);
    changed();
  }

  async function check(): Promise<void> {
    const byLane = new Map((await targets()).map((target) => [laneOf(target), target]));
    for (const lane of known.keys()) if (!byLane.has(lane)) known.delete(lane);
    const asked = [...byLane].map(async ([lane, target]) => {
      if (lanes.isBusy(lane)) return;
      heard(target, await lanes.run(lane, () => ask(target)));
    });
    await Promise.all(asked);
  }

  return {
    of: (target) => (target.way === 'none' ? 'none' : (known.get(laneOf(target)) ?? 'unknown')),
    heard,
    check,
    start() {
      let stopped = false;
      let cancel = (): void => undefined;
      const round = async (): Promise<void> => {
        await check().catch((error: unknown) => log.error('printers could not be asked', error));
        if (!stopped) cancel = timers.after(ROUND_MS, () => void round());
      };
      void round();
      return () => {
        stopped = true;
        cancel();
      };
    },
  };
}
