import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app';
import { answered, mainWindow } from './main-process';

const run = promisify(execFile);

/**
 * Presses keys as a keyboard does, `ctrl+2`, in this window: on Linux through the X server, so that they reach the
 * menu's accelerators too, which Playwright's never do; elsewhere as the window would get them.
 */
export async function pressReally(app: RunningApp, page: Page, ...chords: readonly string[]): Promise<void> {
  await bringToFront(app, page);
  for (const chord of chords) {
    if (process.platform === 'linux') await run('xdotool', ['key', '--clearmodifiers', chord]);
    else await sendKeys(app, page, chord);
  }
}

async function bringToFront(app: RunningApp, page: Page): Promise<void> {
  const window = await mainWindow(app, page);
  await expect
    .poll(() =>
      answered(() =>
        window.evaluate((browserWindow) => {
          browserWindow.focus();
          browserWindow.webContents.focus();
          return browserWindow.isFocused();
        }),
      ),
    )
    .toBe(true);
}

async function sendKeys(app: RunningApp, page: Page, chord: string): Promise<void> {
  const names = { ctrl: 'control', super: 'meta' } as const;
  const parts = chord.split('+');
  const keyCode = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1).map((part) => names[part as keyof typeof names] ?? part);
  const window = await mainWindow(app, page);
  await window.evaluate(
    ({ webContents }, input) => {
      webContents.sendInputEvent({ type: 'keyDown', ...input });
      webContents.sendInputEvent({ type: 'keyUp', ...input });
    },
    { keyCode, modifiers: modifiers as ('control' | 'shift')[] },
  );
}
