import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, resize, test, windowOf } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { logoBytes } from './helpers/logo';
import { issueOne } from './helpers/patients';

test.use({ prints: true });

async function openPrinting(app: RunningApp): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const admin = await windowOf(app.electron, 'admin');
  await resize(app, admin, 1366, 900);
  await admin.getByTestId('admin-printing').click();
  await admin.locator('[data-slip]').waitFor();
  return admin;
}

/** Chooses by keys alone: opens the list and goes down to what is wanted. */
async function choose(admin: Page, testId: string, text: string): Promise<void> {
  const button = admin.getByTestId(testId);
  await button.press('Enter');
  const option = admin.getByRole('option', { name: text });
  await option.waitFor();
  await admin.keyboard.press('Home');
  await expect(async () => {
    if ((await option.getAttribute('data-focused')) === null) await admin.keyboard.press('ArrowDown');
    await expect(option).toHaveAttribute('data-focused', 'true', { timeout: 200 });
  }).toPass();
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('listbox')).toHaveCount(0);
  await expect(button).toContainText(text);
}

test('printing is set: what is missing is said, what is set shows and stays, logo, own printer, test slip', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  const app = await launch();
  const { print: before } = await callFrom(app.home, 'settings.read', {});
  const admin = await openPrinting(app);

  await test.step('a printer that is gone and a computer without any are said', async () => {
    await expect(admin.getByTestId('printing-desk-nothing')).toBeVisible();
    await callFrom(app.home, 'settings.change', {
      print: { desk: { ...before.desk, printer: 'Front desk' } },
    });
    await expect(admin.getByTestId('printing-desk-gone')).toContainText('Front desk');
    await admin.getByTestId('printing-desk-test').click();
    await expect(admin.getByTestId('printing-desk-test-result')).toContainText('no longer set up');
  });

  await test.step('the kiosk gets a printer of its own by keys alone', async () => {
    await admin.getByTestId('printing-kiosk-own').locator('input').press('Space');
    await choose(admin, 'printing-kiosk-way', 'A receipt printer on the network');
    const host = admin.getByTestId('printing-kiosk-host');
    await host.fill('not an address!');
    await host.press('Enter');
    await expect(admin.getByTestId('printing-kiosk-host-error')).toBeVisible();
    await host.fill('192.0.2.7');
    await host.press('Tab');
    await admin.getByTestId('printing-kiosk-port').fill('99999');
    await admin.getByTestId('printing-kiosk-port').press('Enter');
    await expect(admin.getByTestId('printing-kiosk-port-error')).toBeVisible();
    await admin.getByTestId('printing-kiosk-port').press('Escape');
    const read = async () => (await callFrom(app.home, 'settings.read', {})).print;
    await expect
      .poll(async () => (await read()).kiosk)
      .toMatchObject({ way: 'network', host: '192.0.2.7', port: 9100 });
    expect((await read()).desk.way).toBe('system');
    await admin.getByTestId('printing-kiosk-own').locator('input').press('Space');
    await expect.poll(async () => (await read()).kiosk).toBeNull();
  });

  await test.step('what is set shows in the preview at once, and stays', async () => {
    const preview = admin.getByTestId('printing-preview');
    await expect(preview).toContainText('Asha Verma');
    await admin.getByTestId('printing-clinic-line').fill('Closed on Sundays');
    await admin.getByTestId('printing-clinic-line').press('Enter');
    await admin.getByTestId('printing-fee-line').fill('₹ 300');
    await admin.getByTestId('printing-fee-line').press('Enter');
    await admin.getByTestId('printing-mask-name').click();
    await choose(admin, 'printing-second-language', 'தமிழ்');
    await choose(admin, 'printing-desk-paper', 'Roll, 58 mm');
    await expect(preview).toContainText('Closed on Sundays');
    await expect(preview).toContainText('₹ 300');
    await expect(preview).toContainText('A. V.');
    await expect(preview).not.toContainText('Asha');
    await expect(preview).toContainText('மருத்துவர்');
    await expect(preview.locator('[data-slip]')).toHaveAttribute('data-paper', 'roll_58');
    const { print } = await callFrom(app.home, 'settings.read', {});
    expect(print).toMatchObject({
      clinicLine: 'Closed on Sundays',
      feeLine: '₹ 300',
      maskName: true,
      secondLanguage: 'ta',
      desk: { paper: 'roll_58' },
    });
  });

  await test.step('a logo is made black and white; what is no image is refused in words', async () => {
    const file = admin.getByTestId('printing-logo-file');
    const problem = admin.getByTestId('printing-logo-problem');
    await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no image') });
    await expect(problem).toContainText('not a PNG or JPEG');
    const broken = logoBytes(200, 200, [0, 0, 0]).subarray(0, 60);
    await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: broken });
    await expect(problem).toContainText('not a PNG or JPEG');
    await file.setInputFiles({
      name: 'large.png',
      mimeType: 'image/png',
      buffer: Buffer.alloc(310 * 1_024, 1),
    });
    await expect(problem).toContainText('300 kB');
    const blank = logoBytes(50, 50, [255, 255, 255]);
    await file.setInputFiles({ name: 'white.png', mimeType: 'image/png', buffer: blank });
    await expect(problem).toContainText('white paper');
    await file.setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: logoBytes(1_200, 800, [240, 180, 90]),
    });
    await expect(problem).toHaveCount(0);
    const drawn = admin.getByTestId('printing-preview').locator('.slip-logo');
    await expect(drawn).toBeVisible();
    const seen = await drawn.evaluate((image: HTMLImageElement) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas.');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return { size: [canvas.width, canvas.height], levels: [...new Set(data)].sort((a, b) => a - b) };
    });
    expect(seen).toEqual({ size: [600, 400], levels: [0, 255] });
    await admin.getByTestId('printing-logo-remove').click();
    await expect(drawn).toHaveCount(0);
  });

  await test.step('a test slip is printed, and what came of it is said', async () => {
    await choose(admin, 'printing-desk-way', 'As PDF files in a folder');
    await admin.getByTestId('printing-desk-folder').fill(join(dataFolder, 'paper'));
    await admin.getByTestId('printing-desk-test').click();
    const result = admin.getByTestId('printing-desk-test-result');
    await expect(result).toContainText('saved as PDF');
    const path = (await result.innerText()).split('\n').at(-1) ?? '';
    expect(path).toContain(join(dataFolder, 'paper'));
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    await choose(admin, 'printing-desk-way', 'A receipt printer on a cable');
    await admin.getByTestId('printing-desk-device').fill(join(dataFolder, 'no-such-device'));
    await admin.getByTestId('printing-desk-test').click();
    await expect(result).toContainText('not plugged in');
    expect(existsSync(join(dataFolder, 'no-such-device'))).toBe(false);
  });
});

test('a stored logo that cannot be decoded is left off; nothing on a slip is cut off or spills over, on any paper', async ({
  launch,
}) => {
  const app = await launch();

  await test.step('a stored logo that cannot be decoded is left off, and the slip is made', async () => {
    await callFrom(app.home, 'settings.change', { print: { logo: 'data:image/png;base64,AAAA' } });
    const { id: token } = await issueOne(app);
    await app.home.goto(`app://opd/index.html?screen=slip&token=${token}&lang=en`);
    await expect(app.home.locator('html')).toHaveAttribute('data-ready', 'true');
    await expect(app.home.locator('.slip-logo:visible')).toHaveCount(0);
    await expect(app.home.locator('.slip-qr')).toBeVisible();
  });

  await test.step('nothing on a slip is cut off or spills over, on any paper', async () => {
    await callFrom(app.home, 'settings.change', {
      clinic: { clinicName: 'M'.repeat(80) },
      print: { logo: null, clinicLine: 'W'.repeat(200), feeLine: 'W'.repeat(60), secondLanguage: 'ar' },
    });
    const { id: token } = await issueOne(app, {
      patientName: 'W'.repeat(120),
      patientContact: '9876543211',
    });
    for (const paper of ['roll_58', 'roll_80', 'a6', 'a5']) {
      await app.home.goto(`app://opd/index.html?screen=slip&token=${token}&lang=ta&paper=${paper}`);
      await expect(app.home.locator('html')).toHaveAttribute('data-ready', 'true');
      const outside = await app.home.evaluate(() => {
        const slip = document.querySelector('[data-slip]');
        const page = slip?.getBoundingClientRect();
        if (!slip || !page) return ['no slip'];
        return [...slip.querySelectorAll('*')]
          .map((element) => ({ name: element.className, box: element.getBoundingClientRect() }))
          .filter(
            ({ box }) =>
              box.left < page.left - 1 || box.right > page.right + 1 || box.bottom > page.bottom + 1,
          )
          .map(({ name }) => String(name));
      });
      expect({ paper, outside }).toEqual({ paper, outside: [] });
      const width = await app.home
        .locator('[data-slip]')
        .evaluate((slip) => slip.getBoundingClientRect().width);
      const millimetres = { roll_58: 48, roll_80: 72, a6: 105, a5: 148 }[paper] ?? 0;
      expect(width / (96 / 25.4)).toBeCloseTo(millimetres, 1);
    }
  });
});

test('the printing settings are accessible, in both languages of staff', async ({ launch }) => {
  test.slow();
  const app = await launch();
  const admin = await openPrinting(app);
  expect(await findings(admin)).toEqual([]);
  await app.home.getByTestId('home-language-hi').click();
  await expect(admin.getByTestId('admin-printing')).toContainText('छपाई');
  await admin.getByTestId('printing-kiosk-own').click();
  await admin.getByTestId('printing-logo-file').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no image'),
  });
  await admin.getByTestId('printing-logo-problem').waitFor();
  expect(await findings(admin)).toEqual([]);
});
