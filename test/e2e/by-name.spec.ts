import { giveCode } from './helpers/devices';
import { long } from './helpers/long';
import { expect, freePort, launchBrowser, networkNumber, openDeskPage, pairOn, test } from './helpers/server';

/** As a device that finds names ending in .local by multicast would. */
test.use({ hostRules: `MAP *.local ${networkNumber()}` });

/** The PC offers its name once it has asked the network whether that is free. */
const offersName = (address: string): Promise<void> =>
  expect
    .poll(async () => (await (await fetch(`${address}/pair`)).json()) as object, { timeout: 30_000 })
    .toHaveProperty('byName');

const atName = (port: number): RegExp => new RegExp(`^http://opd-[a-z0-9-]+\\.local:${port}/`);

test('a device that scans the number is led to the name, pairs there, and goes on after the number changed', async ({
  serve,
  openBrowser,
}) => {
  const { address, code } = await serve({ open: false, fromNetwork: true });
  await offersName(address);
  const port = Number(new URL(address).port);
  const asked: string[] = [];
  const tablet = await openBrowser();
  tablet.on('request', (request) => asked.push(request.url(), request.headers().referer ?? ''));
  const page = await tablet.newPage();
  await page.goto(`${address}/#pair=${code}`);
  await expect(page.getByTestId('home-open-desk')).toBeVisible();
  expect(page.url()).toMatch(atName(port));
  // The code was in no address that was sent, and no cookie is left at the number.
  expect(asked.filter((text) => text.includes(code ?? ''))).toEqual([]);
  const cookies = await tablet.cookies([address, page.url()]);
  expect(cookies.map(({ domain, httpOnly }) => [domain, httpOnly])).toEqual([
    [new URL(page.url()).hostname, true],
  ]);

  // Opened again by the number, as an old bookmark has it: it goes where its place is.
  const old = await tablet.newPage();
  await old.goto(address);
  await expect(old.getByTestId('home-open-desk')).toBeVisible();
  expect(old.url()).toMatch(atName(port));

  // The same device, a new number behind the name: the server listens at it, as at every one of the computer's.
  const later = await launchBrowser('MAP *.local 127.0.0.2');
  try {
    const again = await later.newContext({ storageState: await tablet.storageState() });
    const desk = await openDeskPage(again, new URL(page.url()).origin);
    expect(desk.url()).toMatch(atName(port));
  } finally {
    await later.close();
  }
});

test(
  'a device that does not find the name pairs at the number, and takes its place along once it does',
  long,
  async ({ serve, openBrowser }) => {
    // Three devices, two servers, and a name that is waited for in vain.
    test.slow();
    const port = await freePort();
    const { address, code, kill } = await serve({ open: false, fromNetwork: true, port });
    await offersName(address);
    const tablet = await openBrowser();
    const names = /^http:\/\/opd-[^/]+\.local:/;
    await tablet.route(names, (route) => route.abort());
    const first = await tablet.newPage();
    await first.goto(`${address}/`);
    await expect(first.getByTestId('pair-at-number')).toContainText(networkNumber());
    await pairOn(first, code ?? '');
    await first.getByTestId('home-open-admin').click();
    await first.getByTestId('admin-devices').click();
    await expect(first.getByTestId('devices-address')).toHaveText(names);
    await expect(first.getByTestId('other-addresses')).toContainText(address);

    // Another device, which is never started while both are there.
    const given = await giveCode(first, 'reception');
    await expect(first.getByTestId('pair-address')).toHaveText(names);
    const stranded = await openBrowser();
    await stranded.route(names, (route) => route.abort());
    const other = await stranded.newPage();
    await other.goto(`${address}/#pair=${given}`);
    await expect(other.getByTestId('home-open-desk')).toBeVisible();
    expect(other.url()).toContain(address);
    await first.getByTestId('pair-close').click();
    await expect(first.getByTestId('device')).toHaveCount(2);

    await tablet.unroute(names);
    await stranded.unroute(names);
    const second = await tablet.newPage();
    await second.goto(`${address}/?screen=admin`);
    await expect.poll(() => second.url()).toMatch(atName(port));
    await second.getByTestId('admin-devices').click();
    await expect(second.getByTestId('device')).toHaveCount(2);

    // The network gives the PC another number, and the old one answers nobody.
    for (const device of [tablet, stranded]) {
      await device.route(`${address}/**`, (route) => route.abort());
    }
    await kill();
    await serve({ open: false, fromNetwork: true, port });
    await expect.poll(() => first.url(), { timeout: 60_000 }).toMatch(atName(port));
    await expect(other.getByTestId('link-lost')).toBeVisible();
    await other.getByTestId('link-found').getByRole('link').click();
    await expect(other.getByTestId('pair-code')).toBeVisible();
    expect(other.url()).toMatch(atName(port));
  },
);
