import { type Language, languages } from '../../src/shared/model/language';
import { expect, resize, test } from './helpers/app';
import { findings } from './helpers/axe';
import { prepareKiosk, walkKiosk } from './helpers/kiosk-walk';
import { long } from './helpers/long';
import { mishaps } from './helpers/touch';

test.use({ prints: true, pagesApart: false });

/**
 * Roles and names are of no language, and a text that is missing in one does not compile: axe looks at one, from the right, at dark
 * colours too; Tamil, the longest, is looked at in kiosk-touch, twice as large. The long form: what fits and what a finger hits in
 * each; in `npm run test:long`, by ALL_LOOKS, all of it.
 */
const all = process.env.ALL_LOOKS !== undefined;
const inDark: readonly Language[] = all ? languages : ['en', 'ar'];
const byAxe: readonly Language[] = all ? languages : ['en', 'ar'];

for (const language of languages) {
  const isDark = inDark.includes(language);
  const isRead = byAxe.includes(language);
  const what = isRead ? `accessible${isDark ? ', dark too,' : ''} and fit` : 'fit';
  test(
    `the kiosk is ${what} for fingers in ${language}, in each step and mishap, upright too`,
    language === 'ar' ? {} : long,
    async ({ launch }) => {
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
    },
  );
}
