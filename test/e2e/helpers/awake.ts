import type { RunningApp } from './app';
import { answered } from './main-process';

type Watched = typeof globalThis & { blockers: Map<number, string> };

/** From now on it is known what each of Electron's blockers is for. */
export async function watchAwake(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ powerSaveBlocker }) => {
    const blockers = new Map<number, string>();
    (globalThis as Watched).blockers = blockers;
    const { start } = powerSaveBlocker;
    powerSaveBlocker.start = (kind) => {
      const id = start.call(powerSaveBlocker, kind);
      blockers.set(id, kind);
      return id;
    };
  });
}

/** What this computer is kept from doing by itself. */
export function keptAwake(app: RunningApp): Promise<string[]> {
  return answered(() =>
    app.electron.evaluate(({ powerSaveBlocker }) =>
      [...(globalThis as Watched).blockers]
        .filter(([id]) => powerSaveBlocker.isStarted(id))
        .map(([, kind]) => kind),
    ),
  );
}
