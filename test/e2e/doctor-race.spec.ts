import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openAnother } from './helpers/doctor';
import { doctorId, issueMany } from './helpers/patients';

/** How often both press. `RACE_RUNS=200 npm run test:e2e -- doctor-race` for a long proof. */
const ROUNDS = Number(process.env.RACE_RUNS ?? 40);

test(`two windows of one doctor pressing Space ${ROUNDS} times at once: never two inside, nobody called twice`, async ({
  launch,
}) => {
  test.setTimeout(60_000 + ROUNDS * 10_000);
  const app = await launch();
  await issueMany(app, Math.ceil(ROUNDS / 3) + 2);
  const id = await doctorId(app);
  const one = await app.openDoctor('A');
  const two = await openAnother(app, 'A');
  const primaries = [one, two].map((page) => page.getByTestId('doctor-primary'));
  /** Every press has been answered, and both windows offer the same. */
  const agreed = async (): Promise<void> => {
    for (const primary of primaries) await expect(primary).not.toHaveAttribute('data-pending');
    const offers = async () => Promise.all(primaries.map((primary) => primary.innerText()));
    await expect.poll(async () => new Set(await offers()).size).toBe(1);
  };
  await agreed();
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([one, two].map((page) => page.keyboard.press('Space')));
    const { tokens } = await callFrom(app.home, 'books.view', { doctorId: id });
    const stages = tokens.flatMap((token) => (token.status === 'active' ? [token.stage] : []));
    expect(stages.filter((stage) => stage === 'in_consultation').length).toBeLessThanOrEqual(1);
    expect(stages.filter((stage) => stage === 'called').length).toBeLessThanOrEqual(1);
    // Every other press comes while the one before may still be on its way.
    if (round % 2 === 1) await agreed();
  }
  // A press that is still being answered is in the history, but may not be in the book that was read before.
  await agreed();
  const { tokens, calls } = await callFrom(app.home, 'books.view', { doctorId: id });
  let called = 0;
  for (const token of tokens) {
    const history = await callFrom(app.home, 'tokens.history', { tokenId: token.id });
    const types = history.map(({ type }) => type);
    for (const type of ['tokenCalled', 'tokenStarted', 'tokenServed'] as const) {
      expect(types.filter((one) => one === type).length).toBeLessThanOrEqual(1);
    }
    called += types.filter((type) => type === 'tokenCalled').length;
  }
  expect(called).toBe(calls);
  // The presses got somewhere: each patient needs three, and of any two in a row at least one counts.
  expect(calls).toBeGreaterThanOrEqual(Math.floor(ROUNDS / 6));
});

test('the slower window is told who is next by now, shows it, and calls nobody', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 3);
  const page = await app.openDoctor('A');
  const id = await doctorId(app);
  await expect(page.getByTestId('doctor-primary')).toContainText('A-001');
  const shown = (await callFrom(page, 'books.view', { doctorId: id })).next ?? '';
  const first = await callFrom(app.home, 'queue.callNext', { doctorId: id });
  await callFrom(app.home, 'tokens.serve', { tokenId: first.id });
  const answer = await page.evaluate(
    ([doctor, expected]) =>
      window.api.call('queue.callNext', { doctorId: doctor as never, expected: expected as never }),
    [id, shown],
  );
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: 'The order has changed: next is A-002, not A-001.' },
  });
  await expect(page.getByTestId('doctor-primary')).toContainText('Call A-002');
});

test('a window opened for nobody remembers the doctor that was chosen in it', async ({ launch }) => {
  const app = await launch();
  const opened = app.electron.waitForEvent('window');
  await callFrom(app.home, 'windows.open', { screen: 'doctor' });
  const page = await opened;
  await page.getByTestId('doctor-choose-B').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dr Imran Qureshi');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dr Imran Qureshi');
  await page.getByTestId('doctor-day-change').click();
  await page.getByTestId('doctor-choose-C').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dr Meena Subramanian');
});
