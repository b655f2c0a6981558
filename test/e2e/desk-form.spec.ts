import type { Page } from '@playwright/test';
import { expect, test } from './helpers/app';
import { openDesk } from './helpers/desk';
import { doctorId, issueOne } from './helpers/patients';
import { scan } from './helpers/scanner';

/** Whose name stands with whose phone in the desk's form, by keys alone. */

const field = (desk: Page, name: 'phone' | 'name' | 'doctor') => desk.getByTestId(`desk-${name}`);

test('who walked off leaves nothing behind, an emptied form comes back, and a second doctor takes two keys', async ({
  launch,
}) => {
  const app = await launch();
  for (const [prefix, patientName] of [
    ['A', 'Asha Verma'],
    ['B', 'Ravi Verma'],
  ] as const) {
    await issueOne(app, { doctorId: await doctorId(app, prefix), patientName, patientContact: '9876500002' });
  }
  const desk = await openDesk(app);
  const keys = desk.keyboard;
  const issued = desk.getByTestId('desk-issued-number');

  await test.step('another phone typed over hers: Kamala is put aside, and Enter makes no token of a wrong pair', async () => {
    await keys.type('9876511111');
    await keys.press('Enter');
    await keys.type('Kamala');
    await keys.press('F2');
    await keys.type('9876500002');
    await expect(field(desk, 'name')).toHaveValue('');
    await expect(desk.getByTestId('desk-aside')).toContainText('Kamala');
    await expect(desk.getByTestId('desk-known')).toHaveCount(2);
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(desk.getByTestId('desk-error').first()).toContainText('enter the name');
    await expect(issued).toHaveCount(0);
  });

  await test.step('she has that phone after all: one key, and it is said whose it is', async () => {
    await keys.press('Alt+z');
    await expect(field(desk, 'name')).toHaveValue('Kamala');
    await expect(field(desk, 'phone')).toHaveValue('9876500002');
    await expect(desk.getByTestId('desk-new-on-phone')).toContainText('Ravi Verma');
  });

  await test.step('a like name there is offered, and taken by one key with the doctor as chosen', async () => {
    await keys.type('Asha Varma');
    await expect(desk.getByTestId('desk-likely')).toContainText('Asha Verma');
    await keys.press('Alt+m');
    await expect(field(desk, 'name')).toHaveValue('Asha Verma');
    await expect(desk.getByTestId('desk-likely')).toHaveCount(0);
    await expect(desk.getByTestId('desk-duplicate')).toContainText('A-001');
  });

  await test.step('Escape twice empties the form, Ctrl+Z brings it back and takes back no token', async () => {
    await keys.press('Escape');
    await expect(desk.getByTestId('desk-armed')).toBeVisible();
    await keys.press('Escape');
    await expect(field(desk, 'phone')).toBeFocused();
    for (const name of ['phone', 'name', 'doctor'] as const) await expect(field(desk, name)).toHaveValue('');
    await keys.press('Control+z');
    await expect(field(desk, 'name')).toHaveValue('Asha Verma');
    await expect(desk.getByTestId('desk-duplicate')).toContainText('A-001');
    // A letter between them, and the second Escape is the first.
    await keys.press('Escape');
    await keys.press('End');
    await keys.press('Escape');
    await expect(field(desk, 'name')).toHaveValue('Asha Verma');
    await keys.press('Escape');
    await expect(field(desk, 'name')).toHaveValue('');
  });

  await test.step('whoever has a token with the usual doctor goes to another one by a key', async () => {
    await keys.type('9876500002');
    await expect(desk.getByTestId('desk-known')).toHaveCount(2);
    const first = desk.getByTestId('desk-known').filter({ hasText: 'Asha' });
    const isFirst = (await desk.getByTestId('desk-known').first().innerText()).includes('Asha');
    await expect(first).toHaveCount(1);
    await keys.press('ArrowDown');
    if (!isFirst) await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(desk.getByTestId('desk-duplicate')).toContainText('A-001');
    await keys.press('Alt+a');
    await expect(field(desk, 'doctor')).toBeFocused();
    await keys.type('c');
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(issued).toHaveText('C-001');
  });

  await test.step('and from the last token by Alt+A; the doctor’s field is emptied by keys', async () => {
    await keys.press('Alt+a');
    await expect(field(desk, 'doctor')).toBeFocused();
    await expect(field(desk, 'name')).toHaveValue('Asha Verma');
    await keys.type('c');
    await keys.press('Enter');
    await expect(desk.getByTestId('desk-duplicate')).toContainText('C-001');
    await keys.press('Control+a');
    await keys.press('Delete');
    await keys.press('Tab');
    await expect(field(desk, 'doctor')).toHaveValue('');
    await keys.press('Shift+Tab');
    await keys.type('b');
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(issued).toHaveText('B-002');
    await expect(desk.getByTestId('desk-token-B-002')).toContainText('Asha Verma');
  });

  await test.step('the same from the card of any of their tokens', async () => {
    await keys.press('F3');
    await keys.type('B-002');
    await desk.getByTestId('desk-find-result-B-002').waitFor();
    await keys.press('Enter');
    await desk.getByTestId('desk-card').waitFor();
    await keys.press('a');
    await expect(field(desk, 'doctor')).toBeFocused();
    await expect(field(desk, 'name')).toHaveValue('Asha Verma');
  });

  await test.step('without a phone a namesake in the register is said', async () => {
    await keys.press('Escape');
    await keys.press('Escape');
    await keys.press('Escape');
    await expect(field(desk, 'phone')).toBeFocused();
    await keys.press('Tab');
    await keys.type('Aasha Varma');
    await expect(desk.getByTestId('desk-likely')).toContainText('98765 00002');
  });

  await test.step('two Escapes are two, also while known patients are listed, and no digit is appended', async () => {
    for (let at = 0; at < 2; at += 1) await keys.press('Escape');
    await expect(field(desk, 'name')).toHaveValue('');
    await keys.type('9876500002');
    await expect(desk.getByTestId('desk-known')).toHaveCount(2);
    await keys.press('Escape');
    await expect(desk.getByTestId('desk-known')).toHaveCount(0);
    await expect(desk.getByTestId('desk-armed')).toBeVisible();
    await keys.press('Escape');
    await keys.type('9700098123');
    await expect(field(desk, 'phone')).toHaveValue('9700098123');
  });

  await test.step('who is aside outlives the token of another one; two digits push nobody out', async () => {
    await keys.press('Enter');
    await keys.type('Mohan La');
    await keys.press('Escape');
    await keys.press('Escape');
    await keys.type('97');
    await keys.press('Escape');
    await keys.press('Escape');
    await expect(desk.getByTestId('desk-aside')).toContainText('Mohan La');
    await keys.type('9700011111');
    await keys.press('Enter');
    await keys.type('Gita');
    await keys.press('Enter');
    await keys.type('c');
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(issued).toHaveText('C-002');
    await expect(desk.getByTestId('desk-aside')).toContainText('Mohan La');
    await keys.press('Control+z');
    await expect(field(desk, 'name')).toHaveValue('Mohan La');
    await expect(field(desk, 'phone')).toHaveValue('9700098123');
    await expect(desk.getByTestId('desk-token-C-002')).toContainText('Gita');
  });

  await test.step('a card over a form that was begun puts it aside', async () => {
    await scan(desk, '{"hidn":"91-1234-5678-9012","name":"Sita Devi"}');
    await expect(field(desk, 'name')).toHaveValue('Sita Devi');
    await expect(field(desk, 'phone')).toHaveValue('');
    await expect(desk.getByTestId('desk-aside')).toContainText('Mohan La');
    await keys.press('Alt+z');
    await expect(field(desk, 'name')).toHaveValue('Mohan La');
    await expect(field(desk, 'phone')).toHaveValue('9700098123');
  });

  await test.step('a dialog that was opened from a dialog closes: the cursor is where it was', async () => {
    await keys.press('F2');
    await keys.press('F3');
    await keys.type('C-002');
    await desk.getByTestId('desk-find-result-C-002').waitFor();
    await keys.press('Enter');
    await desk.getByTestId('desk-card').waitFor();
    await keys.press('Escape');
    await expect(field(desk, 'phone')).toBeFocused();
    await keys.type('9811122222');
    await expect(field(desk, 'phone')).toHaveValue('9811122222');
  });
});
