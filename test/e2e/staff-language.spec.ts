import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type RunningApp, test } from './helpers/app';
import { findings } from './helpers/axe';
import { openDesk } from './helpers/desk';
import { answered, mainWindow } from './helpers/main-process';
import { issueMany } from './helpers/patients';
import { pdfFacts } from './helpers/pdf';

/** The menu bar of staff windows, as the system shows it. */
const menuBar = (app: RunningApp) =>
  app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

test('staff choose Hindi once: every staff window has it, and after a restart too', async ({ launch }) => {
  // Two starts and six windows.
  test.setTimeout(180_000);
  const first = await launch();
  await expect.poll(() => menuBar(first)).toEqual(['&Open', '&Edit', '&View', '&Help']);
  await issueMany(first, 2);
  const doctor = await first.openDoctor('A');
  await expect(doctor.getByTestId('doctor-primary')).toContainText('Call A-001');
  await first.home.getByTestId('home-language-hi').click();
  await expect(first.home.locator('html')).toHaveAttribute('lang', 'hi');
  await expect(first.home.getByTestId('home-open-kiosk')).toContainText('कियोस्क');
  await expect(doctor.getByTestId('doctor-primary')).toContainText('A-001 को बुलाएँ');
  await expect.poll(() => menuBar(first)).toEqual(['खोलें', 'संपादन', 'दृश्य', 'मदद']);
  expect(await findings(doctor)).toEqual([]);
  expect(await findings(first.home)).toEqual([]);
  const desk = await openDesk(first);
  await expect(desk.locator('html')).toHaveAttribute('lang', 'hi');
  await desk.getByTestId('desk-token-A-001').waitFor();
  expect(await findings(desk)).toEqual([]);
  // Patients choose for themselves.
  const kiosk = await first.openKiosk();
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en');
  await first.electron.close();

  const second = await launch();
  await expect(second.home.getByTestId('home-open-kiosk')).toContainText('कियोस्क');
  await expect.poll(() => menuBar(second)).toEqual(['खोलें', 'संपादन', 'दृश्य', 'मदद']);
});

test('F1: the manual over the desk, in its language; searched, printed, and back to where one was', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  const app = await launch();
  const desk = await openDesk(app);
  const manual = desk.getByTestId('manual');
  const page = desk.getByTestId('manual-page');
  const keys = desk.keyboard;
  await keys.type('98765');
  await keys.press('Tab');
  await keys.type('Asha');
  await keys.press('F1');
  await expect(desk.getByTestId('manual-search')).toBeFocused();
  await expect(page).toContainText('You give out tokens');
  await expect
    .poll(() => page.locator('img').evaluate((one: HTMLImageElement) => one.naturalWidth))
    .toBe(1366);
  expect(await findings(desk)).toEqual([]);

  await test.step('is read and searched by keys', async () => {
    await keys.press('PageDown');
    await expect.poll(() => page.evaluate((room) => room.scrollTop)).toBeGreaterThan(100);
    await keys.type('lost the slip');
    await desk.getByTestId('manual-hit-0').waitFor();
    await keys.press('Enter');
    await expect(page.locator('.manual-found')).toBeInViewport();
    await expect(page).toContainText('Something is wrong');
    await keys.press('Alt+ArrowLeft');
    await expect(page).toContainText('You give out tokens');
    await page.getByRole('button', { name: 'Quick card' }).click();
    await expect(page).toContainText('For the wall');
  });

  await test.step('prints the card on one page of A4, and nothing else', async () => {
    const window = await mainWindow(app, desk);
    const pdf = await answered(() =>
      window.evaluate(async ({ webContents }) =>
        (await webContents.printToPDF({ preferCSSPageSize: true })).toString('base64'),
      ),
    );
    const path = join(dataFolder, 'card.pdf');
    await writeFile(path, Buffer.from(pdf, 'base64'));
    const { pages, widthMm, heightMm } = await pdfFacts(path);
    expect([pages, Math.round(widthMm), Math.round(heightMm)]).toEqual([1, 210, 297]);
    await expect(desk.locator('.manual-paper')).toHaveCount(0);
  });

  await test.step('Escape leads back into the form as it was; another key of the desk does what it does', async () => {
    await keys.press('Escape');
    await expect(manual).toHaveCount(0);
    await expect(desk.getByTestId('desk-name')).toBeFocused();
    await expect(desk.getByTestId('desk-name')).toHaveValue('Asha');
    await keys.press('F1');
    await manual.waitFor();
    await keys.press('F3');
    await expect(manual).toHaveCount(0);
    await expect(desk.getByTestId('desk-find')).toBeFocused();
    await keys.press('F1');
    await manual.waitFor();
    await keys.press('Escape');
    await expect(desk.getByTestId('desk-find')).toBeFocused();
    await keys.press('Escape');
  });

  await test.step('the way to the doctor’s dialog is as the manual says', async () => {
    for (const key of ['Alt+ArrowRight', '2', 'Home', 'Enter']) await keys.press(key);
    await desk.getByTestId('desk-blanks').waitFor();
    await desk.getByTestId('desk-doctor-paper').waitFor();
    await keys.press('Escape');
  });

  await test.step('a doctor begins on the doctor’s page, in Hindi by now, from the menu too', async () => {
    await app.home.getByTestId('home-language-hi').click();
    const doctor = await app.openDoctor('A');
    await doctor.getByTestId('doctor-primary').waitFor();
    const window = await mainWindow(app, doctor);
    await window.evaluate((own) => own.focus());
    await app.electron.evaluate(({ Menu, BrowserWindow }) => {
      const help = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'मदद');
      help?.submenu?.items[0]?.click(undefined, BrowserWindow.getFocusedWindow() ?? undefined);
    });
    await expect(doctor.getByTestId('manual-page')).toContainText('डॉक्टर की विंडो');
    expect(await findings(doctor)).toEqual([]);
  });
});
