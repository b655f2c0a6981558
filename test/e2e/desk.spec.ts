import type { Page } from '@playwright/test';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { issueByKeys, openDesk, Typist } from './helpers/desk';
import { doctorId, issueOne } from './helpers/patients';

async function numbers(page: Page): Promise<string[]> {
  const summaries = await callFrom(page, 'doctors.summaries', {});
  const books = await Promise.all(
    summaries.map(({ doctor }) => callFrom(page, 'books.view', { doctorId: doctor.id })),
  );
  return books.flatMap(({ tokens }) => tokens.map(({ number }) => number));
}

/** For the record only; nothing is asserted of it. */
const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** The cursor where the next token begins, and nothing left of the last one. */
async function beginAnew(desk: Page): Promise<void> {
  await desk.keyboard.press('F2');
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  await expect(desk.getByTestId('desk-phone')).toHaveValue('');
}

test('a new patient takes at most 25 keys, a known one at most 8', async ({ launch }) => {
  const app = await launch();
  const desk = await openDesk(app);
  const issued = desk.getByTestId('desk-issued-number');

  const started = performance.now();
  const stranger = new Typist(desk);
  await stranger.press('F2');
  await stranger.type('9876543210');
  await stranger.press('Enter');
  await stranger.type('Asha Ver');
  await stranger.press('Enter');
  await stranger.type('b');
  await stranger.press('Enter');
  await expect(desk.getByTestId('desk-preview')).toContainText('9:00 – 10:00 am with Dr Imran Qureshi');
  await stranger.press('Enter');
  await expect(issued).toHaveText('B-001');
  const newSeconds = secondsSince(started);
  await expect(desk.getByTestId('desk-token-B-001')).toContainText('Asha Ver');

  await callFrom(app.home, 'tokens.cancel', {
    tokenId: (await callFrom(app.home, 'tokens.find', { query: 'B1' }))[0]?.token.id ?? ('' as never),
  });
  const returned = performance.now();
  const known = new Typist(desk);
  await known.press('F2');
  await known.type('9876');
  await expect(desk.getByTestId('desk-known')).toContainText('Asha Ver');
  await known.press('Enter');
  await expect(desk.getByTestId('desk-name')).toHaveValue('Asha Ver');
  await expect(desk.getByTestId('desk-preview')).toContainText('Dr Imran Qureshi');
  await known.press('Enter');
  await expect(issued).toHaveText('B-002');
  const knownSeconds = secondsSince(returned);

  console.log(
    `keys to issue: new patient ${stranger.strokes} in ${newSeconds}, known patient ${known.strokes} in ${knownSeconds}`,
  );
  test
    .info()
    .annotations.push(
      { type: 'keys, new patient', description: String(stranger.strokes) },
      { type: 'keys, known patient', description: String(known.strokes) },
    );
  expect(stranger.strokes).toBeLessThanOrEqual(25);
  expect(known.strokes).toBeLessThanOrEqual(8);
});

test('by keys: what is wrong makes no token, Enter twice makes one, and what was typed survives a reload', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const desk = await openDesk(app);
  const issued = desk.getByTestId('desk-issued-number');

  await test.step('what is wrong is said beside the field', async () => {
    for (const [phone, name, words] of [
      ['12345', '', /10 digits/],
      ['98abcdef76543210', 'Asha', /there are letters in it/],
      ['9876543210', '   ', /enter the name/],
    ] as const) {
      await desk.getByTestId('desk-phone').fill(phone);
      await desk.getByTestId('desk-name').fill(name);
      await desk.getByTestId('desk-name').press('Enter');
      await expect(desk.getByTestId('desk-error').first()).toContainText(words);
      await expect(issued).toHaveCount(0);
      expect(await numbers(app.home)).toEqual([]);
    }
    await desk.getByTestId('desk-phone').fill('');
    await desk.getByTestId('desk-name').fill('');
  });

  await test.step('Enter pressed twice, and once more, makes one token', async () => {
    await beginAnew(desk);
    await desk.keyboard.type('9876543210');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('Asha');
    await desk.getByTestId('desk-doctor').focus();
    await desk.keyboard.type('a');
    await desk.keyboard.press('Enter');
    await Promise.all([
      desk.keyboard.press('Enter'),
      desk.keyboard.press('Enter'),
      desk.keyboard.press('Enter'),
    ]);
    await expect(issued).toHaveText('A-001');
    await expect(desk.getByTestId('desk-phone')).toBeFocused();
    expect(await numbers(app.home)).toEqual(['A-001']);
  });

  await test.step('what was typed survives a reload, and is gone once issued', async () => {
    await beginAnew(desk);
    await desk.keyboard.press('Alt+2');
    await desk.keyboard.type('9876500002');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('Asha');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('c');
    await desk.keyboard.press('Enter');
    await desk.reload();
    await expect(desk.getByTestId('desk-name')).toHaveValue('Asha');
    await expect(desk.getByTestId('desk-phone')).toHaveValue('9876500002');
    await expect(desk.getByTestId('desk-doctor')).toHaveValue(/Subramanian/);
    await expect(desk.getByTestId('desk-source-paid').locator('input')).toBeChecked();
    await desk.getByTestId('desk-name').press('Enter');
    await expect(issued).toHaveText('C-001');
    await desk.reload();
    await expect(desk.getByTestId('desk-phone')).toHaveValue('');
    await expect(desk.getByTestId('desk-name')).toHaveValue('');
  });

  await test.step('an emergency has the usual reason, another by its digit, and words beside it', async () => {
    await beginAnew(desk);
    await desk.keyboard.press('Alt+1');
    await desk.getByTestId('desk-name').fill('Joseph');
    await desk.getByTestId('desk-doctor').focus();
    await desk.keyboard.type('b');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-reason')).toContainText('Suddenly ill');
    // In the list before the next frame is drawn: a digit typed at once belongs there.
    const focused = await desk.evaluate(async () => {
      const key = { key: 'g', code: 'KeyG', altKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
      await Promise.resolve();
      return document.activeElement?.getAttribute('role');
    });
    expect(focused).toBe('option');
    await desk.keyboard.press('3');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-reason')).toContainText('Chest pain');
    await expect(desk.getByTestId('desk-issue')).toBeFocused();
    await desk.getByTestId('desk-note').fill('since six');
    await desk.keyboard.press('Enter');
    await expect(issued).toHaveText('B-001');
    await expect(desk.getByTestId('desk-token-B-001')).toContainText('Emergency');
  });
});

test('of known patients: named before Enter, a second token only knowingly, one of a family by name or arrows', async ({
  launch,
}) => {
  const app = await launch();
  await issueOne(app, { patientName: 'Asha Verma', patientContact: '9876543210' });
  const c = await doctorId(app, 'C');
  await issueOne(app, { doctorId: c, patientName: 'Asha Verma', patientContact: '9876500001' });
  for (const patientName of ['Asha Verma', 'Ravi Verma', 'Meera Verma']) {
    await issueOne(app, { doctorId: c, patientName, patientContact: '9876500002' });
  }
  const desk = await openDesk(app);
  const issued = desk.getByTestId('desk-issued-number');

  await test.step('the same patient gets a second token only knowingly', async () => {
    const before = await numbers(app.home);
    await desk.keyboard.type('98765 43210');
    await desk.getByTestId('desk-known').waitFor();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-name')).toHaveValue('Asha Verma');
    await expect(desk.getByTestId('desk-duplicate')).toContainText('A-001');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-duplicate')).toContainText('A-001');
    expect(await numbers(app.home)).toEqual(before);
    await desk.keyboard.press('Control+Enter');
    await expect(issued).toHaveText('A-002');
  });

  await test.step('a family shares a phone: the name is typed over the one that was found', async () => {
    await beginAnew(desk);
    await desk.keyboard.type('9876500001');
    await desk.getByTestId('desk-known').waitFor();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-doctor')).toHaveValue(/Subramanian/);
    await desk.keyboard.type('Ravi Verma');
    await expect(desk.getByTestId('desk-doctor')).toHaveValue('');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('a');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-token-A-003')).toContainText('Ravi Verma');
  });

  await test.step('of several on one phone the arrow keys choose', async () => {
    await beginAnew(desk);
    await desk.keyboard.type('9876500002');
    await expect(desk.getByTestId('desk-known')).toHaveCount(3);
    const second = await desk.getByTestId('desk-known').nth(1).innerText();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    const chosen = await desk.getByTestId('desk-name').inputValue();
    expect(chosen).not.toBe('');
    expect(second).toContain(chosen);
  });
});

test('long, emoji, right-to-left and dirty names come through whole and push nothing aside', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await openDesk(app);
  const typist = new Typist(desk);
  const names = [
    'Venkatanarasimharajuvaripeta Satyanarayana Subrahmanyam Kuppuswamy Iyengar of Thiruvananthapuram',
    '👩‍👩‍👧 Zoë 🎈',
    'محمد عبد الرحمن بن خالد',
    'रवि कुमार शर्मा',
  ];
  for (const [index, name] of names.entries()) {
    const number = await issueByKeys(desk, typist, { phone: `900000001${index}`, name });
    await expect(desk.getByTestId(`desk-token-${number}`)).toContainText(name);
  }
  await desk.getByTestId('desk-name').fill('Evil\u0000 \u202eName\u200b\tTwo');
  await desk.getByTestId('desk-phone').fill('9000000099');
  await desk.getByTestId('desk-doctor').focus();
  await desk.keyboard.type('a');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-token-A-005')).toContainText('Evil Name Two');
  const overflow = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
