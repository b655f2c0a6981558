import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, resize, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openVoiceSection, record } from './helpers/voice';

/** The voice's settings for `npm run screens`: English and Hindi, light and dark, plain and with all there may be. */
const folder = join(import.meta.dirname, '../../out/screens');

async function picture(app: RunningApp, page: Page, name: string, height: number): Promise<void> {
  await resize(app, page, 1366, height);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.mouse.move(0, 0);
    const path = join(folder, `${name}-1366x${height}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
}

for (const language of ['en', 'hi'] as const) {
  test(`voice settings, ${language}`, async ({ launch, dataFolder }) => {
    test.slow();
    record(dataFolder, 'hi/digit-1.wav', 40);
    record(dataFolder, 'hi/ek.wav', 40);
    record(dataFolder, 'hi/letter-a.mp3', 'no sound');
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    const page = await openVoiceSection(app);
    await picture(app, page, `voice-1-plain-${language}`, 768);
    await picture(app, page, `voice-1-plain-${language}`, 1400);

    await callFrom(app.home, 'settings.change', {
      voice: { languages: ['hi', 'ar'], quietFrom: 1_260, quietUntil: 420, source: 'system', times: 3 },
    });
    await page.getByTestId('voice-quiet-until').fill('21:00');
    await page.getByTestId('voice-names').click();
    await page.getByTestId('voice-test').click();
    await expect(page.getByTestId('announcement')).toHaveAttribute('data-state', 'saying');
    await picture(app, page, `voice-2-saying-${language}`, 768);
    await picture(app, page, `voice-2-saying-${language}`, 1900);
    await page.getByTestId('voice-stop').click();
  });
}
