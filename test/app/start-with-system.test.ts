import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseArguments } from '../../src/main/arguments';
import { desktopEntry, startWithSystem, WINDOWS_APP_ID } from '../../src/main/start-with-system';
import { temporaryFolder } from '../helpers/clinic';

const none = { getLoginItemSettings: () => expect.fail(), setLoginItemSettings: () => expect.fail() };

test('on Linux it is a file of the user’s, and goes with it', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'autostart', 'opd-tokens.desktop');
  const system = startWithSystem({
    platform: 'linux',
    env: { XDG_CONFIG_HOME: folder },
    app: none,
    command: ['/opt/OPD Tokens/opd-tokens', '--station=board'],
    write: writeFileSync,
  });
  expect(system.isOn()).toBe(false);
  system.turn(true);
  expect(system.isOn()).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/OPD Tokens/opd-tokens" "--station=board"\n');
  // Turned off by the system's own settings.
  writeFileSync(file, `${readFileSync(file, 'utf8')}Hidden=true\n`);
  expect(system.isOn()).toBe(false);
  system.turn(true);
  expect(system.isOn()).toBe(true);
  system.turn(false);
  expect(existsSync(file)).toBe(false);
  system.turn(false);
});

test('a path with signs of its own is quoted as the system reads it', () => {
  expect(desktopEntry(['/home/a"b/100%/$x'])).toContain('Exec="/home/a\\\\"b/100%%/\\\\$x"\n');
});

test.each(['win32', 'darwin'] as const)('on %s the system keeps it', (platform) => {
  let openAtLogin = false;
  const system = startWithSystem({
    platform,
    env: {},
    app: {
      getLoginItemSettings: () => ({ openAtLogin }),
      setLoginItemSettings: (wish) => {
        openAtLogin = wish.openAtLogin;
      },
    },
    command: [],
    write: () => expect.fail(),
  });
  system.turn(true);
  expect([system.isOn(), openAtLogin]).toEqual([true, true]);
  system.turn(false);
  expect(system.isOn()).toBe(false);
});

test('--station: what is none counts for nothing', () => {
  expect(parseArguments(['--station=kiosk'], true).station).toBe('kiosk');
  expect(parseArguments(['--station=desk'], true).station).toBeUndefined();
  expect(parseArguments([], true).station).toBeUndefined();
});

test('Windows knows the app by the name that its uninstaller removes', () => {
  expect(readFileSync('electron-builder.yml', 'utf8')).toMatch(new RegExp(`^appId: ${WINDOWS_APP_ID}$`, 'm'));
  expect(readFileSync('resources/installer.nsh', 'utf8')).toContain(
    String.raw`DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${'$'}{APP_ID}"`,
  );
});

test('only the installer asks that it start with the computer', () => {
  expect(parseArguments(['--start-with-system'], true).startWithSystem).toBe(true);
  expect(parseArguments([], true).startWithSystem).toBe(false);
});
