import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '../../src/shared/model/language';
import { papers } from '../../src/shared/model/print-settings';
import type { SettingsChange } from '../../src/shared/model/settings';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { logoOf } from './helpers/logo';
import { issueMany, issueOne } from './helpers/patients';

/** Slips for `npm run screens`: each paper in each language, and everything that a slip may have to say. */
const folder = join(import.meta.dirname, '../../out/screens');

/** The slip's own page, in the start screen's window: the same that main prints. */
async function showSlip(page: Page, query: Record<string, string>): Promise<void> {
  await page.setViewportSize({ width: 700, height: 900 }).catch(() => undefined);
  await page.goto(`app://opd/index.html?${new URLSearchParams({ screen: 'slip', ...query }).toString()}`);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
}

async function picture(page: Page, query: Record<string, string>, name: string): Promise<void> {
  await showSlip(page, query);
  await page.locator('[data-slip]').screenshot({ path: join(folder, `slip-${name}.png`) });
}

const usual: NonNullable<SettingsChange['print']> = {
  feeLine: '₹ 300',
  clinicLine: 'Please bring your old reports. Lab opens at 8:00.',
};

async function openClinic(app: RunningApp, print = usual): Promise<void> {
  await callFrom(app.home, 'settings.change', { clinic: { clinicName: 'Lotus Clinic, Thrissur' }, print });
}

for (const language of languages) {
  test(`slips in ${language}`, async ({ launch }) => {
    const app = await launch();
    await openClinic(app);
    await issueMany(app, 4);
    const { id: token } = await issueOne(app, { source: 'follow_up', language });
    for (const paper of papers) {
      await picture(app.home, { token, lang: language, paper }, `${paper}-${language}`);
      const second = language === 'en' ? 'hi' : 'en';
      await picture(
        app.home,
        { token, lang: `${language},${second}`, paper },
        `${paper}-${language}-${second}`,
      );
    }
  });
}

test('slips with the longest texts', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await openClinic(app, {
    maskName: false,
    feeLine: 'Consultation 300 rupees, follow-up within seven days free',
    clinicLine: 'x'.repeat(200),
    logo: logoOf(300, 120),
  });
  await callFrom(app.home, 'settings.change', {
    clinic: { clinicName: 'Sree Venkatanarasimharajuvaripeta Multi Speciality Hospital & Research Centre' },
  });
  const { id: token } = await issueOne(app, {
    patientName: 'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar of Thiruvananthapuram-Neyyattinkara',
  });
  for (const paper of papers) {
    await picture(app.home, { token, lang: 'ta,ar', paper }, `${paper}-longest`);
  }
});
