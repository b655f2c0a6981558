import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId, issueMany } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** Doctors, their weeks, leave and holidays for `npm run screens`. */
test.use({ prints: false });

for (const language of ['en', 'hi'] as const) {
  test(`settings of doctors in ${language}`, async ({ launch }) => {
    test.slow();
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    await issueMany(app, 14);
    const a = await doctorId(app);
    await callFrom(app.home, 'closures.add', { from: '2026-01-09', name: 'Pongal, पोंगल' });
    await callFrom(app.home, 'leaves.add', {
      doctorId: a,
      from: '2026-01-07',
      to: '2026-01-08',
      reason: 'Conference in Pune',
    });
    await callFrom(app.home, 'oneOffs.add', {
      doctorId: a,
      serviceDay: '2026-01-06',
      startMinute: 17 * 60,
      endMinute: 19 * 60,
      slotMinutes: 60,
      capacity: 8,
      emergencySeats: null,
    });
    const admin = await openSettings(app, 'doctors');
    await admin.getByTestId('doctor-A').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-1-list`);
    await admin.getByTestId('doctor-A-open').click();
    await admin.getByTestId('week-day-2026-01-07').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-2-week`);
    await admin.getByTestId('week-leave').click();
    await admin.getByTestId('leave-reason').fill('Ill');
    await admin.getByTestId('plan-sentence').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-3-leave`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('doctor-part-details').click();
    await admin.getByTestId('doctor-more').click();
    await admin.getByTestId('doctor-letter').fill('B');
    await admin.getByTestId('week-add').click();
    await admin.getByTestId('week-2-from').fill('12:30');
    await admin.getByTestId('week-2-to').fill('25:00');
    await picture(app, admin, [1366, 1300], `doctors-${language}-4-details-wrong`);
    await admin.getByTestId('week-2-remove').click();
    await admin.getByTestId('week-1-from').fill('10');
    await admin.getByTestId('plan-sentence').waitFor();
    await picture(app, admin, [1366, 1300], `doctors-${language}-5-details-moves`);
    await admin.getByTestId('doctors-back').click();
    await admin.getByTestId('doctors-add').click();
    await admin.getByTestId('doctor-name').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-6-new`);
    await admin.getByTestId('admin-holidays').click();
    await admin.getByTestId('holidays-list').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-7-holidays`);
    await admin.getByTestId('holidays-add').click();
    await admin.getByTestId('plan-sentence').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-8-close`);
  });
}
