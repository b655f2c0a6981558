import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk, Typist } from './helpers/desk';
import { doctorId, issueMany, issueOne } from './helpers/patients';

test('a token is dragged, a slip scanned; the boards follow other windows, and Ctrl+Z takes back nothing of theirs', async ({
  launch,
}) => {
  const app = await launch();
  await issueMany(app, 2);
  const desk = await openDesk(app);
  const [first] = await callFrom(app.home, 'tokens.find', { query: 'A1' });
  if (first === undefined) throw new Error('A-001 is not there.');
  const { id, doctorId: a } = first.token;

  await test.step('a token dragged to another slot goes there after a look at what that does', async () => {
    await desk.getByTestId('desk-token-A-002').dragTo(desk.getByTestId('desk-slot-A-11:00'));
    await expect(desk.getByTestId('desk-outcome')).toContainText('11:00 am – 12:00 pm');
    await desk.getByTestId('desk-confirm').click();
    await expect(desk.getByTestId('desk-slot-A-11:00').getByTestId('desk-token-A-002')).toBeVisible();
  });

  await test.step('a scanned slip opens its token, in the phone field and in the search', async () => {
    await desk.keyboard.press('F2');
    await expect(desk.getByTestId('desk-phone')).toBeFocused();
    await desk.keyboard.type(id);
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-card')).toContainText('A-001');
    await expect(desk.getByTestId('desk-phone')).toHaveValue('');
    await desk.keyboard.press('F3');
    await expect(desk.getByTestId('desk-card')).toHaveCount(0);
    await desk.keyboard.insertText(id);
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-card')).toContainText('Patient 1');
    await desk.keyboard.press('Escape');
    await expect(desk.getByTestId('desk-card')).toHaveCount(0);
  });

  await test.step('the boards follow what other windows do, and a refusal is said in words', async () => {
    await desk.getByTestId('desk-token-A-001').click();
    await desk.getByTestId('desk-action-cancel').click();
    await desk.getByTestId('desk-outcome').waitFor();
    await callFrom(app.home, 'queue.callNext', { doctorId: a });
    await callFrom(app.home, 'tokens.start', { tokenId: id });
    await expect(desk.getByTestId('desk-refused')).toContainText('A-001 is with the doctor now');
    await expect(desk.getByTestId('desk-confirm')).toBeDisabled();
    await desk.keyboard.press('Escape');
    await expect(desk.getByTestId('desk-token-A-001')).toContainText('In the room');
  });

  await test.step('Ctrl+Z at the desk never takes back what the doctor did', async () => {
    const typist = new Typist(desk);
    await typist.press('F2');
    await expect(desk.getByTestId('desk-phone')).toBeFocused();
    await typist.type('9876543210');
    await typist.press('Enter');
    await typist.type('Asha');
    await typist.press('Enter');
    await typist.type('b');
    await typist.press('Enter', 'Enter');
    await expect(desk.getByTestId('desk-issued-number')).toHaveText('B-001');
    const called = await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, 'B') });
    await typist.press('Control+z');
    await expect(desk.getByTestId('desk-history')).toContainText('Called');
    const [found] = await callFrom(app.home, 'tokens.find', { query: called.number });
    expect(found?.token).toMatchObject({ number: 'B-001', status: 'active', stage: 'called' });
  });
});

test('what can no longer be undone says why and offers what comes closest', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 25);
  const desk = await openDesk(app);
  await desk.getByTestId('desk-token-A-003').focus();
  await desk.keyboard.press('x');
  await expect(desk.getByTestId('desk-moved')).toContainText('A-025');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByTestId('desk-slot-A-09:00').getByTestId('desk-token-A-025')).toBeVisible();
  await desk.keyboard.press('F2');
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  await desk.keyboard.press('Control+z');
  const refused = desk.getByTestId('desk-undo-refused');
  await expect(refused).toContainText('Other patients were moved by it');
  await expect(desk.getByTestId('desk-offer-reinstate')).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-waiting-A').getByTestId('desk-token-A-003')).toBeVisible();
});

test('a booking for another day is listed there, and checked in when that day comes', async ({ launch }) => {
  const app = await launch();
  const desk = await openDesk(app);
  await desk.keyboard.press('Alt+d');
  await desk.getByRole('grid').waitFor();
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-day')).toContainText('6 Jan');
  await expect(desk.getByTestId('desk-issue')).toContainText('Book for Tuesday');
  await desk.getByTestId('desk-phone').fill('9876543210');
  await desk.getByTestId('desk-phone').press('Enter');
  await desk.keyboard.type('Asha Verma');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('b');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-preview')).toContainText('Tuesday');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-issued-number')).toHaveText('B-001');
  await expect(desk.getByTestId('desk-day')).toContainText('Today');
  await expect(desk.getByTestId('desk-token-B-001')).toHaveCount(0);
  await app.electron.close();

  const nextDay = await launch({ clock: '2026-01-06T08:40:00+05:30' });
  const again = await openDesk(nextDay);
  await expect(again.getByTestId('desk-token-B-001')).toContainText('Not here yet');
  await again.getByTestId('desk-token-B-001').focus();
  await again.keyboard.press('c');
  await expect(again.getByTestId('desk-token-B-001')).toContainText('Here');
});

test('after a choice from a list or the calendar Enter issues; no key leaves one open; what was undone is no longer shown', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await openDesk(app);
  const typist = new Typist(desk);
  await typist.press('Enter');
  await expect(desk.getByTestId('field-doubt')).toContainText('No phone?');
  await typist.press('Tab');
  await desk.keyboard.insertText('Sita Devi');
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-error')).toHaveCount(0);
  await typist.press('a', 'Enter', 'Alt+g');
  await expect(desk.getByRole('option', { name: 'Nothing special' })).toBeFocused();
  await typist.press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(desk.getByTestId('desk-issue')).toBeFocused();
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-token-A-001')).toContainText('Pregnant');
  await expect(desk.getByTestId('desk-phone')).toBeFocused();

  await typist.type('9876543210');
  await typist.press('Alt+d');
  await desk.getByRole('grid').waitFor();
  await typist.press('F2');
  await expect(desk.getByRole('grid')).toHaveCount(0);
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  await typist.press('Enter');
  await desk.keyboard.insertText('Kiran Rao');
  await typist.press('Enter', 'a', 'Enter', 'Alt+d');
  await desk.getByRole('grid').waitFor();
  await typist.press('ArrowRight', 'Enter');
  await expect(desk.getByTestId('desk-issue')).toBeFocused();
  await expect(desk.getByTestId('desk-preview')).toContainText('Tuesday');
  await typist.press('Enter');
  const issued = desk.getByTestId('desk-issued-number');
  await expect(desk.getByTestId('desk-day')).toContainText('Today');
  await expect(issued).toHaveText('A-001');
  await typist.press('Control+z');
  await expect(desk.getByTestId('toast')).toContainText('A-001 (Tuesday 6 January) is taken back');
  await expect(issued).toHaveCount(0);
});

test('a late doctor puts who is not here on the call list; a slot that shrinks or closes says who moves', async ({
  launch,
}) => {
  const app = await launch();
  await issueMany(app, 5);
  await issueOne(app, { source: 'online', patientName: 'Meena Iyer', patientContact: '9222222222' });
  const desk = await openDesk(app);
  const typist = new Typist(desk);
  await typist.press('Alt+ArrowRight', 'Home', 'Enter');
  await expect(desk.getByTestId('desk-late')).toBeFocused();
  await typist.type('20');
  await expect(desk.getByTestId('desk-late-effect')).toContainText('1 patient');
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-board-A')).toContainText('20 min late');
  await typist.press('F4');
  await expect(desk.getByTestId('desk-notice-A-006')).toContainText('20 minutes late');
  await typist.press('Escape');

  await desk.getByTestId('desk-slot-A-09:00').getByRole('button').first().focus();
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-slot-seats')).toBeFocused();
  await typist.type('4');
  await expect(desk.getByTestId('desk-moved')).toContainText('A-006');
  await desk.getByTestId('sure').fill('2');
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-slot-A-09:00')).toContainText('4/4');

  await desk.getByTestId('desk-slot-A-09:00').getByRole('button').first().focus();
  await typist.press('Enter', 'Tab', 'ArrowDown');
  await expect(desk.getByTestId('desk-outcome')).toContainText('4 patients move');
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-confirm')).toBeDisabled();
  await desk.getByTestId('sure').fill('4');
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-slot-A-09:00')).toContainText('Closed');
});

test.describe('where slips are made', () => {
  test.use({ prints: true });

  test('name and phone are corrected, an emergency is made of a walk-in, the slip is printed again', async ({
    launch,
  }) => {
    const app = await launch();
    await issueMany(app, 1);
    const desk = await openDesk(app);
    await desk.getByTestId('desk-token-A-001').focus();
    await desk.keyboard.press('k');
    await expect(desk.getByTestId('desk-correct-name')).toBeFocused();
    await desk.keyboard.type('Asha Verma');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-token-A-001')).toContainText('Asha Verma');
    await desk.getByTestId('desk-token-A-001').focus();
    await desk.keyboard.press('e');
    await expect(desk.getByTestId('desk-upgrade-note')).toBeFocused();
    await desk.keyboard.press('5');
    await expect(desk.getByTestId('why-fits_faint').locator('input')).toBeChecked();
    await desk.keyboard.type('Stroke 2 h ago');
    await expect(desk.getByTestId('desk-upgrade-note')).toHaveValue('Stroke 2 h ago');
    await expect(desk.getByTestId('why-fits_faint').locator('input')).toBeChecked();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-token-A-001')).toContainText('Emergency');
    await desk.getByTestId('desk-token-A-001').focus();
    await desk.keyboard.press('p');
    await expect(desk.getByTestId('toast')).toContainText('slip of A-001');
  });
});
