import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { laptop, picture } from './helpers/pictures';
import { openVoiceSection, record } from './helpers/voice';

/** The voice's settings for `npm run screens`: English and Hindi, light and dark, plain and with all there may be. */
/** All of the page at once. */
const long = [1366, 1900] as const;

for (const language of ['en', 'hi'] as const) {
  test(`voice settings, ${language}`, async ({ launch, dataFolder }) => {
    test.slow();
    record(dataFolder, 'hi/digit-1.wav', 40);
    record(dataFolder, 'hi/ek.wav', 40);
    record(dataFolder, 'hi/letter-a.mp3', 'no sound');
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    const page = await openVoiceSection(app);
    await picture(app, page, laptop, `voice-1-plain-${language}`);
    await picture(app, page, long, `voice-1-plain-${language}`);

    await callFrom(app.home, 'settings.change', {
      voice: { languages: ['hi', 'ar'], quietFrom: 1_260, quietUntil: 420, source: 'system', times: 3 },
    });
    await page.getByTestId('voice-quiet-until').fill('21:00');
    await page.getByTestId('voice-names').click();
    await page.getByTestId('voice-test').click();
    await expect(page.getByTestId('announcement')).toHaveAttribute('data-state', 'saying');
    await picture(app, page, laptop, `voice-2-saying-${language}`);
    await picture(app, page, long, `voice-2-saying-${language}`);
    await page.getByTestId('voice-stop').click();
  });
}
