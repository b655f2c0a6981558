import type { Page } from '@playwright/test';
import { type RunningApp, windowOf } from './app';
import { callFrom } from './bridge';

/** The settings, open at the rules. */
export async function openRules(app: RunningApp): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const page = await windowOf(app.electron, 'admin');
  await page.getByTestId('admin-rules').click();
  await page.getByTestId('rule-maxRecalls').waitFor();
  return page;
}

/** Proposes a number for a setting. */
export async function propose(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByTestId(`rule-${name}-value`);
  await field.fill(value);
  await field.press('Enter');
  await page.locator(`[data-testid="rule-${name}"][data-proposed]`).waitFor();
}
