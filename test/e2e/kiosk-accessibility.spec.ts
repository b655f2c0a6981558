import { type Language, languages } from '../../src/shared/model/language';
import { expect, resize, test } from './helpers/app';
import { findings } from './helpers/axe';
import { prepareKiosk, walkKiosk } from './helpers/kiosk-walk';
import { mishaps } from './helpers/touch';

test.use({ prints: true });

/** Colours are of no language: dark ones are looked at in one. `ALL_LOOKS=1` for all. */
const inDark: readonly Language[] = process.env.ALL_LOOKS === undefined ? ['en'] : languages;

for (const language of languages) {
  const isDark = inDark.includes(language);
  const colours = isDark ? 'light and dark' : 'light';
  test(`the kiosk is accessible and fit for fingers in ${language}, in each step and mishap, ${colours}, upright too`, async ({
    launch,
  }) => {
    test.setTimeout(300_000);
    const app = await launch();
    await prepareKiosk(app);
    const kiosk = await app.openKiosk();
    await resize(app, kiosk, 1024, 768);
    const found: string[] = [];
    await walkKiosk(app, kiosk, language, async (name) => {
      const wrong = [...(await mishaps(kiosk)), ...(await findings(kiosk, { isDark }))];
      found.push(...wrong.map((finding) => `${name} ${finding}`));
      await resize(app, kiosk, 1080, 1920);
      found.push(...(await mishaps(kiosk)).map((mishap) => `${name}, upright: ${mishap}`));
      await resize(app, kiosk, 1024, 768);
    });
    expect(found).toEqual([]);
  });
}
