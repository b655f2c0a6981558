import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId, issueMany } from './helpers/patients';
import { openSettings } from './helpers/settings';

test('leave for a full day is looked at, entered, and taken back; a week is changed under booked days', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const a = await doctorId(app);
  await issueMany(app, 14);
  const seats = async (): Promise<readonly (string | null)[]> => {
    const { tokens } = await callFrom(app.home, 'books.view', { doctorId: a });
    return tokens.map((token) => (token.status === 'active' ? token.slotId : null));
  };
  const told = async (): Promise<number> => (await callFrom(app.home, 'callList.view', {})).length;
  const before = await seats();
  const admin = await openSettings(app, 'doctors');
  await admin.getByTestId('doctor-A-open').click();

  await test.step('whom it moves is in view before it is done', async () => {
    await admin.getByTestId('week-change-2026-01-05').click();
    await admin.getByTestId('day-add-leave').click();
    await expect(admin.getByTestId('leave-reason')).toBeFocused();
    await admin.getByTestId('leave-reason').fill('Ill');
    await expect(admin.getByTestId('plan-sentence')).toContainText('14 patients');
    await expect(admin.getByTestId('plan-confirm')).toBeDisabled();
    expect(await seats()).toEqual(before);
    await admin.getByTestId('sure').fill('14');
    await admin.getByTestId('sure').press('Enter');
    await expect(admin.getByTestId('leave-dialog')).toHaveCount(0);
    await expect(admin.getByTestId('toast').last()).toContainText('14');
    expect((await seats()).every((slot) => slot === null)).toBe(true);
    expect(await told()).toBe(14);
    await expect(admin.getByTestId('week-leave-entry')).toContainText('Ill');
  });

  await test.step('taken back: everybody has the old seat again', async () => {
    await admin.getByTestId('week-leave-entry').getByRole('button').click();
    await admin.getByTestId('take-back-dialog').waitFor();
    await expect(admin.getByTestId('plan-effects')).toHaveAttribute('data-state', 'known');
    if ((await admin.getByTestId('sure').count()) > 0) await admin.getByTestId('sure').fill('14');
    await admin.getByTestId('plan-confirm').click();
    await expect(admin.getByTestId('week-leave-entry')).toHaveCount(0);
    expect(await seats()).toEqual(before);
  });

  await test.step('the week begins an hour later: six lose their time, and get another', async () => {
    await admin.getByTestId('doctor-part-details').click();
    await admin.getByTestId('week-1-from').fill('25:00');
    await expect(admin.getByTestId('week-1-from-error')).toBeVisible();
    // A look elsewhere takes nothing away.
    await admin.getByTestId('doctor-part-week').click();
    await admin.getByTestId('doctor-part-details').click();
    await admin.getByTestId('doctor-kept').waitFor();
    await expect(admin.getByTestId('week-1-from')).toHaveValue('25:00');
    await admin.getByTestId('week-1-from').fill('10');
    await expect(admin.getByTestId('plan-sentence')).toContainText('6 patients');
    await admin.getByTestId('sure').fill('6');
    await admin.getByTestId('sure').press('Enter');
    await admin.getByTestId('doctor-A').waitFor();
    const after = await seats();
    expect(after.filter((slot, index) => slot !== before[index])).toHaveLength(6);
    expect(after).not.toContain(null);
    const [saved] = await callFrom(app.home, 'doctors.list', {});
    expect(saved?.schedule.every(({ startMinute }) => startMinute === 600)).toBe(true);
  });

  await test.step('a letter in use is said by its field, and a photo that is none too', async () => {
    await admin.getByTestId('doctors-add').click();
    await admin.getByTestId('doctor-name').fill('Dr New');
    await admin.getByTestId('doctor-more').click();
    await admin.getByTestId('doctor-letter').fill('b');
    await expect(admin.getByTestId('doctor-letter-error')).toContainText('Dr Imran Qureshi');
    await admin
      .getByTestId('doctor-photo-file')
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no image') });
    await expect(admin.getByTestId('doctor-photo-problem')).toContainText('no image');
    await admin.getByTestId('doctor-letter').fill('');
    await admin.getByTestId('doctor-save').click();
    await expect(admin.getByTestId('doctor-D')).toContainText('Dr New');
  });

  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  await test.step('doctors from a CSV file: a fault is named by its row, mended, and all are imported', async () => {
    const head = 'Doctor,Weekday,From,To';
    await admin.getByTestId('doctors-import').click();
    const chosen = admin.getByTestId('doctor-file-file');
    await chosen.setInputFiles(
      file('new.csv', `${head}\nDr File One,Mon-Fri,9,12\nDr File Two,Mon,25:00,12`),
    );
    await expect(admin.getByTestId('doctor-file-faults')).toContainText('Line 3');
    await expect(admin.getByTestId('doctor-file-faults')).toContainText('25:00');
    await expect(admin.getByTestId('doctor-file-confirm')).toBeDisabled();
    await chosen.setInputFiles(file('new.csv', `${head}\nDr File One,Mon-Fri,9,12\nDr File Two,Mon,9:00,12`));
    await expect(admin.getByTestId('doctor-file-confirm')).toContainText('2 doctors');
    await admin.getByTestId('doctor-file-confirm').click();
    await expect(admin.getByTestId('doctor-F')).toContainText('Dr File Two');
    await admin.getByTestId('doctors-export').click();
    await expect(admin.getByTestId('toast').last()).toContainText('.csv');
  });

  await test.step('holidays from a calendar file: those that stay ticked close the clinic', async () => {
    const event = (day: string, name: string): string =>
      `BEGIN:VEVENT\nUID:${day}\nDTSTART;VALUE=DATE:${day}\nSUMMARY:${name}\nEND:VEVENT`;
    const days = [event('20260126', 'Republic Day'), event('20260304', 'Holi')];
    await admin.getByTestId('admin-holidays').click();
    await admin.getByTestId('holidays-from-file').click();
    await admin
      .getByTestId('calendar-file-file')
      .setInputFiles(file('days.ics', ['BEGIN:VCALENDAR', ...days, 'END:VCALENDAR'].join('\n')));
    await expect(admin.getByTestId('calendar-file-day')).toHaveCount(2);
    await admin.getByTestId('calendar-file-day').first().click();
    await expect(admin.getByTestId('plan-effects')).toHaveAttribute('data-state', 'known');
    await admin.getByTestId('calendar-file-confirm').click();
    await expect(admin.getByTestId('holidays-list')).toContainText('Holi');
    await expect(admin.getByTestId('holiday')).toHaveCount(1);
  });
});
