import type { Page } from '@playwright/test';
import { expect, test } from './helpers/app';
import { fingerOn } from './helpers/taps';

const PIN = '7 3 9 1';

async function holdClinic(kiosk: Page, ms: number): Promise<void> {
  const box = await kiosk.getByTestId('kiosk-clinic').boundingBox();
  if (box === null) throw new Error('The clinic is not shown.');
  await kiosk.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await kiosk.mouse.down();
  await kiosk.clock.runFor(ms);
  await kiosk.mouse.up();
}

test('staff leave the kiosk by its clinic’s name and the PIN; a question left alone goes; five wrong PINs wait', async ({
  launch,
}) => {
  const app = await launch();
  const kiosk = await app.openKiosk();
  await kiosk.clock.install();
  await kiosk.reload();

  await test.step('a staff question that nobody answers goes away, and the visit goes on', async () => {
    await kiosk.getByTestId('kiosk-language-ta').click();
    await kiosk.keyboard.press('Control+Shift+L');
    await expect(kiosk.getByTestId('leave-pin')).toBeFocused();
    await kiosk.keyboard.type('25');
    await kiosk.clock.runFor(14_000);
    await expect(kiosk.getByTestId('leave-pin')).toHaveValue('25');
    await kiosk.clock.runFor(2_000);
    await expect(kiosk.getByTestId('leave-pin')).toHaveCount(0);
    await expect(kiosk.getByTestId('kiosk-need-token')).toBeVisible();
  });

  await test.step('staff hold the clinic’s name, type the PIN, and the kiosk closes', async () => {
    await kiosk.reload();
    await kiosk.getByTestId('kiosk-language-en').waitFor();
    await holdClinic(kiosk, 2_000);
    await expect(kiosk.getByTestId('leave-pin')).toHaveCount(0);
    await holdClinic(kiosk, 3_100);

    const finger = fingerOn(kiosk);
    await finger.type('1 1 1 1');
    await finger.tap('leave-yes');
    await expect(kiosk.getByTestId('leave-error')).toContainText('not right');
    await expect(kiosk.getByTestId('leave-pin')).toHaveValue('');
    await finger.type(PIN);
    const closed = kiosk.waitForEvent('close');
    await finger.tap('leave-yes');
    await closed;
    expect(app.electron.windows()).toHaveLength(1);
  });

  await test.step('five wrong PINs have to wait, and say so', async () => {
    const again = await app.openKiosk();
    await again.getByTestId('kiosk-language-en').waitFor();
    await again.keyboard.press('Control+Shift+L');
    for (let wrong = 0; wrong < 6; wrong += 1) {
      await again.getByTestId('leave-pin').fill('0000');
      await again.getByTestId('leave-yes').click();
      await expect(again.getByTestId('leave-pin')).toHaveValue('');
    }
    await expect(again.getByTestId('leave-error')).toContainText('wait');
  });
});
