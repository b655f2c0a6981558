import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { addBook } from '../bench/books';
import { openBenchClinic } from '../bench/clinic';
import { expect, test } from './helpers/app';
import { setUpClinic } from './helpers/clinic';
import { openDesk } from './helpers/desk';
import { doctorId, issueOne } from './helpers/patients';

const TOKENS = 300;
/** More than fit on a screen, with what is drawn beyond its edges. */
const FEW = 120;

test('the doctor’s long lists: every row is there, few are drawn; the arrow keys reach the last one; an update moves nothing', async ({
  launch,
  dataFolder,
}) => {
  await addLongBook(dataFolder);
  const app = await launch();
  const page = await app.openDoctor('D');
  const rows = page.locator('[data-testid^="doctor-row-D-"]');
  const drawn = rows.filter({ has: page.locator('button') });
  await expect(rows).toHaveCount(TOKENS);
  await expect.poll(() => drawn.count()).toBeGreaterThan(10);
  expect(await drawn.count()).toBeLessThan(FEW);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expectSeen(rows.and(page.locator('[aria-current]')), 'button');
  const middle = page.getByTestId('doctor-queue').locator('> li').nth(120);
  await middle.evaluate((row) => row.scrollIntoView({ block: 'center' }));
  await expectSeen(middle, 'button');
  await expectUnmoved(page, middle, async () => {
    await issueOne(app, { doctorId: await doctorId(app, 'D') });
    await expect(rows).toHaveCount(TOKENS + 1);
  });
  expect(await drawn.count()).toBeLessThan(FEW);
});

test('a long column of the desk: every line is there, few are drawn; End reaches the last one; an update moves nothing', async ({
  launch,
  dataFolder,
}) => {
  await addLongBook(dataFolder);
  const app = await launch();
  const desk = await openDesk(app);
  const column = desk.getByTestId('desk-board-D');
  const lines = column.locator('[data-board-item=token]');
  const drawn = lines.filter({ has: desk.locator('svg') });
  await expect(lines).toHaveCount(TOKENS);
  await column.locator('[data-board-item=head]').focus();
  await expect.poll(() => drawn.count()).toBeGreaterThan(10);
  expect(await drawn.count()).toBeLessThan(FEW);
  await desk.keyboard.press('End');
  await expect(lines.last()).toBeFocused();
  await expectSeen(lines.last(), 'svg');
  await desk.keyboard.press('ArrowUp');
  await expect(lines.nth(-2)).toBeFocused();
  const middle = lines.nth(150);
  await middle.evaluate((line) => line.scrollIntoView({ block: 'center' }));
  await expectSeen(middle, 'svg');
  await expectUnmoved(desk, middle, async () => {
    await issueOne(app, { doctorId: await doctorId(app, 'D') });
    await expect(lines).toHaveCount(TOKENS + 1);
  });
  expect(await drawn.count()).toBeLessThan(FEW);
});

/** One more doctor, D, with more tokens than anybody sees in a day. */
async function addLongBook(dataFolder: string): Promise<void> {
  await setUpClinic(dataFolder, { prints: false });
  const clinic = await openBenchClinic(join(dataFolder, 'opd-tokens.db'));
  await addBook(clinic, { tokens: TOKENS, seats: 240 });
  await clinic.close();
}

/** In view, and drawn in full. */
async function expectSeen(row: Locator, part: string): Promise<void> {
  await expect(row).toBeInViewport();
  await expect(row.locator(part).first()).toBeVisible();
  await expect(row).toBeInViewport();
}

/** The row stands where it stood, whatever is done meanwhile. */
async function expectUnmoved(page: Page, row: Locator, work: () => Promise<void>): Promise<void> {
  const settled = () => page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await settled();
  const before = await row.boundingBox();
  await work();
  await settled();
  expect(await row.boundingBox()).toEqual(before);
}
