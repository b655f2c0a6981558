import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { bothForms } from './helpers/long';

test.use({ pagesApart: false });

for (const { isLong, tagged } of bothForms)
  test(
    `every component in every state is accessible, light and dark, left to right and right to left${isLong ? ', each with each' : ''}`,
    tagged,
    async ({ launch }) => {
      test.slow();
      const app = await launch();
      const page = app.home;
      await page.goto('app://opd/index.html?screen=gallery');
      for (const toast of ['gallery-good', 'gallery-undo', 'gallery-refused', 'gallery-failed']) {
        await page.getByTestId(toast).click();
      }
      await page.getByTestId('toast').first().waitFor();
      for (const language of ['en', 'ar'] as const) {
        await page.getByTestId(`gallery-${language}`).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const colours = { isDark: isLong || language === 'en' };
        const found = await findings(page, colours);
        for (const dialog of ['confirm', 'overlay-center', 'overlay-top', 'overlay-side']) {
          await page.getByTestId(`gallery-${dialog}`).click();
          await page.getByRole(dialog === 'confirm' ? 'alertdialog' : 'dialog').waitFor();
          found.push(...(await findings(page, colours)).map((finding) => `${dialog}: ${finding}`));
          await page.keyboard.press('Escape');
          await expect(page.getByRole(dialog === 'confirm' ? 'alertdialog' : 'dialog')).toHaveCount(0);
        }
        expect(found, language).toEqual([]);
      }
    },
  );
