import type { Page } from '@playwright/test';
import type { Token } from '../../src/shared/model/token';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId, issueOne } from './helpers/patients';
import { scan } from './helpers/scanner';
import { fingerOn } from './helpers/taps';

test.use({ prints: true });

const booking = { source: 'online', patientName: 'Asha Verma', patientContact: '9111111111' } as const;

async function atBookings(app: RunningApp): Promise<Page> {
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-language-en').click();
  await kiosk.getByTestId('kiosk-have-booking').click();
  await expect(kiosk.getByTestId('kiosk-booking-query')).toBeFocused();
  return kiosk;
}

async function isHere(app: RunningApp, { id, doctorId }: Token): Promise<boolean> {
  const view = await callFrom(app.home, 'books.view', { doctorId });
  return view.tokens.some((token) => token.id === id && token.checkedInAt !== null);
}

test('by phone, on the number pad, in four taps', async ({ launch }) => {
  const app = await launch();
  const token = await issueOne(app, booking);
  const kiosk = await app.openKiosk();
  const finger = fingerOn(kiosk);
  await finger.tap('kiosk-language-en');
  await finger.tap('kiosk-have-booking');
  await finger.type('9 1 1 1 1 1 1 1 1 1');
  await finger.tap('kiosk-find');
  const card = kiosk.getByTestId(`kiosk-booking-${token.number}`);
  await expect(card).toContainText('A. V.');
  expect(await kiosk.content()).not.toContain('Verma');
  await finger.tap('kiosk-check-in');
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText(token.number);
  console.log(`${finger.taps} taps to check in, typing aside`);
  expect(finger.taps).toBe(4);
  expect(await isHere(app, token)).toBe(true);
});

test('by token number, with the doctor’s letter on the pad', async ({ launch }) => {
  const app = await launch();
  const token = await issueOne(app, { ...booking, doctorId: await doctorId(app, 'B') });
  const kiosk = await atBookings(app);
  await fingerOn(kiosk).type('B- 0 0 1');
  await kiosk.getByTestId('kiosk-find').click();
  await kiosk.getByTestId('kiosk-check-in').click();
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText('B-001');
  expect(await isHere(app, token)).toBe(true);
});

test('by a slip under the scanner, wherever the focus is', async ({ launch }) => {
  const app = await launch();
  for (const where of ['in the field', 'on the page', 'on a button', 'on what was found before'] as const) {
    await test.step(where, async () => {
      const token = await issueOne(app, { ...booking, patientName: `Asha ${where}` });
      const kiosk = await atBookings(app);
      if (where === 'on the page') await kiosk.evaluate(() => (document.activeElement as HTMLElement).blur());
      if (where === 'on a button') await kiosk.getByTestId('kiosk-back').focus();
      if (where === 'on what was found before') {
        await kiosk.getByTestId('kiosk-booking-query').fill('9000000000');
        await kiosk.getByTestId('kiosk-find').click();
        await kiosk.getByTestId('kiosk-no-booking').waitFor();
      }
      await scan(kiosk, token.id);
      await kiosk.getByTestId(`kiosk-booking-${token.number}`).getByTestId('kiosk-check-in').click();
      await expect(kiosk.getByTestId('kiosk-number')).toHaveText(token.number);
      await kiosk.getByTestId('kiosk-done').click();
    });
  }
});

test('a family on one phone: each checks in alone, and who is here is told so', async ({ launch }) => {
  const app = await launch();
  const asha = await issueOne(app, booking);
  const ravi = await issueOne(app, { ...booking, patientName: 'Ravi Verma' });
  const kiosk = await atBookings(app);
  await kiosk.getByTestId('kiosk-booking-query').fill('91111 11111');
  await kiosk.getByTestId('kiosk-find').click();
  await kiosk.getByTestId(`kiosk-booking-${ravi.number}`).getByTestId('kiosk-check-in').click();
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText(ravi.number);
  expect(await isHere(app, asha)).toBe(false);
  await kiosk.getByTestId('kiosk-done').click();
  await kiosk.getByTestId('kiosk-language-en').click();
  await kiosk.getByTestId('kiosk-have-booking').click();
  await expect(kiosk.getByTestId('kiosk-booking-query')).toHaveValue('');
  await kiosk.getByTestId('kiosk-booking-query').fill('9111111111');
  await kiosk.getByTestId('kiosk-find').click();
  await expect(kiosk.getByTestId(`kiosk-booking-${ravi.number}`)).toContainText('checked in already');
  await expect(kiosk.getByTestId('kiosk-check-in')).toHaveCount(1);
});

test('somebody who looked at the doctors first is checked in all the same', async ({ launch }) => {
  const app = await launch();
  const token = await issueOne(app, booking);
  const kiosk = await app.openKiosk();
  for (const testId of ['language-en', 'need-token', 'doctor-B', 'back', 'back', 'have-booking']) {
    await kiosk.getByTestId(`kiosk-${testId}`).click();
  }
  await kiosk.getByTestId('kiosk-booking-query').fill(token.number);
  await kiosk.getByTestId('kiosk-find').click();
  await kiosk.getByTestId('kiosk-check-in').click();
  await expect(kiosk.locator('h1')).toContainText('You are checked in');
});

test('too little to go by, and nothing found, are said plainly', async ({ launch }) => {
  const app = await launch();
  await issueOne(app, booking);
  const kiosk = await atBookings(app);
  await kiosk.getByTestId('kiosk-booking-query').fill('91');
  await kiosk.getByTestId('kiosk-find').click();
  await expect(kiosk.getByTestId('kiosk-error')).toBeVisible();
  await kiosk.getByTestId('kiosk-booking-query').fill('Asha Verma');
  await kiosk.getByTestId('kiosk-find').click();
  await expect(kiosk.getByTestId('kiosk-no-booking')).toBeVisible();
  await kiosk.getByTestId('kiosk-find-again').click();
  await expect(kiosk.getByTestId('kiosk-booking-query')).toHaveValue('');
});
