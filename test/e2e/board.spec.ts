import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AppEvent } from '../../src/shared/contract';
import { expect, type LaunchOptions, type RunningApp, resize, test, windowOf } from './helpers/app';
import { findings } from './helpers/axe';
import { addDoctors, keepDoctors, openBoard, twelveMore } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { setUpClinic } from './helpers/clinic';
import { bothForms } from './helpers/long';
import { answered } from './helpers/main-process';
import { doctorId, issueMany, issueOne, recallAtOnce } from './helpers/patients';

test.use({ pagesApart: false });

interface Watched {
  readonly api: { subscribe(listener: (event: AppEvent) => void): () => void };
  readonly record: string[];
}

const plateOf = (board: Page, prefix: string) =>
  board.getByTestId(`board-doctor-${prefix}`).getByTestId('board-plate');

async function call(app: RunningApp, prefix = 'A') {
  return callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, prefix) });
}

/** Fifteen doctors, whose clinic is set up before the app starts. */
async function launchFifteen(launch: (options?: LaunchOptions) => Promise<RunningApp>, folder: string) {
  await setUpClinic(folder, { prints: false });
  addDoctors(folder, twelveMore);
  return launch();
}

test('the board follows a call, a start, a finish, each within one broadcast; a late doctor, a recall, a call taken back', async ({
  launch,
}) => {
  const app = await launch();
  await issueMany(app, 3);
  const board = await openBoard(app);
  const doctor = await app.openDoctor('A');
  await expect(board.getByTestId('board-doctor-A')).toContainText('A-001');
  // What the page hears and what it then shows, in the order in which it happens.
  await board.evaluate(() => {
    const page = window as unknown as Watched & { record: string[] };
    page.record = [];
    page.api.subscribe((event) => {
      if (event.type === 'bookChanged') page.record.push('changed');
    });
    const plate = document.querySelector('[data-testid=board-doctor-A] [data-testid=board-plate]');
    const shown = () =>
      `${plate?.getAttribute('data-look')} ${plate?.querySelector('[data-testid=board-number]')?.textContent}`;
    let last = shown();
    new MutationObserver(() => {
      if (shown() !== last) page.record.push(shown());
      last = shown();
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const press = async (look: string): Promise<void> => {
    await expect(doctor.getByTestId('doctor-primary')).toBeEnabled();
    await expect(doctor.getByTestId('doctor-primary')).not.toHaveAttribute('data-pending');
    await doctor.keyboard.press('Space');
    await expect(plateOf(board, 'A')).toHaveAttribute('data-look', look);
  };
  await press('called');
  await expect(plateOf(board, 'A')).toContainText('A-001');
  await expect(board.getByTestId('board-last-A-001')).toContainText('Room 1');
  await press('inside');
  await press('idle');
  expect(await board.evaluate(() => (window as unknown as Watched).record)).toEqual([
    'changed',
    'called A-001',
    'changed',
    'inside A-001',
    'changed',
    expect.stringMatching(/^idle/),
  ]);

  await test.step('a late doctor, a recall, a call taken back', async () => {
    await recallAtOnce(app);
    await callFrom(app.home, 'doctors.setDelay', { doctorId: await doctorId(app, 'B'), minutes: 20 });
    await expect(board.getByTestId('board-doctor-B').getByTestId('board-late')).toHaveText('20 min late');
    await expect(plateOf(board, 'B')).toContainText('Begins at 9:20');
    const token = await call(app);
    await expect(plateOf(board, 'A')).toContainText('Please come in');
    await expect(plateOf(board, 'A')).toHaveAttribute('data-fresh', 'true');
    await callFrom(app.home, 'tokens.recall', { tokenId: token.id });
    await expect(plateOf(board, 'A')).toContainText('Called again');
    await callFrom(app.home, 'tokens.hold', { tokenId: token.id });
    await expect(plateOf(board, 'A')).toHaveAttribute('data-look', 'idle');
  });

  await test.step('no mouse, and no call but its own', async () => {
    const cursors = await board.evaluate(() =>
      [...document.querySelectorAll('*')].map((element) => getComputedStyle(element).cursor),
    );
    expect(new Set(cursors)).toEqual(new Set(['none']));
    await expect(callFrom(board, 'tokens.find', { query: 'A-001' })).rejects.toThrow('FORBIDDEN');
    await expect(callFrom(board, 'settings.read', {})).rejects.toThrow('FORBIDDEN');
    await expect(callFrom(board, 'doctors.summaries', {})).rejects.toThrow('FORBIDDEN');
  });
});

test('when main is stalled the board says so in both languages, keeps the last state, and recovers by itself', async ({
  launch,
}) => {
  const app = await launch();
  await callFrom(app.home, 'settings.change', { board: { secondLanguage: 'hi' } });
  await issueMany(app, 3);
  const board = await openBoard(app);
  await call(app);
  await expect(plateOf(board, 'A')).toContainText('A-001');
  // Nobody outside can look at the page while main stands still: it writes down itself what it shows.
  await board.evaluate(() => {
    const page = window as unknown as { record: string[] };
    page.record = [];
    new MutationObserver(() => page.record.push(document.body.innerText)).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  });
  // Main's own thread stands still: no heartbeat, no answer, no event.
  await app.electron.evaluate(() => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 11_000);
  });
  await expect(board.getByTestId('board')).toHaveAttribute('data-silent', 'false');
  await expect(board.getByTestId('board-silence')).toHaveCount(0);
  const record = await board.evaluate(() => (window as unknown as Watched).record);
  const silent = record.filter((text) => text.includes('not up to date'));
  expect(silent.length).toBeGreaterThan(0);
  for (const text of silent) {
    expect(text).toContain('यह बोर्ड अभी ताज़ा नहीं है');
    expect(text).toMatch(/how things stood at 8:3\d.am/);
    expect(text).toMatch(/A-001[\s\S]*A-002/);
    expect(text).not.toMatch(/\b0 waiting|Nobody has been called/);
  }
  const next = await call(app, 'A').catch(() => null);
  expect(next).toBeNull();
  await issueOne(app, { doctorId: await doctorId(app, 'B'), patientContact: '9000000999' });
  await call(app, 'B');
  await expect(plateOf(board, 'B')).toContainText('B-001');
  await expect(plateOf(board, 'A')).toContainText('A-001');
});

test('the pages turn by themselves, and at once to a new call', async ({ launch, dataFolder }) => {
  const app = await launchFifteen(launch, dataFolder);
  await issueOne(app, { doctorId: await doctorId(app, 'O') });
  await issueOne(app, { doctorId: await doctorId(app, 'A'), patientContact: '9876543211' });
  const page = await openBoard(app);
  await page.clock.install();
  await page.reload();
  const board = page.getByTestId('board');
  await expect(board).toHaveAttribute('data-page', '1');
  await expect(page.getByTestId('board-pages')).toContainText('Page 1 of 2');
  await expect(page.getByTestId('board-doctor-A')).toBeVisible();
  await expect(page.getByTestId('board-doctor-O')).toHaveCount(0);
  await page.clock.fastForward(12_000);
  await expect(board).toHaveAttribute('data-page', '2');
  await expect(page.getByTestId('board-doctor-O')).toBeVisible();
  await page.clock.fastForward(12_000);
  await expect(board).toHaveAttribute('data-page', '1');
  await call(app, 'O');
  await expect(board).toHaveAttribute('data-page', '2');
  await expect(plateOf(page, 'O')).toContainText('O-001');
  await call(app, 'A');
  await expect(board).toHaveAttribute('data-page', '1');
});

test('accessible: called, in two languages, right to left, over, silent', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await issueMany(app, 8);
  const board = await openBoard(app);
  const token = await call(app);
  await callFrom(app.home, 'tokens.start', { tokenId: token.id });
  await call(app);
  await expect(plateOf(board, 'A')).toContainText('A-002');
  expect(await findings(board)).toEqual([]);
  await callFrom(app.home, 'settings.change', {
    board: { language: 'ar', secondLanguage: 'en', names: 'masked', notices: ['Phones off, please.'] },
  });
  await expect(board.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await findings(board)).toEqual([]);
  await answered(() => app.electron.evaluate(({ ipcMain }) => ipcMain.removeHandler('opd:call')));
  await board.getByTestId('board-silence').waitFor({ timeout: 40_000 });
  expect(await findings(board)).toEqual([]);
});

test('the settings of the board: names, languages, notice lines', async ({ launch }) => {
  const app = await launch();
  await issueOne(app, { patientName: 'Asha Verma' });
  await call(app);
  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const admin = await windowOf(app.electron, 'admin');
  await admin.getByTestId('admin-board').click();
  await admin.getByTestId('admin-board-open').click();
  const board = await windowOf(app.electron, 'board');
  await expect(plateOf(board, 'A')).toContainText('A-001');
  await expect(board.getByTestId('board')).not.toContainText('Asha');
  await expect(admin.getByTestId('admin-board-preview')).not.toContainText('As•••');
  await admin.getByTestId('admin-board-names-masked').click();
  await expect(admin.getByTestId('admin-board-preview')).toContainText('As••• V.');
  await expect(plateOf(board, 'A')).toContainText('As••• V.');

  await admin.getByTestId('admin-board-add').click();
  await admin.keyboard.type('Phones off, please.');
  await admin.keyboard.press('Enter');
  await expect(board.getByTestId('board-notice')).toContainText('Phones off, please.');
  await admin.getByTestId('admin-board-add').click();
  await admin.keyboard.type('x'.repeat(161));
  await expect(admin.getByTestId('admin-board-line-2-error')).toBeVisible();
  await admin.getByTestId('admin-board-line-2').fill('Water is by the door.');
  await admin.keyboard.press('Enter');
  await expect.poll(async () => (await callFrom(admin, 'settings.read', {})).board.notices).toHaveLength(2);
  await admin.getByTestId('admin-board-remove-1').click();
  await expect(board.getByTestId('board-notice')).toContainText('Water is by the door.');

  await admin.getByTestId('admin-board-second-language').click();
  await admin.getByRole('option', { name: 'हिन्दी' }).click();
  await expect(plateOf(board, 'A')).toContainText('कृपया अंदर आएँ');
  expect(await findings(admin)).toEqual([]);
});

/** The shorter side of a 43-inch screen of 16 : 9, in mm, and the capitals of the sign type, in shares of its size. */
/** What stands on the board and is cut: lines wider than the room they are given. */
function cutTexts(): string[] {
  const isCut = (element: Element): boolean => {
    const { overflowX } = getComputedStyle(element);
    return overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
  };
  return [...document.querySelectorAll('[data-testid=board] *')]
    .filter((element) => element.textContent !== '' && !element.matches('.sr-only') && isCut(element))
    .map((element) => `${element.className}: ${element.textContent}`);
}

const numbers = [1, 3, 5, 8, 12];
/** Languages, sizes and numbers of doctors where room is least; in the long form all of them. */
const tightest = [
  { languages: ['ta', 'hi'], sizes: [[1024, 768]], counts: numbers },
  { languages: ['ar', 'ta'], sizes: [[1080, 1920]], counts: [1, 12] },
] as const;
const allSizes = [
  [1366, 768],
  [1080, 1920],
  [1024, 768],
] as const;
const allLooks = [
  { languages: ['en', null], sizes: allSizes, counts: numbers },
  { languages: ['ta', 'hi'], sizes: allSizes, counts: numbers },
  { languages: ['ar', 'ta'], sizes: allSizes, counts: numbers },
] as const;

for (const { isLong, tagged } of bothForms)
  test(
    `nothing is cut on the board, in one language or two, for one doctor or twelve${isLong ? ', at every size' : ''}`,
    tagged,
    async ({ launch, dataFolder }) => {
      test.setTimeout(240_000);
      await setUpClinic(dataFolder, { prints: false });
      const long = {
        name: 'Dr Venkatanarasimharajuvaripeta Iyer',
        specialization: 'Gastroenterology and hepatology',
      };
      addDoctors(
        dataFolder,
        twelveMore.slice(0, 9).map((doctor) => ({ ...doctor, ...long })),
      );
      const app = await launch();
      for (const prefix of 'ADEG') await issueOne(app, { doctorId: await doctorId(app, prefix) });
      await issueMany(app, 30);
      await call(app, 'D');
      const board = await openBoard(app);
      for (const { languages, sizes, counts } of isLong ? allLooks : tightest) {
        const [language, secondLanguage] = languages;
        await callFrom(app.home, 'settings.change', { board: { language, secondLanguage } });
        await expect(board.getByTestId('board').locator(`[lang=${language}]`).first()).toBeVisible();
        for (const [width, height] of sizes) {
          await resize(app, board, width, height);
          for (const count of counts) {
            await keepDoctors(app, dataFolder, [...'ABCDEFGHIJKL'].slice(0, count));
            await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', String(count));
            const where = `${count} doctors, ${language}, ${width} × ${height}`;
            await expect.poll(() => board.evaluate(cutTexts), where).toEqual([]);
          }
        }
      }
    },
  );

const SHORT_SIDE_MM = 535.5;
const CAPITALS = 0.714;

for (const { isLong, tagged } of bothForms)
  test(
    `the sizes that docs/board.md states are those on the screen, and nothing sticks out${isLong ? ', for every number of doctors' : ''}`,
    tagged,
    async ({ launch, dataFolder }) => {
      const counts = Array.from({ length: 12 }, (_, index) => index + 1).filter(
        (count) => isLong || [1, 2, 5, 12].includes(count),
      );
      test.setTimeout(180_000);
      const app = await launchFifteen(launch, dataFolder);
      for (const prefix of 'ABCDEFGHIJKL') {
        await issueOne(app, { doctorId: await doctorId(app, prefix), patientName: `Patient ${prefix}` });
        // Where nobody is called, words stand in the place of the number.
        if (prefix !== 'C' && prefix !== 'K') await call(app, prefix);
      }
      await callFrom(app.home, 'settings.change', { board: { secondLanguage: 'hi' } });
      const board = await openBoard(app);
      const rows = new Map<number, string[]>();
      for (const [width, height] of [
        [1920, 1080],
        [1080, 1920],
      ] as const) {
        await resize(app, board, width, height);
        for (const count of counts) {
          await keepDoctors(app, dataFolder, [...'ABCDEFGHIJKL'].slice(0, count));
          await expect(board.getByTestId(/^board-doctor-/)).toHaveCount(count);
          const seen = await board.evaluate(() => {
            const sizes = [
              ...document.querySelectorAll('[data-testid=board-number],[data-testid=board-room]'),
            ].map((sign) => Number.parseFloat(getComputedStyle(sign).fontSize));
            const outside = [...document.querySelectorAll('[data-testid=board-plate]')].filter((plate) => {
              const box = plate.getBoundingClientRect();
              const parts = '[data-testid=board-number],[data-testid=board-room],[data-testid=board-idle]';
              return [...plate.querySelectorAll(parts)].some((part) => {
                const { left, right, top, bottom } = part.getBoundingClientRect();
                return left < box.left || right > box.right || top < box.top - 1 || bottom > box.bottom + 1;
              });
            });
            return { least: Math.min(...sizes), outside: outside.length };
          });
          expect(seen.outside, `${count} doctors on ${width} × ${height}`).toBe(0);
          const millimetres = (seen.least * CAPITALS * SHORT_SIDE_MM) / 1080;
          expect(millimetres).toBeGreaterThanOrEqual(40);
          const metres = Math.floor(millimetres / 2.5) / 2;
          rows.set(count, [
            ...(rows.get(count) ?? []),
            `${Math.round(seen.least)} px`,
            `${Math.round(millimetres)} mm`,
            `${metres} m`,
          ]);
        }
      }
      const table = [...rows].map(([count, cells]) => `| ${[count, ...cells].join(' | ')} |`);
      const stated = readFileSync(join(import.meta.dirname, '../../docs/board.md'), 'utf8').split('\n');
      const rowsStated = stated.filter((line) => /^\| \d/.test(line));
      expect(rowsStated).toHaveLength(12);
      expect(rowsStated.filter((_, index) => counts.includes(index + 1))).toEqual(table);
    },
  );
