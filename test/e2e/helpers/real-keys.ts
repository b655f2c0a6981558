import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app';
import { answered, mainWindow } from './main-process';

const run = promisify(execFile);

/** Every key of the menu, of the window system and of a browser that leads away from a page. */
export const waysOut: readonly string[] = [
  ...['ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'ctrl+comma'],
  ...['ctrl+shift+i', 'ctrl+w', 'ctrl+q', 'ctrl+r', 'ctrl+shift+r', 'F5', 'F11', 'F12', 'F10'],
  ...[
    'ctrl+plus',
    'ctrl+minus',
    'ctrl+0',
    'ctrl+p',
    'ctrl+n',
    'ctrl+o',
    'ctrl+s',
    'ctrl+u',
    'ctrl+a',
    'ctrl+f',
  ],
  ...['alt+F4', 'alt+Left', 'alt+Right', 'alt+Home', 'alt+F', 'alt+o', 'Menu', 'shift+F10', 'ctrl+shift+j'],
];

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

/** Moves and presses the real pointer, from the middle of the window on, in xdotool's own words; nothing where there is no xdotool. */
export async function pointReally(app: RunningApp, page: Page, ...words: readonly string[]): Promise<void> {
  if (process.platform !== 'linux') return;
  await bringToFront(app, page);
  const window = await mainWindow(app, page);
  const middle = await answered(() =>
    window.evaluate((browserWindow) => {
      const { x, y, width, height } = browserWindow.getContentBounds();
      return [x + width / 2, y + height / 2].map((value) => String(Math.round(value)));
    }),
  );
  await run('xdotool', ['mousemove', ...middle, ...words]);
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
