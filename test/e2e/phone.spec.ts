import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { doctorId } from './helpers/patients';
import { issueLinked } from './helpers/phones';
import { expect, freePort, test } from './helpers/server';
import { openSettings } from './helpers/settings';

test('two phones are told of a call, unasked; without the link they are grey, and come back', async ({
  launch,
  openBrowser,
}) => {
  test.slow();
  const app = await launch();
  await callFrom(app.home, 'settings.change', { phones: { port: await freePort(), address: '127.0.0.1' } });
  const settings = await openSettings(app, 'phones');
  await settings.getByTestId('phones-on').click();
  await settings.getByTestId('phones-running').waitFor();
  const { token, link, address } = await issueLinked(app, '9876500001');

  const phones = [
    await (await openBrowser({ viewport: { width: 360, height: 640 } })).newPage(),
    await (await openBrowser({ viewport: { width: 412, height: 915 } })).newPage(),
  ] as const;
  for (const phone of phones) {
    await phone.goto(link);
    await expect(phone.locator('.number')).toHaveText(token.number);
    await expect(phone.locator('.state')).toContainText('You are next');
    expect(await phone.content()).not.toContain('Asha');
  }
  expect(await findings(phones[0])).toEqual([]);
  const tell = phones[0].locator('#tell');
  await tell.click();
  await expect(tell).toHaveAttribute('aria-pressed', 'true');
  expect((await phones[1].request.get(`http://${address}/openapi.json`)).status()).toBe(404);

  await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app) });
  for (const phone of phones) {
    await expect(phone.locator('.called')).toBeVisible();
    await expect(phone).toHaveTitle(/called/i);
  }
  expect(await findings(phones[0])).toEqual([]);

  await callFrom(app.home, 'settings.change', { phones: { on: false } });
  for (const phone of phones) await expect(phone.locator('#lost')).toBeVisible();
  await callFrom(app.home, 'settings.change', { phones: { on: true } });
  for (const phone of phones) await expect(phone.locator('#lost')).toBeHidden({ timeout: 30_000 });
});
