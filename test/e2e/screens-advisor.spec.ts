import { test } from './helpers/app';
import { setUpClinic } from './helpers/clinic';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';
import { workDays } from './helpers/worked-days';

/** How many to book in each slot, for `npm run screens`. */
for (const language of ['en', 'hi'] as const) {
  test(`the template advisor in ${language}`, async ({ launch, dataFolder }) => {
    test.slow();
    await setUpClinic(dataFolder, { prints: false });
    await workDays(dataFolder, ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']);
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    const admin = await openSettings(app, 'doctors');
    await admin.getByTestId('doctor-A-open').click();
    await admin.getByTestId('doctor-part-advice').click();
    await admin.getByTestId('advice-slots').waitFor();
    await picture(app, admin, laptop, `advisor-${language}-1-first`);
    await picture(app, admin, [1366, 2000], `advisor-${language}-2-whole`);
    await picture(app, admin, [1024, 1700], `advisor-${language}-3-narrow`);
    await admin.getByTestId('advice-slot-length').click();
    await admin.getByRole('option', { name: /^15/ }).click();
    await admin.locator('[data-testid="advice-slots"] tbody tr').nth(15).waitFor();
    await picture(app, admin, [1366, 2200], `advisor-${language}-4-shorter`);
    await admin.getByTestId('advice-use').click();
    await admin.getByTestId('plan-sentence').waitFor();
    await picture(app, admin, laptop, `advisor-${language}-5-use`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('doctors-back').click();
    await admin.getByTestId('doctor-B-open').click();
    await admin.getByTestId('doctor-part-advice').click();
    await admin.getByTestId('advice-few').waitFor();
    await picture(app, admin, laptop, `advisor-${language}-6-few`);
  });
}
