import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { test as appTest, expect } from './app';
import { setUpClinic, zoneInTheMorning } from './clinic';
import { atAPersonsPace } from './rhythm';

const projectRoot = resolve(import.meta.dirname, '../../..');

export interface RunningServer {
  readonly address: string;
  /** For the first reception PC; null: open to all of this computer, or there is one already. */
  readonly code: string | null;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

interface ServerOptions {
  /** Default: everybody on this computer is let in. */
  readonly open?: boolean;
  /** Reached by this computer's number on the network, as from another PC; a page there is no secure one. */
  readonly fromNetwork?: boolean;
  readonly port?: number;
}

interface Options {
  /** Where the browser finds which names, as Chromium's `--host-resolver-rules` has it. */
  readonly hostRules: string;
}

interface Fixtures {
  /** Starts the built server, without Electron, on the data folder; ended with the test. */
  readonly serve: (options?: ServerOptions) => Promise<RunningServer>;
  /** A browser of one's own on another PC: cookies and pages of its own. */
  readonly openBrowser: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>;
}

export const test = appTest.extend<Options & Fixtures>({
  hostRules: ['', { option: true }],
  serve: async ({ dataFolder }, use) => {
    const started: RunningServer[] = [];
    await use(async (options = {}) => {
      const server = await startServer(dataFolder, options);
      started.push(server);
      return server;
    });
    for (const server of started) await server.kill();
  },
  openBrowser: async ({ hostRules }, use) => {
    const browser = await launchBrowser(hostRules);
    await use(async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
      return context.on('page', atAPersonsPace);
    });
    await browser.close();
  },
});

export { expect };

/** Another PC's browser. */
export function launchBrowser(hostRules = ''): Promise<Browser> {
  return chromium.launch({
    ...(hostRules === '' ? {} : { args: [`--host-resolver-rules=${hostRules}`] }),
    ...(process.env.OPD_BROWSER_PATH ? { executablePath: process.env.OPD_BROWSER_PATH } : {}),
    // As root, as in a container, there is no sandbox.
    ...(process.getuid?.() === 0 ? { chromiumSandbox: false } : {}),
  });
}

async function startServer(dataFolder: string, options: ServerOptions): Promise<RunningServer> {
  const { open = true, fromNetwork = false, port = 0 } = options;
  await setUpClinic(dataFolder, { timeZone: zoneInTheMorning() });
  const args = [
    join(projectRoot, 'out/main/serve.js'),
    ...['--data', dataFolder, '--port', String(port)],
    ...['--host', fromNetwork ? '0.0.0.0' : '127.0.0.1'],
    ...(open ? ['--open'] : []),
  ];
  // The stock binding: this is plain Node.
  const { OPD_SQLITE_BINDING: _electrons, ...env } = process.env;
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const line = await firstLine(child);
  const address = /https?:\/\/\S+:\d+/.exec(line)?.[0];
  if (address === undefined) throw new Error(`The server did not start: ${line}`);
  return {
    address: fromNetwork ? `http://${networkNumber()}:${new URL(address).port}` : address,
    code: /: (\d{6})\)$/.exec(line)?.[1] ?? null,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What it says when it is ready; what it said, if it ended instead. */
function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((found) => {
    let text = '';
    stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) found(text.trimEnd());
    });
    stdout?.on('end', () => found(text));
  });
}

/** This computer's number on the network. */
export function networkNumber(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const own = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  return own?.address ?? '127.0.0.1';
}

/** A port nobody uses just now. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Types the code on a device that is not known yet. */
export async function pairOn(page: Page, code: string): Promise<void> {
  await page.getByTestId('pair-code').fill(code);
}

/** The desk in a browser, ready for the next token. */
export async function openDeskPage(browser: BrowserContext, address: string): Promise<Page> {
  const desk = await browser.newPage();
  await desk.goto(`${address}/?screen=desk`);
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  await desk.getByTestId('desk-board-A').waitFor();
  return desk;
}
