import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { blackAndWhite, ofWidth, type Picture } from '../../src/main/print/picture';
import { startEscPosPrinter, toPng } from '../helpers/escpos-printer';
import { expect, type RunningApp, test, windowOf } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { takeToken } from './helpers/kiosk';
import { long } from './helpers/long';
import { answered, mainWindow } from './helpers/main-process';
import { issueOne } from './helpers/patients';
import { printToNetwork } from './helpers/printers';

test.use({ prints: true });

/** Of all dots: edges of letters that one scaler sets and another does not. */
const DOTS_THAT_MAY_DIFFER = 0.005;

for (const [paper, dots] of [
  ['roll_58', 384],
  ['roll_80', 576],
] as const) {
  test(
    `a kiosk token in Hindi comes out of a network printer as the slip's own picture, ${dots} dots wide`,
    paper === 'roll_80' ? {} : long,
    async ({ launch }, testInfo) => {
      const printer = await startEscPosPrinter();
      const app = await launch();
      await printToNetwork(app, printer, { paper, threshold: 128 });
      const number = await takeToken(await app.openKiosk(), {
        name: 'आशा वर्मा',
        phone: '9876543210',
        language: 'hi',
      });
      expect(number).toBe('A-001');
      await printer.slipCount(1);
      const [slip] = printer.slips;
      if (!slip) throw new Error('Nothing printed.');
      expect(slip.picture.width).toBe(dots);
      expect(printer.strayBytes).toBe(0);

      const page = await windowOf(app.electron, 'slip');
      await expect(page.locator('[data-slip]')).toContainText('आशा वर्मा');
      const own = blackAndWhite(ofWidth(await pictureOf(app, page, dots), dots), 128);
      for (const [name, picture] of [
        ['printed', slip.picture],
        ['own', own],
      ] as const) {
        writeFileSync(testInfo.outputPath(`${name}.png`), toPng(picture));
      }
      // The last band is filled up to whole bytes with white.
      expect(slip.picture.height - own.height).toBeGreaterThanOrEqual(0);
      expect(slip.picture.height - own.height).toBeLessThanOrEqual(8);
      const printed = cropped(slip.picture, own);
      const different = pixelmatch(printed, own.data, undefined, own.width, own.height, { threshold: 0 });
      expect(different).toBeLessThan(own.width * own.height * DOTS_THAT_MAY_DIFFER);
      const black = own.data.filter((value, at) => at % 4 === 0 && value === 0).length;
      expect(black).toBeGreaterThan(own.width * own.height * 0.03);
      await printer.unplug();
    },
  );
}

test('a head of 512 dots: slips are as wide as it, and the ruler of a test slip ends where it does', async ({
  launch,
}, testInfo) => {
  const printer = await startEscPosPrinter();
  const app = await launch();
  await printToNetwork(app, printer, { dots: 512 });
  await callFrom(app.home, 'printers.test', { station: 'desk', language: 'hi' });
  await issueOne(app, { patientName: 'आशा वर्मा', patientContact: '9876543210' });
  await printer.slipCount(2);
  const [trial, slip] = printer.slips.map(({ picture }) => picture);
  if (!trial || !slip) throw new Error('Nothing printed.');
  writeFileSync(testInfo.outputPath('ruler.png'), toPng(trial));
  expect([trial.width, slip.width]).toEqual([512, 512]);
  // Of a token's slip nothing reaches the edge.
  expect([isBlackAtEnd(trial), isBlackAtEnd(slip)]).toEqual([true, false]);
  await printer.unplug();
});

/** Whether the last dot across is set anywhere. */
function isBlackAtEnd({ width, height, data }: Picture): boolean {
  return Array.from({ length: height }, (_, row) => data[(row * width + width - 1) * 4]).includes(0);
}

test('paper blanks come out of the roll, and a roll that ends is said at the blank it ended with', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const printer = await startEscPosPrinter();
  const app = await launch();
  await printToNetwork(app, printer, { paper: 'roll_58' });
  const desk = await openDesk(app);
  await desk.getByTestId('desk-board-A').getByRole('button').first().click();
  await desk.getByTestId('desk-blanks').click();
  await desk.getByTestId('blanks-roll').click();
  await desk.getByTestId('blanks-count').click();
  await desk.getByRole('option').first().click();
  expect(await findings(desk)).toEqual([]);
  await desk.getByTestId('blanks-do').click();
  await desk.getByTestId('blanks-progress').waitFor();
  await printer.slipCount(5);
  await expect(desk.getByTestId('blanks-result')).toContainText(/5 blanks are printed\.\s*A-P01 to A-P05\./);
  expect(printer.strayBytes).toBe(0);
  const page = await windowOf(app.electron, 'slip');
  for (const text of ['A-P05', 'Dr Anjali Rao', 'Phone', 'Your number on paper'])
    await expect(page.locator('[data-slip]')).toContainText(text);
  printer.behaviour.paperOut = true;
  await desk.getByTestId('blanks-do').click();
  await expect(desk.getByTestId('blanks-result')).toContainText('0 of 5 blanks are printed.');
  await expect(desk.getByTestId('blanks-result')).toContainText('It stopped: the printer is out of paper.');
  await printer.unplug();
});

test('many slips come out in order over one window; a crashed page costs only itself', async ({ launch }) => {
  const printer = await startEscPosPrinter();
  const app = await launch();
  await printToNetwork(app, printer);
  const first = await issueOne(app);
  await printer.slipCount(1);
  await app.electron.evaluate(({ webContents }) => {
    const slip = webContents
      .getAllWebContents()
      .find((contents) => contents.getURL().includes('screen=slip'));
    slip?.forcefullyCrashRenderer();
  });
  const tokens = [first];
  for (let person = 2; person <= 6; person += 1) {
    tokens.push(
      await issueOne(app, { patientName: `Patient ${person}`, patientContact: `900000000${person}` }),
    );
  }
  await printer.slipCount(6);
  for (const { id } of tokens) {
    await expect
      .poll(async () => (await callFrom(app.home, 'slips.job', { tokenId: id })).state)
      .toBe('sent');
  }
  const windows = await answered(() =>
    app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getURL()),
    ),
  );
  expect(windows.filter((url) => url.includes('screen=slip'))).toHaveLength(1);
  expect(printer.mostAtOnce).toBe(1);
  await printer.unplug();
});

test(
  'a page that crashes while its picture is taken holds up no printer: its slip is made again',
  long,
  async ({ launch }) => {
    const printer = await startEscPosPrinter();
    const app = await launch();
    await printToNetwork(app, printer);
    await issueOne(app);
    await printer.slipCount(1);
    await app.electron.evaluate(({ webContents }) => {
      const slip = webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().includes('screen=slip'));
      if (slip === undefined) throw new Error('No slip was made.');
      const capture = slip.capturePage.bind(slip);
      slip.capturePage = (...area: Parameters<typeof capture>) => {
        slip.capturePage = capture;
        slip.forcefullyCrashRenderer();
        return capture(...area);
      };
    });
    const { id } = await issueOne(app, { patientName: 'Patient 2', patientContact: '9000000002' });
    await expect
      .poll(async () => (await callFrom(app.home, 'slips.job', { tokenId: id })).state)
      .toBe('sent');
    await printer.slipCount(2);
    await printer.unplug();
  },
);

test('an app whose last window is closed ends, though a hidden one had made slips', async ({ launch }) => {
  const printer = await startEscPosPrinter();
  const app = await launch();
  await printToNetwork(app, printer);
  await issueOne(app);
  await printer.slipCount(1);
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await app.home.close();
  await ended;
  await printer.unplug();
});

/** Without the white that fills up rows to whole bytes: a paper's width in px is a hair less than its dots. */
function cropped({ width, data }: Picture, { width: columns, height }: Picture): Uint8Array {
  const rows = Array.from({ length: height }, (_row, y) =>
    data.subarray(y * width * 4, (y * width + columns) * 4),
  );
  return Buffer.concat(rows);
}

/** The slip as the browser draws it, so many dots wide: taken beside the app, by the tools of Playwright. */
async function pictureOf(app: RunningApp, page: Page, dots: number): Promise<Picture> {
  const box = await page.locator('[data-slip]').boundingBox();
  if (!box) throw new Error('No slip.');
  const height = await page.evaluate(() => Number(document.documentElement.dataset.height));
  const window = await mainWindow(app, page);
  await answered(() => window.evaluate((browserWindow) => browserWindow.showInactive()));
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setDeviceMetricsOverride', {
    width: Math.ceil(box.width),
    height: Math.ceil(height),
    deviceScaleFactor: dots / box.width,
    mobile: false,
  });
  const { data } = await tools.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x: box.x, y: box.y, width: box.width, height, scale: 1 },
    captureBeyondViewport: true,
  });
  const png = PNG.sync.read(Buffer.from(data, 'base64'));
  return { width: png.width, height: png.height, data: png.data };
}
