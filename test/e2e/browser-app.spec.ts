import { createServer } from 'node:net';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { issueByKeys, Typist } from './helpers/desk';
import { choosePort, giveCode, openDevices } from './helpers/devices';
import { bothForms } from './helpers/long';
import { expect, freePort, openDeskPage, pairOn, test } from './helpers/server';

test('off until it is turned on; then another PC pairs, works beside the app, and is shut out', async ({
  launch,
  openBrowser,
}) => {
  const app = await launch();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const admin = await openDevices(app);
  await choosePort(admin, port);
  await expect(admin.getByTestId('devices-pair')).toBeDisabled();
  await expect(fetch(address)).rejects.toThrow();

  await admin.getByTestId('devices-listen-this_pc').click();
  await expect(admin.getByTestId('devices-address')).toHaveText(address);
  const code = await giveCode(admin, 'reception');
  const browser = await openBrowser();
  const other = await browser.newPage();
  await other.goto(address);
  await pairOn(other, code);
  await expect(admin.getByTestId('pair-done')).toBeVisible();
  await admin.getByTestId('pair-close').click();

  // Settings stay at this PC.
  await expect(other.getByTestId('home-open-desk')).toBeVisible();
  await expect(other.getByTestId('home-open-admin')).toHaveCount(0);
  await other.goto(`${address}/?screen=admin`);
  await expect(other.getByTestId('home-open-desk')).toBeVisible();

  const desk = await openDeskPage(browser, address);
  const doctor = await app.openDoctor('A');
  expect(await issueByKeys(desk, new Typist(desk), { phone: '9876543210', name: 'Asha Verma' })).toBe(
    'A-001',
  );
  await expect(doctor.getByTestId('doctor-row-A-001')).toContainText('Asha Verma');
  await doctor.getByTestId('doctor-primary').click();
  await expect(desk.getByTestId('desk-board-A')).toContainText('Called');

  await admin.getByTestId('device-remove').click();
  await admin.getByTestId('dialog-confirm').click();
  await expect(desk.getByTestId('pair-removed').or(desk.getByTestId('pair-code')).first()).toBeVisible();
  await expect(admin.getByTestId('devices-none')).toBeVisible();

  await admin.getByTestId('devices-listen-off').click();
  await expect(admin.getByTestId('devices-on')).toHaveCount(0);
  await expect(fetch(address)).rejects.toThrow();
});

test('the whole network can be let in, and the warning says what that means', async ({ launch }) => {
  const app = await launch();
  const port = await freePort();
  const admin = await openDevices(app);
  await choosePort(admin, port);
  await admin.getByTestId('devices-listen-network').click();
  await expect(admin.getByTestId('devices-warning')).toContainText('unencrypted');
  await expect(admin.getByTestId('devices-address')).toContainText(String(port));
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  // It is still on after the next start.
  await app.electron.close();
  const again = await launch();
  // A name beside the number, once it is known to be free.
  await expect
    .poll(async () => (await callFrom(again.home, 'devices.network', {})).addresses.length)
    .toBeGreaterThan(1);
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
});

test('a port that is taken, and a certificate that is none, are said; the app goes on', async ({
  launch,
}) => {
  const app = await launch();
  const port = await freePort();
  const squatter = createServer();
  await new Promise<void>((done) => squatter.listen(port, '127.0.0.1', done));
  const admin = await openDevices(app);
  await choosePort(admin, port);
  await admin.getByTestId('devices-listen-this_pc').click();
  await expect(admin.getByTestId('devices-failed')).toContainText(`port ${port}`);
  await new Promise((done) => squatter.close(done));
  await choosePort(admin, await freePort());
  await expect(admin.getByTestId('devices-on')).toBeVisible();

  await admin.getByTestId('devices-certificate').fill('/nowhere/clinic.pem');
  await admin.getByTestId('devices-certificate').press('Enter');
  await expect(admin.getByTestId('devices-failed')).toContainText('certificate');
  await expect(admin.getByTestId('devices-pair')).toBeDisabled();
  await admin.getByTestId('devices-certificate').fill('');
  await admin.getByTestId('devices-certificate').press('Enter');
  await expect(admin.getByTestId('devices-on')).toBeVisible();
});

for (const { isLong, tagged } of bothForms)
  test(
    `the settings of devices are accessible, with the code shown${isLong ? ', in Hindi too' : ''}`,
    tagged,
    async ({ launch }) => {
      const app = await launch();
      const admin = await openDevices(app);
      await choosePort(admin, await freePort());
      await admin.getByTestId('devices-listen-network').click();
      await expect(admin.getByTestId('devices-on')).toBeVisible();
      expect(await findings(admin)).toEqual([]);
      await giveCode(admin, 'kiosk');
      expect(await findings(admin)).toEqual([]);
      if (!isLong) return;
      await admin.keyboard.press('Escape');
      await app.home.getByTestId('home-language-hi').click();
      await expect(admin.getByTestId('devices-pair')).toHaveText('डिवाइस जोड़ें');
      expect(await findings(admin)).toEqual([]);
    },
  );
