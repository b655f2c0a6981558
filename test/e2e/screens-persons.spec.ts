import type { Page } from '@playwright/test';
import { type RunningApp, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { laptop, picture, portrait } from './helpers/pictures';
import { openSettings } from './helpers/settings';

const people = [
  ['Asha Kumar', 'AK', 'admin', '7391'],
  ['Ravi Menon', 'RM', 'reception', '8264'],
  ['Mira Das', 'MD', 'manager', '5937'],
  ['Sister Lakshmi Narayanan', 'LN', 'nurse', '6158'],
] as const;

async function inLanguage(page: Page, language: 'en' | 'hi'): Promise<void> {
  await page.evaluate((value) => localStorage.setItem('staff.language', value), language);
  await page.reload();
}

async function fill(app: RunningApp): Promise<void> {
  const doctors = await callFrom(app.home, 'doctors.list', {});
  for (const [name, initials, roleId, pin] of people) {
    const doctorId = roleId === 'nurse' ? (doctors[0]?.id ?? null) : null;
    await callFrom(app.home, 'persons.save', { name, initials, roleId, pin, doctorId });
  }
  await callFrom(app.home, 'roles.save', { name: 'Cashier', calls: ['tokens.get', 'tokens.find'] });
}

/** Persons, for `npm run screens`: before there are any, the section, its dialogs, signing in, locked, read only. */
test('persons in settings', async ({ launch }) => {
  test.slow();
  const app = await launch();
  const admin = await openSettings(app, 'people');
  for (const language of ['en', 'hi'] as const) {
    await inLanguage(admin, language);
    await admin.getByTestId('people-first').waitFor();
    await picture(app, admin, laptop, `people-none-${language}`);
  }
  await fill(app);
  for (const language of ['en', 'hi'] as const) {
    await inLanguage(admin, language);
    await admin.getByTestId('people-list').waitFor();
    await picture(app, admin, laptop, `people-list-${language}`);
    await admin.getByTestId('people-lock-after').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `people-stations-${language}`);
    await admin.getByTestId('role-add').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `people-roles-${language}`);
    await admin.getByTestId('role-edit-Cashier').click();
    await admin.getByTestId('role-form').waitFor();
    await picture(app, admin, laptop, `people-role-${language}`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('person-edit-LN').click();
    await admin.getByTestId('person-pin').fill('1234');
    await admin.getByTestId('person-save').click();
    await admin.getByTestId('person-pin-error').waitFor();
    await picture(app, admin, laptop, `people-form-${language}`);
    await admin.keyboard.press('Escape');
  }
});

test('signing in', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await fill(app);
  const desk = await openDesk(app);
  for (const language of ['en', 'hi'] as const) {
    for (const page of [desk, app.home]) await inLanguage(page, language);
    await desk.getByTestId('who-is-on').waitFor();
    await picture(app, desk, laptop, `people-desk-${language}`);
    await picture(app, app.home, laptop, `people-home-${language}`);
    await desk.keyboard.press('Control+l');
    await desk.getByTestId('person-dialog').waitFor();
    await picture(app, desk, laptop, `people-switch-${language}`);
    await desk.getByTestId('person-change-pin').click();
    await picture(app, desk, laptop, `people-own-pin-${language}`);
    await desk.keyboard.press('Escape');
    await callFrom(desk, 'persons.lock', {});
    await desk.getByTestId('signin-pin').fill('0000');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('signin-error').waitFor();
    await picture(app, desk, laptop, `people-locked-${language}`);
    await callFrom(desk, 'persons.signOut', {});
    await app.home.getByTestId('signin-initials').waitFor();
    await picture(app, app.home, laptop, `people-sign-in-${language}`);
    await callFrom(desk, 'persons.signIn', { initials: 'AK', pin: '7391' });
  }
  await callFrom(desk, 'persons.signIn', { initials: 'MD', pin: '5937' });
  const admin = await openSettings(app, 'board');
  await picture(app, admin, laptop, 'people-read-only');
  await picture(app, desk, laptop, 'people-manager-desk');
  const doctor = await app.openDoctor('A');
  await doctor.getByTestId('doctor-primary').waitFor();
  await picture(app, doctor, laptop, 'people-manager-doctor');
});

test('the way out of kiosk and board, and the first PIN', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await fill(app);
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  await kiosk.keyboard.press('Control+Shift+L');
  await kiosk.getByTestId('leave-initials').waitFor();
  await picture(app, kiosk, portrait, 'people-kiosk-initials');
  await kiosk.getByTestId('leave-pin').click();
  await picture(app, kiosk, portrait, 'people-kiosk-pin');
  await callFrom(app.home, 'windows.open', { screen: 'board' });
  const board = await windowOf(app.electron, 'board');
  await board.getByTestId('board').waitFor();
  await board.keyboard.press('Control+Shift+L');
  await board.getByTestId('leave-initials').waitFor();
  await picture(app, board, laptop, 'people-board-leave');
});
