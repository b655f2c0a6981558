import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { MORNING, type RunningApp, resize, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { pdfPages } from './helpers/pdf';
import { laptop, picture } from './helpers/pictures';
import { playWeeks } from './helpers/weeks';

const reports = ['patients', 'waits', 'quoted', 'missed', 'rooms', 'people', 'capacity'] as const;

async function inLanguage(page: Page, language: 'en' | 'hi'): Promise<void> {
  await page.evaluate((value) => localStorage.setItem('staff.language', value), language);
  await page.reload();
  await page.getByTestId('reports-overview').waitFor();
}

async function openReports(app: RunningApp): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'reports' });
  const page = await windowOf(app.electron, 'reports');
  await page.getByTestId('reports-controls').waitFor();
  return page;
}

/** All of a report, however long it is: a window as high as that. */
async function whole(app: RunningApp, page: Page, name: string): Promise<void> {
  const height = await page.evaluate(
    () => document.querySelector('[role=tabpanel] > *')?.scrollHeight ?? innerHeight,
  );
  await picture(app, page, [1366, Math.min(6_000, Math.max(768, height + 20))], name);
  await resize(app, page, 1366, 768);
}

/** Every report over four weeks, for `npm run screens`: whole, in both languages; tokens behind a figure; nothing there; errors. */
test('reports', async ({ launch, dataFolder }) => {
  test.setTimeout(600_000);
  await playWeeks(dataFolder, MORNING, 5);
  const app = await launch();
  const page = await openReports(app);
  await picture(app, app.home, laptop, 'reports-home');
  await page.getByTestId('reports-overview').waitFor();
  for (const language of ['en', 'hi'] as const) {
    await inLanguage(page, language);
    for (const report of reports) {
      await page.getByTestId(`reports-${report}`).click();
      await page.getByTestId('reports-overview').waitFor();
      await picture(app, page, laptop, `reports-${report}-${language}`);
      await whole(app, page, `reports-whole-${report}-${language}`);
    }
    await page.getByTestId('reports-definitions').click();
    await page.getByTestId('reports-text').waitFor();
    await whole(app, page, `reports-definitions-${language}`);
    await page.getByTestId('reports-waits').click();
    await page.getByTestId('table-group').click();
    await page.getByTestId('table-group').scrollIntoViewIfNeeded();
    await picture(app, page, laptop, `reports-table-${language}`);
    await page.getByTestId('reports-overview').locator('[data-figure=overTarget] button').click();
    await page.getByTestId('reports-tokens-count').waitFor();
    await picture(app, page, laptop, `reports-tokens-${language}`);
    await page.keyboard.press('Escape');
    await page.getByTestId('reports-summaries-open').click();
    await page.getByTestId('reports-summaries').waitFor();
    await picture(app, page, laptop, `reports-summaries-${language}`);
    await page.keyboard.press('Escape');
    await page.getByTestId('reports-save').click();
    await page.getByTestId('reports-name').fill('Mondays');
    await picture(app, page, laptop, `reports-save-${language}`);
    await page.keyboard.press('Escape');
    await picture(app, page, [760, 600], `reports-narrow-${language}`);
    await resize(app, page, 1366, 768);
  }
  await page.getByTestId('reports-range').click();
  await page.getByRole('option').last().click();
  await page.getByTestId('reports-from').fill('2010-01-01');
  await page.getByTestId('reports-error').waitFor();
  await picture(app, page, laptop, 'reports-too-long');
  await page.getByTestId('reports-to').fill('2027-01-01');
  await page.getByTestId('reports-from').fill('2026-12-01');
  await page.getByTestId('reports-ahead').waitFor();
  await picture(app, page, laptop, 'reports-ahead');
  await page.getByTestId('reports-from').fill('2025-01-01');
  await page.getByTestId('reports-to').fill('2025-01-31');
  await page.getByTestId('reports-none').waitFor();
  await picture(app, page, laptop, 'reports-none');
});

/** Each page of two reports on A4. */
test('reports on paper', async ({ launch, dataFolder }) => {
  test.setTimeout(300_000);
  await playWeeks(dataFolder, MORNING, 1);
  const app = await launch();
  const page = await openReports(app);
  const days = { from: '2025-12-29', to: '2026-01-05' } as const;
  for (const [report, language] of [
    ['waits', 'en'],
    ['missed', 'hi'],
  ] as const) {
    const document = { kind: 'report', wish: { report, ...days }, beside: 'before' } as const;
    const { path } = await callFrom(page, 'documents.make', { document, language });
    const folder = join(import.meta.dirname, '../../out/screens');
    await pdfPages(path, join(folder, `report-paper-${report}-${language}`));
  }
});
