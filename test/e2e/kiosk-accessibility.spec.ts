import { type Language, languages } from '../../src/shared/model/language';
import { expect, resize, test } from './helpers/app';
import { findings } from './helpers/axe';
import { prepareKiosk, walkKiosk } from './helpers/kiosk-walk';
import { mishaps } from './helpers/touch';

test.use({ prints: true });

/**
 * Roles and names are of no language, and a text that is missing in one does not compile: axe looks at one from the left
 * and one from the right, and at dark colours in one. What fits, and what a finger hits, is looked at in each. `ALL_LOOKS=1`: all of it.
 */
const all = process.env.ALL_LOOKS !== undefined;
const inDark: readonly Language[] = all ? languages : ['en'];
const byAxe: readonly Language[] = all ? languages : ['en', 'ar'];

for (const language of languages) {
  const isDark = inDark.includes(language);
  const isRead = byAxe.includes(language);
  const what = isRead ? `accessible${isDark ? ', dark too,' : ''} and fit` : 'fit';
  test(`the kiosk is ${what} for fingers in ${language}, in each step and mishap, upright too`, async ({
    launch,
  }) => {
    test.setTimeout(300_000);
    const app = await launch();
    await prepareKiosk(app);
    const kiosk = await app.openKiosk();
    await resize(app, kiosk, 1024, 768);
    const found: string[] = [];
    await walkKiosk(app, kiosk, language, async (name) => {
      const wrong = [...(await mishaps(kiosk)), ...(isRead ? await findings(kiosk, { isDark }) : [])];
      found.push(...wrong.map((finding) => `${name} ${finding}`));
      await resize(app, kiosk, 1080, 1920);
      found.push(...(await mishaps(kiosk)).map((mishap) => `${name}, upright: ${mishap}`));
      await resize(app, kiosk, 1024, 768);
    });
    expect(found).toEqual([]);
  });
}
