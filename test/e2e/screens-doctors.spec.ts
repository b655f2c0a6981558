import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId, issueMany } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

const chosen = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const head = 'Doctor,Specialization,Room,Letter,Weekday,From,To,Slot minutes,Seats,Valid from,Fee';
const good = [
  head,
  'Dr Anjali Rao,General medicine,1,A,Mon-Sat,10,13,60,6,,300',
  ...Array.from({ length: 200 }, (_, n) => `Dr Number ${n + 1},Skin,${n + 10},,Mon-Fri,9,13,30,5,,300`),
].join('\n');
const faulty = `${head}
Dr Kavita Shah,Skin,4,B,Mon,9,13,60,6,,300
Dr Ravi Menon,ENT,5,R,Mooday,25:00,13,60,many,,300
Dr Ravi Menon,ENT,6,R,Tue,9,13,60,6,03/04/2026,300`;
const holidays = [
  'BEGIN:VCALENDAR',
  ...[
    ['20260106', 'Visit of the minister'],
    ['20260109', 'Pongal, पोंगल'],
    ['20260126', 'Republic Day'],
    ['20251225', 'Christmas'],
  ].flatMap(([day, name]) => [
    ...['BEGIN:VEVENT', `UID:${day}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:${name}`],
    ...['RRULE:FREQ=YEARLY;COUNT=1', 'END:VEVENT'],
  ]),
  'END:VCALENDAR',
].join('\r\n');

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
    await admin.keyboard.press('Escape');
    await admin.getByTestId('holiday-remove').click();
    await admin.getByTestId('plan-sentence').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-9-take-back`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('holidays-from-file').click();
    await admin.getByTestId('calendar-file-file').setInputFiles(chosen('holidays.ics', holidays));
    await admin.getByTestId('plan-sentence').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-10-calendar-file`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('admin-doctors').click();
    await admin.getByTestId('doctors-import').click();
    await picture(app, admin, laptop, `doctors-${language}-11-file-empty`);
    await admin.getByTestId('doctor-file-file').setInputFiles(chosen('doctors.csv', faulty));
    await admin.getByTestId('doctor-file-faults').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-12-file-faults`);
    await admin.getByTestId('doctor-file-file').setInputFiles(chosen('doctors.csv', good));
    await admin.locator('[data-kind="new"]').first().waitFor();
    await picture(app, admin, laptop, `doctors-${language}-13-file-ready`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('doctor-A-open').click();
    await admin.getByTestId('doctor-A-retire').click();
    await admin.getByTestId('retire-dialog').waitFor();
    await picture(app, admin, laptop, `doctors-${language}-14-retire`);
  });
}
