import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';

/** The app that its guardian has begun again: Playwright did not start it, and looks in through its debugging port. */
export interface BegunAgain {
  page(screen: string): Promise<Page>;
  screens(): string[];
  /** Ends it as its user would. */
  end(): Promise<void>;
}

const portFile = (dataFolder: string): string => join(dataFolder, 'DevToolsActivePort');

/** Of the app that runs on these data now; ask before it is killed. */
export function debuggingPort(dataFolder: string): string {
  return existsSync(portFile(dataFolder)) ? readFileSync(portFile(dataFolder), 'utf8') : '';
}

/** Waits for it. @param before the port of the one that was killed */
export async function begunAgain(dataFolder: string, before: string): Promise<BegunAgain> {
  await expect.poll(() => debuggingPort(dataFolder), { timeout: 60_000 }).not.toBe(before);
  let browser: Browser | undefined;
  await expect
    .poll(
      async () => {
        const [port = ''] = debuggingPort(dataFolder).split('\n');
        try {
          // One that met a window half open may never be answered: the next finds it open.
          browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 10_000 });
          return 'connected';
        } catch (error) {
          return String(error);
        }
      },
      { timeout: 120_000 },
    )
    .toBe('connected');
  const pages = (): Page[] => browser?.contexts().flatMap((context) => context.pages()) ?? [];
  const screenOf = (page: Page): string => new URL(page.url()).searchParams.get('screen') ?? '';
  return {
    screens: () => pages().map(screenOf).sort(),
    async page(screen) {
      const find = (): Page | undefined => pages().find((page) => screenOf(page) === screen);
      await expect.poll(() => find() !== undefined, { timeout: 60_000 }).toBe(true);
      const page = find();
      if (!page) throw new Error(`No ${screen} window.`);
      return page;
    },
    async end() {
      await browser?.close();
      const pids = mainProcesses(dataFolder);
      expect(pids).toHaveLength(1);
      for (const pid of pids) process.kill(pid, 'SIGTERM');
      await expect.poll(() => mainProcesses(dataFolder), { timeout: 30_000 }).toEqual([]);
    },
  };
}

/** The app itself and its guardian, not the processes of pages. */
function mainProcesses(dataFolder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        // Chromium writes it anew, with spaces.
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const isMain = !words.startsWith('/bin/sh') && !words.includes('--type=');
        return isMain && words.includes(`--user-data-dir=${dataFolder}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
