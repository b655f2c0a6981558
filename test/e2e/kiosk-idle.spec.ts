import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { chooseDoctor, fillKiosk } from './helpers/kiosk';
import { doctorId } from './helpers/patients';

test('what is left alone goes back to the start: a language, a visit, a number; two taps make one choice', async ({
  launch,
}) => {
  const app = await launch();
  const kiosk = await app.openKiosk();

  // Two taps at once on confirm: kiosk.spec.ts.
  await test.step('two taps at once on a choice make one choice', async () => {
    await kiosk.getByTestId('kiosk-language-ta').dblclick();
    await expect(kiosk.locator('html')).toHaveAttribute('lang', 'ta');
    await kiosk.getByTestId('kiosk-need-token').waitFor();
  });

  // From here on the test moves the kiosk's clock.
  await kiosk.clock.install();
  await kiosk.reload();

  await test.step('a choice of language left alone goes back to the start', async () => {
    await kiosk.getByTestId('kiosk-language-ar').click();
    await kiosk.getByTestId('kiosk-need-token').waitFor();
    await kiosk.clock.runFor(82_000);
    await expect(kiosk.getByTestId('kiosk-language-en')).toBeVisible();
    await expect(kiosk.locator('html')).toHaveAttribute('dir', 'ltr');
  });

  await test.step('a visit left alone is warned of, goes on with one tap, and is wiped at last', async () => {
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

  await test.step('the number goes away by itself', async () => {
    await kiosk.reload();
    await fillKiosk(kiosk, { name: 'Asha Verma', phone: '9876543210' });
    await kiosk.getByTestId('kiosk-confirm').click();
    await expect(kiosk.getByTestId('kiosk-number')).toHaveText('A-001');
    await kiosk.clock.runFor(26_000);
    await expect(kiosk.getByTestId('kiosk-language-en')).toBeVisible();
    expect(await kiosk.content()).not.toContain('A-001');
  });
});
