import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/shared/model/language';

export interface Visitor {
  readonly doctor?: string;
  readonly name: string;
  readonly phone: string;
  readonly kind?: 'new' | 'follow-up';
  readonly language?: Language;
}

/** A name as its bearer writes it. */
export const namesIn: Readonly<Record<Language, string>> = {
  en: 'Asha Verma',
  hi: 'आशा वर्मा',
  ta: 'மீனாட்சி சுந்தரம்',
  ar: 'محمد عبد الرحمن',
};

/** From the start to the list of doctors. */
export async function startVisit(kiosk: Page, visitor: Partial<Visitor> = {}): Promise<void> {
  const { language = 'en', kind = 'new' } = visitor;
  await kiosk.getByTestId(`kiosk-language-${language}`).click();
  await kiosk.getByTestId(kind === 'new' ? 'kiosk-need-token' : 'kiosk-need-follow-up').click();
}

/** From the start to the page for name and phone; joins the waiting list if there is no seat. */
export async function chooseDoctor(kiosk: Page, visitor: Partial<Visitor> = {}): Promise<void> {
  await startVisit(kiosk, visitor);
  await kiosk.getByTestId(`kiosk-doctor-${visitor.doctor ?? 'A'}`).click();
  const join = kiosk.getByTestId('kiosk-full-yes');
  const name = kiosk.getByTestId('kiosk-name');
  await join.or(name).waitFor();
  if (await join.isVisible()) await join.click();
  await name.waitFor();
}

/** Fills in the kiosk up to the confirm screen. */
export async function fillKiosk(kiosk: Page, visitor: Visitor): Promise<void> {
  await chooseDoctor(kiosk, visitor);
  await typeDetails(kiosk, visitor);
  await kiosk.getByTestId('kiosk-confirm').waitFor();
}

/** Name and phone as pasted, and on. */
export async function typeDetails(kiosk: Page, { name, phone }: Visitor): Promise<void> {
  await kiosk.getByTestId('kiosk-name').fill(name);
  await kiosk.getByTestId('kiosk-phone').fill(phone);
  await kiosk.getByTestId('kiosk-next').click();
}

/** A whole visit to the kiosk, back to its start. Answers the number that was shown. */
export async function takeToken(kiosk: Page, visitor: Visitor): Promise<string> {
  await fillKiosk(kiosk, visitor);
  await kiosk.getByTestId('kiosk-confirm').click();
  const number = await kiosk.getByTestId('kiosk-number').innerText();
  await kiosk.getByTestId('kiosk-done').click();
  await expect(kiosk.getByTestId('kiosk-language-en')).toBeVisible();
  return number;
}
