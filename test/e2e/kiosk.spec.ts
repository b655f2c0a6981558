import type { Page } from '@playwright/test';
import type { BookView } from '../../src/shared/model/book-view';
import { expect, killApp, resize, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { chooseDoctor, fillKiosk, takeToken, typeDetails } from './helpers/kiosk';
import { doctorId } from './helpers/patients';

test.use({ prints: true });

const asha = { name: 'Asha Verma', phone: '9876543210' };

async function tokenCount(home: Page): Promise<number> {
  const summaries = await callFrom(home, 'doctors.summaries', {});
  let count = 0;
  for (const { doctor } of summaries) {
    const view: BookView = await callFrom(home, 'books.view', { doctorId: doctor.id });
    count += view.tokens.length;
  }
  return count;
}

test('what cannot be right makes no token, at the page and in main; two quick taps make one, and leave nothing', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const kiosk = await app.openKiosk();

  await test.step('main refuses bad input and unknown doctors itself, whatever a page sends', async () => {
    const [summary] = await callFrom(app.home, 'doctors.summaries', {});
    const good = {
      doctorId: summary?.doctor.id,
      source: 'walk_in',
      patientName: 'Asha',
      patientContact: '9876543210',
    };
    const send = (input: object) =>
      kiosk.evaluate((value) => window.api.call('tokens.issue', value as never), { ...good, ...input });
    const refused = (code: string) =>
      expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });
    expect(await send({ patientName: '' })).toEqual(refused('INVALID_INPUT'));
    expect(await send({ patientName: 'x'.repeat(200) })).toEqual(refused('INVALID_INPUT'));
    expect(await send({ patientContact: 'call me' })).toEqual(refused('INVALID_INPUT'));
    expect(await send({ doctorId: '11111111-1111-4111-8111-111111111111' })).toEqual(refused('NOT_FOUND'));
    expect(await send({ source: 'emergency' })).toEqual(refused('FORBIDDEN'));
    expect(await tokenCount(app.home)).toBe(0);
  });

  for (const [problem, visitor] of [
    ['an empty name', { name: '   ', phone: '9876543210' }],
    ['a name of 10,000 letters', { name: 'x'.repeat(10_000), phone: '9876543210' }],
    ['a phone with letters', { name: 'Asha', phone: '98abc' }],
    ['a phone too short', { name: 'Asha', phone: '12345' }],
    ['no phone', { name: 'Asha', phone: '' }],
  ] as const) {
    await test.step(`${problem} gets a clear message and makes no token`, async () => {
      await chooseDoctor(kiosk);
      await typeDetails(kiosk, visitor);
      await expect(kiosk.getByTestId('kiosk-error').first()).toBeVisible();
      await expect(kiosk.getByTestId('kiosk-error').first()).not.toBeEmpty();
      await expect(kiosk.getByTestId('kiosk-confirm')).toHaveCount(0);
      expect(await tokenCount(app.home)).toBe(0);
      await kiosk.reload();
    });
  }

  await test.step('a phone of a length that none has is asked about, and can be put right', async () => {
    await fillKiosk(kiosk, { ...asha, phone: '98765432101' });
    await expect(kiosk.getByTestId('kiosk-phone-doubt')).toContainText('11');
    // Two warnings on a screen that is hardly higher than wide: the way on stays in view.
    const doctor = await doctorId(app);
    await callFrom(app.home, 'doctors.setDelay', { doctorId: doctor, minutes: 25 });
    await expect(kiosk.getByTestId('kiosk-late')).toBeAttached();
    const before = await kiosk.evaluate(() => [innerWidth, innerHeight] as const);
    await resize(app, kiosk, 1080, 900);
    await expect(kiosk.getByTestId('kiosk-confirm')).toBeInViewport({ ratio: 1 });
    await resize(app, kiosk, ...before);
    await callFrom(app.home, 'doctors.setDelay', { doctorId: doctor, minutes: 0 });
    await kiosk.getByTestId('kiosk-back').click();
    await typeDetails(kiosk, asha);
    await expect(kiosk.getByTestId('kiosk-phone-doubt')).toHaveCount(0);
  });

  await test.step('two quick taps on confirm make one token', async () => {
    await kiosk.getByTestId('kiosk-confirm').dblclick();
    await expect(kiosk.getByTestId('kiosk-number')).toHaveText('A-001');
    expect(await tokenCount(app.home)).toBe(1);
  });

  await test.step('it goes back to its start by itself, with nothing of the patient left', async () => {
    await expect(kiosk.getByTestId('kiosk-language-en')).toBeVisible({ timeout: 20_000 });
    expect(await kiosk.locator('body').innerText()).not.toContain('Asha');
    await chooseDoctor(kiosk);
    await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('');
    await expect(kiosk.getByTestId('kiosk-phone')).toHaveValue('');
  });

  await test.step('the same patient is told the number they have, and gets no second one', async () => {
    await typeDetails(kiosk, { name: ' asha  VERMA ', phone: '98765-43210' });
    await kiosk.getByTestId('kiosk-confirm').click();
    await expect(kiosk.getByTestId('kiosk-error')).toContainText('A-001');
    expect(await tokenCount(app.home)).toBe(1);
  });
});

test('killed right after a token is shown, the app comes back with it and numbers go on from there', async ({
  launch,
}) => {
  const first = await launch();
  const kiosk = await first.openKiosk();
  await fillKiosk(kiosk, asha);
  await kiosk.getByTestId('kiosk-confirm').click();
  await expect(kiosk.getByTestId('kiosk-number')).toHaveText('A-001');
  await killApp(first);

  const second = await launch();
  const doctor = await second.openDoctor('A');
  await expect(doctor.getByTestId('doctor-row-A-001')).toContainText('Asha Verma');
  const again = await second.openKiosk();
  expect(await takeToken(again, { name: 'Ravi Kumar', phone: '9123456780' })).toBe('A-002');
});
