/** A visit to the demo clinic, driven as a person would; started by `npm start` where there is no screen. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { outDir, root, shortPath } from './lib/paths.mjs';
import { command, Failure, say } from './lib/say.mjs';

const pictures = join(outDir, 'demo');
const patient = { name: 'Asha Verma', phone: '98765 43210' };
const SLIP_MS = 20_000;

command(async () => {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const appArgs = process.argv.slice(2);
  const app = await _electron.launch({
    executablePath: process.env.OPD_ELECTRON_PATH,
    args: [...JSON.parse(process.env.OPD_ELECTRON_ARGS ?? '[]'), root, '--windowed', ...appArgs],
    cwd: root,
  });
  try {
    const home = await app.firstWindow();
    await home.getByTestId('home-open-kiosk').waitFor();
    await picture(home, '1-start');
    const doctor = await opened(app, home, 'home-open-doctor-A', 'doctor');
    const kiosk = await opened(app, home, 'home-open-kiosk', 'kiosk');
    const number = await takeToken(kiosk);
    say(`• ${patient.name} took token ${number} at the kiosk`);
    await seeDoctor(doctor, number);
    say(`• The doctor called ${number} and served it`);
    const slip = await slipOf(appArgs, number);
    copyFileSync(slip, join(pictures, `slip-${number}.pdf`));
  } finally {
    await app.close();
  }
  say(`Pictures and the slip are in ${shortPath(pictures)}/: ${readdirSync(pictures).sort().join(', ')}`);
});

/** @param {import('@playwright/test').Page} kiosk */
async function takeToken(kiosk) {
  await kiosk.getByTestId('kiosk-language-en').click();
  await kiosk.getByTestId('kiosk-need-token').click();
  await kiosk.getByTestId('kiosk-doctor-A').waitFor();
  await picture(kiosk, '2-kiosk-doctors');
  await kiosk.getByTestId('kiosk-doctor-A').click();
  await kiosk.getByTestId('kiosk-name').fill(patient.name);
  await kiosk.getByTestId('kiosk-phone').fill(patient.phone);
  await picture(kiosk, '3-kiosk-details');
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-confirm').click();
  const number = await kiosk.getByTestId('kiosk-number').innerText();
  await picture(kiosk, '4-kiosk-number');
  return number;
}

/**
 * @param {import('@playwright/test').Page} doctor
 * @param {string} number
 */
async function seeDoctor(doctor, number) {
  await doctor.getByTestId(`doctor-row-${number}`).waitFor();
  await picture(doctor, '5-doctor-waiting');
  await doctor.getByTestId('doctor-primary').click();
  await doctor.getByTestId('doctor-current').getByText(number).first().waitFor();
  await picture(doctor, '6-doctor-called');
  await doctor.getByTestId('doctor-primary').click();
  await doctor.getByTestId('doctor-primary').getByText('Finish').waitFor();
  await doctor.getByTestId('doctor-primary').click();
  await doctor.getByTestId('doctor-primary').getByText('Call').waitFor();
  await picture(doctor, '7-doctor-served');
}

/**
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {import('@playwright/test').Page} home
 * @param {string} testId
 * @param {string} screen
 */
async function opened(app, home, testId, screen) {
  await home.getByTestId(testId).click();
  const isIt = (/** @type {import('@playwright/test').Page} */ page) =>
    page.url().includes(`screen=${screen}`);
  return app.windows().find(isIt) ?? app.waitForEvent('window', isIt);
}

/**
 * Where the app saved the slip; it is printed after the token is shown, never before.
 * @param {string[]} appArgs
 * @param {string} number
 */
async function slipOf(appArgs, number) {
  const prefix = '--user-data-dir=';
  const dataDir = appArgs.find((arg) => arg.startsWith(prefix))?.slice(prefix.length) ?? '';
  const slips = join(dataDir, 'slips');
  const until = Date.now() + SLIP_MS;
  while (Date.now() < until) {
    const [day] = existsSync(slips) ? readdirSync(slips) : [];
    const path = day && join(slips, day, `${number}.pdf`);
    if (path && existsSync(path)) return path;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Failure('The slip was not saved.');
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function picture(page, name) {
  await page.waitForLoadState('load');
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}
