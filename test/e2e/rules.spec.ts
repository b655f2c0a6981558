import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { openRules, propose } from './helpers/rules';

test('rules are proposed, tried on the own week, saved from a date, and gone back to', async ({ launch }) => {
  test.slow();
  const app = await launch();
  const page = await openRules(app);
  const read = async () => (await callFrom(app.home, 'settings.read', {})).rules;
  await test.step('what is proposed is not saved; what cannot be is said by the field', async () => {
    await page.getByTestId('rule-maxRecalls-value').fill('11');
    await expect(page.getByTestId('rule-maxRecalls-value-error')).toContainText('0 to 10');
    await propose(page, 'maxRecalls', '0');
    await propose(page, 'recallGapSeconds', '60');
    await page.getByTestId('rule-recallGapSeconds-default').click();
    await expect(page.getByTestId('rules-proposal')).toContainText('1 setting');
    expect(await read()).toMatchObject({ maxRecalls: 3 });
    expect(await findings(page)).toEqual([]);
  });
  await test.step('it is tried in a thread of its own: who would wait how long, now against proposed', async () => {
    await page.getByTestId('rules-try').click();
    const trial = page.getByTestId('rules-trial');
    await expect(trial).toHaveAttribute('data-state', 'done', { timeout: 120_000 });
    await expect(page.getByTestId('rules-trial-walk_in')).toContainText('min');
    await expect(trial).toContainText('On 60 simulated days');
    expect(await findings(page)).toEqual([]);
    await propose(page, 'heldBackCalls', '5');
    await expect(page.getByTestId('rules-trial-other')).toBeVisible();
    await page.getByTestId('rule-heldBackCalls-default').click();
    await expect(page.getByTestId('rules-trial-other')).toHaveCount(0);
  });
  await test.step('a second trial is stopped', async () => {
    await page.getByTestId('rules-try').click();
    await page.getByTestId('rules-trial-stop').click();
    await expect(page.getByTestId('rules-trial')).toHaveCount(0);
  });
  await test.step('saved from tomorrow it waits, and is called off; saved from now it holds', async () => {
    await page.getByTestId('rules-schedule').click();
    await expect(page.getByTestId('rules-scheduled')).toContainText(/3 times\u2069 → \u20680 times/);
    await expect(page.getByTestId('rules-proposal')).toHaveCount(0);
    expect(await read()).toMatchObject({ maxRecalls: 3 });
    await page.getByTestId('rules-call-off').click();
    await expect(page.getByTestId('rules-scheduled')).toHaveCount(0);
    await propose(page, 'maxRecalls', '1');
    await page.getByTestId('rules-save').click();
    await expect.poll(async () => (await read()).maxRecalls).toBe(1);
    await expect(page.getByTestId('rules-proposal')).toHaveCount(0);
  });
  await test.step('the first version is gone back to', async () => {
    await page.getByTestId('rules-go-back').last().click();
    await page.getByTestId('rules-go-back-yes').click();
    await expect.poll(async () => (await read()).maxRecalls).toBe(3);
    await expect(page.getByTestId('rules-version').first()).toContainText(/1 time\u2069 → \u20683 times/);
  });
});
