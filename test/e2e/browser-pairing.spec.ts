import type { Page } from '@playwright/test';
import { findings } from './helpers/axe';
import { issueByKeys, Typist } from './helpers/desk';
import { giveCode } from './helpers/devices';
import { bothForms, long } from './helpers/long';
import { expect, openDeskPage, pairOn, test } from './helpers/server';

async function openSettings(page: Page): Promise<void> {
  await page.getByTestId('home-open-admin').click();
  await page.getByTestId('admin-devices').click();
  await expect(page.getByTestId('devices-on')).toBeVisible();
}

test('other devices pair by code, on a network without certificates, and are shut out at once', async ({
  serve,
  openBrowser,
}) => {
  const { address, code } = await serve({ open: false, fromNetwork: true });
  if (code === null) throw new Error('No code for the first device.');

  // A page from another PC without a certificate is no secure one, and has fewer of a browser's powers.
  const admin = await (await openBrowser()).newPage();
  await admin.goto(`${address}/?screen=desk`);
  await expect(admin.getByTestId('pair-code')).toBeFocused();
  expect(await admin.evaluate(() => isSecureContext)).toBe(false);

  await pairOn(admin, code === '000000' ? '000001' : '000000');
  await expect(admin.getByTestId('pair-status')).toContainText('not right');
  for (const digit of code) await admin.getByTestId(`pair-key-${digit}`).click();
  await openSettings(admin);

  const given = await giveCode(admin, 'doctor', 'A');
  const tablet = await (await openBrowser({ viewport: { width: 1024, height: 768 } })).newPage();
  // As scanned at the desk.
  await tablet.goto(`${address}/#pair=${given}`);
  await expect(tablet.getByTestId('doctor-primary')).toBeVisible();
  expect(tablet.url()).not.toContain(given);
  await expect(admin.getByTestId('pair-done')).toBeVisible();
  await admin.getByTestId('pair-close').click();
  await expect(admin.getByTestId('device')).toHaveCount(2);

  // A doctor's tablet opens no other screen.
  await tablet.goto(`${address}/?screen=desk`);
  await expect(tablet.getByTestId('doctor-primary')).toBeVisible();
  await expect(tablet).toHaveURL(/screen=doctor/);

  const device = admin.getByTestId('device').filter({ hasText: 'Doctor' });
  await device.getByTestId('device-remove').click();
  await admin.getByTestId('dialog-confirm').click();
  await expect(tablet.getByTestId('pair-removed')).toBeVisible();
  await expect(admin.getByTestId('device')).toHaveCount(1);
  await tablet.goto(`${address}/?screen=doctor`);
  await expect(tablet.getByTestId('pair-code')).toBeVisible();
});

test('request ids are made in a page that is no secure one, too', async ({ serve, openBrowser }) => {
  const { address, code } = await serve({ open: false, fromNetwork: true });
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(address);
  await pairOn(page, code ?? '');
  await expect(page.getByTestId('home-open-desk')).toBeVisible();
  const desk = await openDeskPage(browser, address);
  expect(await issueByKeys(desk, new Typist(desk), { phone: '9876543210', name: 'Asha' })).toBe('A-001');
});

test(
  'a code that another has replaced is refused, and too many wrong ones',
  long,
  async ({ serve, openBrowser }) => {
    const { address, code } = await serve({ open: false });
    const admin = await (await openBrowser()).newPage();
    await admin.goto(address);
    await pairOn(admin, code ?? '');
    await openSettings(admin);
    const first = await giveCode(admin, 'board');
    await admin.keyboard.press('Escape');
    const second = await giveCode(admin, 'kiosk');

    const other = await (await openBrowser()).newPage();
    await other.goto(address);
    const wrong = [...new Set([first, '000000', '000001', '000002', '000003', '000004'])].filter(
      (one) => one !== second,
    );
    for (const one of wrong.slice(0, 5)) {
      await pairOn(other, one);
      await expect(other.getByTestId('pair-status')).toContainText('not right');
      await expect(other.getByTestId('pair-code')).toHaveValue('');
    }
    await pairOn(other, second);
    await expect(other.getByTestId('pair-status')).toContainText('wait a minute');
    await expect(admin.getByTestId('pair-code-shown')).toBeVisible();
  },
);

for (const { isLong, tagged } of bothForms)
  test(
    `the pairing page is accessible, in ${isLong ? 'four languages' : 'English and from the right'}`,
    tagged,
    async ({ serve, openBrowser }) => {
      const { address } = await serve({ open: false });
      const page = await (await openBrowser()).newPage();
      await page.goto(address);
      for (const language of isLong ? ['en', 'hi', 'ta', 'ar'] : ['en', 'ar']) {
        await page.getByTestId(`pair-language-${language}`).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect(await findings(page)).toEqual([]);
      }
    },
  );
