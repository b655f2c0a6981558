import type { Page } from '@playwright/test';
import { expect, resize, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { issueByKeys, openDesk, Typist } from './helpers/desk';
import { doctorId, issueMany } from './helpers/patients';
import { zoom } from './helpers/pictures';

/** Which of these have something of a message over them. */
async function covered(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const toasts = [...document.querySelectorAll('[data-testid="toast"]')].map((one) =>
      one.getBoundingClientRect(),
    );
    const isOver = (box: DOMRect): boolean =>
      toasts.some(
        (toast) =>
          toast.left < box.right &&
          toast.right > box.left &&
          toast.top < box.bottom &&
          toast.bottom > box.top,
      );
    const inView = (box: DOMRect): boolean => box.width > 1 && box.top < innerHeight && box.left < innerWidth;
    return [...document.querySelectorAll(wanted)]
      .filter((one) => !one.closest('[data-testid="toast"]'))
      .map((one) => ({ box: one.getBoundingClientRect(), text: one.textContent ?? '' }))
      .filter(({ box }) => inView(box) && isOver(box))
      .map(({ text }) => text);
  }, selector);
}

test('a message covers neither the header nor what is pressed next, nor a dialog’s title', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await openDesk(app);
  for (const [phone, width, height] of [
    ['9000000001', 1366, 768],
    ['9000000002', 1024, 768],
  ] as const) {
    await resize(app, desk, width, height);
    await issueByKeys(desk, new Typist(desk), { phone, name: 'Asha Verma' });
    await desk.keyboard.press('Control+z');
    await desk.getByTestId('toast').first().waitFor();
    expect(await covered(desk, 'header, header button, input, [data-testid="desk-issue"]')).toEqual([]);
    await desk.keyboard.press('F9');
    await desk.getByTestId('desk-station-panel').waitFor();
    expect(await covered(desk, '[role="dialog"] h2, [role="dialog"] button')).toEqual([]);
    await desk.keyboard.press('Escape');
    await desk.getByTestId('desk-station-panel').waitFor({ state: 'detached' });
  }
});

test('at 200 % the doctor’s next step is in view, and nothing of a slot sticks out of its card', async ({
  launch,
}) => {
  const app = await launch();
  await issueMany(app, 8);
  const page = await app.openDoctor('A');
  await page.getByTestId('doctor-primary').waitFor();
  await resize(app, page, 1366, 768);
  for (const factor of [2, 1.5, 1]) {
    await zoom(app, page, factor);
    await expect(page.getByTestId('doctor-primary')).toBeInViewport({ ratio: 1 });
    const sticking = await page
      .getByTestId(/^doctor-slot-/)
      .evaluateAll((cards) => cards.filter((card) => card.scrollWidth > card.clientWidth).length);
    expect(sticking).toBe(0);
  }
  await test.step('every tool is in view while one patient is in the room and another is on the way', async () => {
    const doctor = { doctorId: await doctorId(app) };
    const inside = await callFrom(app.home, 'queue.callNext', doctor);
    await callFrom(app.home, 'tokens.start', { tokenId: inside.id });
    await callFrom(app.home, 'queue.callNext', doctor);
    for (const [language, said] of [
      ['hi', 'आ रहे हैं'],
      ['en', 'on the way'],
    ] as const) {
      await app.home.getByTestId(`home-language-${language}`).click();
      await page.getByText(said).waitFor();
      await expect(page.getByTestId('doctor-undo')).toBeInViewport({ ratio: 1 });
    }
  });
});

test('Settings, Printing has one scroll bar, and says where slips as PDF go', async ({
  launch,
  dataFolder,
}) => {
  const app = await launch();
  const { desk } = (await callFrom(app.home, 'settings.read', {})).print;
  await callFrom(app.home, 'settings.change', { print: { desk: { ...desk, way: 'pdf' } } });
  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const admin = await windowOf(app.electron, 'admin');
  await resize(app, admin, 1024, 768);
  await admin.getByTestId('admin-printing').click();
  await expect(admin.getByTestId('folder-deskSlips')).toContainText(dataFolder);
  await expect(admin.getByTestId('folder-deskSlips-open')).toBeVisible();
  expect(
    await admin.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) - innerHeight),
  ).toBeLessThanOrEqual(0);
  await admin.getByTestId('admin-clinic').click();
  await expect(admin.getByTestId('folder-logs')).toContainText('logs');
  await admin.getByTestId('admin-backups').click();
  await expect(admin.getByTestId('folder-backups')).toContainText('backups');
});
