/**
 * `npm run test:installer`: what resources/installer.nsh does, run under Wine on Debian: in the smallest installer and uninstaller
 * around it, silently, with a stand-in for netsh that writes down how it was called. electron-builder's own script is not in it.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLinux, logDir, readJson, root, shortPath } from './lib/paths.mjs';
import { atExit, quiet, read } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';
import { requirePackages } from './lib/system-packages.mjs';

const WINE = '/usr/lib/wine/wine64';
const WINE_SERVER = '/usr/lib/wine/wineserver64';
const RUN_KEY = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Run`;
const RULE = 'name="OPD Tokens: devices of the clinic"';
// Not among what is built: Wine puts a link to the whole computer there.
const work = mkdtempSync(join(tmpdir(), 'opd-installer-'));
const drive = join(work, 'prefix', 'drive_c');
const log = join(logDir, 'test-installer.log');
const env = {
  ...process.env,
  WINEPREFIX: join(work, 'prefix'),
  WINEDEBUG: '-all',
  // Wine has a netsh of its own that does nothing; and nobody is asked about a browser.
  WINEDLLOVERRIDES: 'netsh.exe=n;mscoree,mshtml=;winemenubuilder.exe=d',
  DISPLAY: '',
};

command(async () => {
  if (!isLinux || !existsSync('/usr/bin/dpkg-query')) {
    throw new Failure('The installer is tried under Wine on Debian or Ubuntu.');
  }
  await requirePackages('to try the installer for Windows', [['nsis'], ['wine64']]);
  atExit(() => rmSync(work, { recursive: true, force: true }));
  await wine('wineboot', '--init');
  await compile('stand-in-netsh', join(drive, 'windows', 'system32', 'netsh.exe'));
  await compile('installer-trial', join(work, 'installer.exe'));
  await compile('installer-trial', join(work, 'uninstaller.exe'), '-DBUILD_UNINSTALLER');
  mkdirSync(join(drive, 'trial'));

  const program = String.raw`"C:\trial\OPD Tokens\OPD Tokens.exe"`;
  const installer = () => wine(join(work, 'installer.exe'), '/S');
  await expectCalls('installed, nothing ticked', installer, [`show rule ${RULE}`, `delete rule ${RULE}`]);
  flag('has-rule', true);
  const opened = [
    `show rule ${RULE}`,
    `delete rule ${RULE}`,
    `delete rule name=all dir=in program=${program}`,
    `add rule ${RULE} dir=in action=allow protocol=TCP profile=private,domain program=${program} enable=yes`,
    `add rule ${RULE} dir=in action=allow protocol=UDP localport=5353 profile=private,domain program=${program} enable=yes`,
  ];
  await expectCalls('a newer one over it keeps the rule', installer, opened);
  flag('wants-to-start', true);
  await expectCalls('started with Windows when ticked', installer, [...opened, '--start-with-system']);

  const { appId } = appFacts();
  await wine(join(work, 'uninstaller.exe'), '/S');
  await wine('reg', 'add', RUN_KEY, '/v', appId, '/d', 'C:\\x', '/f');
  const uninstaller = () =>
    wine(String.raw`C:\trial\OPD Tokens\uninstall.exe`, '/S', String.raw`_?=C:\trial\OPD Tokens`);
  flag('is-updated', true);
  await expectCalls('removed for a newer one: nothing goes', uninstaller, []);
  if (!(await startsWithWindows(appId))) throw new Failure('An update ended the start with Windows.');
  flag('is-updated', false);
  await expectCalls('removed for good: its rules go', uninstaller, [
    `delete rule name=all dir=in program=${program}`,
  ]);
  if (await startsWithWindows(appId)) throw new Failure('What was removed still starts with Windows.');
  say('✓ and its entry among what starts');
});

function appFacts() {
  const { productName } = readJson(join(root, 'package.json'));
  const [, appId = ''] =
    /^appId: (.+)$/m.exec(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) ?? [];
  return { productName, appId };
}

/** @param {string} script @param {string} out @param {string[]} defines */
async function compile(script, out, ...defines) {
  const { productName, appId } = appFacts();
  const facts = {
    OUT: out,
    PRODUCT_NAME: productName,
    APP_ID: appId,
    BUILD_RESOURCES_DIR: join(root, 'resources'),
  };
  const given = Object.entries(facts).map(([name, value]) => `-D${name}=${value}`);
  const path = join(root, 'scripts', 'lib', `${script}.nsi`);
  if ((await quiet('makensis', ['-WX', ...given, ...defines, path], { log })) !== 0) {
    throw new Failure(`${script}.nsi does not compile; see ${shortPath(log)}.`);
  }
}

/** @param {string[]} args */
async function wine(...args) {
  const code = await quiet(WINE, args, { log, env });
  // What it began is still at work when the command is back.
  await quiet(WINE_SERVER, ['--wait'], { log, env });
  if (code !== 0) throw new Failure(`${args[0]} failed under Wine; see ${shortPath(log)}.`);
}

/** @param {string} name @param {boolean} on */
function flag(name, on) {
  const file = join(drive, 'trial', name);
  if (on) writeFileSync(file, '');
  else rmSync(file);
}

/**
 * @param {string} what
 * @param {() => Promise<void>} act
 * @param {readonly string[]} expected the end of each call, in their order
 */
async function expectCalls(what, act, expected) {
  const file = join(drive, 'trial', 'calls.txt');
  rmSync(file, { force: true });
  await act();
  const text = existsSync(file) ? readFileSync(file, 'utf16le') : '';
  const calls = text.split('\r\n').filter(Boolean);
  if (
    calls.length !== expected.length ||
    !calls.every((call, index) => call.endsWith(expected[index] ?? ''))
  ) {
    throw new Failure(`${what}: not ${expected.join(' | ')} but ${calls.join(' | ') || 'nothing'}`);
  }
  say(`✓ ${what}`);
}

/** @param {string} appId */
async function startsWithWindows(appId) {
  const { text } = await read(WINE, ['reg', 'query', RUN_KEY], { env });
  await quiet(WINE_SERVER, ['--wait'], { log, env });
  return text.includes(appId);
}
