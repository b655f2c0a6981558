import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { DoctorKeys } from './helpers/doctor';
import { doctorId, issueMany, issueOne, recallAtOnce } from './helpers/patients';

/** `MORNING_PATIENTS=40 npm run test:e2e -- doctor-morning` for a whole one. */
const PATIENTS = Number(process.env.MORNING_PATIENTS ?? 20);

test(`a morning of ${PATIENTS} patients by keys alone ends with every token accounted for`, async ({
  launch,
}) => {
  test.setTimeout(60_000 + PATIENTS * 5_000);
  const app = await launch();
  const id = await doctorId(app);
  // More than there are seats: the last ones come from the waiting list.
  for (const slot of (await callFrom(app.home, 'books.view', { doctorId: id })).slots) {
    const capacity = Math.floor(PATIENTS * 0.15);
    await callFrom(app.home, 'slots.change', { doctorId: id, slotId: slot.id, capacity });
  }
  await issueMany(app, PATIENTS);
  await recallAtOnce(app);
  const page = await app.openDoctor('A');
  const keys = new DoctorKeys(page);
  const current = page.getByTestId('doctor-current');
  const primary = page.getByTestId('doctor-primary');
  const seen: string[] = [];

  for (let patient = 0; patient < 3; patient += 1) seen.push(await keys.seeNext());
  expect(seen).toEqual(['A-001', 'A-002', 'A-003']);

  // A-004 does not answer: three recalls, and then steps back.
  await keys.space();
  await expect(current).toContainText('A-004');
  for (const times of ['once', '2 times', '3 times']) {
    await keys.press('r');
    await expect(current).toContainText(`Called again ${times}`);
  }
  await expect(page.getByTestId('doctor-recall')).toContainText('Step back');
  await keys.press('r');
  await expect(page.getByTestId('doctor-held')).toContainText('A-004');

  // A-005 is sent for a test.
  await expect(primary).toContainText('A-005');
  await keys.space();
  await keys.press('h');
  await expect(page.getByTestId('doctor-held')).toContainText('A-005');

  // A break of ten minutes, taken back at once by Space.
  await keys.press('b');
  await page.getByTestId('day-minutes').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('10');
  await expect(page.getByTestId('day-effects')).toHaveAttribute('data-state', 'known');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doctor-break')).toBeVisible();
  await expect(primary).toHaveAttribute('data-step', 'endBreak');
  await keys.space();
  await expect(page.getByTestId('doctor-break')).toBeHidden();

  // An emergency is announced at once, aloud, and goes first.
  const emergency = await issueOne(app, {
    source: 'emergency',
    patientName: 'Chest Pain',
    patientContact: '9111111111',
    note: 'Chest pain',
  });
  const banner = page.getByTestId('doctor-emergency');
  await expect(banner).toContainText(emergency.number);
  await expect(banner).toHaveAttribute('data-sounded', 'true');
  await expect(primary).toContainText(emergency.number);
  expect(await keys.seeNext()).toBe(emergency.number);
  await expect(banner).toBeHidden();

  // The last but one in the queue goes to doctor B, found with the arrow keys.
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
  const marked = (await page.getByTestId('doctor-marked').innerText()).match(/A-\d+/)?.[0] ?? '';
  await keys.press('t');
  await expect(page.getByTestId('day-confirm')).toBeDisabled();
  await page.keyboard.press('Space');
  await page.getByTestId('doctor-transfer-place').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doctor-transfer-dialog')).toBeHidden();
  await expect(page.getByTestId(`doctor-row-${marked}`)).toBeHidden();

  // Another is called out of turn, and the reason is kept.
  for (let row = 0; row < 5; row += 1) await page.keyboard.press('ArrowDown');
  const early = (await page.getByTestId('doctor-marked').innerText()).match(/A-\d+/)?.[0] ?? '';
  await keys.press('c');
  await expect(page.getByTestId('doctor-call-note')).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.type('From the X-ray');
  await expect(page.getByTestId('doctor-call-note')).toHaveValue('From the X-ray');
  await page.keyboard.press('Enter');
  await expect(current).toContainText(early);
  await keys.space();
  await keys.space();
  // Finished too soon: taken back, and finished again.
  await expect.poll(() => keys.step()).toBe('callNext');
  await keys.press('u');
  await expect(primary).toContainText(`Finish ${early}`);
  await keys.space();

  for (;;) {
    await expect.poll(() => keys.step()).toMatch(/callNext|none/);
    if ((await keys.step()) === 'none') break;
    seen.push(await keys.seeNext());
  }
  expect(new Set(seen).size).toBe(seen.length);

  const view = await callFrom(app.home, 'books.view', { doctorId: id });
  const by = (status: string) => view.tokens.filter((token) => token.status === status);
  expect(view.tokens).toHaveLength(PATIENTS + 1);
  expect(by('served')).toHaveLength(PATIENTS);
  expect(by('cancelled')).toMatchObject([{ number: marked, cancelReason: 'transferred' }]);
  expect(view.pace.today).toHaveLength(PATIENTS);
  const other = await callFrom(app.home, 'books.view', { doctorId: await doctorId(app, 'B') });
  expect(other.tokens).toMatchObject([{ number: 'B-001', transferredFrom: by('cancelled')[0]?.id }]);
  const called = view.tokens.find(({ number }) => number === early);
  const history = await callFrom(app.home, 'tokens.history', { tokenId: called?.id ?? '' });
  expect(history.map(({ reason }) => ('note' in reason ? reason.note : '')).filter(Boolean)).toEqual([
    'From the X-ray',
  ]);

  // The day is reviewed and closed by keys too, and its figures are in a window of their own.
  await page.keyboard.press('q');
  await expect(page.getByTestId('day-review-A')).toContainText(`${PATIENTS} seen`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The day is closed.', { exact: false }).first()).toBeVisible();
  await expect
    .poll(() => app.electron.windows().some((window) => window.url().includes('screen=summary')))
    .toBe(true);
});
