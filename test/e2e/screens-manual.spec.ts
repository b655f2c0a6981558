import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type StaffLanguage, staffLanguages } from '../../src/shared/model/language';
import type { Source } from '../../src/shared/model/token';
import { expect, MORNING, type RunningApp, resize, test } from './helpers/app';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { answered, mainWindow } from './helpers/main-process';
import { doctorId, issueOne } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** `npm run screens -- --manual`: the manual's pictures, from a made-up day, and its card on paper. Without it they go to out/screens. */
const isForManual = process.env.OPD_MANUAL_PICTURES !== undefined;
const folder = join(import.meta.dirname, '../..', isForManual ? 'docs/manual' : 'out/screens/manual');

const names: Readonly<Record<StaffLanguage, readonly string[]>> = {
  en: [
    'Asha Verma',
    'Ravi Sharma',
    'Fatima Sheikh',
    'Joseph D’Souza',
    'Gurpreet Kaur',
    'Om Prakash',
    'Lakshmi Iyer',
  ],
  hi: ['आशा वर्मा', 'रवि शर्मा', 'फ़ातिमा शेख़', 'जोसेफ़ डिसूज़ा', 'गुरप्रीत कौर', 'ओम प्रकाश', 'लक्ष्मी अय्यर'],
};
const kinds: readonly Source[] = ['walk_in', 'follow_up', 'walk_in', 'paid', 'walk_in', 'online'];

/** A morning with three doctors: some seen, one inside, one called. */
async function makeMorning(app: RunningApp, language: StaffLanguage): Promise<void> {
  const people = names[language];
  for (let person = 0; person < 24; person += 1) {
    await issueOne(app, {
      doctorId: await doctorId(app, ['A', 'A', 'B', 'C'][person % 4]),
      source: kinds[person % kinds.length] ?? 'walk_in',
      patientName: people[person % people.length] ?? '',
      patientContact: `98765${String(person).padStart(5, '0')}`,
    });
  }
  for (const prefix of ['A', 'A', 'B', 'C']) {
    const token = await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, prefix) });
    await callFrom(app.home, 'tokens.serve', { tokenId: token.id });
  }
  for (const prefix of ['A', 'B']) {
    const inside = await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, prefix) });
    await callFrom(app.home, 'tokens.start', { tokenId: inside.id });
  }
  await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, 'A') });
}

/** A window as a small picture. */
async function shoot(app: RunningApp, page: Page, language: StaffLanguage, name: string): Promise<void> {
  await resize(app, page, ...laptop);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  // No clinic's clock is a test's.
  const style = '[title*="clock of the app"], [title*="ऐप की घड़ी"] { display: none }';
  const png = await page.screenshot({ animations: 'disabled', style });
  // Chromium has the best encoder at hand.
  const webp = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    const text = Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte));
    return btoa(text.join(''));
  }, png.toString('base64'));
  await save(join('images', language), `${name}.webp`, webp);
}

async function save(under: string, name: string, base64: string): Promise<void> {
  await mkdir(join(folder, under), { recursive: true });
  await writeFile(join(folder, under, name), Buffer.from(base64, 'base64'));
}

for (const language of staffLanguages) {
  test(`pictures of the manual, ${language}`, async ({ launch }) => {
    test.setTimeout(480_000);
    const app = await launch({ clock: MORNING.replace('08:30', '10:12') });
    await app.home.getByTestId(`home-language-${language}`).click();
    await makeMorning(app, language);
    await callFrom(app.home, 'settings.change', {
      board: { language, secondLanguage: language === 'hi' ? 'en' : 'hi' },
    });

    const desk = await openDesk(app);
    await desk.getByTestId('desk-phone').fill('9811223344');
    await desk.getByTestId('desk-name').fill(language === 'hi' ? 'मोहन दास' : 'Mohan Das');
    await desk.getByTestId('desk-doctor').focus();
    await desk.keyboard.type('b');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-preview')).toHaveAttribute('data-state', 'known');
    await shoot(app, desk, language, 'desk');

    const doctor = await app.openDoctor('A');
    await doctor.getByTestId('doctor-primary').waitFor();
    await shoot(app, doctor, language, 'doctor');

    await shoot(app, await openBoard(app), language, 'board');

    const kiosk = await app.openKiosk();
    await kiosk.getByTestId(`kiosk-language-${language}`).click();
    await kiosk.getByTestId('kiosk-need-token').waitFor();
    await shoot(app, kiosk, language, 'kiosk');

    await desk.keyboard.press('F1');
    await desk.getByTestId('manual-card').click();
    await desk.getByTestId('manual-page').getByRole('heading', { level: 2 }).waitFor();
    const window = await mainWindow(app, desk);
    const pdf = await answered(() =>
      window.evaluate(async ({ webContents }) =>
        (await webContents.printToPDF({ preferCSSPageSize: true })).toString('base64'),
      ),
    );
    await save(language, 'card.pdf', pdf);

    const people = [
      ['Asha Kumar', 'AK', 'admin', '7391'],
      ['Ravi Menon', 'RM', 'reception', '8264'],
      ['Lakshmi Narayanan', 'LN', 'nurse', '6158'],
    ] as const;
    for (const [name, initials, roleId, pin] of people) {
      await callFrom(app.home, 'persons.save', { name, initials, roleId, pin, doctorId: null });
    }
    const admin = await openSettings(app, 'people');
    await admin.getByTestId('people-list').waitFor();
    await shoot(app, admin, language, 'people');
  });
}

test('the manual’s window', async ({ launch }) => {
  test.slow();
  const app = await launch();
  const desk = await openDesk(app);
  for (const language of staffLanguages) {
    await app.home.getByTestId(`home-language-${language}`).click();
    await picture(app, app.home, laptop, `manual-${language}-home`);
    await desk.keyboard.press('F1');
    await desk.getByTestId('manual-page').getByRole('heading', { level: 2 }).waitFor();
    for (const size of [laptop, [900, 600], [800, 900]] as const) {
      await picture(app, desk, size, `manual-${language}-reception`);
    }
    await desk.keyboard.type('PIN');
    await desk.getByTestId('manual-hit-0').waitFor();
    await desk.keyboard.press('Enter');
    await picture(app, desk, laptop, `manual-${language}-search`);
    await desk.keyboard.press('Escape');
    await desk.getByTestId('manual').waitFor({ state: 'detached' });
  }
});
