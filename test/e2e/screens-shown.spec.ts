import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '../../src/shared/model/language';
import { expect, MORNING, type RunningApp, resize, test } from './helpers/app';
import { addDoctors, keepDoctors, openBoard, twelveMore } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { doctorId, issueOne } from './helpers/patients';
import { facePhoto, setPhoto } from './helpers/photos';
import { landscape, laptop, picture, portrait, wide } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** Doctors as patients read and see them, for `npm run screens`: names of each language, photos, letters without one. */
const folder = join(import.meta.dirname, '../../out/screens');

const names = {
  A: { hi: 'डॉ. अंजलि राव', ta: 'டாக்டர் அஞ்சலி ராவ்', ar: 'د. أنجالي راو' },
  B: { hi: 'डॉ. सुनीता देशपांडे', ta: 'டாக்டர் சுனிதா தேஷ்பாண்டே', ar: 'د. سونيتا ديشباندي' },
} as const;

async function nameDoctors(app: RunningApp): Promise<void> {
  for (const prefix of ['A', 'B'] as const) {
    await callFrom(app.home, 'doctors.save', {
      doctorId: await doctorId(app, prefix),
      nameIn: names[prefix],
    });
  }
}

async function shoot(app: RunningApp, board: Page, name: string): Promise<void> {
  for (const [width, height] of [wide, portrait]) {
    await resize(app, board, width, height);
    const path = join(folder, `shown-board-${name}-${width}x${height}.png`);
    await board.screenshot({ path, animations: 'disabled' });
  }
}

test('names of each language and photos', async ({ launch, dataFolder }) => {
  test.setTimeout(300_000);
  const early = await launch();
  await early.electron.close();
  addDoctors(dataFolder, twelveMore);
  const app = await launch({ clock: MORNING.replace('08:30', '10:12') });
  await nameDoctors(app);
  const photo = await facePhoto(app, '#2d6a8a');
  for (const prefix of 'ACEGIK') await setPhoto(app, prefix, photo);
  for (const [index, prefix] of [...'ABCD'].entries()) {
    const id = await doctorId(app, prefix);
    await issueOne(app, { doctorId: id, patientName: 'Asha Verma', patientContact: `987654321${index}` });
    await callFrom(app.home, 'queue.callNext', { doctorId: id });
  }
  const { id: token } = await issueOne(app, { patientName: 'रवि कुमार शर्मा', patientContact: '9876543219' });

  const board = await openBoard(app);
  await board.emulateMedia({ reducedMotion: 'reduce' });
  await expect(board.getByTestId('board-doctor-A').locator('img')).toBeVisible();
  for (const count of [12, 6, 2, 1]) {
    await keepDoctors(app, dataFolder, [...'ABCDEFGHIJKL'].slice(0, count));
    await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', String(count));
    await shoot(app, board, `${count}`);
  }
  await keepDoctors(app, dataFolder, ['A', 'B', 'C', 'D']);
  for (const [language, secondLanguage] of [
    ['hi', 'en'],
    ['ta', null],
    ['ar', 'en'],
  ] as const) {
    await callFrom(app.home, 'settings.change', { board: { language, secondLanguage } });
    await expect(board.locator('html')).toHaveAttribute('lang', language);
    await shoot(app, board, `names-${language}`);
  }

  const kiosk = await app.openKiosk();
  for (const language of languages) {
    await kiosk.getByTestId(`kiosk-language-${language}`).click();
    await kiosk.getByTestId('kiosk-need-token').click();
    await kiosk.getByTestId('kiosk-doctor-A').waitFor();
    await picture(app, kiosk, landscape, `shown-kiosk-${language}`);
    await picture(app, kiosk, portrait, `shown-kiosk-${language}`);
    await kiosk.keyboard.press('Escape');
    await kiosk.keyboard.press('Escape');
  }
  const { home } = app;
  for (const language of languages) {
    const query = new URLSearchParams({ screen: 'slip', token, lang: language, paper: 'roll_80' });
    await home.goto(`app://opd/index.html?${query.toString()}`);
    await expect(home.locator('html')).toHaveAttribute('data-ready', 'true');
    await home.locator('[data-slip]').screenshot({ path: join(folder, `shown-slip-${language}.png`) });
  }
});

for (const language of ['en', 'hi'] as const) {
  test(`choosing who is shown, in ${language}`, async ({ launch }) => {
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    await callFrom(app.home, 'settings.change', { board: { names: 'full' } });
    const admin = await openSettings(app, 'board');
    await admin.getByTestId('admin-board-doctors').click();
    await admin.getByTestId('choose-doctors-B').check();
    await picture(app, admin, laptop, `shown-choose-${language}`);
    await admin.getByTestId('choose-doctors-save').click();
    await picture(app, admin, [1366, 1300], `shown-settings-${language}`);
    const desk = await openDesk(app);
    await desk.keyboard.press('F9');
    await desk.getByTestId('desk-choose-doctors').click();
    await desk.getByTestId('choose-doctors-C').check();
    await desk.getByTestId('choose-doctors-save').click();
    await desk.getByTestId('desk-shown').waitFor();
    await picture(app, desk, laptop, `shown-desk-${language}`);
    await issueOne(app, {
      doctorId: await doctorId(app, 'B'),
      patientName: 'Lakshmi Venkataraghavan Subramania Iyer',
    });
    await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, 'B') });
    await issueOne(app, { doctorId: await doctorId(app, 'B'), patientName: 'रवि कुमार शर्मा' });
    const board = await openBoard(app);
    await board.getByTestId('board-doctor-B').waitFor();
    await shoot(app, board, `full-name-${language}`);
  });
}
