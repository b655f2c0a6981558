import type { Page } from '@playwright/test';
import { type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { doctorId, issueMany, issueOne } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';

/** What the rules say at the desk, for `npm run screens`: held back, elsewhere, overdue, other days, closed days. */
async function morning(app: RunningApp): Promise<void> {
  for (const n of [1, 2]) {
    await issueOne(app, { source: 'online', patientName: `Online ${n}`, patientContact: `922222222${n}` });
  }
  await issueMany(app, 5);
  const both = { patientName: 'रवि कुमार', patientContact: '9876500001' };
  await issueOne(app, { ...both, precedence: 'senior' });
  await issueOne(app, { ...both, doctorId: await doctorId(app, 'B') });
}

async function atDoors(app: RunningApp): Promise<void> {
  const a = await doctorId(app);
  const one = await callFrom(app.home, 'queue.callNext', { doctorId: a });
  await callFrom(app.home, 'tokens.hold', { tokenId: one.id });
  await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, 'B') });
}

async function onToken(desk: Page, number: string, key: string): Promise<void> {
  await desk.getByTestId(`desk-token-${number}`).focus();
  await desk.keyboard.press(key);
}

for (const language of ['en', 'hi'] as const) {
  test(`desk, what the rules say, ${language}`, async ({ launch }) => {
    test.setTimeout(420_000);
    const early = await launch();
    await morning(early);
    await early.electron.close();
    const app = await launch({ clock: '2026-01-05T09:40:00+05:30' });
    await atDoors(app);
    const desk = await openDesk(app);
    await desk.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await desk.reload();
    await desk.getByTestId('desk-overdue').waitFor();
    const shoot = (name: string) => picture(app, desk, laptop, `desk-rules-${name}-${language}`);
    await shoot('1-boards');
    await desk.keyboard.press('F7');
    await desk.getByTestId('desk-overdue-panel').waitFor();
    await shoot('2-overdue');
    await desk.keyboard.press('Escape');
    await onToken(desk, 'A-004', 'Enter');
    await desk.getByTestId('desk-action-moveToDay').waitFor();
    await shoot('3-card');
    await desk.keyboard.press('d');
    await desk.getByTestId('desk-outcome').waitFor();
    await shoot('4-other-day');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-card-link').waitFor();
    await shoot('5-moved');
    await desk.keyboard.press('Escape');
    await onToken(desk, 'A-005', 'f');
    await desk.getByTestId('need-none').waitFor();
    await shoot('6-need');
    await desk.keyboard.press('Escape');
    await onToken(desk, 'A-005', 'e');
    await desk.getByTestId('desk-upgrade-note').fill('Chest pain');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-card').waitFor({ state: 'detached' });
    await onToken(desk, 'A-005', 'b');
    await desk.getByTestId('desk-outcome').waitFor();
    await shoot('7-no-emergency');
    await desk.keyboard.press('Escape');
    await onToken(desk, 'A-006', 't');
    await desk.getByTestId('desk-transfer-B').click();
    await desk.getByTestId('desk-outcome').waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-token-B-002').waitFor();
    await onToken(desk, 'B-002', 'u');
    await desk.getByTestId('desk-outcome').waitFor();
    await shoot('8-take-back');
    await desk.keyboard.press('Escape');
    await callFrom(app.home, 'books.close', { doctorId: await doctorId(app) });
    await desk.getByTestId('desk-reopen-A').waitFor();
    await shoot('9-closed');
    await desk.getByTestId('desk-reopen-A').press('Enter');
    await desk.getByTestId('day-coming-back').waitFor();
    await shoot('10-reopen');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F6');
    await desk.getByTestId('day-open-again').waitFor();
    await shoot('11-end-of-day');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('?');
    await desk.getByTestId('desk-shortcuts').waitFor();
    await shoot('12-keys');
  });
}
