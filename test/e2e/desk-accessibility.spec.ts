import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { focusShows, openDesk, Typist } from './helpers/desk';
import { mainWindow } from './helpers/main-process';
import { doctorId, issueMany, issueOne } from './helpers/patients';

test('the desk is accessible: empty, full, with known patients, a preview and problems', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const desk = await openDesk(app);
  expect(await findings(desk)).toEqual([]);
  await issueMany(app, 27);
  await issueOne(app, { source: 'emergency', note: 'Chest pain', patientName: 'Joseph' });
  await desk.getByTestId('desk-token-A-028').waitFor();
  await desk.getByTestId('desk-phone').fill('90000');
  await desk.getByTestId('desk-known').first().waitFor();
  expect(await findings(desk)).toEqual([]);
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-duplicate')).toBeVisible();
  expect(await findings(desk)).toEqual([]);
  await desk.getByTestId('desk-name').fill('');
  await desk.getByTestId('desk-name').press('Enter');
  await desk.getByTestId('desk-error').first().waitFor();
  expect(await findings(desk)).toEqual([]);
});

test('what opens over the desk is accessible', async ({ launch }) => {
  test.setTimeout(240_000);
  const app = await launch();
  await issueMany(app, 25);
  const desk = await openDesk(app);
  const typist = new Typist(desk);

  await typist.press('F3');
  await typist.type('patient');
  await desk.getByTestId('desk-find-result-A-003').waitFor();
  expect(await findings(desk)).toEqual([]);
  await typist.press('Enter');
  await desk.getByTestId('desk-card').waitFor();
  expect(await findings(desk)).toEqual([]);
  for (const key of ['x', 'm', 't', 'e', 'k', 'y']) {
    await typist.press('Escape', 'F3');
    await typist.type('a3');
    await desk.getByTestId('desk-find-result-A-003').waitFor();
    await typist.press('Enter');
    await desk.getByTestId('desk-card').waitFor();
    await typist.press(key);
    await expect(desk.getByTestId('desk-action-cancel')).toHaveCount(0);
    expect(await findings(desk)).toEqual([]);
  }
  for (const key of ['F4', 'F8']) {
    await typist.press('Escape', key);
    await desk.getByRole('dialog').waitFor();
    expect(await findings(desk)).toEqual([]);
  }
  await typist.press('Escape', 'Alt+d');
  await desk.getByRole('grid').waitFor();
  expect(await findings(desk)).toEqual([]);
  await typist.press('Escape');
  // While the calendar closes, keys are still its own.
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  const onBoard = desk.locator('[data-board-item]:focus');
  await typist.press('Alt+ArrowRight');
  await onBoard.waitFor();
  await typist.press('?');
  await desk.getByTestId('desk-shortcuts').waitFor();
  expect(await findings(desk)).toEqual([]);
  await typist.press('Escape');
  await onBoard.waitFor();
  await typist.press('Home', 'Enter');
  await desk.getByTestId('desk-late').waitFor();
  expect(await findings(desk)).toEqual([]);
  await typist.press('Escape');
  await onBoard.waitFor();
  await typist.press('ArrowDown', 'Enter');
  await desk.getByTestId('desk-slot-seats').waitFor();
  expect(await findings(desk)).toEqual([]);
  await typist.press('Escape');
  const { print } = await callFrom(app.home, 'settings.read', {});
  await callFrom(app.home, 'settings.change', { print: { desk: { ...print.desk, way: 'system' } } });
  await desk.getByTestId('desk-station').press('Enter');
  await desk.getByTestId('desk-station-panel').waitFor();
  expect(await findings(desk)).toEqual([]);
});

test('at 200 % zoom nothing is cut off sideways and the form comes first', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 12);
  const desk = await openDesk(app);
  const window = await mainWindow(app, desk);
  await window.evaluate((browserWindow) => {
    browserWindow.setContentSize(1366, 768);
    browserWindow.webContents.setZoomFactor(2);
  });
  await expect.poll(() => desk.evaluate(() => innerWidth)).toBeLessThan(700);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expect(desk.getByTestId('desk-phone')).toBeInViewport();
  await desk.keyboard.press('Alt+ArrowRight');
  await expect(desk.getByTestId('desk-token-A-001')).toBeInViewport();
  expect(await findings(desk)).toEqual([]);
});

test('Tab walks through everything, and the focus shows everywhere', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 8);
  await issueOne(app, { doctorId: await doctorId(app, 'B') });
  const desk = await openDesk(app);
  await desk.getByTestId('desk-doctor').fill('a');
  await desk.keyboard.press('Enter');
  const seen = new Set<string>();
  for (let step = 0; step < 30; step += 1) {
    await desk.keyboard.press('Tab');
    expect(await focusShows(desk), `step ${step}`).toBe(true);
    seen.add(await desk.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? ''));
  }
  for (const id of [
    'desk-phone',
    'desk-name',
    'desk-doctor',
    'desk-slot',
    'desk-day',
    'desk-issue',
    'desk-undo',
  ]) {
    expect([...seen]).toContain(id);
  }
});
