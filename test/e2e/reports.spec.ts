import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, test, windowOf } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { pdfFacts } from './helpers/pdf';

async function openReports({ electron, home }: RunningApp): Promise<Page> {
  await home.getByTestId('home-open-reports').click();
  const page = await windowOf(electron, 'reports');
  await page.getByTestId('reports-controls').waitFor();
  return page;
}

/** A morning of the first doctor: three are seen, one is cancelled. */
async function playMorning({ home }: RunningApp): Promise<void> {
  const [doctor] = await callFrom(home, 'doctors.list', {});
  if (doctor === undefined) throw new Error('No doctor.');
  const doctorId = doctor.id;
  for (const [index, patientName] of ['Asha Verma', 'Ravi Kumar', 'Meena Iyer', 'Joseph Mathew'].entries()) {
    const patientContact = `98765432${10 + index}`;
    await callFrom(home, 'tokens.issue', { doctorId, source: 'walk_in', patientName, patientContact });
  }
  for (let seen = 0; seen < 3; seen += 1) {
    const { id: tokenId } = await callFrom(home, 'queue.callNext', { doctorId });
    await callFrom(home, 'tokens.start', { tokenId });
    await callFrom(home, 'tokens.serve', { tokenId });
  }
  const { token } = await callFrom(home, 'tokens.issue', {
    doctorId,
    source: 'paid',
    patientName: 'Fatima Begum',
    patientContact: '9876543299',
  });
  await callFrom(home, 'tokens.cancel', { tokenId: token.id, reason: 'patient' });
}

test('from an empty clinic to a figure, its tokens, its file and its paper', async ({ launch }) => {
  // A whole story: an app, a morning, a file and a paper.
  test.slow();
  const app = await launch();
  const page = await openReports(app);
  const figure = (name: string) => page.locator(`[data-figure=${name}]`);

  await test.step('nothing has happened yet', async () => {
    await expect(page.getByTestId('reports-none')).toBeVisible();
  });

  await playMorning(app);
  await page.reload();
  await page.getByTestId('reports-range').click();
  await page.getByRole('option', { name: 'Today', exact: true }).click();

  await test.step('the figures of today, found fit for everybody', async () => {
    await expect(figure('served')).toHaveText('3');
    await expect(figure('patients')).toHaveText('5');
    expect(await findings(page)).toEqual([]);
  });

  await test.step('from a figure to its tokens, by keys, and back', async () => {
    await figure('served').getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('reports-tokens-count')).toHaveText('3 tokens');
    await expect(page.getByRole('rowheader', { name: 'A-001' })).toBeVisible();
    await expect(page.getByText('Asha')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(figure('served').getByRole('button')).toBeFocused();
  });

  await test.step('the table behind a chart, and its file', async () => {
    const view = page.getByTestId('view-source');
    await page.getByTestId('table-source').click();
    await expect(view.getByRole('row', { name: /Walk-in/ })).toContainText('4');
    await page.getByTestId('csv-source').click();
    const said = page.getByText(/saved in .*\.csv/);
    await expect(said).toBeVisible();
    const path = /saved in (.*\.csv)/.exec((await said.textContent()) ?? '')?.[1] ?? '';
    expect(readFileSync(path, 'utf8')).toContain('walk_in');
  });

  await test.step('only one kind of token, kept by a name', async () => {
    await page.getByTestId('reports-source').click();
    await page.getByRole('option', { name: 'Paid' }).click();
    await expect(figure('served')).toHaveText('0');
    await page.getByTestId('reports-save').click();
    await page.getByTestId('reports-name').fill('Who pays');
    await page.keyboard.press('Enter');
    await page.getByTestId('reports-clear').click();
    await expect(figure('served')).toHaveText('3');
    await page.getByTestId('reports-views').click();
    await page.getByRole('option', { name: 'Who pays' }).click();
    await expect(figure('served')).toHaveText('0');
    await page.getByTestId('reports-clear').click();
  });

  await test.step('summaries that are written by themselves', async () => {
    await page.getByTestId('reports-summaries-open').click();
    await page.getByTestId('reports-summaries-on').click();
    await expect(page.getByTestId('reports-summaries-folder')).toContainText('exports');
    await page.getByTestId('reports-summaries-week').click();
    await expect
      .poll(() => callFrom(page, 'reports.summaries', {}))
      .toMatchObject({ periods: ['day', 'month'], problem: null });
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('days the wrong way round, too many, and still to come', async () => {
    await page.getByTestId('reports-range').click();
    await page.getByRole('option').last().click();
    await page.getByTestId('reports-from').fill('2026-02-01');
    await expect(page.getByTestId('reports-error')).toContainText('after the last one');
    await page.getByTestId('reports-to').fill('2026-02-28');
    await expect(page.getByTestId('reports-ahead')).toBeVisible();
    await page.getByTestId('reports-from').fill('2010-01-01');
    await expect(page.getByTestId('reports-error')).toContainText('ten years');
    await page.getByTestId('reports-from').fill('2026-01-01');
    await expect(figure('served')).toHaveText('3');
  });

  await test.step('on A4', async () => {
    const made = await callFrom(page, 'documents.make', {
      document: {
        kind: 'report',
        wish: { report: 'waits', from: '2026-01-05', to: '2026-01-05' },
        beside: 'before',
      },
      language: 'en',
    });
    const { pages, widthMm, heightMm } = await pdfFacts(made.path);
    expect(pages).toBeGreaterThan(0);
    expect([Math.round(widthMm), Math.round(heightMm)]).toEqual([210, 297]);
    await page.keyboard.press('Control+p');
    await expect(page.getByText(/report is (open|saved)/)).toBeVisible();
  });
});
