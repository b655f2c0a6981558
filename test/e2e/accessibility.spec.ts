import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './helpers/app';
import { fillKiosk } from './helpers/kiosk';
import { issueMany } from './helpers/patients';

/** WCAG 2.2 A and AA; each finding as `rule: element`, so that a failure says what to mend. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target }) => `${colorScheme} ${id}: ${target.join(' ')}`));
    }
  }
  return found;
}

test('the start screen is accessible', async ({ launch }) => {
  const app = await launch();
  await app.home.getByTestId('home-open-kiosk').waitFor();
  expect(await findings(app.home)).toEqual([]);
});

test('the empty start screen is accessible', async ({ launch }) => {
  const app = await launch({ demo: false });
  await app.home.getByTestId('home-load-demo').waitFor();
  expect(await findings(app.home)).toEqual([]);
});

test('each step of the kiosk is accessible', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 25);
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-doctor-B').waitFor();
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByTestId('kiosk-doctor-B').click();
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-error').first().waitFor();
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByTestId('kiosk-back').first().click();
  await fillKiosk(kiosk, { doctor: 'B', name: 'Asha Verma', phone: '9876543210' });
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByTestId('kiosk-confirm').click();
  await expect(kiosk.getByTestId('kiosk-done')).toBeEnabled();
  expect(await findings(kiosk)).toEqual([]);
});

test('the doctor queue is accessible: empty, full, with a patient called, with a question open', async ({
  launch,
}) => {
  const app = await launch();
  const doctor = await app.openDoctor('A');
  await doctor.getByTestId('doctor-primary').waitFor();
  expect(await findings(doctor)).toEqual([]);
  await issueMany(app, 30);
  await doctor.getByTestId('doctor-primary').click();
  await expect(doctor.getByTestId('doctor-current')).toContainText('A-001');
  expect(await findings(doctor)).toEqual([]);
  await doctor.getByTestId('row-A-002-cancel').click();
  await doctor.getByTestId('dialog-confirm').waitFor();
  expect(await findings(doctor)).toEqual([]);
});
