import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { DoctorKeys } from './helpers/doctor';
import { doctorId, issueMany, issueOne, recallAtOnce } from './helpers/patients';

async function mark(page: Page, number: string): Promise<void> {
  await page.getByTestId(`doctor-row-${number}`).locator('p').first().click();
  await expect(page.getByTestId('doctor-marked')).toContainText(number);
}

/** A key that opens a dialog, on the row of a token. */
async function on(page: Page, number: string, key: string): Promise<void> {
  await mark(page, number);
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

async function standing({ home }: RunningApp, number: string): Promise<string> {
  const [found] = await callFrom(home, 'tokens.find', { query: number });
  if (found === undefined) return 'nowhere';
  const { token, slot } = found;
  return `${token.source} ${slot === null ? token.status : `${slot.startMinute / 60}:00`}`;
}

test('a doctor’s morning of mistakes: needs, no emergency, transfers both ways, and a day closed too soon', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const app = await launch();
  const [a, b] = [await doctorId(app), await doctorId(app, 'B')];
  await issueMany(app, 3);
  const urgent = await issueOne(app, { patientName: 'Only Tired', patientContact: '9000000004' });
  await callFrom(app.home, 'tokens.upgrade', { tokenId: urgent.id, note: 'Fainted' });
  const page = await app.openDoctor('A');
  const keys = new DoctorKeys(page);
  const toast = page.getByTestId('toast');
  const current = page.getByTestId('doctor-current');
  // Space says whom it calls, and why this one.
  await expect(current).toContainText('Next is A-004');
  await expect(current).toContainText('Goes first');

  // An emergency that was none: why is asked for, and where the patient then stands is in view.
  await on(page, 'A-004', 'd');
  await expect(page.getByTestId('doctor-not-emergency-place')).toContainText(
    'Then Walk-in · 9:00 – 10:00 am',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doctor-error')).toBeVisible();
  await page.keyboard.type('Heartburn');
  await page.keyboard.press('Enter');
  await expect(toast.last()).toContainText('A-004 is no emergency any more');
  expect(await standing(app, 'A-004')).toBe('walk_in 9:00');

  // A need that goes first among equals has its mark, and nothing is done that changes nothing.
  await on(page, 'A-003', 'f');
  await expect(page.getByTestId('day-confirm')).toBeDisabled();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(toast.last()).toContainText('A-003: Elderly');
  await expect(page.getByTestId('doctor-row-A-003')).toContainText('Elderly');
  await expect(current).toContainText('Next is A-003');

  // Sent to the wrong doctor: undo brings back from this side too.
  await on(page, 'A-001', 't');
  await page.getByTestId('doctor-transfer-B').click();
  await expect(page.getByTestId('doctor-transfer-place')).toContainText('9:00 – 10:00 am');
  await page.keyboard.press('Enter');
  await expect(toast.last()).toContainText('A-001 is now B-001');
  await expect(page.getByTestId('doctor-row-A-001')).toBeHidden();
  await page.keyboard.press('u');
  await expect(page.getByTestId('doctor-row-A-001')).toBeVisible();
  expect(await standing(app, 'A-001')).toBe('walk_in 9:00');

  // Who came by a transfer is given back: to whom, under which number, to which place; no key alone does it.
  const sent = await issueOne(app, {
    doctorId: b,
    patientName: 'Joseph D’Souza',
    patientContact: '9000000005',
  });
  await callFrom(app.home, 'tokens.transfer', { tokenId: sent.id, doctorId: a });
  await on(page, 'A-005', 'g');
  const place = page.getByTestId('doctor-give-back-place');
  await expect(place).toContainText('B-002 · Dr Imran Qureshi · 9:00 – 10:00 am');
  await expect(page.getByTestId('day-confirm')).not.toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(toast.last()).toContainText('B-002 is again as before the transfer');
  await expect(page.getByTestId('doctor-row-A-005')).toBeHidden();
  expect(await standing(app, 'B-002')).toBe('walk_in 9:00');

  // What cannot be taken back exactly says why, and nothing but the way back has the focus.
  await keys.space();
  await keys.space();
  await expect.poll(() => keys.step()).toBe('serve');
  await keys.space();
  await callFrom(app.home, 'tokens.correct', {
    tokenId: (await callFrom(app.home, 'tokens.find', { query: 'A-003' }))[0]?.token.id ?? '',
    note: 'Seen with the reports',
  });

  // A day closed too soon says nothing that is not so, and is opened again as it was.
  await callFrom(app.home, 'books.close', { doctorId: a });
  const primary = page.getByTestId('doctor-primary');
  await expect(primary).toHaveAttribute('data-step', 'closed');
  await expect(primary).toContainText('The day is closed');
  await expect(page.getByTestId('doctor-day-late')).toBeDisabled();
  await expect(page.getByTestId('doctor-pace')).toContainText('The day is closed');
  await expect(page.getByTestId('doctor-finished')).toContainText('3 not seen');
  await expect(page.getByTestId('doctor-finished')).toContainText('0 cancelled');
  await expect(page.locator('body')).not.toContainText(/appear here by themselves|free|Nobody is left/);
  await page.keyboard.press('o');
  await expect(page.getByTestId('day-coming-back')).toContainText('3 patients come back');
  await expect(page.getByTestId('day-confirm')).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doctor-closed')).toBeHidden();
  await expect(current).toContainText('Next is A-001');
});

/** How often who is called now was called again. */
async function recalls(app: RunningApp): Promise<number | undefined> {
  const { tokens } = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  const called = tokens.find((token) => token.status === 'active' && token.stage === 'called');
  return called?.status === 'active' ? called.recalls : undefined;
}

test('Space says in each state what it does: silent once and twice, elsewhere, the list, and why nobody', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const app = await launch();
  await recallAtOnce(app);
  const b = await doctorId(app, 'B');
  const both = { patientName: 'Asha Verma', patientContact: '9876543210' };
  await issueOne(app, both);
  const there = await issueOne(app, { ...both, doctorId: b });
  await issueMany(app, 3);
  await issueOne(app, { source: 'online', patientName: 'Om Prakash', patientContact: '9876500003' });
  const page = await app.openDoctor('A');
  const keys = new DoctorKeys(page);
  const current = page.getByTestId('doctor-current');
  const hint = page.getByTestId('doctor-recall-next');
  const room = (await callFrom(app.home, 'books.view', { doctorId: b })).doctor;

  // R27: called by the other doctor, passed over here, and a call of her says where she is.
  await callFrom(app.home, 'tokens.call', { tokenId: there.id });
  await callFrom(app.home, 'tokens.start', { tokenId: there.id });
  await expect(current).toContainText('Next is A-002');
  await expect(current).toContainText(`A-001: Is with ${room.name} · Room ${room.room}`);
  await page.getByTestId('row-A-001-call').click();
  await expect(page.getByTestId('toast').last()).toContainText(`A-001: Is with ${room.name}`);

  const silent = async (): Promise<void> => {
    for (let recall = 1; recall <= 3; recall += 1) {
      await keys.press('r');
      await expect.poll(() => recalls(app)).toBe(recall);
    }
  };
  await keys.space();
  await expect(hint).toContainText('R calls again');
  await silent();
  await expect(hint).toContainText('No answer: R steps back, comes after 2 others');
  await keys.press('r');
  await expect(page.getByTestId('doctor-row-A-002')).toContainText('Did not answer: comes after 2 others');
  for (const number of ['A-003', 'A-004']) expect(await keys.seeNext()).toBe(number);
  await expect(current).toContainText('Next is A-002');
  await keys.space();
  await silent();
  // Nobody else may be called: it goes on, and is no no-show.
  await expect(hint).toContainText('Nobody else is here: R goes on calling');
  await callFrom(app.home, 'tokens.serve', { tokenId: there.id });
  await expect(hint).toContainText('No answer twice: R marks as no-show');
  await keys.press('r');
  await expect(page.getByTestId('toast').last()).toContainText('A-002 did not answer twice: no-show');
  expect(await keys.seeNext()).toBe('A-001');

  // Nobody can be called, and why.
  await expect.poll(() => keys.step()).toBe('none');
  await expect(current).toContainText('Nobody can be called now');
  await expect(current).toContainText('1 has booked and is not here yet.');
  await expect(page.getByTestId('doctor-primary')).toBeDisabled();

  // A seat lost to a closed slot blames no emergency.
  const { slots, tokens } = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app) });
  const online = tokens.find(({ source }) => source === 'online');
  await callFrom(app.home, 'tokens.checkIn', { tokenId: online?.id ?? '' });
  for (const { id } of slots) {
    await callFrom(app.home, 'slots.close', { doctorId: await doctorId(app), slotId: id });
  }
  const row = page.getByTestId(`doctor-row-${online?.number ?? ''}`);
  await expect(row).toContainText('The slot was closed');
  await expect(page.getByTestId('doctor-waiting')).not.toContainText('emergency');
  await expect(current).toContainText('First of the waiting list');
});
