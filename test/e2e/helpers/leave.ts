import type { Page } from '@playwright/test';
import { DOOR_PIN } from './clinic';

/** Closes a kiosk or a board as staff do. */
export async function leaveWith(page: Page, pin = DOOR_PIN): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await page.getByTestId('leave-pin').fill(pin);
  const closed = page.waitForEvent('close');
  await page.getByTestId('leave-yes').click();
  await closed;
}
