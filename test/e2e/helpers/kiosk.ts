import { expect, type Page } from '@playwright/test';

export interface Visitor {
  readonly doctor?: string;
  readonly name: string;
  readonly phone: string;
  readonly kind?: 'new' | 'follow-up';
}

/** Fills in the kiosk up to the confirm screen. */
export async function fillKiosk(kiosk: Page, visitor: Visitor): Promise<void> {
  await kiosk.getByTestId(`kiosk-doctor-${visitor.doctor ?? 'A'}`).click();
  await typeDetails(kiosk, visitor);
  await kiosk.getByTestId('kiosk-confirm').waitFor();
}

async function typeDetails(kiosk: Page, { name, phone, kind = 'new' }: Visitor): Promise<void> {
  await kiosk.getByTestId('kiosk-name').fill(name);
  await kiosk.getByTestId('kiosk-phone').fill(phone);
  await kiosk.getByTestId(`kiosk-kind-${kind}`).click();
  await kiosk.getByTestId('kiosk-next').click();
}

/** A whole visit to the kiosk, back to its start. Answers the number that was shown. */
export async function takeToken(kiosk: Page, visitor: Visitor): Promise<string> {
  await fillKiosk(kiosk, visitor);
  await kiosk.getByTestId('kiosk-confirm').click();
  const number = await kiosk.getByTestId('kiosk-number').innerText();
  await kiosk.getByTestId('kiosk-done').click();
  await expect(kiosk.getByTestId(`kiosk-doctor-${visitor.doctor ?? 'A'}`)).toBeVisible();
  return number;
}
