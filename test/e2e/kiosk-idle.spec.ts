import type { Page } from '@playwright/test';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { chooseDoctor, fillKiosk } from './helpers/kiosk';
import { doctorId } from './helpers/patients';

/** A kiosk whose clock the test moves. */
async function withClock(open: () => Promise<Page>): Promise<Page> {
  const kiosk = await open();
  await kiosk.clock.install();
  await kiosk.reload();
  return kiosk;
}

test('a visit left alone is warned of, goes on with one tap, and is wiped at last', async ({ launch }) => {
  const app = await launch();
  const kiosk = await withClock(app.openKiosk);
  await chooseDoctor(kiosk, { language: 'hi' });
  await kiosk.getByTestId('kiosk-name').fill('आशा वर्मा');

  await kiosk.clock.runFor(59_000);
  await expect(kiosk.getByTestId('kiosk-idle-stay')).toHaveCount(0);
  await kiosk.clock.runFor(5_000);
  await kiosk.getByTestId('kiosk-idle-stay').click();
  await expect(kiosk.getByTestId('kiosk-idle-stay')).toHaveCount(0);
  await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('आशा वर्मा');

  await kiosk.clock.runFor(82_000);
  await expect(kiosk.getByTestId('kiosk-language-en')).toBeVisible();
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en');
  expect(await kiosk.content()).not.toContain('आशा');
  await chooseDoctor(kiosk);
  await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('');
  await expect(kiosk.getByTestId('kiosk-phone')).toHaveValue('');
  const view = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  expect(view.tokens).toHaveLength(0);
});

test('a choice of language left alone goes back to the start as well', async ({ launch }) => {
  const app = await launch();
  const kiosk = await withClock(app.openKiosk);
  await kiosk.getByTestId('kiosk-language-ar').click();
  await kiosk.getByTestId('kiosk-need-token').waitFor();
  await kiosk.clock.runFor(82_000);
  await expect(kiosk.getByTestId('kiosk-language-en')).toBeVisible();
  await expect(kiosk.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('the number goes away by itself', async ({ launch }) => {
  const app = await launch();
  const kiosk = await withClock(app.openKiosk);
  await fillKiosk(kiosk, { name: 'Asha Verma', phone: '9876543210' });
  await kiosk.getByTestId('kiosk-confirm').click();
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText('A-001');
  await kiosk.clock.runFor(26_000);
  await expect(kiosk.getByTestId('kiosk-language-en')).toBeVisible();
  expect(await kiosk.content()).not.toContain('A-001');
});

test('two taps at once on a choice make one choice, and two on confirm one token', async ({ launch }) => {
  const app = await launch();
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-language-ta').dblclick();
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'ta');
  await kiosk.reload();
  await fillKiosk(kiosk, { language: 'ta', name: 'மீனா', phone: '9876543210' });
  await kiosk.getByTestId('kiosk-confirm').dblclick();
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText('A-001');
  const view = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  expect(view.tokens).toHaveLength(1);
});
