import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { displayNumber } from './display.mjs';
import { isLinux } from './paths.mjs';
import { atExit, read } from './run.mjs';
import { Failure } from './say.mjs';

/** The real X server with a driver that has outputs and no card: a monitor on one of them comes and goes as a cable does. */
const CONFIG = `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "outputs"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "all"
  Device "outputs"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1366x768"
    Virtual 4096 2048
  EndSubSection
EndSection
`;

/** In pixels. The second stands to the right of the first. */
const FIRST = { x: 0, y: 0, width: 1920, height: 1080 };
export const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 };

/**
 * Starts a screen of two monitors that programs see as they see real ones.
 * @returns {Promise<{ display: string, plug(): Promise<void>, unplug(): Promise<void>, end(): void }>} the second monitor can be
 * plugged in and unplugged; at first it is not there
 */
export async function openMonitors() {
  if (!isLinux) throw new Failure('Two monitors are tried on Linux: they are an X server’s.');
  const folder = mkdtempSync(join(tmpdir(), 'opd-monitors-'));
  writeFileSync(join(folder, 'xorg.conf'), CONFIG);
  const files = ['-config', join(folder, 'xorg.conf'), '-logfile', join(folder, 'xorg.log')];
  const args = ['-displayfd', '3', ...files, '-noreset', '-nolisten', 'tcp', '-novtswitch', '-sharevts'];
  const server = spawn('/usr/lib/xorg/Xorg', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  server.unref();
  const end = atExit(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const number = await displayNumber(server);
  if (!number) {
    end();
    throw new Failure('The X server with two monitors did not start.');
  }
  const display = `:${number}`;
  const set = async (/** @type {string[]} */ ...args) => {
    const { code, text } = await read('xrandr', ['--display', display, ...args]);
    if (code !== 0) throw new Failure(`xrandr: ${text}`);
    // Only who asks makes the server look at its outputs, and tell the others.
    if (args.length > 0) await set();
  };
  const mode = (/** @type {typeof FIRST} */ { width, height }) => `${width}x${height}`;
  await set('--output', 'DUMMY0', '--primary', '--mode', mode(FIRST), '--pos', '0x0');
  await set('--addmode', 'DUMMY1', mode(SECOND));
  return {
    display,
    plug: () => set('--output', 'DUMMY1', '--mode', mode(SECOND), '--pos', `${SECOND.x}x${SECOND.y}`),
    unplug: () => set('--output', 'DUMMY1', '--off'),
    end,
  };
}
