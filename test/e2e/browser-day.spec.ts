import { issueByKeys, Typist } from './helpers/desk';
import { takeToken } from './helpers/kiosk';
import { long } from './helpers/long';
import { expect, openDeskPage, test } from './helpers/server';

test('desk, doctor, kiosk and board work in browsers, and follow each other', async ({
  serve,
  openBrowser,
}) => {
  const { address, kill } = await serve();
  const reception = await openBrowser();
  const desk = await openDeskPage(reception, address);
  const room = await (await openBrowser()).newPage();
  await room.goto(address);
  // From the start screen to the doctor's, in the same tab.
  await room.getByTestId('home-open-doctor-A').click();
  await expect(room.getByTestId('doctor-primary')).toBeVisible();
  expect(new URL(room.url()).searchParams.get('screen')).toBe('doctor');

  const board = await (await openBrowser({ viewport: { width: 1920, height: 1080 } })).newPage();
  await board.goto(`${address}/?screen=board`);
  const plate = board.getByTestId('board-doctor-A').getByTestId('board-plate');
  await expect(plate).toBeVisible();

  const number = await issueByKeys(desk, new Typist(desk), { phone: '9876543210', name: 'Asha Verma' });
  expect(number).toBe('A-001');
  await expect(room.getByTestId('doctor-row-A-001')).toContainText('Asha Verma');

  const kiosk = await (await openBrowser({ viewport: { width: 1080, height: 1400 } })).newPage();
  await kiosk.goto(`${address}/?screen=kiosk`);
  expect(await takeToken(kiosk, { name: 'Ravi Kumar', phone: '9000000001' })).toBe('A-002');
  await expect(desk.getByTestId('desk-board-A')).toContainText('A-002');
  await expect(room.getByTestId('doctor-row-A-002')).toBeVisible();

  const primary = room.getByTestId('doctor-primary');
  const current = room.getByTestId('doctor-current');
  await primary.click();
  await expect(current).toContainText('A-001');
  await expect(plate).toContainText('A-001');
  await expect(plate).toHaveAttribute('data-look', 'called');
  await expect(desk.getByTestId('desk-board-A')).toContainText('A-001');
  // A click while the last one is still being answered counts for nothing.
  await expect(primary).toHaveAttribute('data-step', 'start');
  await primary.click();
  await expect(primary).toHaveAttribute('data-step', 'serve');
  await primary.click();
  await expect(room.getByTestId('doctor-finished')).toContainText('1 seen');

  await kill();
  await expect(board.getByTestId('board-silence')).toBeVisible();
  await expect(room.getByTestId('link-lost')).toBeVisible();
});

// That two at once are never both done, test/http/concurrency proves many times over.
test(
  'two doctors’ pages call at once: one patient is called, and once',
  long,
  async ({ serve, openBrowser }) => {
    const { address } = await serve();
    const desk = await openDeskPage(await openBrowser(), address);
    const typist = new Typist(desk);
    await issueByKeys(desk, typist, { phone: '9876543210', name: 'Asha Verma' });
    await issueByKeys(desk, typist, { phone: '9876543211', name: 'Ravi Kumar' });

    const rooms = await Promise.all(
      [1, 2].map(async () => {
        const page = await (await openBrowser()).newPage();
        await page.goto(address);
        await page.getByTestId('home-open-doctor-A').click();
        await expect(page.getByTestId('doctor-row-A-002')).toBeVisible();
        return page;
      }),
    );
    await Promise.all(rooms.map((room) => room.getByTestId('doctor-primary').click()));
    for (const room of rooms) {
      await expect(room.getByTestId('doctor-current')).toContainText('A-001');
      await expect(room.getByTestId('doctor-row-A-002')).toBeVisible();
    }
  },
);

test(
  'two desks issue at once: numbers follow each other, and both see both',
  long,
  async ({ serve, openBrowser }) => {
    const { address } = await serve();
    const desks = [
      await openDeskPage(await openBrowser(), address),
      await openDeskPage(await openBrowser(), address),
    ] as const;
    const numbers = await Promise.all(
      desks.map((desk, at) =>
        issueByKeys(desk, new Typist(desk), { phone: `987654320${at}`, name: `Patient ${at}` }),
      ),
    );
    expect([...numbers].sort()).toEqual(['A-001', 'A-002']);
    for (const desk of desks) {
      await expect(desk.getByTestId('desk-board-A')).toContainText('A-001');
      await expect(desk.getByTestId('desk-board-A')).toContainText('A-002');
    }
  },
);
