import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../src/shared/model/language';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { chooseDoctor, fillKiosk, namesIn, startVisit } from './helpers/kiosk';
import { doctorId } from './helpers/patients';

test.use({ prints: true });

const failed = {
  en: 'Please note your number',
  hi: 'कृपया अपना नंबर',
  ta: 'எண்ணைக் குறித்துக்கொள்ளவும்',
  ar: 'يرجى تدوين رقمك',
} as const;

test('a slip that does not print asks to note the number, in every language', async ({
  launch,
  dataFolder,
}) => {
  writeFileSync(join(dataFolder, 'slips'), 'a file where the folder should be');
  const app = await launch();
  const kiosk = await app.openKiosk();
  for (const [index, language] of languages.entries()) {
    await fillKiosk(kiosk, { language, name: namesIn[language], phone: `987654321${index}` });
    await kiosk.getByTestId('kiosk-confirm').click();
    await expect(kiosk.getByTestId('kiosk-slip-state')).toContainText(failed[language]);
    await expect(kiosk.getByTestId('kiosk-number')).toHaveText(`A-00${index + 1}`);
    await kiosk.getByTestId('kiosk-done').click();
  }
});

test('after hours every language says so, and a booking can still be asked for', async ({ launch }) => {
  const app = await launch({ clock: '2026-01-05T19:00:00+05:30' });
  const kiosk = await app.openKiosk();
  const closed = kiosk.getByTestId('kiosk-closed');
  for (const text of ['Closed for today', 'आज के लिए बंद', 'இன்று முடிந்தது', 'انتهى العمل اليوم']) {
    await expect(closed).toContainText(text);
  }
  // Arabic begins at the right.
  const sides = await closed.locator('li[lang=ar] h2').evaluate((title) => getComputedStyle(title).textAlign);
  expect(sides).toBe('start');
  await expect(kiosk.getByTestId('kiosk-language-en')).toHaveCount(0);
  await kiosk.getByTestId('kiosk-late-booking-ar').click();
  await expect(kiosk.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(kiosk.getByTestId('kiosk-booking-query')).toBeFocused();
});

test('a physical keyboard works throughout; a late doctor and the wait are told; of one closed the others stay', async ({
  launch,
}) => {
  const app = await launch();
  const kiosk = await app.openKiosk();

  await test.step('a physical keyboard works throughout', async () => {
    await chooseDoctor(kiosk);
    await expect(kiosk.getByTestId('kiosk-name')).toBeFocused();
    await kiosk.keyboard.type('Asha Verma');
    await kiosk.keyboard.press('Enter');
    await expect(kiosk.getByTestId('kiosk-phone')).toBeFocused();
    await kiosk.keyboard.type('9876543210');
    await kiosk.keyboard.press('Enter');
    await expect(kiosk.getByTestId('kiosk-confirm')).toBeVisible();
    await kiosk.keyboard.press('Escape');
    await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('Asha Verma');
  });

  await test.step('a late doctor and the wait: where one chooses, where one confirms, with the number', async () => {
    await kiosk.reload();
    await startVisit(kiosk);
    const choice = kiosk.getByTestId('kiosk-doctor-A');
    await expect(choice.getByTestId('kiosk-wait')).toContainText('min');
    await callFrom(app.home, 'doctors.setDelay', { doctorId: await doctorId(app), minutes: 25 });
    await expect(choice).toContainText('25 minutes late');
    await kiosk.reload();
    await fillKiosk(kiosk, { name: 'Asha Verma', phone: '9876543210' });
    await expect(kiosk.getByTestId('kiosk-late')).toContainText('25 minutes late');
    await kiosk.getByTestId('kiosk-confirm').click();
    await expect(kiosk.getByTestId('kiosk-wait')).toContainText('min');
  });

  await test.step('one doctor closed: the others can be chosen', async () => {
    const c = await doctorId(app, 'C');
    const { slots } = await callFrom(app.home, 'books.view', { doctorId: c });
    for (const { id } of slots) await callFrom(app.home, 'slots.close', { doctorId: c, slotId: id });
    await kiosk.reload();
    await startVisit(kiosk);
    await expect(kiosk.getByTestId('kiosk-doctor-B')).toBeEnabled();
    const summaries = await callFrom(app.home, 'doctors.summaries', {});
    const state = summaries.find(({ doctor }) => doctor.prefix === 'C')?.state;
    expect(state).not.toBe('seats');
    if (state === 'closed') await expect(kiosk.getByTestId('kiosk-doctor-C')).toBeDisabled();
    else await expect(kiosk.getByTestId('kiosk-doctor-C')).toContainText('waiting list');
  });
});
