import type { Page } from '@playwright/test';
import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { startVisit } from './helpers/kiosk';
import { bothForms } from './helpers/long';
import { doctorId, issueMany, issueOne } from './helpers/patients';

test.use({ pagesApart: false });

async function checked(page: Page, testId: string): Promise<void> {
  await page.getByTestId(testId).waitFor();
  expect(await findings(page), testId).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId(testId)).toBeHidden();
}

for (const { isLong, tagged } of bothForms)
  test(
    `every dialog of the doctor’s window, and the figures, are accessible${isLong ? ' in Hindi too' : ''}`,
    tagged,
    async ({ launch }) => {
      test.setTimeout(240_000);
      const app = await launch();
      await issueMany(app, 9);
      await issueOne(app, { source: 'online', patientName: 'At Home', patientContact: '9222222222' });
      const page = await app.openDoctor('A');
      await page.getByTestId('doctor-row-A-003').waitFor();
      for (const language of isLong ? (['hi'] as const) : (['en'] as const)) {
        await app.home.getByTestId(`home-language-${language}`).click();
        for (const [key, testId] of [
          ['l', 'day-late'],
          ['b', 'day-break'],
          ['e', 'day-leave'],
          ['a', 'day-tell'],
          ['q', 'day-close'],
          ['?', 'doctor-keys'],
        ] as const) {
          await page.keyboard.press(key);
          await checked(page, testId);
        }
        for (const [key, testId] of [
          ['c', 'doctor-call-dialog'],
          ['t', 'doctor-transfer-dialog'],
          ['w', 'doctor-why-dialog'],
        ] as const) {
          for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
          await page.keyboard.press(key);
          await checked(page, testId);
          await page.keyboard.press('Escape');
        }
      }
      await callFrom(page, 'windows.open', { screen: 'summary' });
      await expect
        .poll(() => app.electron.windows().some((window) => window.url().includes('screen=summary')))
        .toBe(true);
      const summary = app.electron.windows().find((window) => window.url().includes('screen=summary'));
      await summary?.getByTestId('summary').waitFor();
      if (summary) expect(await findings(summary)).toEqual([]);
    },
  );

test('late, a break and leaving early are seen before they are done, and told to desk and kiosk', async ({
  launch,
}) => {
  const app = await launch();
  await issueMany(app, 7);
  await issueOne(app, { source: 'online', patientName: 'At Home', patientContact: '9222222222' });
  const page = await app.openDoctor('A');
  const kiosk = await app.openKiosk();
  const desk = await openDesk(app);
  await page.getByTestId('doctor-row-A-003').waitFor();

  await page.keyboard.press('b');
  await expect(page.getByTestId('day-effects')).toContainText('At Home');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doctor-break')).toBeVisible();
  await expect(desk.getByTestId('desk-break-A')).toBeVisible();
  await expect(page.getByTestId('doctor-day-tell')).toContainText('1');
  await startVisit(kiosk);
  await expect(kiosk.getByTestId('kiosk-break')).toHaveCount(1);

  await page.keyboard.press('a');
  await page.getByTestId('day-tell-A-008').press('Space');
  await expect(page.getByTestId('doctor-day-tell')).not.toContainText('1');
  await page.keyboard.press('Escape');

  await page.keyboard.press('e');
  // Nothing is chosen for anybody; Enter alone does nothing, nor does it with two patients to lose their seats.
  await page.getByTestId('day-leave-now').waitFor();
  await page.keyboard.press('Enter');
  await page.getByTestId('day-leave').getByText('After 9:00').click();
  await expect(page.getByTestId('day-effects')).toContainText('2 patients lose their seats');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('day-confirm')).toBeDisabled();
  await page.getByTestId('sure').fill('2');
  await page.getByTestId('sure').press('Enter');
  await expect(page.getByTestId('day-leave')).toBeHidden();
  const view = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  expect(view.slots.map(({ status }) => status)).toEqual(['open', 'closed', 'closed', 'closed']);
  expect(view.waiting).toHaveLength(2);
});

test('a duplicate is refused at first and transferred knowingly then', async ({ launch }) => {
  const app = await launch();
  await issueOne(app);
  await issueOne(app, { doctorId: await doctorId(app, 'B') });
  const page = await app.openDoctor('A');
  await page.getByTestId('doctor-row-A-001').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('t');
  await page.getByTestId('doctor-transfer-dialog').waitFor();
  // Nobody is sent to whoever is first in the list by one key more: it chooses, and says what would be done.
  await expect(page.getByTestId('day-confirm')).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doctor-transfer-refused')).toBeVisible();
  await expect(page.getByTestId('day-confirm')).toContainText('Transfer anyway');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doctor-transfer-dialog')).toBeHidden();
  const other = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app, 'B') });
  expect(other.tokens.map(({ number }) => number)).toEqual(['B-001', 'B-002']);
});

test('what cannot be taken back says why', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 2);
  const page = await app.openDoctor('A');
  const current = page.getByTestId('doctor-current');
  await page.getByTestId('doctor-primary').click();
  await expect(current).toContainText('A-001');
  await page.getByTestId('doctor-transfer').click();
  await page.getByTestId('doctor-transfer-B').click();
  await page.getByTestId('doctor-transfer-place').waitFor();
  await page.keyboard.press('Enter');
  await expect(current).not.toContainText('A-001');
  // Something else happens to it there: it is not taken back any more, and only the way back has the focus.
  const other = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app, 'B') });
  const tokenId = other.tokens[0]?.id ?? '';
  await callFrom(app.home, 'tokens.setPrecedence', { tokenId, precedence: 'senior' });
  await page.keyboard.press('u');
  const refused = page.getByTestId('doctor-undo-refused');
  await expect(refused).toContainText('Something else has happened to this token since');
  await expect(refused.getByRole('button', { name: 'Back' }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(refused).toBeHidden();
});

test('the desk ends the day for all doctors after a review, and enters paper blanks', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch({ clock: '2026-01-05T10:30:00+05:30' });
  await issueMany(app, 3);
  await issueOne(app, { source: 'online', patientContact: '9222222222', doctorId: await doctorId(app, 'B') });
  const desk = await openDesk(app);
  await desk.getByTestId('desk-board-A').getByRole('button').first().click();
  await desk.getByTestId('desk-doctor-paper').click();
  await desk.getByTestId('desk-paper-dialog').waitFor();
  expect(await findings(desk)).toEqual([]);
  await test.step('two blanks by keyboard alone; a page loaded again has lost nothing', async () => {
    await expect(desk.getByTestId('desk-paper-number')).toBeFocused();
    await typeCells(desk, 'P07', 'Outage Patient', '9555555555', '940');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-paper-row')).toHaveCount(2);
    await expect(desk.getByTestId('desk-paper-number').last()).toHaveValue('P08');
    await typeCells(desk, 'Second Patient', '', '1140');
    await desk.reload();
    await desk.getByTestId('desk-board-A').getByRole('button').first().click();
    await desk.getByTestId('desk-doctor-paper').click();
    await expect(desk.getByTestId('desk-paper-name').last()).toHaveValue('Second Patient');
  });
  await test.step('what is wrong is said at its row; then all are entered, and taken back', async () => {
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByTestId('desk-paper-problem')).toHaveText(/still to come/);
    await expect(desk.getByTestId('desk-paper-time').last()).toBeFocused();
    await desk.keyboard.type('9.50');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByTestId('desk-paper-entered')).toContainText('A-P08');
    await desk.getByTestId('desk-paper-undo').click();
    await desk.getByTestId('desk-paper-became').last().selectOption('left');
    await desk.keyboard.press('Control+Enter');
    await desk.getByTestId('desk-paper-entered').waitFor();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-paper-dialog')).toBeHidden();
    const view = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
    expect(view.tokens.filter(({ series }) => series === 'paper')).toMatchObject([
      { number: 'A-P07', status: 'active', createdAt: Date.parse('2026-01-05T09:40:00+05:30') },
      { number: 'A-P08', status: 'cancelled', cancelReason: 'left_unseen' },
    ]);
  });

  await desk.keyboard.press('F6');
  await expect(desk.getByTestId('day-review-A')).toContainText('4 were here or waiting');
  await expect(desk.getByTestId('day-review-B')).toContainText('1 never came');
  expect(await findings(desk)).toEqual([]);
  // F6 and a hasty Ctrl+Enter close nothing: five people would never be called.
  await desk.keyboard.press('Control+Enter');
  expect((await callFrom(app.home, 'books.summary', {})).total).toMatchObject({ open: 5 });
  await expect(desk.getByTestId('day-confirm')).toBeDisabled();
  await expect(desk.getByTestId('sure')).toBeVisible();
  await desk.getByTestId('sure').fill('4');
  await desk.getByTestId('sure').press('Enter');
  await expect(desk.getByTestId('day-confirm')).toBeDisabled();
  await desk.getByTestId('sure').fill('5');
  await desk.getByTestId('sure').press('Enter');
  await expect(desk.getByTestId('day-close')).toBeHidden();
  const { total } = await callFrom(app.home, 'books.summary', {});
  expect(total).toMatchObject({ issued: 6, served: 0, noShows: 1, notSeen: 5, open: 0 });
});

/** As on a keyboard: Tab goes from cell to cell. */
async function typeCells(page: Page, ...cells: readonly string[]): Promise<void> {
  for (const [place, text] of cells.entries()) {
    if (place > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
}
