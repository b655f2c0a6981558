import type { Page } from '@playwright/test';
import { fontFamilies } from '../../src/renderer/src/ui/fontFamilies';
import type { Token } from '../../src/shared/model/token';
import { expect, type RunningApp, test } from './helpers/app';
import { openDesk } from './helpers/desk';
import { doctorId, issueOne } from './helpers/patients';
import { fontsOf, namesInScripts } from './helpers/scripts';

const scripts = Object.entries(namesInScripts);

/** No letter of these names is drawn by another font than its script's own. */
async function drawsNames(page: Page, names: readonly (readonly [string, string])[]): Promise<void> {
  for (const [script, name] of names) {
    const shown = page.getByText(name, { exact: true }).first();
    await expect
      .poll(() => fontsOf(page, shown), { message: name })
      .toEqual(['Noto Sans: a space', `Noto Sans ${script}: letters`].sort());
  }
}

async function showPaper(page: Page, query: Record<string, string>): Promise<void> {
  await page.goto(`app://opd/index.html?${new URLSearchParams(query).toString()}`);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
}

/** The bundled families this page has loaded a file of. */
async function loadedIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family)
      .join();
  });
}

test('a name in any script of India is drawn in letters, not boxes: at the desk, on the slip, on the list', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const doctor = await doctorId(app);
  const tokens = new Map<string, Token>();
  for (const [index, [script, patientName]] of scripts.entries()) {
    const patientContact = `900000000${index}`;
    tokens.set(script, await issueOne(app, { patientName, patientContact }));
  }

  await drawsNames(await openDesk(app), scripts);
  // The pages that main prints, as it prints them once they say that they are ready.
  for (const [script, name] of scripts) {
    const token = tokens.get(script)?.id ?? '';
    await showPaper(app.home, { screen: 'slip', token, lang: 'hi', paper: 'roll_58' });
    await drawsNames(app.home, [[script, name]]);
  }
  await showPaper(app.home, { screen: 'document', kind: 'dayList', doctorId: doctor });
  await drawsNames(app.home, scripts);
});

test('a page that shows no name in a script loads none of its fonts; the kiosk’s first picture has all it needs; paper waits for all', async ({
  launch,
}) => {
  const app = await launch();
  await test.step('paper waits for every font that the screen may use, and all of them are bundled', () =>
    paperWaits(app));
  await test.step('the kiosk’s first picture has letters in all its languages, not boxes', () =>
    firstPicture(app));
  await issueOne(app);
  const desk = await openDesk(app);
  await desk.getByText('Asha Verma', { exact: true }).first().waitFor();
  const before = await loadedIn(desk);
  expect(before).toContain('Noto Sans Variable');
  for (const [script] of scripts) expect(before).not.toContain(script);
  // Nor one for the signs that none of them has.
  const doctor = await app.openDoctor('A');
  await doctor.getByTestId('doctor-primary').waitFor();
  expect(await loadedIn(doctor)).toBe('Noto Sans Variable');
  await issueOne(app, { patientName: namesInScripts.Telugu, patientContact: '9000000001' });
  await expect.poll(() => loadedIn(desk)).toContain('Telugu');
  expect(await loadedIn(desk)).not.toContain('Bengali');
});

async function firstPicture(app: RunningApp): Promise<void> {
  const kiosk = await app.openKiosk();
  await kiosk.addInitScript(() => {
    new MutationObserver(() => {
      if ('loadedAtFirst' in window || document.body?.textContent?.includes('தமிழ்') !== true) return;
      const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
      Object.assign(window, { loadedAtFirst: loaded.map(({ family }) => family).join() });
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await kiosk.reload();
  await kiosk.getByText('தமிழ்').first().waitFor();
  const loaded = await kiosk.evaluate(() => ('loadedAtFirst' in window ? window.loadedAtFirst : ''));
  for (const script of ['Devanagari', 'Tamil', 'Arabic']) expect(loaded).toContain(script);
}

async function paperWaits({ home }: RunningApp): Promise<void> {
  await home.getByTestId('home-open-desk').waitFor();
  const { stack, bundled } = await home.evaluate(() => ({
    stack: getComputedStyle(document.body).fontFamily,
    bundled: [...document.fonts].map(({ family }) => family),
  }));
  expect([...stack.matchAll(/"([^"]+)"/g)].map(([, family]) => family)).toEqual(fontFamilies);
  expect(new Set(bundled.map((family) => family.replaceAll('"', '')))).toEqual(new Set(fontFamilies));
}
