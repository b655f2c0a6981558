import type { Page } from '@playwright/test';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { focusShows, issueByKeys, type NewPatient, openCard, openDesk, Typist } from './helpers/desk';

const phone = (index: number): string => `98765${String(index).padStart(5, '0')}`;
/** As people dial it, and as the desk shows it. */
const asDialled = (written: string): string => written.replace(/^.{5}/, '$& ');

/** A first slot that fills up, emergencies in its overflow, and patients for two other doctors. */
const morning: readonly Omit<NewPatient, 'phone'>[] = [
  { name: 'Asha Verma' },
  { name: 'Ravi Kumar', source: 3 },
  { name: 'Fatima Sheikh', source: 2 },
  { name: 'Joseph Dsouza' },
  { name: 'Meena Iyer', source: 5 },
  { name: 'Om Prakash', source: 5 },
  { name: 'Lakshmi Nair', source: 1, note: 'Chest pain' },
  { name: 'Gurpreet Kaur', source: 1, note: 'Bleeding' },
  { name: 'Anjali Joshi', doctor: 'B' },
  { name: 'Deepak Joshi', doctor: 'B', source: 3 },
  { name: 'Thomas George', doctor: 'B', source: 5 },
  { name: 'Kavya Reddy', doctor: 'B', source: 2 },
  { name: 'Arjun Nair', doctor: 'C' },
  { name: 'Sunita Devi', doctor: 'C', source: 3 },
  { name: 'Irfan Khan', doctor: 'C', source: 1, note: 'Fracture' },
  { name: 'Priya Sharma', doctor: 'C', source: 5 },
  { name: 'Ramesh Babu' },
  { name: 'Karthik Selvam' },
  { name: 'Zoya Ansari', source: 2 },
];

async function placeOf(home: Page, number: string): Promise<string> {
  const [found] = await callFrom(home, 'tokens.find', { query: number });
  if (found === undefined) return 'nowhere';
  return found.slot === null ? found.token.status : `${found.slot.startMinute / 60}:00`;
}

test('a morning at the desk by keyboard only: 20 tokens, search, cancel, move, undo, check-in, an emergency that displaces', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const desk = await openDesk(app);
  const typist = new Typist(desk);
  const numbers: string[] = [];
  for (const [index, patient] of morning.entries()) {
    numbers.push(await issueByKeys(desk, typist, { ...patient, phone: phone(index) }));
    expect(await focusShows(desk)).toBe(true);
  }
  expect(numbers.slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `A-00${n}`));
  expect(await placeOf(app.home, 'A-006')).toBe('9:00');

  // A third emergency wants nine o'clock, where even the overflow is taken: the preview names who gives way.
  await typist.press('F2', 'Alt+1');
  await typist.type('9111111111');
  await typist.press('Enter');
  await typist.type('Mohan Das');
  await typist.press('Enter');
  await typist.type('a');
  await typist.press('Enter');
  await desk.getByTestId('desk-note').focus();
  await typist.type('Stroke');
  await typist.press('Alt+s');
  await expect(desk.getByRole('option', { name: 'First free' })).toBeFocused();
  await typist.press('ArrowDown', 'Enter');
  const preview = desk.getByTestId('desk-preview');
  await expect(preview).toContainText('9:00 – 10:00 am with Dr Anjali Rao');
  await expect(preview).toContainText('A-006');
  await expect(preview).toContainText(`phone ${asDialled(phone(5))}`);
  await desk.getByTestId('desk-note').focus();
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-issued-number')).toHaveText('A-012');
  expect(await placeOf(app.home, 'A-006')).toBe('10:00');

  // Whoever gave way is on the call list, and is ticked off.
  await expect(desk.getByTestId('desk-notices')).toContainText('1');
  await typist.press('F4');
  const notice = desk.getByTestId('desk-notice-A-006');
  await expect(notice).toContainText(asDialled(phone(5)));
  await expect(notice.locator('input')).toBeFocused();
  // The same as a text, for the clinic's own phone to take over.
  await typist.press('Tab', 'Enter');
  await expect(desk.getByTestId('desk-text-words-A-006')).toContainText('10:00 - 11:00 am. Token A-006.');
  await expect(desk.getByRole('img', { name: 'Code that opens this text on a phone' })).toBeVisible();
  await typist.press('Shift+Tab');
  await typist.press('Space');
  await expect(notice).toContainText('told at');
  await typist.press('Escape');

  // Search by name; cancel, with a look at who moves up; take it back.
  await openCard(desk, typist, 'ravi', 'A-002');
  await typist.press('x');
  await desk.getByTestId('desk-outcome').waitFor();
  await expect(desk.getByTestId('desk-confirm')).not.toBeFocused();
  await typist.press('Control+Enter');
  await expect(desk.getByTestId('toast')).toContainText('A-002 is cancelled');
  await expect.poll(() => placeOf(app.home, 'A-002')).toBe('cancelled');
  await expect(desk.getByTestId('desk-card')).toHaveCount(0);
  await typist.press('Control+z');
  await expect.poll(() => placeOf(app.home, 'A-002')).toBe('9:00');

  // Move by keys from the board: to the doctor, down to a token, M, the next slot, Enter.
  await typist.press('F2', 'Alt+ArrowRight');
  await expect(desk.getByTestId('desk-token-A-001')).toBeFocused();
  await typist.press('m', 'ArrowDown');
  await expect(desk.getByTestId('desk-outcome')).toContainText('11:00 am – 12:00 pm');
  await typist.press('Enter');
  await expect.poll(() => placeOf(app.home, 'A-001')).toBe('11:00');

  // The booking of somebody who walks in now, found by phone; C checks in.
  await openCard(desk, typist, phone(4), 'A-005');
  await typist.press('c');
  await expect(desk.getByTestId('desk-token-A-005')).toContainText('Here');

  // Transfer to another doctor from the card.
  await openCard(desk, typist, 'karthik', 'A-010');
  await typist.press('t');
  await desk.getByTestId('desk-transfer-B').waitFor();
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-outcome')).toContainText('Dr Imran Qureshi');
  await typist.press('Enter');
  await expect(desk.getByTestId('toast')).toContainText('A-010 is now B-005');

  // Why is A-006 not at nine?
  await openCard(desk, typist, 'a6', 'A-006');
  await typist.press('y');
  await expect(desk.getByTestId('desk-why')).toContainText('Gave the seat to the emergency A-012');
  await typist.press('Escape');

  const books = await callFrom(app.home, 'doctors.summaries', {});
  let count = 0;
  for (const { doctor } of books) {
    count += (await callFrom(app.home, 'books.view', { doctorId: doctor.id })).tokens.length;
  }
  expect(count).toBe(21);
  console.log(`a morning: ${count} tokens, ${typist.strokes} keys, no mouse`);
});
