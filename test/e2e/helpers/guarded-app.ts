import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract';
import type { Result } from '../../../src/shared/result';
import { MORNING } from './app';

/**
 * An app with its guardian on these data, whoever has started it: looked into through its debugging port, one window at a time.
 * Playwright drives only an app that it has started itself, and waits for one that crashes amid its start.
 */
export interface GuardedApp {
  /** The screens of its windows, in the order of the alphabet; none while it does not answer. */
  screens(): Promise<string[]>;
  /** What its window of this screen says; empty while it does not answer. */
  text(screen: string): Promise<string>;
  /** One call of the contract from the start screen. Throws if it is refused. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Waits until another process has taken the place of this one. */
  begunAgain(port: string): Promise<void>;
  /** Changes with each process. */
  port(): string;
  /** The files and sockets that its guardian holds, by their numbers. */
  heldByGuardian(): string[];
  /** Ends it as a session’s end does: its own processes are all told at once, Chromium’s too. Its guardian is not asked. */
  end(): Promise<void>;
}

const projectRoot = resolve(import.meta.dirname, '../../..');

/** Starts the built app as it is started where nobody tests it: begun again if it crashes. */
export function startGuarded(dataFolder: string): ChildProcess {
  const file = process.env.OPD_ELECTRON_PATH ?? String(createRequire(import.meta.url)('electron'));
  const own = JSON.parse(process.env.OPD_ELECTRON_ARGS ?? '[]') as string[];
  const wishes = [`--user-data-dir=${dataFolder}`, `--clock=${MORNING}`, '--windowed', '--guarded'];
  return spawn(file, [...own, '--remote-debugging-port=0', projectRoot, ...wishes], { stdio: 'ignore' });
}

export function guardedApp(dataFolder: string): GuardedApp {
  const port = (): string => {
    const file = join(dataFolder, 'DevToolsActivePort');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const evaluate = async (screen: string, expression: string): Promise<string> => {
    const window = (await windowsOf(port())).find((one) => one.screen === screen);
    return window ? evaluated(window.address, expression) : '';
  };
  return {
    port,
    screens: async () => (await windowsOf(port())).map(({ screen }) => screen).sort(),
    text: (screen) => evaluate(screen, 'document.body.textContent'),
    async call<N extends CallName>(name: N, input: CallInput<N>) {
      const asked = `window.api.call(${JSON.stringify(name)}, ${JSON.stringify(input)}).then(JSON.stringify)`;
      const answer = JSON.parse(await evaluate('home', asked)) as Result<CallOutput<N>>;
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    },
    begunAgain: (before) => expect.poll(port, { timeout: 60_000 }).not.toBe(before),
    heldByGuardian: () =>
      processesOn(dataFolder, isGuardian).flatMap((pid) => readdirSync(`/proc/${pid}/fd`)),
    async end() {
      expect(mainProcesses(dataFolder)).toHaveLength(1);
      const told = processesOn(dataFolder, (words) => !isGuardian(words));
      for (const pid of told) process.kill(pid, 'SIGTERM');
      await expect.poll(() => processesOn(dataFolder, () => true), { timeout: 30_000 }).toEqual([]);
    },
  };
}

const targetsSchema = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string().optional() }),
);

/** https://chromedevtools.github.io/devtools-protocol/#endpoints */
async function windowsOf(activePort: string): Promise<{ screen: string; address: string }[]> {
  const [port = ''] = activePort.split('\n');
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
  if (!answer?.ok) return [];
  return targetsSchema.parse(await answer.json()).flatMap(({ type, url, webSocketDebuggerUrl: address }) => {
    const screen = type === 'page' ? new URL(url).searchParams.get('screen') : null;
    return screen === null || address === undefined ? [] : [{ screen, address }];
  });
}

const repliedSchema = z.object({
  id: z.literal(1),
  result: z.object({ result: z.object({ value: z.string() }) }),
});
const REPLIES_WITHIN_MS = 5_000;

/** Of a window that does not answer nothing: it is asked again. */
function evaluated(address: string, expression: string): Promise<string> {
  const socket = new WebSocket(address);
  const signal = AbortSignal.timeout(REPLIES_WITHIN_MS);
  const replied = new Promise<string>((resolve) => {
    const nothing = (): void => resolve('');
    signal.addEventListener('abort', nothing);
    socket.addEventListener('error', nothing);
    socket.addEventListener('close', nothing);
    socket.addEventListener('open', () =>
      socket.send(
        JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, awaitPromise: true } }),
      ),
    );
    socket.addEventListener('message', ({ data }) => {
      const reply = repliedSchema.safeParse(JSON.parse(String(data)));
      if (reply.success) resolve(reply.data.result.result.value);
    });
  });
  return replied.finally(() => socket.close());
}

/** The app itself, not its guardian, nor the processes of pages. */
function mainProcesses(dataFolder: string): number[] {
  return processesOn(dataFolder, isMain);
}

const isMain = (words: string): boolean => !isGuardian(words) && !words.includes('--type=');
const isGuardian = (words: string): boolean => words.startsWith('/bin/bash');

function processesOn(dataFolder: string, fits: (words: string) => boolean): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        // Chromium writes it anew, with spaces.
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return fits(words) && words.includes(`--user-data-dir=${dataFolder}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
