import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { laptop, picture } from './helpers/pictures';
import { openRules, propose } from './helpers/rules';

/** The rules for `npm run screens`: plain, proposed, and with what was changed and will be. */
/** All of the page at once. */
const long = [1366, 3200] as const;

for (const language of ['en', 'hi'] as const) {
  test(`rules, ${language}`, async ({ launch }) => {
    test.slow();
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    await callFrom(app.home, 'settings.change', {
      rules: { maxRecalls: 2 },
      clinic: { closeDayAtMinute: 1230 },
    });
    await callFrom(app.home, 'settings.change', { rules: { callOrder: 'strict', noShowTimeoutMinutes: 20 } });
    const page = await openRules(app);
    await picture(app, page, laptop, `rules-1-plain-${language}`);
    await propose(page, 'noShowTimeoutMinutes', '30');
    await page.getByTestId('rules-schedule').click();
    await expect(page.getByTestId('rules-scheduled')).toHaveCount(1);
    await propose(page, 'noShowTimeoutMinutes', '10');
    await propose(page, 'targetMinutes.paid', '15');
    await page.getByTestId('rule-heldBackCalls-value').fill('99');
    await picture(app, page, laptop, `rules-2-proposed-${language}`);
    await picture(app, page, long, `rules-2-proposed-${language}`);
    await page.getByTestId('rule-heldBackCalls-value').press('Escape');
    await page.getByTestId('rules-try').click();
    await page.locator('[data-testid="rules-trial"][data-state="done"]').waitFor();
    await picture(app, page, [1366, 1500], `rules-4-tried-${language}`);
    await page.getByTestId('rules-go-back').first().click();
    await picture(app, page, laptop, `rules-3-go-back-${language}`);
  });
}
