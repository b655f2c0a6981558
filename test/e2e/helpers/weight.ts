import type { CDPSession, ElectronApplication, Page } from '@playwright/test';
import { answered } from './main-process';

/** What a window holds after a collection. */
export interface WindowWeight {
  readonly heapMB: number;
  readonly listeners: number;
  readonly nodes: number;
}

/** What the main process holds after a collection. */
export interface MainWeight {
  readonly residentMB: number;
  readonly heapMB: number;
  /** Timers, sockets, files and so on that keep it alive. */
  readonly resources: number;
  /** Of its windows, of the app and of the process. */
  readonly listeners: number;
}

export async function weighWindow(session: CDPSession): Promise<WindowWeight> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heapMB: inMB(of('JSHeapUsedSize')), listeners: of('JSEventListeners'), nodes: of('Nodes') };
}

/** A session that can weigh a window again and again. */
export async function scales(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return session;
}

/** Needs `--js-flags=--expose-gc`. */
export async function weighMain(electron: ElectronApplication): Promise<MainWeight> {
  const weight = await answered(() =>
    electron.evaluate(({ app, BrowserWindow }) => {
      globalThis.gc?.();
      const emitters = [
        process,
        app,
        ...BrowserWindow.getAllWindows().flatMap((one) => [one, one.webContents]),
      ];
      const listeners = emitters.flatMap((emitter) =>
        emitter.eventNames().map((name) => emitter.listenerCount(name as never)),
      );
      return {
        ...process.memoryUsage(),
        resources: process.getActiveResourcesInfo().length,
        listeners: listeners.reduce((sum, count) => sum + count, 0),
      };
    }),
  );
  return {
    residentMB: inMB(weight.rss),
    heapMB: inMB(weight.heapUsed),
    resources: weight.resources,
    listeners: weight.listeners,
  };
}

const inMB = (bytes: number): number => Math.round(bytes / 1024 / 102.4) / 10;
