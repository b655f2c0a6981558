/**
 * `npm run test:package`: the package for Debian as a clinic has it. It is installed into an empty root and started by an ordinary
 * account on a screen of its own, with the sandbox on; a visit is played, from the kiosk to the doctor; a newer package comes over it, then the
 * older one again; it is removed. The visit is there each time, and the data stay. Needs root. The package is made first: one of
 * yesterday would say nothing of today.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { makeDeb } from './lib/deb.mjs';
import { openDisplay } from './lib/display.mjs';
import { isLinux, isRoot, logDir, nodeBinary, outDir, root, shortPath } from './lib/paths.mjs';
import { atExit, quiet, read, show } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';

/** The account that the app is started by: it owns nothing but its home. */
const ACCOUNT = 'nobody';
const ATTEMPTS = 10;
const output = join(root, 'dist', 'test-build');
const log = join(logDir, 'test-package.log');

/** What of the app's bridge is used here. */
/** @typedef {{ call(name: string, input: object): Promise<{ ok: boolean, value: any, error: { message: string } }> }} Bridge */

/** @typedef {import('@playwright/test').Page} Page */
/**
 * @typedef {object} Installed
 * @property {Bridge['call']} call from its start screen
 * @property {(screen: string) => Promise<Page>} windowOn its window on a screen, as soon as it is there
 */

const VISITOR = { name: 'Asha Verma', phone: '9876543210' };

command(async () => {
  if (!isLinux || !isRoot || !existsSync('/usr/bin/dpkg-deb')) {
    throw new Failure(
      'The package is tried on Debian or Ubuntu, by root: it is installed, into a folder of its own.',
    );
  }
  const code = await show(nodeBinary, [join(root, 'scripts', 'package.mjs')]);
  if (code !== 0) throw new Failure('There is no package to try.');
  const older = debIn(output);
  if (!older)
    throw new Failure(
      'There is no test build: the official Electron is at hand, whose package is not tried here.',
    );
  const installed = emptyRoot();
  const home = join(installed, 'home');
  const display = await openDisplay();
  const { text: name } = await read('dpkg-deb', ['--field', older, 'Package']);
  const program = join(installed, 'opt', name.trim(), 'opd-tokens');
  const run = (/** @type {string} */ what, /** @type {(app: Installed) => Promise<void>} */ use) =>
    started(what, { program, home, display: display.env.DISPLAY }, use);

  await dpkg(installed, '--install', older);
  await run('installed, and a visit played from the kiosk to the doctor', async ({ call, windowOn }) => {
    // Whatever the time is while it is tried.
    const hours = { startMinute: 0, endMinute: 1_440, slotMinutes: 60, capacity: 6 };
    const schedule = Array.from({ length: 7 }, (_none, weekday) => ({ weekday: weekday + 1, ...hours }));
    await call('doctors.save', { name: 'Dr Anita Rao', schedule });
    const [doctor] = await call('doctors.list', {});
    await call('kiosk.changePin', { pin: '7391' });
    await call('windows.open', { screen: 'doctor', doctorId: doctor.id });
    await call('windows.open', { screen: 'kiosk' });
    const number = await takeToken(await windowOn('kiosk'));
    await seeNext(await windowOn('doctor'));
    say(`  ${number} was taken at the kiosk, called, seen and served`);
  });
  const isThere = async (/** @type {Installed} */ { call }) => {
    const found = await call('tokens.find', { query: VISITOR.name });
    const served = found.filter((/** @type {any} */ { token }) => token.status === 'served');
    if (found.length !== 1 || served.length !== 1)
      throw new Failure(`The visit of before is there ${found.length} times, served ${served.length} times.`);
  };

  const newer = await newerDeb(older);
  await dpkg(installed, '--install', newer);
  await run('a newer one over it', isThere);
  await dpkg(installed, '--install', older);
  await run('one step back', isThere);
  await dpkg(installed, '--remove', name.trim());
  if (existsSync(program)) throw new Failure('What was removed is still there.');
  const left = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('opd-tokens.db'),
  );
  if (left.length !== 1) throw new Failure('The data of the clinic went with the program.');
  say('✓ removed: the program is gone, the data stay');
  display.end();
});

/** @param {string} folder */
function debIn(folder) {
  const name = existsSync(folder)
    ? readdirSync(folder).find((one) => one.endsWith('~testbuild_amd64.deb'))
    : undefined;
  return name && join(folder, name);
}

/** A root with nothing but dpkg's own books, and a home for the account. */
function emptyRoot() {
  const folder = mkdtempSync(join(tmpdir(), 'opd-package-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['updates', 'info', 'triggers'])
    mkdirSync(join(folder, 'var/lib/dpkg', part), { recursive: true });
  for (const file of ['status', 'available']) writeFileSync(join(folder, 'var/lib/dpkg', file), '');
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'home'));
  chownSync(join(folder, 'home'), ...idOf(ACCOUNT));
  return folder;
}

/**
 * @param {string} account
 * @returns {[number, number]}
 */
function idOf(account) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${account}:`));
  const [, , uid, gid] = (line ?? '').split(':');
  return [Number(uid), Number(gid)];
}

/** @param {string} installed @param {string[]} args */
async function dpkg(installed, ...args) {
  // What the package depends on lies in the computer's own root, where the program finds it.
  const ways = [`--root=${installed}`, '--force-depends', '--force-script-chrootless', '--force-not-root'];
  if ((await quiet('dpkg', [...ways, ...args], { log })) !== 0)
    throw new Failure(`dpkg failed; see ${shortPath(log)}.`);
}

/** The same program under a higher version. @param {string} older */
async function newerDeb(older) {
  const field = async (/** @type {string} */ name) =>
    (await read('dpkg-deb', ['--field', older, name])).text.trim();
  const facts = {
    name: await field('Package'),
    version: (await field('Version')).replace('~', '.1~'),
    title: 'OPD Tokens Test Build',
    maintainer: await field('Maintainer'),
    executable: 'opd-tokens',
    isTestBuild: true,
  };
  const unpacked = join(output, 'linux-unpacked');
  return await makeDeb(facts, { unpacked, work: join(outDir, 'package'), output: join(outDir, 'package') });
}

/**
 * Starts the installed program as the account does, and uses it through its own start screen.
 * @param {string} what
 * @param {{ readonly program: string, readonly home: string, readonly display: string | undefined }} where
 * @param {(app: Installed) => Promise<void>} use
 */
async function started(what, { program, home, display }, use) {
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    DISPLAY: display ?? process.env.DISPLAY ?? '',
  };
  const set = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const args = [
    '--user',
    ACCOUNT,
    '--',
    'env',
    '-i',
    ...set,
    program,
    '--remote-debugging-port=0',
    '--windowed',
  ];
  const child = spawn('runuser', args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((done) => child.once('close', done));
  const end = atExit(() => child.kill());
  try {
    const browser = await connected(await addressOf(child));
    const windowOn = (/** @type {string} */ screen) => pageOn(browser, screen);
    const page = await windowOn('home');
    const { text } = await read('ps', ['-eo', 'args']);
    if (text.split('\n').some((line) => line.startsWith(program) && line.includes('--no-sandbox'))) {
      throw new Failure('It runs without its sandbox.');
    }
    const call = (/** @type {string} */ name, /** @type {object} */ input) =>
      page.evaluate(
        async ([asked, given]) => {
          const answer = await /** @type {{ api: Bridge }} */ (/** @type {unknown} */ (window)).api.call(
            asked,
            given,
          );
          if (!answer.ok) throw new Error(`${asked}: ${answer.error.message}`);
          return answer.value;
        },
        /** @type {const} */ ([name, input]),
      );
    await use({ call, windowOn });
    await browser.close();
    say(`✓ ${what}`);
  } finally {
    await quiet('pkill', ['--signal', 'TERM', '--full', `^${program}`], { log });
    await gone;
    end();
  }
}

/** Chromium says where it listens. @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} */
function addressOf(child) {
  return new Promise((found, failed) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (part) => {
      said += part;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('close', () => failed(new Failure(`It did not start: ${said.trim().split('\n').at(-1)}`)));
  });
}

/** While the app starts, its pages come and go. @param {string} address */
async function connected(address) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.connectOverCDP(address);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await wait(1_000);
    }
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} screen
 */
async function pageOn(browser, screen) {
  const [context] = browser.contexts();
  if (!context) throw new Failure('It shows no window.');
  const isIt = (/** @type {Page} */ page) => page.url().includes(`screen=${screen}`);
  const page = context.pages().find(isIt) ?? (await context.waitForEvent('page', isIt));
  await page.waitForLoadState();
  return page;
}

/** As a patient does it, by touch. @param {Page} kiosk @returns the number that was shown */
async function takeToken(kiosk) {
  await kiosk.getByTestId('kiosk-language-en').click();
  await kiosk.getByTestId('kiosk-need-token').click();
  const doctor = kiosk.getByTestId('kiosk-doctor-A');
  const name = kiosk.getByTestId('kiosk-name');
  await doctor.or(name).waitFor();
  if (await doctor.isVisible()) await doctor.click();
  await name.fill(VISITOR.name);
  await kiosk.getByTestId('kiosk-phone').fill(VISITOR.phone);
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-confirm').click();
  const number = await kiosk.getByTestId('kiosk-number').innerText();
  await kiosk.getByTestId('kiosk-done').click();
  return number;
}

/** As a doctor does it, step by step. @param {Page} doctor */
async function seeNext(doctor) {
  for (const step of ['callNext', 'start', 'serve']) {
    await doctor.locator(`[data-testid="doctor-primary"][data-step="${step}"]:not([data-pending])`).click();
  }
  await doctor.locator('[data-testid="doctor-primary"]:not([data-step="serve"])').waitFor();
}
