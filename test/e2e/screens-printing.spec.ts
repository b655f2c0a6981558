import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '../../src/shared/model/language';
import { startEscPosPrinter, toPng } from '../helpers/escpos-printer';
import { type RunningApp, resize, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { fillKiosk, namesIn } from './helpers/kiosk';
import { logoOf } from './helpers/logo';
import { doctorId, issueMany, issueOne } from './helpers/patients';

/** Printers for `npm run screens`: their settings, slips that did not come out, and what is printed on A4. */
const folder = join(import.meta.dirname, '../../out/screens');
const usual = { feeLine: '₹ 300', clinicLine: 'Please bring your old reports. Lab opens at 8:00.' };

const laptop = [1180, 900] as const;

/** A window at this size, light and dark. */
async function screen(
  app: RunningApp,
  page: Page,
  name: string,
  size: readonly [number, number] = laptop,
): Promise<void> {
  const [width, height] = size;
  await resize(app, page, width, height);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = join(folder, `${name}-${width}x${height}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
}

for (const language of ['en', 'hi'] as const) {
  test(`printing settings in ${language}`, async ({ launch, dataFolder }) => {
    test.slow();
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    await callFrom(app.home, 'windows.open', { screen: 'admin' });
    const admin = await windowOf(app.electron, 'admin');
    await admin.getByTestId('admin-printing').click();
    await admin.locator('[data-slip]').waitFor();
    await screen(app, admin, `printing-${language}-1-new`);
    const { print } = await callFrom(app.home, 'settings.read', {});
    const gone = { ...print.desk, printer: 'EPSON TM-T82', paper: 'a5' as const };
    const network = {
      ...print.desk,
      way: 'network' as const,
      host: '127.0.0.1',
      port: 9,
      paper: 'roll_58' as const,
    };
    await callFrom(app.home, 'settings.change', {
      print: { ...usual, desk: gone, kiosk: network, logo: logoOf(200, 200), secondLanguage: 'ta' },
    });
    await admin.getByTestId('printing-desk-gone').waitFor();
    await admin.getByTestId('printing-kiosk-test').click();
    await admin.getByTestId('printing-kiosk-test-result').waitFor({ timeout: 30_000 });
    await screen(app, admin, `printing-${language}-2-gone-and-failed`, [1180, 1900]);
    await screen(app, admin, `printing-${language}-3-narrow`, [800, 2400]);
    await callFrom(app.home, 'settings.change', {
      print: {
        desk: { ...print.desk, way: 'pdf', folder: join(dataFolder, 'paper') },
        kiosk: { ...print.desk, way: 'none' },
      },
    });
    await admin.getByTestId('printing-desk-test').click();
    await admin.getByTestId('printing-desk-test-result').waitFor();
    await admin.getByTestId('printing-logo-file').setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no image'),
    });
    await admin.getByTestId('printing-logo-problem').waitFor();
    await screen(app, admin, `printing-${language}-4-saved`, [1180, 1500]);
  });

  test(`slips to see to, in ${language}`, async ({ launch, dataFolder }) => {
    test.slow();
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    const desk = await openDesk(app);
    await desk.keyboard.press('F9');
    await desk.getByTestId('desk-slips-none').waitFor();
    await screen(app, desk, `slips-panel-${language}-1-well`, [1366, 768]);
    const { print } = await callFrom(app.home, 'settings.read', {});
    const lost = { ...print.desk, way: 'device' as const, device: join(dataFolder, 'nothing', 'here') };
    const kiosk = { ...print.desk, way: 'network' as const, host: '127.0.0.1', port: 9 };
    await callFrom(app.home, 'settings.change', { print: { desk: lost, kiosk } });
    const seen = [];
    for (const patientName of ['Asha Verma', 'रवि कुमार शर्मा'])
      seen.push(await issueOne(app, { patientName }));
    await callFrom(app.home, 'settings.change', { print: { desk: kiosk, kiosk: lost } });
    const cut = await startEscPosPrinter({ cutAfter: 4_000 });
    await callFrom(app.home, 'settings.change', { print: { desk: { ...kiosk, port: cut.port }, kiosk } });
    seen.push(await issueOne(app, { patientName: 'Lakshmi Venkataraghavan Subramania Iyer' }));
    const listed = seen.filter((_token, index) => index !== 1);
    for (const { number } of listed)
      await desk.getByTestId(`desk-slip-${number}`).waitFor({ timeout: 30_000 });
    await screen(app, desk, `slips-panel-${language}-2-failed`, [1366, 768]);
  });

  test(`documents in ${language}`, async ({ launch }) => {
    test.slow();
    const app = await launch();
    await issueMany(app, 22);
    const names = [
      'Asha Verma',
      'रवि कुमार शर्मा',
      'محمد عبد الرحمن',
      'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar',
    ];
    const tokens = [];
    for (const patientName of names)
      tokens.push(await issueOne(app, { patientName, source: 'paid', note: 'Brings X-ray' }));
    const [asha] = tokens;
    if (asha === undefined) throw new Error('Nobody was issued a token.');
    await callFrom(app.home, 'tokens.cancel', { tokenId: asha.id });
    await issueOne(app, { patientName: 'Asha Verma', doctorId: await doctorId(app, 'B') });
    // Each sheet of blanks has two of the four languages.
    const [own, secondLanguage] = language === 'en' ? (['hi', 'ta'] as const) : (['ar', 'en'] as const);
    await callFrom(app.home, 'settings.change', { clinic: { language: own }, print: { secondLanguage } });
    for (const document of [
      { kind: 'dayList', doctorId: asha.doctorId, maskPhones: false },
      { kind: 'patient', tokenId: asha.id },
      { kind: 'blanks', doctorId: asha.doctorId, sheets: 1 },
    ] as const) {
      const { path } = await callFrom(app.home, 'documents.make', { document, language });
      copyFileSync(path, join(folder, `document-${document.kind}-${language}.pdf`));
    }
    await app.home.getByTestId(`home-language-${language}`).click();
    const desk = await openDesk(app);
    await desk.getByTestId('desk-board-A').getByRole('button').first().click();
    await screen(app, desk, `paper-1-doctor-${language}`, [1366, 768]);
    await desk.getByTestId('desk-doctor-paper').click();
    const rows = [
      ['P01', 'Outage Patient', '9555555555', '825'],
      ['रवि कुमार शर्मा', '', '2359'],
      ['Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar', '9777777777', '820'],
    ];
    for (const cells of rows) {
      for (const [place, text] of cells.entries()) {
        if (place > 0) await desk.keyboard.press('Tab');
        await desk.keyboard.type(text);
      }
      await desk.keyboard.press('Enter');
    }
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-paper-problem').waitFor();
    await screen(app, desk, `paper-2-problem-${language}`, [1366, 768]);
    await desk.keyboard.type('826');
    await desk.keyboard.press('Control+Enter');
    await desk.getByTestId('desk-paper-doubt').first().waitFor();
    await screen(app, desk, `paper-3-doubt-${language}`, [1366, 768]);
    await desk.keyboard.press('Control+Enter');
    await desk.getByTestId('desk-paper-entered').waitFor();
    await screen(app, desk, `paper-4-entered-${language}`, [1366, 768]);
  });
}

for (const language of languages) {
  test(`kiosk whose printer is in trouble, ${language}`, async ({ launch }) => {
    const app = await launch();
    const { print } = await callFrom(app.home, 'settings.read', {});
    const kioskPrinter = { ...print.desk, way: 'network' as const, host: '127.0.0.1', port: 9 };
    await callFrom(app.home, 'settings.change', { print: { kiosk: kioskPrinter } });
    const kiosk = await app.openKiosk();
    await fillKiosk(kiosk, { language, name: namesIn[language], phone: '98765 43210' });
    await kiosk.getByTestId('kiosk-printer-trouble').waitFor({ timeout: 30_000 });
    await screen(app, kiosk, `kiosk-${language}-printer-trouble`, [1080, 1920]);
    await screen(app, kiosk, `kiosk-${language}-printer-trouble`, [1024, 768]);
  });
}

/** As a thermal printer burns them: the dots themselves, decoded from what was sent. */
for (const language of languages) {
  test(`slips dot by dot, ${language}`, async ({ launch }) => {
    const printer = await startEscPosPrinter();
    const app = await launch();
    const { print } = await callFrom(app.home, 'settings.read', {});
    for (const [index, paper] of (['roll_58', 'roll_80'] as const).entries()) {
      const desk = { ...print.desk, way: 'network' as const, host: '127.0.0.1', port: printer.port, paper };
      await callFrom(app.home, 'settings.change', { print: { ...usual, desk, logo: logoOf(160, 160) } });
      await issueOne(app, { patientName: namesIn[language], patientContact: `900000000${index}`, language });
      await printer.slipCount(index + 1);
      const slip = printer.slips[index];
      if (slip !== undefined)
        writeFileSync(join(folder, `slip-dots-${paper}-${language}.png`), toPng(slip.picture));
    }
    await printer.unplug();
  });
}
