import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { setUpClinic } from './helpers/clinic';
import { openDesk } from './helpers/desk';
import { DoctorKeys } from './helpers/doctor';
import { editData } from './helpers/edit-data';
import { chooseDoctor } from './helpers/kiosk';
import { long } from './helpers/long';
import { doctorId, issueMany } from './helpers/patients';

/** The doctors work until midnight, from the next day on. */
function workUntilMidnight(dataFolder: string): void {
  editData(dataFolder, (database) => {
    database.prepare('UPDATE schedule_templates SET end_minute = 1440, capacity = 20').run();
  });
}

test(
  'midnight passes with windows open: the new day begins in each of them, and numbers restart',
  long,
  async ({ launch, dataFolder }) => {
    test.setTimeout(180_000);
    await setUpClinic(dataFolder, { prints: false });
    workUntilMidnight(dataFolder);
    const app = await launch({ clock: '2026-01-06T23:59:15+05:30' });
    await issueMany(app, 3);
    const page = await app.openDoctor('A');
    const keys = new DoctorKeys(page);
    const id = await doctorId(app);
    await keys.space();
    await keys.space();
    await expect(page.getByTestId('doctor-primary')).toContainText('Finish A-001');
    const kiosk = await app.openKiosk();
    await chooseDoctor(kiosk);
    await kiosk.getByTestId('kiosk-name').fill('Night Owl');
    const desk = await openDesk(app);
    await desk.keyboard.type('9333333333');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-name')).toBeFocused();
    await desk.keyboard.insertText('Early Bird');
    const status = await callFrom(app.home, 'app.status', {});
    expect(status.serviceDay).toBe('2026-01-06');

    // The turn of the day comes by itself.
    const dayOf = async () => (await callFrom(app.home, 'app.status', {})).serviceDay;
    await expect.poll(dayOf, { timeout: 60_000 }).toBe('2026-01-07');
    await expect(page.getByRole('banner')).toContainText('7 January');
    await expect(desk.getByRole('banner')).toContainText('7 January');

    // The doctor finishes who is in the room since yesterday; everybody else of yesterday is accounted for.
    await expect(page.getByTestId('doctor-current')).toContainText('A-001');
    await keys.space();
    await expect(page.getByTestId('doctor-current')).not.toContainText('A-001');
    const yesterday = await callFrom(app.home, 'books.view', { doctorId: id, serviceDay: status.serviceDay });
    expect(yesterday.status).toBe('closed');
    expect(yesterday.tokens.map(({ status: its }) => its)).toEqual(['served', 'cancelled', 'cancelled']);

    // The visit at the kiosk goes on, and gets the first number of the new day.
    await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('Night Owl');
    await kiosk.getByTestId('kiosk-phone').fill('9444444444');
    await kiosk.getByTestId('kiosk-next').click();
    await kiosk.getByTestId('kiosk-confirm').click();
    await expect(kiosk.getByTestId('kiosk-number')).toHaveText('A-001');

    // What was typed at the desk is still there, and issues the second.
    await expect(desk.getByTestId('desk-name')).toHaveValue('Early Bird');
    await desk.getByTestId('desk-name').press('Enter');
    await desk.keyboard.type('a');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-preview')).toHaveAttribute('data-state', 'known');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-issued-number')).toHaveText('A-002');
    await expect(page.getByTestId('doctor-row-A-002')).toContainText('Early Bird');
  },
);
