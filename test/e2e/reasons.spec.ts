import { expect, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { issueMany } from './helpers/patients';
import { openSettings } from './helpers/settings';

/** I: whoever is asked later can say why: each reason given by keys, told apart at the day’s end, and on record. */
test('an emergency, a call out of turn, a cancelled token and those not seen each have their reason', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  await issueMany(app, 7);
  const desk = await openDesk(app);

  await test.step('an emergency at the desk: a digit, then words with a digit in them', async () => {
    await desk.getByTestId('desk-token-A-006').focus();
    await desk.keyboard.press('e');
    const words = desk.getByTestId('desk-upgrade-note');
    await expect(words).toBeFocused();
    await desk.keyboard.press('2');
    await desk.keyboard.press('ArrowDown');
    await expect(desk.getByTestId('why-chest_pain').locator('input')).toBeChecked();
    await desk.keyboard.type('since 2 h');
    await expect(words).toHaveValue('since 2 h');
    await expect(desk.getByTestId('why-chest_pain').locator('input')).toBeChecked();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-token-A-006')).toContainText('Emergency');
  });

  await test.step('cancelled: the way back has the focus, a digit and words may be said', async () => {
    await desk.getByTestId('desk-token-A-007').focus();
    await desk.keyboard.press('x');
    await desk.getByTestId('desk-outcome').waitFor();
    await desk.keyboard.press('3');
    await expect(desk.getByTestId('why-other_day').locator('input')).toBeChecked();
    await expect(desk.getByTestId('desk-cancel-note')).toBeFocused();
    // Enter alone cancels nobody, nor does a scanner's: more can be said.
    await desk.keyboard.type('on');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type(' Friday');
    await expect(desk.getByTestId('desk-cancel-note')).toHaveValue('on Friday');
    const [found] = await callFrom(app.home, 'tokens.find', { query: 'A7' });
    expect(found?.token.status).toBe('active');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByTestId('desk-card')).toBeHidden();
  });

  await test.step('out of turn at the doctor’s window', async () => {
    const doctor = await app.openDoctor('A');
    await doctor.getByTestId('doctor-row-A-003').waitFor();
    for (let row = 0; row < 3; row += 1) await doctor.keyboard.press('ArrowDown');
    const early = /A-\d+/.exec(await doctor.getByTestId('doctor-marked').innerText())?.[0] ?? '';
    expect(early).toBe('A-002');
    await doctor.keyboard.press('c');
    await expect(doctor.getByTestId('doctor-call-note')).toBeFocused();
    await doctor.keyboard.press('2');
    await doctor.keyboard.type('From the X-ray');
    await doctor.keyboard.press('Enter');
    const current = doctor.getByTestId('doctor-current');
    await expect(current).toContainText(early);
  });

  await test.step('the day is closed, and those not seen are told apart', async () => {
    await desk.keyboard.press('F6');
    await expect(desk.getByTestId('day-review-A')).toContainText('A-001');
    const choose = async (field: string, way: string): Promise<void> => {
      await desk.getByTestId(field).click();
      await desk.getByRole('option', { name: way }).click();
      await expect(desk.getByTestId(field)).toContainText(way);
    };
    await choose('unseen-all', 'Doctor gone');
    await choose('unseen-A-001', 'Left without being seen');
    await choose('unseen-A-003', 'Sent away');
    const people = await callFrom(app.home, 'books.closePreview', {});
    const count = people.reduce((sum, { notSeen, noShows }) => sum + notSeen.length + noShows.length, 0);
    await desk.getByTestId('sure').fill(String(count));
    await desk.getByTestId('sure').press('Enter');
    await expect(desk.getByTestId('day-close')).toBeHidden();
    const figures = await windowOf(app.electron, 'summary');
    const figure = (name: string) => figures.getByTestId('summary-A').locator(`[data-figure=${name}]`);
    await expect(figure('leftUnseen')).toHaveText('1');
    await expect(figure('sentAway')).toHaveText('1');
    await expect(figure('doctorGone')).toHaveText(String(count - 2));
  });

  await test.step('all of it is on record, and the record is whole', async () => {
    const admin = await openSettings(app, 'audit');
    const line = (text: string) =>
      admin.getByTestId('audit-lines').getByRole('listitem').filter({ hasText: text });
    await expect(line('made A-006 an emergency')).toContainText('Reason: Chest pain: “since 2 h”');
    await expect(line('cancelled A-007')).toContainText('Reason: Comes another day: “on Friday”');
    await expect(line('called A-002 out of turn')).toContainText(
      'Reason: Back from a test: “From the X-ray”',
    );
    await expect(line('closed the day').first()).toBeVisible();
    await admin.getByTestId('audit-check').click();
    await expect(admin.getByTestId('audit-outcome')).toContainText('The record is whole');
  });
});
