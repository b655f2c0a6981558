import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { setUpClinic } from './helpers/clinic';
import { editData } from './helpers/edit-data';
import { issueOne, slipsAreMade } from './helpers/patients';

test.use({ prints: true });

const bytes = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Presses a key of the start screen that closes it, and waits for the one that comes in its place. */
async function goOver(app: RunningApp, press: (home: Page) => Promise<void>): Promise<RunningApp> {
  const gone = app.home.waitForEvent('close');
  // The window may be gone before its click has been answered.
  await press(app.home).catch(() => undefined);
  await gone;
  const home = await windowOf(app.electron, 'home');
  await home.getByTestId('home-language-en').waitFor();
  return { ...app, home };
}

const goIn = (app: RunningApp): Promise<RunningApp> =>
  goOver(app, async (home) => {
    await home.getByTestId('home-practise').click();
    await home.getByTestId('dialog-confirm').click();
  });

const goOut = (app: RunningApp): Promise<RunningApp> =>
  goOver(app, (home) => home.getByTestId('practice-leave').click());

async function peopleOf({ home }: RunningApp): Promise<string[]> {
  const found = await callFrom(home, 'tokens.find', { query: 'person' });
  return found.map(({ token }) => token.patientName);
}

test('in to practice and out again: the clinic’s file is the same to the byte, its windows come back, and practice begins anew', async ({
  launch,
  dataFolder,
}) => {
  const file = join(dataFolder, 'opd-tokens.db');
  const clinic = await launch();
  await callFrom(clinic.home, 'settings.change', { clinic: { clinicName: 'Sharma Hospital' } });
  await issueOne(clinic, { patientName: 'Real person' });
  await slipsAreMade(clinic);
  await callFrom(clinic.home, 'windows.open', { screen: 'desk' });
  await windowOf(clinic.electron, 'desk');

  const practice = await goIn(clinic);
  const closed = bytes(file);
  await expect(practice.home.getByTestId('practice-banner')).toContainText('Practice');
  expect(
    practice.electron
      .windows()
      .map((page) => page.url())
      .join(' '),
  ).not.toContain('screen=desk');
  expect(await peopleOf(practice)).toEqual([]);
  const token = await issueOne(practice, { patientName: 'Made-up person' });
  const { print } = await callFrom(practice.home, 'slips.ticket', { tokenId: token.id });
  expect(print.practice).toBe(true);
  await slipsAreMade(practice);
  expect(existsSync(join(dataFolder, 'practice', 'slips', '2026-01-05', 'A-001.pdf'))).toBe(true);
  // On every screen, and a way out where staff stand.
  for (const [screen, leaves] of [
    ['kiosk', 0],
    ['board', 0],
    ['desk', 1],
  ] as const) {
    await callFrom(practice.home, 'windows.open', { screen });
    const page = await windowOf(practice.electron, screen);
    await page.getByTestId('practice-banner').waitFor();
    expect(await page.getByTestId('practice-leave').count()).toBe(leaves);
  }
  expect(bytes(file)).toBe(closed);

  const back = await goOut(practice);
  await windowOf(back.electron, 'desk');
  const status = await callFrom(back.home, 'app.status', {});
  expect(status).toMatchObject({ clinicName: 'Sharma Hospital', practice: false, hasPracticeData: false });
  expect(await peopleOf(back)).toEqual(['Real person']);
  await expect(back.home.getByTestId('practice-banner')).toHaveCount(0);

  expect(await peopleOf(await goIn(back))).toEqual([]);
});

test('started to practise, an empty clinic stays empty', async ({ launch }) => {
  const practice = await launch({ demo: 'practice' });
  await practice.home.getByTestId('practice-banner').waitFor();
  const clinic = await goOut(practice);
  expect(await callFrom(clinic.home, 'app.status', {})).toMatchObject({ empty: true, practice: false });
  // With nobody to keep waiting, one key leads in.
  const again = await goOver(clinic, (home) => home.getByTestId('home-practise').click());
  await again.home.getByTestId('home-open-doctor-A').waitFor();
});

test('data that an earlier version filled with its practice day: kept as the clinic’s, with the real time', async ({
  launch,
  dataFolder,
}) => {
  await filledByEarlierVersion(dataFolder);
  const app = await launch();
  await app.home.getByTestId('home-practice-keep').click();
  await expect(app.home.getByTestId('home-practice-data')).toHaveCount(0);
  expect(await callFrom(app.home, 'app.status', {})).toMatchObject({ empty: false, hasPracticeData: false });
});

test('data that an earlier version filled with its practice day: put aside whole, and the clinic begins empty', async ({
  launch,
  dataFolder,
}) => {
  await filledByEarlierVersion(dataFolder);
  const before = await launch();
  const after = await goOver(before, async (home) => {
    await home.getByTestId('home-practice-aside').click();
    await home.getByTestId('dialog-confirm').click();
  });
  expect(await callFrom(after.home, 'app.status', {})).toMatchObject({ empty: true, hasPracticeData: false });
  const [aside = ''] = readdirSync(join(dataFolder, 'set-aside'));
  const kept = new DatabaseSync(join(dataFolder, 'set-aside', aside, 'opd-tokens.db'), { readOnly: true });
  expect(kept.prepare('SELECT count(*) AS doctors FROM doctors').get()).toEqual({ doctors: 3 });
  kept.close();
});

async function filledByEarlierVersion(dataFolder: string): Promise<void> {
  await setUpClinic(dataFolder);
  editData(dataFolder, (data) => {
    data.prepare("INSERT INTO meta (key, value) VALUES ('demo', 'yes')").run();
  });
}
