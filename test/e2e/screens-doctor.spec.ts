import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput } from '../../src/shared/contract';
import { expect, MORNING, type RunningApp, resize, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { DoctorKeys } from './helpers/doctor';
import { editData } from './helpers/edit-data';
import { doctorId, issueMany, issueOne } from './helpers/patients';

/** The doctor's window and the day's figures for `npm run screens`: every state worth seeing, light and dark. */
const folder = join(import.meta.dirname, '../../out/screens');

const laptop = [1366, 768] as const;
const tablet = [1024, 768] as const;
const small = [900, 600] as const;
type Size = readonly [number, number];

async function picture(app: RunningApp, page: Page, sizes: readonly Size[], name: string): Promise<void> {
  for (const [width, height] of sizes) {
    await resize(app, page, width, height);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = join(folder, `${name}-${width}x${height}-${colorScheme}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}

const people: readonly (readonly [CallInput<'tokens.issue'>['source'], string])[] = [
  ['walk_in', 'Asha Verma'],
  ['follow_up', 'रवि कुमार शर्मा'],
  ['paid', 'Fatima Sheikh'],
  ['walk_in', 'மீனாட்சி சுந்தரம்'],
  ['walk_in', 'محمد عبد الرحمن'],
  ['follow_up', 'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar of Thiruvananthapuram'],
  ['online', 'Joseph D’Souza'],
  ['walk_in', 'Bo'],
  ['paid', 'Gurpreet Kaur'],
  ['online', 'Om Prakash'],
];

/** Minutes of the morning's consultations: what there is to draw. */
const consultations = [7, 5, 11, 6, 9, 16, 4] as const;

/** Between two starts of the app: those seen so far took as long as in a real morning. */
function lengthen(dataFolder: string): void {
  editData(dataFolder, (database) => {
    const seen = database.prepare("SELECT id FROM tokens WHERE status = 'served' ORDER BY served_at").all();
    const change = database.prepare(
      'UPDATE tokens SET called_at = ?, started_at = ?, served_at = ? WHERE id = ?',
    );
    let at = Date.parse(MORNING);
    for (const [index, row] of seen.entries()) {
      const end = at + (consultations[index] ?? 8) * 60_000;
      change.run(at, at, end, String(row.id));
      at = end;
    }
  });
}

for (const language of ['en', 'hi'] as const) {
  const all = language === 'en' ? [laptop, tablet, small] : [laptop, small];
  const one = language === 'en' ? [laptop] : [tablet];

  test(`doctor's window, ${language}`, async ({ launch, dataFolder }) => {
    test.setTimeout(480_000);
    const early = await launch();
    for (const [index, [source, patientName]] of people.entries()) {
      const patientContact = `98765000${String(index).padStart(2, '0')}`;
      await issueOne(early, { source, patientName, patientContact });
    }
    await issueMany(early, 20);
    const before = new DoctorKeys(await early.openDoctor('A'));
    for (const _minutes of consultations) await before.seeNext();
    await early.electron.close();
    lengthen(dataFolder);
    const app = await launch({ clock: MORNING.replace('08:30', '09:34') });
    await app.home.getByTestId(`home-language-${language}`).click();
    const id = await doctorId(app);
    const page = await app.openDoctor('A');
    const keys = new DoctorKeys(page);
    const name = (state: string): string => `doctor-${language}-${state}`;
    await expect.poll(() => keys.step()).toBe('callNext');
    await picture(app, page, all, name('1-queue'));
    for (let patient = 0; patient < 2; patient += 1) await keys.seeNext();
    await keys.space();
    await page.keyboard.press('r');
    await page.keyboard.press('r');
    await picture(app, page, all, name('2-called'));
    await keys.press('h');
    await keys.space();
    await expect.poll(() => keys.step()).toBe('start');
    await keys.space();
    for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
    await picture(app, page, all, name('3-inside-marked'));
    for (const [key, state] of [
      ['c', 'call'],
      ['t', 'transfer'],
      ['w', 'why'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      if (key === 't') {
        await page.getByTestId('doctor-transfer-B').click();
        await page.getByTestId('doctor-transfer-place').waitFor();
      }
      await picture(app, page, one, name(`4-${state}`));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await issueOne(app, {
      source: 'emergency',
      patientName: 'Chest Pain',
      patientContact: '9111111111',
      note: 'Chest pain, sweating',
    });
    await page.getByTestId('doctor-emergency').waitFor();
    await picture(app, page, all, name('5-emergency'));
    await page.keyboard.press('x');
    for (const [key, state] of [
      ['l', 'late'],
      ['b', 'break'],
      ['e', 'leave'],
      ['q', 'close'],
      ['?', 'keys'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      if (key === 'l') await page.getByTestId('day-minutes').fill('25');
      if (key === 'e') await page.getByTestId('day-leave-now').click();
      if (key === 'l' || key === 'b' || key === 'e') {
        await expect(page.getByTestId('day-effects')).toHaveAttribute('data-state', 'known');
      }
      if (key === 'q') await page.getByTestId('day-review-A').waitFor();
      await picture(app, page, one, name(`6-${state}`));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await keys.space();
    await callFrom(page, 'doctors.takeBreak', { doctorId: id, minutes: 15 });
    await expect(page.getByTestId('doctor-primary')).toHaveAttribute('data-step', 'endBreak');
    await picture(app, page, all, name('7-break'));
    await page.keyboard.press('a');
    await page.getByTestId('day-tell').waitFor();
    await picture(app, page, one, name('7-tell'));
    await page.keyboard.press('Escape');
    await page.getByTestId('day-tell').waitFor({ state: 'detached' });
    await callFrom(app.home, 'books.close', { doctorId: id });
    await expect(page.getByTestId('doctor-primary')).toHaveAttribute('data-step', 'closed');
    await picture(app, page, one, name('8-closed'));
    await callFrom(page, 'windows.open', { screen: 'summary' });
    const isSummary = (window: Page): boolean => window.url().includes('screen=summary');
    await expect.poll(() => app.electron.windows().some(isSummary)).toBe(true);
    const summary = app.electron.windows().find(isSummary);
    if (summary) {
      await summary.getByTestId('summary-A').waitFor();
      await picture(app, summary, [[1000, 768]], `summary-${language}`);
    }
  });
}

test('doctor’s window with nobody, and without a doctor', async ({ launch }) => {
  const app = await launch();
  const page = await app.openDoctor('A');
  await page.getByTestId('doctor-primary').waitFor();
  await picture(app, page, [laptop, small], 'doctor-en-0-empty');
  const opened = app.electron.waitForEvent('window');
  await callFrom(app.home, 'windows.open', { screen: 'doctor' });
  const choosing = await opened;
  await choosing.getByTestId('doctor-choose-B').waitFor();
  await picture(app, choosing, [tablet], 'doctor-en-0-choose');
});
