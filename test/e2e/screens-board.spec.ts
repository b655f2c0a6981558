import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput } from '../../src/shared/contract';
import { expect, type LaunchOptions, MORNING, type RunningApp, resize, test, windowOf } from './helpers/app';
import { addDoctors, keepDoctors, type NewDoctor, openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { answered } from './helpers/main-process';
import { doctorId, issueOne } from './helpers/patients';
import { wide as fullHd, landscape, picture, laptop as small, portrait as upright } from './helpers/pictures';

/** The waiting room's pictures for `npm run screens`: each layout, each state, each pair of languages. */
const folder = join(import.meta.dirname, '../../out/screens');

const ultraHd = [3840, 2160] as const;

/** One picture: the board is dark whatever the computer prefers. */
async function shoot(
  app: RunningApp,
  board: Page,
  size: readonly [number, number],
  name: string,
): Promise<void> {
  const [width, height] = size;
  await resize(app, board, width, height);
  await board.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const path = join(folder, `board-${name}-${width}x${height}.png`);
  await board.screenshot({ path, animations: 'disabled' });
}

const names = [
  'Dr Venkatanarasimharajuvaripeta Iyer',
  'डॉ. सुनीता देशपांडे',
  'Dr Mary D’Souza',
  'Dr Om Prakash',
  'டாக்டர் மீனாட்சி சுந்தரம்',
  'د. فاطمة الزهراء',
];
const more: readonly NewDoctor[] = [...'DEFGHIJKLMNO'].map((prefix, index) => ({
  name: names[index % names.length] ?? '',
  specialization: 'General medicine',
  room: index === 11 ? '15A' : String(index + 4),
  prefix,
}));
const all = [...'ABCDEFGHIJKLMNO'];

type Launch = (options?: LaunchOptions) => Promise<RunningApp>;

/** Fifteen doctors at a quarter past ten, each in another state. */
async function busyMorning(launch: Launch, dataFolder: string): Promise<RunningApp> {
  const early = await launch();
  await early.electron.close();
  addDoctors(dataFolder, more);
  const app = await launch({ clock: MORNING.replace('08:30', '10:12') });
  for (const [index, prefix] of all.entries()) {
    const doctor = await doctorId(app, prefix);
    if (index === 6) continue;
    for (let person = 0; person < 3 + (index % 4); person += 1) {
      await issueOne(app, {
        doctorId: doctor,
        patientName: ['Asha Verma', 'रवि कुमार शर्मा', 'Bo', 'மீனாட்சி சுந்தரம்'][person % 4] ?? '',
        patientContact: `98765${String(index * 20 + person).padStart(5, '0')}`,
      });
    }
    if (index === 4) continue;
    const inside = await callFrom(app.home, 'queue.callNext', { doctorId: doctor });
    await callFrom(app.home, 'tokens.start', { tokenId: inside.id });
    if (index % 3 === 1) continue;
    const called = await callFrom(app.home, 'queue.callNext', { doctorId: doctor });
    if (index % 5 === 2) await callFrom(app.home, 'tokens.recall', { tokenId: called.id });
  }
  await callFrom(app.home, 'doctors.setDelay', { doctorId: await doctorId(app, 'C'), minutes: 25 });
  await callFrom(app.home, 'doctors.setDelay', { doctorId: await doctorId(app, 'G'), minutes: 40 });
  return app;
}

async function speak(app: RunningApp, board: CallInput<'settings.change'>['board']): Promise<void> {
  await callFrom(app.home, 'settings.change', { board });
}

test('board: one to fifteen doctors, upright and across', async ({ launch, dataFolder }) => {
  test.setTimeout(300_000);
  const app = await busyMorning(launch, dataFolder);
  const board = await openBoard(app);
  await speak(app, {
    secondLanguage: 'hi',
    notices: ['The laboratory is open until 5 pm. Please bring your earlier reports.'],
  });
  for (const count of [1, 2, 3, 4, 6, 8, 12, 15]) {
    await keepDoctors(app, dataFolder, all.slice(0, count));
    await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', String(count));
    const name = `1-doctors-${String(count).padStart(2, '0')}`;
    await shoot(app, board, fullHd, name);
    await shoot(app, board, upright, name);
    if (count === 1 || count === 12) {
      await shoot(app, board, small, name);
      await shoot(app, board, ultraHd, name);
    }
  }
});

const pairs = [
  ['en', null],
  ['hi', 'en'],
  ['ta', 'en'],
  ['ar', 'en'],
  ['en', 'ar'],
] as const;

test('board: every pair of languages, names initials and masked', async ({ launch, dataFolder }) => {
  test.setTimeout(300_000);
  const app = await busyMorning(launch, dataFolder);
  const board = await openBoard(app);
  for (const [language, secondLanguage] of pairs) {
    const notices = ['Please switch your phone to silent.', 'कृपया जूते बाहर उतारें।'];
    await speak(app, { language, secondLanguage, notices, names: 'masked' });
    for (const count of [3, 7, 12]) {
      await keepDoctors(app, dataFolder, all.slice(0, count));
      await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', String(count));
      await expect(board.locator('html')).toHaveAttribute('lang', language);
      const name = `2-languages-${language}-${secondLanguage ?? 'alone'}-${String(count).padStart(2, '0')}`;
      await shoot(app, board, fullHd, name);
      if (count === 7) await shoot(app, board, upright, name);
    }
  }
  await speak(app, { language: 'en', secondLanguage: 'hi', names: 'initials' });
  await keepDoctors(app, dataFolder, all.slice(0, 4));
  await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', '4');
  await shoot(app, board, fullHd, '2-names-initials');
});

test('board: long prefixes and rooms with names', async ({ launch, dataFolder }) => {
  const early = await launch();
  await early.electron.close();
  addDoctors(
    dataFolder,
    ['ENT', 'GYN', 'PED', 'DEN', 'EYE'].map((prefix, index) => ({
      name: names[index] ?? '',
      specialization: 'A very long specialization of a very large hospital',
      room: ['OPD 12', 'Ground floor', 'तल 2', '', '301B'][index] ?? '',
      prefix,
    })),
  );
  const app = await launch({ clock: MORNING.replace('08:30', '10:12') });
  for (const prefix of ['ENT', 'GYN', 'PED', 'DEN']) {
    await issueOne(app, {
      doctorId: await doctorId(app, prefix),
      patientContact: `98765432${prefix.length}0`,
    });
    await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app, prefix) });
  }
  await speak(app, { secondLanguage: 'ta' });
  const board = await openBoard(app);
  await shoot(app, board, fullHd, '3-long');
  await shoot(app, board, upright, '3-long');
});

test('board: before the first call, no doctors, all finished', async ({ launch }) => {
  const app = await launch();
  await speak(app, { secondLanguage: 'hi' });
  const board = await openBoard(app);
  await shoot(app, board, fullHd, '4-morning');
  await shoot(app, board, upright, '4-morning');
  for (const prefix of ['A', 'B', 'C']) {
    const doctor = await doctorId(app, prefix);
    const { slots } = await callFrom(app.home, 'books.view', { doctorId: doctor });
    for (const { id: slotId } of slots) await callFrom(app.home, 'slots.close', { doctorId: doctor, slotId });
  }
  await board.getByTestId('board-quiet').waitFor();
  await shoot(app, board, fullHd, '5-all-finished');
  await shoot(app, board, upright, '5-all-finished');
});

test('board: nobody sees patients today', async ({ launch }) => {
  const app = await launch({ demo: false });
  await speak(app, { language: 'ar', secondLanguage: 'en' });
  const board = await openBoard(app);
  await board.getByTestId('board-quiet').waitFor();
  await shoot(app, board, fullHd, '6-no-doctors');
});

test('board: main is not heard', async ({ launch, dataFolder }) => {
  test.setTimeout(300_000);
  const app = await busyMorning(launch, dataFolder);
  await speak(app, { secondLanguage: 'hi' });
  const board = await openBoard(app);
  await keepDoctors(app, dataFolder, all.slice(0, 12));
  await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', '12');
  await answered(() => app.electron.evaluate(({ ipcMain }) => ipcMain.removeHandler('opd:call')));
  await board.getByTestId('board-silence').waitFor({ timeout: 40_000 });
  await shoot(app, board, fullHd, '7-silent');
  await shoot(app, board, upright, '7-silent');
});

test('the settings of the board', async ({ launch }) => {
  const app = await launch();
  await speak(app, {
    names: 'masked',
    secondLanguage: 'hi',
    notices: ['The laboratory is open until 5 pm.', 'कृपया जूते बाहर उतारें।'],
  });
  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const admin = await windowOf(app.electron, 'admin');
  for (const language of ['en', 'hi']) {
    await admin.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await admin.reload();
    await admin.getByTestId('admin-board').click();
    await admin.getByTestId('admin-board-add').click();
    await admin.getByTestId('admin-board-line-3').waitFor();
    for (const size of [[1366, 1000], landscape] as const) {
      await picture(app, admin, size, `admin-board-${language}`);
    }
  }
});
