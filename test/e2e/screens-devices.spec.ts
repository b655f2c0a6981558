import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultLabel, hostNameOf, nthLabel } from '../../src/main/mdns/label';
import type { RunningApp } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { issueByKeys, Typist } from './helpers/desk';
import { choosePort, giveCode, openDevices } from './helpers/devices';
import { editData } from './helpers/edit-data';
import { doctorId } from './helpers/patients';
import { landscape, laptop, picture } from './helpers/pictures';
import { expect, freePort, openDeskPage, pairOn, test } from './helpers/server';

/** Other devices: the settings, the pairing page, and a browser that lost its link. */
const folder = join(import.meta.dirname, '../../out/screens');

async function browserPicture(page: Page, size: readonly [number, number], name: string): Promise<void> {
  const [width, height] = size;
  await page.setViewportSize({ width, height });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.mouse.move(0, 0);
    const path = join(folder, `${name}-${width}x${height}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
}

/** Pairs as a program would: no browser is needed for a list of devices. */
async function pairProgram(admin: Page, address: string, code: string): Promise<void> {
  await fetch(`${address}/pair`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  await admin.getByTestId('pair-done').waitFor();
}

async function fillList(app: RunningApp, address: string): Promise<void> {
  const devices = [
    { name: 'Second reception PC', role: 'reception' },
    { name: 'डॉ. राव का टैबलेट', role: 'doctor', doctorId: await doctorId(app) },
    { name: 'Entrance', role: 'kiosk' },
    { name: 'Waiting room, first floor, beside the pharmacy and the lift', role: 'board' },
    { name: 'lotus-clinic.example', role: 'booking' },
    { name: 'Old tablet', role: 'doctor' },
  ] as const;
  for (const device of devices) {
    const { code } = await callFrom(app.home, 'devices.startPairing', device);
    await fetch(`${address}/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
  }
  const [old] = await callFrom(app.home, 'devices.list', {});
  if (old !== undefined) await callFrom(app.home, 'devices.revoke', { deviceId: old.id });
}

test('settings of other devices', async ({ launch }) => {
  const app = await launch();
  const admin = await openDevices(app);
  await picture(app, admin, laptop, 'devices-1-off');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  await choosePort(admin, port);
  await admin.getByTestId('devices-listen-network').click();
  await admin.getByTestId('devices-on').waitFor();
  await picture(app, admin, laptop, 'devices-2-network');

  await admin.getByTestId('devices-pair').click();
  await picture(app, admin, laptop, 'devices-3-pair');
  await admin.keyboard.press('Escape');
  const code = await giveCode(admin, 'doctor', 'A');
  await picture(app, admin, laptop, 'devices-4-code');
  await pairProgram(admin, address, code);
  await picture(app, admin, laptop, 'devices-5-paired');
  await admin.getByTestId('pair-close').click();

  await fillList(app, address);
  await expect(admin.getByTestId('device')).toHaveCount(6);
  await admin.getByTestId('devices-removed').locator('summary').click();
  await admin.getByTestId('devices-list').scrollIntoViewIfNeeded();
  await picture(app, admin, [1366, 1400], 'devices-6-list');
  await admin.getByTestId('device-remove').first().click();
  await picture(app, admin, laptop, 'devices-7-remove');
  await admin.keyboard.press('Escape');
  await app.home.getByTestId('home-language-hi').click();
  await picture(app, admin, [1366, 1400], 'devices-8-hindi');
  await giveCode(admin, 'kiosk');
  await picture(app, admin, landscape, 'devices-9-hindi-code');
});

test('settings of other devices that failed', async ({ launch }) => {
  const app = await launch();
  const admin = await openDevices(app);
  await choosePort(admin, await freePort());
  await callFrom(app.home, 'settings.change', {
    network: { listen: 'network', certificatePath: '/nowhere', keyPath: '/nowhere' },
  });
  await admin.getByTestId('devices-failed').waitFor();
  await picture(app, admin, laptop, 'devices-10-failed');
});

test('the pairing page', async ({ serve, openBrowser }) => {
  const { address } = await serve({ open: false });
  const page = await (await openBrowser()).newPage();
  await page.goto(address);
  for (const language of ['en', 'hi', 'ta', 'ar']) {
    await page.getByTestId(`pair-language-${language}`).click();
    await page.getByTestId('pair-code').fill('30');
    await browserPicture(page, laptop, `pair-1-${language}`);
  }
  await pairOn(page, '999999');
  await expect(page.getByTestId('pair-code')).toHaveValue('');
  await browserPicture(page, landscape, 'pair-2-wrong-ar');
  await page.getByTestId('pair-language-ta').click();
  await browserPicture(page, [800, 1280], 'pair-3-tall-ta');
  await browserPicture(page, [390, 844], 'pair-4-phone-ta');
  await page.evaluate(() => sessionStorage.setItem('opd.shut-out', 'yes'));
  await page.reload();
  await page.getByTestId('pair-removed').waitFor();
  await browserPicture(page, laptop, 'pair-5-removed');
});

test('the name and the numbers of a computer that was moved', async ({ serve, openBrowser, dataFolder }) => {
  test.setTimeout(120_000);
  const options = { open: false, fromNetwork: true, port: await freePort() };
  await (await serve(options)).kill();
  const kept = {
    numbers: ['192.168.1.57'],
    name: hostNameOf(nthLabel(defaultLabel(hostname()), 2)),
    moved: null,
  };
  editData(dataFolder, (database) => {
    const keep = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
    keep.run('network.numbers', JSON.stringify(kept));
  });
  const { address, code } = await serve(options);
  const page = await (await openBrowser()).newPage();
  await page.route(/\.local:/, (route) => route.abort());
  await page.goto(address);
  await page.getByTestId('pair-at-number').waitFor();
  await browserPicture(page, laptop, 'pair-6-number');
  for (const language of ['hi', 'ar']) {
    await page.getByTestId(`pair-language-${language}`).click();
    await browserPicture(page, [390, 844], `pair-6-number-${language}`);
  }
  await page.getByTestId('pair-language-en').click();
  await pairOn(page, code ?? '');
  await page.getByTestId('home-open-admin').click();
  await page.getByTestId('admin-devices').click();
  await page.getByTestId('devices-moved').waitFor();
  await page.getByTestId('devices-name-state').waitFor();
  await browserPicture(page, [1366, 1400], 'devices-11-moved');
  await browserPicture(page, [800, 1280], 'devices-11-moved');
  await giveCode(page, 'doctor', 'A');
  await browserPicture(page, laptop, 'devices-12-code');
  await browserPicture(page, [800, 1280], 'devices-12-code');
});

test('a browser that lost its link', async ({ serve, openBrowser }) => {
  const { address, kill } = await serve();
  const browser = await openBrowser();
  const desk = await openDeskPage(browser, address);
  const typist = new Typist(desk);
  for (const name of ['Asha Verma', 'रवि कुमार शर्मा', 'Fatima Sheikh']) {
    await issueByKeys(desk, typist, { phone: `98765432${typist.strokes}`.slice(0, 10), name });
  }
  const home = await browser.newPage();
  await home.goto(address);
  await home.getByTestId('home-open-desk').waitFor();
  const doctor = await browser.newPage();
  await doctor.goto(address);
  await doctor.getByTestId('home-open-doctor-A').click();
  await doctor.getByTestId('doctor-primary').waitFor();
  const kiosk = await browser.newPage();
  await kiosk.goto(`${address}/?screen=kiosk`);
  await kiosk.getByTestId('kiosk-language-ar').click();
  await kill();
  for (const page of [desk, home, doctor, kiosk]) await page.getByTestId('link-lost').waitFor();
  await browserPicture(desk, laptop, 'lost-1-desk');
  await browserPicture(home, laptop, 'lost-2-home');
  await browserPicture(doctor, laptop, 'lost-3-doctor');
  await browserPicture(kiosk, [1080, 1920], 'lost-4-kiosk-ar');
});
