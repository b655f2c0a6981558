import type { Page } from '@playwright/test';
import { layCable } from './helpers/cable';
import { issueByKeys, Typist } from './helpers/desk';
import { long } from './helpers/long';
import { expect, freePort, openDeskPage, test } from './helpers/server';

/** Fills in the next token up to the last key. */
async function fillIn(desk: Page, name: string, phone: string): Promise<void> {
  await desk.keyboard.press('F2');
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  await desk.keyboard.insertText(phone);
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-name')).toBeFocused();
  await desk.keyboard.insertText(name);
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('a');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('desk-preview')).toHaveAttribute('data-state', 'known');
}

const isGrey = (page: Page): Promise<boolean> =>
  page.locator('#screen').evaluate((element) => getComputedStyle(element).filter.includes('grayscale(1)'));

test('when the link drops it is said, what is shown turns grey, and it comes back by itself', async ({
  serve,
  openBrowser,
}) => {
  const port = await freePort();
  const before = await serve({ port });
  const cable = await layCable(before.address);
  const desk = await openDeskPage(await openBrowser(), cable.address);
  await issueByKeys(desk, new Typist(desk), { phone: '9876543210', name: 'Asha Verma' });
  await fillIn(desk, 'Ravi Kumar', '9876543211');

  await cable.pull();
  await before.kill();
  await expect(desk.getByTestId('link-lost')).toBeVisible();
  expect(await isGrey(desk)).toBe(true);
  // The last state can still be read, and what was being typed is still there.
  await expect(desk.getByTestId('desk-board-A')).toContainText('A-001');
  await expect(desk.getByTestId('desk-name')).toHaveValue('Ravi Kumar');
  // However long a busy computer takes to begin again: what is issued into the gap waits for some seconds only.
  const after = await serve({ port });
  expect(after.address).toBe(before.address);
  const inVain = desk.waitForEvent('requestfailed', (request) => request.url().endsWith('/rpc/tokens.issue'));
  await desk.keyboard.press('Enter');
  await inVain;

  await cable.plugIn();
  await expect(desk.getByTestId('desk-issued-number')).toHaveText('A-002');
  await expect(desk.getByTestId('link-lost')).toBeHidden();
  expect(await isGrey(desk)).toBe(false);
  await expect(desk.getByTestId('desk-board-A')).toContainText('A-002');
  await expect(desk.getByTestId('desk-board-A')).not.toContainText('A-003');
  await cable.pull();
});

test('an answer that is lost on its way makes no second token', async ({ serve, openBrowser }) => {
  const { address } = await serve();
  const desk = await openDeskPage(await openBrowser(), address);
  let lost = 0;
  await desk.route('**/rpc/tokens.issue', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    // It was done; only nobody hears of it.
    await route.fetch();
    await route.abort('connectionreset');
  });
  expect(await issueByKeys(desk, new Typist(desk), { phone: '9876543210', name: 'Asha Verma' })).toBe(
    'A-001',
  );
  expect(lost).toBe(1);
  expect(await issueByKeys(desk, new Typist(desk), { phone: '9876543211', name: 'Ravi Kumar' })).toBe(
    'A-002',
  );
});

test('a token whose answer was lost for good is not made again unnoticed, however the draft changes', async ({
  serve,
  openBrowser,
}) => {
  const { address } = await serve();
  const desk = await openDeskPage(await openBrowser(), address);
  let isCut = true;
  await desk.route('**/rpc/tokens.issue', async (route) => {
    if (!isCut) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await fillIn(desk, 'Asha Verma', '9876543210');
  await desk.keyboard.press('Enter');
  const error = desk.getByTestId('desk-error');
  await expect(error).toContainText('did not answer');
  isCut = false;
  await desk.getByTestId('desk-name').fill('Asha Varma');
  await desk.getByTestId('desk-issue').click();
  await expect(error).toContainText('was made when you first pressed');
  await expect(desk.getByTestId('desk-board-A')).toContainText('A-001');
  await expect(desk.getByTestId('desk-board-A')).not.toContainText('A-002');
  await desk.getByTestId('desk-issue').click();
  await expect(desk.getByTestId('desk-issued-number')).toHaveText('A-002');
});

test('a tab that nobody sees lets go of its stream, and is up to date when it is seen again', async ({
  serve,
  openBrowser,
}) => {
  const { address } = await serve();
  const room = await (await openBrowser()).newPage();
  await room.goto(address);
  await room.getByTestId('home-open-doctor-A').click();
  await expect(room.getByTestId('doctor-primary')).toBeVisible();
  const turn = (visibility: 'hidden' | 'visible'): Promise<void> =>
    room.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibility);

  const released = room.waitForEvent('requestfailed', (request) => request.url().includes('/rpc/events'));
  await turn('hidden');
  await released;
  const desk = await openDeskPage(await openBrowser(), address);
  await issueByKeys(desk, new Typist(desk), { phone: '9876543210', name: 'Asha Verma' });
  await turn('visible');
  await expect(room.getByTestId('doctor-row-A-001')).toBeVisible();
  await expect(room.getByTestId('link-lost')).toHaveCount(0);
});

test('what happened while the link was down is seen afterwards', long, async ({ serve, openBrowser }) => {
  const { address } = await serve();
  const cable = await layCable(address);
  const room = await (await openBrowser()).newPage();
  await room.goto(cable.address);
  await room.getByTestId('home-open-doctor-A').click();
  await expect(room.getByTestId('doctor-primary')).toBeVisible();

  await cable.pull();
  await expect(room.getByTestId('link-lost')).toBeVisible();
  const desk = await openDeskPage(await openBrowser(), address);
  await issueByKeys(desk, new Typist(desk), { phone: '9876543210', name: 'Asha Verma' });
  await expect(room.getByTestId('doctor-row-A-001')).toHaveCount(0);

  await cable.plugIn();
  await expect(room.getByTestId('doctor-row-A-001')).toContainText('Asha Verma');
  await expect(room.getByTestId('link-lost')).toBeHidden();
  await cable.pull();
});

test('a page that is opened while the server is away waits for it', long, async ({ serve, openBrowser }) => {
  const { address, kill } = await serve();
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(address);
  await expect(page.getByTestId('home-open-desk')).toBeVisible();
  await kill();
  await expect(page.getByTestId('link-lost')).toBeVisible();
  await serve({ port: Number(new URL(address).port) });
  await expect(page.getByTestId('link-lost')).toBeHidden();
});
