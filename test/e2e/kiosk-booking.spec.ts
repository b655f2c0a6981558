import type { Page } from '@playwright/test';
import type { Token } from '../../src/shared/model/token';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId, issueOne } from './helpers/patients';
import { scan } from './helpers/scanner';
import { fingerOn } from './helpers/taps';

const booking = { source: 'online', patientName: 'Asha Verma' } as const;

/** From the kiosk’s start to where a booking is asked for. */
async function atBookings(kiosk: Page): Promise<void> {
  await kiosk.getByTestId('kiosk-language-en').click();
  await kiosk.getByTestId('kiosk-have-booking').click();
  await expect(kiosk.getByTestId('kiosk-booking-query')).toBeFocused();
}

/** Reads the number of whoever is now here, and leaves the kiosk as it is for the next. */
async function checkedIn(kiosk: Page, number: string): Promise<void> {
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText(number);
  await expect(kiosk.locator('h1')).toContainText('You are checked in');
  await kiosk.getByTestId('kiosk-done').click();
}

async function isHere(app: RunningApp, { id, doctorId }: Token): Promise<boolean> {
  const view = await callFrom(app.home, 'books.view', { doctorId });
  return view.tokens.some((token) => token.id === id && token.checkedInAt !== null);
}

test('a booking is found by phone in four taps, by its number, by its slip, by somebody who looked round first', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const kiosk = await app.openKiosk();
  const query = kiosk.getByTestId('kiosk-booking-query');

  await test.step('by phone, on the number pad, in four taps', async () => {
    const token = await issueOne(app, { ...booking, patientContact: '9111111111' });
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
    await checkedIn(kiosk, token.number);
  });

  await test.step('by token number, with the doctor’s letter on the pad', async () => {
    const doctor = await doctorId(app, 'B');
    const token = await issueOne(app, { ...booking, patientContact: '9111111112', doctorId: doctor });
    await atBookings(kiosk);
    await fingerOn(kiosk).type('B- 0 0 1');
    await kiosk.getByTestId('kiosk-find').click();
    await kiosk.getByTestId('kiosk-check-in').click();
    await checkedIn(kiosk, 'B-001');
    expect(await isHere(app, token)).toBe(true);
  });

  for (const [index, where] of [
    'in the field',
    'on the page',
    'on a button',
    'on what was found before',
  ].entries()) {
    await test.step(`by a slip under the scanner, with the focus ${where}`, async () => {
      const token = await issueOne(app, { ...booking, patientContact: `911111112${index}` });
      await atBookings(kiosk);
      if (where === 'on the page') await kiosk.evaluate(() => (document.activeElement as HTMLElement).blur());
      if (where === 'on a button') await kiosk.getByTestId('kiosk-back').focus();
      if (where === 'on what was found before') {
        await query.fill('9000000000');
        await kiosk.getByTestId('kiosk-find').click();
        await kiosk.getByTestId('kiosk-no-booking').waitFor();
      }
      await scan(kiosk, token.id);
      await kiosk.getByTestId(`kiosk-booking-${token.number}`).getByTestId('kiosk-check-in').click();
      await checkedIn(kiosk, token.number);
    });
  }

  await test.step('by somebody who looked at the doctors first', async () => {
    const token = await issueOne(app, { ...booking, patientContact: '9111111130' });
    for (const testId of ['language-en', 'need-token', 'doctor-B', 'back', 'back', 'have-booking']) {
      await kiosk.getByTestId(`kiosk-${testId}`).click();
    }
    await query.fill(token.number);
    await kiosk.getByTestId('kiosk-find').click();
    await kiosk.getByTestId('kiosk-check-in').click();
    await checkedIn(kiosk, token.number);
  });
});

test('a family on one phone checks in each alone; too little to go by, and nothing found, are said plainly', async ({
  launch,
}) => {
  const app = await launch();
  const family = { ...booking, patientContact: '9111111111' };
  const asha = await issueOne(app, family);
  const ravi = await issueOne(app, { ...family, patientName: 'Ravi Verma' });
  const kiosk = await app.openKiosk();
  const query = kiosk.getByTestId('kiosk-booking-query');
  await atBookings(kiosk);

  await test.step('too little to go by, and nothing found', async () => {
    await query.fill('91');
    await kiosk.getByTestId('kiosk-find').click();
    await expect(kiosk.getByTestId('kiosk-error')).toBeVisible();
    await query.fill('Asha Verma');
    await kiosk.getByTestId('kiosk-find').click();
    await expect(kiosk.getByTestId('kiosk-no-booking')).toBeVisible();
    await kiosk.getByTestId('kiosk-find-again').click();
    await expect(query).toHaveValue('');
  });

  await test.step('each checks in alone, and who is here is told so', async () => {
    await query.fill('91111 11111');
    await kiosk.getByTestId('kiosk-find').click();
    await kiosk.getByTestId(`kiosk-booking-${ravi.number}`).getByTestId('kiosk-check-in').click();
    await checkedIn(kiosk, ravi.number);
    expect(await isHere(app, asha)).toBe(false);
    await atBookings(kiosk);
    await expect(query).toHaveValue('');
    await query.fill('9111111111');
    await kiosk.getByTestId('kiosk-find').click();
    await expect(kiosk.getByTestId(`kiosk-booking-${ravi.number}`)).toContainText('checked in already');
    await expect(kiosk.getByTestId('kiosk-check-in')).toHaveCount(1);
  });
});
