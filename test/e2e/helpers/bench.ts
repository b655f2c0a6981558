import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type CDPSession, type ElectronApplication, type Page } from '@playwright/test';
import type { CallInput } from '../../../src/shared/contract';
import { type RunningApp, windowOf } from './app';
import { callFrom } from './bridge';

declare global {
  interface Window {
    /** Of the bare window: one round trip that does nothing. */
    readonly bare: { invoke(): Promise<null> };
    /** Of a watched window: when it had last painted something with these words in it, ms since 1970; 0: not yet. */
    benchPainted: { words: string; at: number; told?: (at: number) => void };
  }
}

/** A window that has not painted by then never will: a benchmark that waits says for what. */
export const PAINT_LIMIT_MS = 30_000;

/** The floor of a call: a window with nothing in it, and a handler that does nothing. */
export async function openBareWindow(electron: ElectronApplication): Promise<Page> {
  const preload = join(mkdtempSync(join(tmpdir(), 'opd-bench-')), 'preload.cjs');
  writeFileSync(
    preload,
    `const { contextBridge, ipcRenderer } = require('electron');
     contextBridge.exposeInMainWorld('bare', { invoke: () => ipcRenderer.invoke('bench-nothing') });`,
  );
  const opened = electron.waitForEvent('window', (page) => page.url().startsWith('data:'));
  await electron.evaluate(({ BrowserWindow, ipcMain }, script) => {
    ipcMain.handle('bench-nothing', () => null);
    const window = new BrowserWindow({ webPreferences: { preload: script, sandbox: true } });
    return window.loadURL('data:text/html,<title>bare</title><p>bare');
  }, preload);
  return opened;
}

/** A renderer that has used less of a processor than this for a second has painted what it has, percent. */
const IDLE_PERCENT = 3;

/**
 * Opens a window as the app does and waits, from the main process alone, until it has nothing more to do: whatever a test asks
 * of a page is work of the page’s own, and would be measured with it.
 */
export async function openQuietly(app: RunningApp, input: CallInput<'windows.open'>): Promise<Page> {
  await callFrom(app.home, 'windows.open', input);
  await app.electron.evaluate(
    async ({ app: electron, BrowserWindow }, { screen, idle }) => {
      const used = (): number => {
        const own = BrowserWindow.getAllWindows().find(({ webContents }) =>
          webContents.getURL().includes(`screen=${screen}`),
        );
        const pid = own?.webContents.getOSProcessId();
        const metric = electron.getAppMetrics().find((one) => one.pid === pid);
        return metric?.cpu.percentCPUUsage ?? Number.POSITIVE_INFINITY;
      };
      for (let calm = 0; calm < 2; ) {
        await new Promise((done) => setTimeout(done, 1_000));
        calm = used() < idle ? calm + 1 : 0;
      }
    },
    { screen: input.screen, idle: IDLE_PERCENT },
  );
  return windowOf(app.electron, input.screen);
}

/** Milliseconds of so many round trips of the page, one after the other, as the page sees them. */
export function roundTrips(page: Page, runs: number, kind: 'bare' | 'app'): Promise<number[]> {
  return page.evaluate(
    async ({ runs, kind }) => {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const began = performance.now();
        if (kind === 'bare') await window.bare.invoke();
        else await window.api.call('app.status', {});
        times.push(performance.now() - began);
      }
      return times;
    },
    { runs, kind },
  );
}

/** From now on the page notes when it has painted a change of certain words, or of the line that is named after them. */
export async function watchPaint(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchPainted = { words: '', at: 0 };
    const isOf = (node: Node, words: string): boolean => {
      if (node.textContent?.includes(words)) return true;
      const element = node instanceof Element ? node : node.parentElement;
      return element?.closest(`[data-testid$="-${words}"]`) != null;
    };
    new MutationObserver((records) => {
      const awaited = window.benchPainted;
      if (awaited.words === '' || awaited.at > 0) return;
      const changed = records.flatMap((record) => [record.target, ...record.addedNodes]);
      if (!changed.some((node) => isOf(node, awaited.words))) return;
      // A task that follows the frame’s callbacks runs when the frame is on its way to the screen.
      requestAnimationFrame(() => {
        setTimeout(() => {
          if (awaited.at > 0) return;
          awaited.at = performance.timeOrigin + performance.now();
          awaited.told?.(awaited.at);
        });
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Awaits these words from now on. */
export const expectPaint = (page: Page, words: string): Promise<void> =>
  page.evaluate((words) => {
    window.benchPainted = { words, at: 0 };
  }, words);

/** When they were painted, ms since 1970. */
export const paintedAt = (page: Page): Promise<number> =>
  page.evaluate(
    (limit) =>
      new Promise<number>((told, failed) => {
        const awaited = window.benchPainted;
        if (awaited.at > 0) return told(awaited.at);
        awaited.told = told;
        setTimeout(() => {
          const { visibilityState, title } = document;
          failed(
            new Error(
              `“${title}” (${visibilityState}) painted no change of ${awaited.words} in ${limit} ms.`,
            ),
          );
        }, limit);
      }),
    PAINT_LIMIT_MS,
  );

/** The floor of a change that is painted: ms until a page has painted one that changes nothing to be seen. */
export const emptyChange = (page: Page): Promise<number> =>
  page.evaluate(
    (limit) =>
      new Promise<number>((told, failed) => {
        setTimeout(() => failed(new Error(`“${document.title}” drew no frame in ${limit} ms.`)), limit);
        const began = performance.now();
        const mark = document.createElement('i');
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => {
            setTimeout(() => {
              mark.remove();
              told(performance.now() - began);
            });
          });
        });
        observer.observe(document.body, { childList: true });
        document.body.append(mark);
      }),
    PAINT_LIMIT_MS,
  );

/** Milliseconds of script in a page since its start. */
export async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}

/** The longest stretch, ms, in which a page could draw nothing, of those that began since. Below 50 ms none is told. */
export const longestTask = (page: Page, since = 0): Promise<number> =>
  page.evaluate(async (since) => {
    const seen: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= since) seen.push(duration);
    });
    observer.observe({ type: 'longtask' as 'event', buffered: true });
    await new Promise((done) => setTimeout(done, 50));
    observer.disconnect();
    return Math.max(0, ...seen);
  }, since);

const EMPTY_MAIN = `import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';
const page = join(import.meta.dirname, 'index.html');
const open = () => new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } }).loadFile(page);
app.whenReady().then(() => { for (let count = 0; count < Number(process.env.BENCH_WINDOWS); count += 1) open(); });
`;

/** An Electron app of empty windows: what a window costs before anything is in it. */
export function emptyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opd-bench-empty-'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', type: 'module', main: 'main.js' }),
  );
  writeFileSync(join(folder, 'main.js'), EMPTY_MAIN);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>empty</title><p>empty');
  return folder;
}

/** Starts the empty app; answers it with its first window, and the ms from its start to that window’s first paint. */
export async function launchEmpty(folder: string, windows: number) {
  const began = Date.now();
  const electron = await _electron.launch({
    ...(process.env.OPD_ELECTRON_PATH ? { executablePath: process.env.OPD_ELECTRON_PATH } : {}),
    args: [
      ...(JSON.parse(process.env.OPD_ELECTRON_ARGS ?? '[]') as string[]),
      folder,
      `--user-data-dir=${join(folder, 'data')}`,
    ],
    env: { ...(process.env as Record<string, string>), BENCH_WINDOWS: String(windows) },
  });
  return { electron, firstPaint: (await firstPaintAt(await electron.firstWindow())) - began };
}

/** When a page first painted something, ms since 1970. */
export async function firstPaintAt(page: Page): Promise<number> {
  const at = await page.waitForFunction(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return paint ? performance.timeOrigin + paint.startTime : null;
  });
  return Number(await at.jsonValue());
}

/** Of all its processes together, MB. Pages that processes share count for each of them, here as there. */
export const memoryOf = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(({ app }) =>
    Math.round(app.getAppMetrics().reduce((all, { memory }) => all + memory.workingSetSize, 0) / 1_024),
  );
