import type { PrintQueue } from './cups-queue';
import type { WindowsPrinter } from './windows-printers';

/** A program is started for every question: seldom, as long as nobody wants to know. */
const SLOWLY_MS = 60_000;
/** Where a policy forbids it, it will in a minute, too. */
const SELDOM_MS = 600_000;
const OFTEN_ENOUGH = 3;
/** What is known is true for so long, if nothing newer is heard. */
const TRUE_FOR_MS = 300_000;

export interface WindowsQueueParts {
  /** All printers; null: they cannot be asked. Ends in a time of its own, and never rejects. */
  readonly ask: () => Promise<readonly WindowsPrinter[] | null>;
  /** Milliseconds of a clock that is never set. */
  readonly ticks: () => number;
}

export interface WindowsQueue extends PrintQueue {
  /** What is known: at once, but for the first time. null: nothing. */
  known(): Promise<readonly WindowsPrinter[] | null>;
}

/**
 * The spooler of Windows. It is asked in the background, and a slip does not wait for an answer but where the last one said
 * that its printer is held. That one is paper out, or open, is told and keeps nothing back: many drivers find out only by
 * printing that it is so no more.
 */
export function createWindowsQueue({ ask, ticks }: WindowsQueueParts): WindowsQueue {
  let last: { readonly printers: readonly WindowsPrinter[]; readonly at: number } | undefined;
  let asking: Promise<void> | undefined;
  let askedAt: number | undefined;
  let failures = 0;

  function refresh(): Promise<void> {
    askedAt = ticks();
    asking ??= ask().then((printers) => {
      asking = undefined;
      failures = printers === null ? failures + 1 : 0;
      if (printers !== null) last = { printers, at: ticks() };
    });
    return asking;
  }

  async function known(): Promise<readonly WindowsPrinter[] | null> {
    const pace = failures >= OFTEN_ENOUGH ? SELDOM_MS : SLOWLY_MS;
    const isDue = askedAt === undefined || ticks() - askedAt >= pace;
    const answer = isDue ? refresh() : asking;
    if (last === undefined) await answer;
    if (last === undefined) return null;
    const isOld = ticks() - last.at > TRUE_FOR_MS;
    return isOld
      ? last.printers.map((printer) => ({ ...printer, health: 'unknown', isHeld: false }))
      : last.printers;
  }

  const find = async (name: string): Promise<WindowsPrinter | undefined> =>
    (await known())?.find((printer) => printer.name === name);

  return {
    known,
    refresh,
    follows: false,
    async look(name) {
      let printer = await find(name);
      if (printer?.isHeld) {
        await refresh();
        printer = await find(name);
      }
      return printer ? { accepts: true, stopped: printer.isHeld, health: printer.health } : null;
    },
    job: async () => null,
  };
}
