import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { issueByKeys, openDesk, Typist } from './helpers/desk';
import { doctorId, issueMany, issueOne } from './helpers/patients';

/** On a token of the boards: the key of what is done with it. */
async function onToken(desk: Page, number: string, key: string): Promise<void> {
  await desk.getByTestId(`desk-token-${number}`).focus();
  await desk.keyboard.press(key);
}

async function standing({ home }: RunningApp, number: string): Promise<string> {
  const [found] = await callFrom(home, 'tokens.find', { query: number });
  if (found === undefined) return 'nowhere';
  const { token, slot } = found;
  return `${token.source} ${slot === null ? token.status : `${slot.startMinute / 60}:00`}`;
}

test('a morning of mistakes: each is taken back by a key, and everybody stands as before', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  await issueMany(app, 3);
  const desk = await openDesk(app);
  const toast = desk.getByTestId('toast');

  // An emergency that was none.
  await onToken(desk, 'A-002', 'e');
  await desk.getByTestId('desk-upgrade-note').fill('Chest pain');
  await desk.keyboard.press('Enter');
  await expect(toast).toContainText('A-002 is an emergency now');
  await onToken(desk, 'A-002', 'b');
  await expect(desk.getByTestId('desk-outcome')).toContainText('9:00 – 10:00 am');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-error')).toHaveText('Please write why it is not an emergency.');
  await desk.keyboard.type('Heartburn');
  await desk.keyboard.press('Enter');
  await expect(toast.last()).toContainText('A-002 is no emergency any more');
  expect(await standing(app, 'A-002')).toBe('walk_in 9:00');
  await onToken(desk, 'A-002', 'y');
  await expect(desk.getByTestId('desk-why')).toContainText('Not an emergency after all. “Heartburn”');
  await desk.keyboard.press('Escape');

  // A need that goes first: seen at the desk, by nobody else.
  await onToken(desk, 'A-003', 'f');
  await desk.getByTestId('need-none').waitFor();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await expect(toast.last()).toContainText('A-003: Elderly');
  await expect(desk.getByTestId('desk-token-A-003')).toContainText('Elderly');

  // Sent to the wrong doctor, and back from the other side.
  await onToken(desk, 'A-001', 't');
  await desk.getByTestId('desk-transfer-B').waitFor();
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-outcome')).toContainText('Dr Imran Qureshi');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-token-B-001')).toBeVisible();
  await desk.getByTestId('desk-token-B-001').press('Enter');
  await expect(desk.getByTestId('desk-card-link')).toContainText('Was A-001 with Dr Anjali Rao');
  // Whatever had the focus was drawn away: the card's keys are the card's all the same.
  await desk.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await desk.keyboard.press('u');
  await expect(desk.getByTestId('desk-outcome')).toContainText('Dr Anjali Rao');
  await desk.getByTestId('desk-confirm').press('Enter');
  await expect(toast.last()).toContainText('A-001 is again as it was before');
  expect(await standing(app, 'A-001')).toBe('walk_in 9:00');
  await expect(desk.getByTestId('desk-token-B-001')).toContainText('Taken back');

  // "Tomorrow, please": the new number and day stay in view, and each token opens the other.
  await onToken(desk, 'A-002', 'd');
  await expect(desk.getByTestId('desk-outcome')).toContainText('Tuesday');
  await expect(desk.getByTestId('desk-day-9')).toContainText('6 free');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowDown');
  await expect(desk.getByTestId('desk-outcome')).toContainText('10:00 – 11:00 am');
  await desk.keyboard.press('Enter');
  const card = desk.getByTestId('desk-card');
  await expect(card).toContainText('A-001');
  await expect(card).toContainText('Tuesday');
  await expect(toast.last()).toContainText('A-002 is now A-001 on Tuesday');
  await expect(desk.getByTestId('desk-card-link')).toContainText('Was A-002 on Monday');
  await expect(desk.getByTestId('desk-action-linked')).toBeVisible();
  await desk.keyboard.press('o');
  await expect(desk.getByTestId('desk-card-link')).toContainText('Goes on as A-001 on Tuesday');
  await desk.keyboard.press('Escape');

  // The day closed by mistake: who comes back is in view before it is opened again.
  await callFrom(app.home, 'books.close', { doctorId: await doctorId(app) });
  await desk.getByTestId('desk-reopen-A').press('Enter');
  const back = desk.getByTestId('day-coming-back');
  await expect(back).toContainText('2 patients come back');
  await expect(back).toContainText('A-003');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('day-reopen')).toHaveCount(0);
  await expect(desk.getByTestId('desk-reopen-A')).toHaveCount(0);
  expect(await standing(app, 'A-003')).toBe('walk_in 9:00');
});

test('F6 opens a closed day again, and a need is chosen where a token is issued', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 1);
  const desk = await openDesk(app);
  await callFrom(app.home, 'books.close', { doctorId: await doctorId(app) });
  await desk.keyboard.press('F6');
  await desk.getByTestId('day-open-again').press('Enter');
  await expect(desk.getByTestId('day-coming-back')).toContainText('A-001');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-token-A-001')).toContainText('Here');

  await desk.keyboard.press('F2');
  await desk.keyboard.press('Alt+g');
  await expect(desk.getByRole('option', { name: 'Nothing special' })).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-need')).toContainText('Pregnant');
  const number = await issueByKeys(desk, new Typist(desk), { phone: '9876512345', name: 'Kavya Reddy' });
  await expect(desk.getByTestId(`desk-token-${number}`)).toContainText('Pregnant');
  await expect(desk.getByTestId('desk-need')).toContainText('Nothing special');
});

test('a yesterday opened again after midnight is in view at the desk, finished, and closed by hand from F6', async ({
  launch,
}) => {
  const evening = await launch();
  await issueOne(evening, { patientContact: '9333300001' });
  await issueOne(evening, { patientContact: '9333300002' });
  await evening.electron.close();
  const app = await launch({ clock: '2026-01-06T08:10:00+05:30' });
  const which = { doctorId: await doctorId(app), serviceDay: '2026-01-05' };
  // R35: the app ended amid patients. Nothing is closed before somebody says that the day is over.
  const desk = await openDesk(app);
  const question = desk.getByTestId('clock-question');
  await expect(question).toContainText('The computer says Tuesday 6 January, 2026');
  await expect(question).toContainText('The app was last used on Monday 5 January, 2026');
  expect((await callFrom(app.home, 'books.view', which)).status).toBe('open');
  await desk.getByTestId('clock-type').click();
  await question.getByRole('button', { name: 'Back' }).click();
  await desk.getByTestId('clock-computer').click();
  await expect(question).toHaveCount(0);
  const isClosed = async () => (await callFrom(app.home, 'books.view', which)).status;
  await expect.poll(isClosed, { timeout: 60_000 }).toBe('closed');
  await expect(desk.getByTestId('desk-board-A')).toBeVisible();
  await expect(desk.getByTestId('desk-open-again')).toHaveCount(0);
  await callFrom(app.home, 'books.reopen', which);
  await expect(desk.getByTestId('desk-open-again')).toContainText('2 patients are left');
  await desk.getByTestId('desk-open-again-look').click();
  await onToken(desk, 'A-001', 'x');
  await desk.getByTestId('desk-confirm').focus();
  // On the way back, too, Ctrl+Enter is what the dialog does.
  await desk.keyboard.press('Shift+Tab');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByTestId('desk-open-again')).toContainText('1 patient is left');
  await desk.keyboard.press('F6');
  await desk.getByTestId('day-close-yesterday').click();
  await expect(desk.getByTestId('day-review-A')).toContainText('A-002');
  await desk.getByTestId('sure').press('Control+Enter');
  await expect(desk.getByTestId('day-close')).toBeVisible();
  await desk.getByTestId('sure').fill('1');
  await desk.getByTestId('sure').press('Control+Enter');
  await expect(desk.getByTestId('desk-open-again')).toHaveCount(0);
  expect((await callFrom(app.home, 'books.view', which)).status).toBe('closed');
  await expect(desk.getByTestId('desk-token-A-002')).toHaveCount(0);
});

test('after an outage the desk asks who is here before anybody is a no-show', async ({ launch }) => {
  const early = await launch();
  for (const n of [1, 2, 3]) {
    await issueOne(early, { source: 'online', patientName: `Online ${n}`, patientContact: `922222222${n}` });
  }
  await early.electron.close();
  const app = await launch({ clock: '2026-01-05T09:40:00+05:30' });
  const desk = await openDesk(app);
  await expect(desk.getByTestId('desk-overdue')).toContainText('3 would be no-shows now: who is here?');
  await desk.keyboard.press('F7');
  const panel = desk.getByTestId('desk-overdue-panel');
  await expect(desk.getByTestId('desk-overdue-A-001')).toBeFocused();
  await expect(desk.getByTestId('desk-overdue-A-001')).toContainText('by itself at 9:55');
  await desk.keyboard.press('c');
  await expect(desk.getByTestId('desk-overdue-A-001')).toHaveCount(0);
  await expect(desk.getByTestId('desk-overdue-A-002')).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('n');
  await expect(desk.getByTestId('desk-overdue-A-003')).toHaveCount(0);
  await expect(desk.getByTestId('desk-overdue-A-002')).toBeFocused();
  await desk.keyboard.press('c');
  await expect(panel).toContainText('Everybody is settled');
  await expect(panel.getByTestId('desk-overdue-paper-A')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByTestId('desk-overdue')).toHaveCount(0);
  const { tokens } = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  expect(tokens.map(({ status }) => status)).toEqual(['active', 'active', 'no_show']);
});

test('an emergency that took a seat cannot be undone, and is taken back by the key that is offered', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  await callFrom(app.home, 'settings.change', { rules: { maxEmergencyOverflow: 0 } });
  const contact = (n: number): string => `93333${String(n).padStart(5, '0')}`;
  for (let seat = 1; seat <= 24; seat += 1) {
    await issueOne(app, { source: 'online', patientName: `Online ${seat}`, patientContact: contact(seat) });
  }
  // Whoever lost the seat comes before one of the same kind who never had any (R10).
  await issueOne(app, { source: 'online', patientName: 'Online 25', patientContact: contact(25) });
  const desk = await openDesk(app);
  await onToken(desk, 'A-025', 'e');
  await desk.getByTestId('desk-upgrade-note').fill('Fainted');
  await expect(desk.getByTestId('desk-moved')).toContainText('A-006');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-remark-A-006')).toContainText('Lost the seat to an emergency');
  await desk.keyboard.press('F2');
  await desk.keyboard.press('Control+z');
  await expect(desk.getByTestId('desk-undo-refused')).toContainText('Other patients were moved');
  await expect(desk.getByTestId('desk-offer-take-back')).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-outcome')).toContainText('A-006');
  await desk.keyboard.type('Only tired');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-slot-A-09:00').getByTestId('desk-token-A-006')).toBeVisible();
  expect(await standing(app, 'A-025')).toBe('online waiting');
});
