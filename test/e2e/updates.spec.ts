import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { releaseIn, stallingServer } from './helpers/release';
import { openSettings } from './helpers/settings';

test('an update from a stick is found, fetched, checked, and handed to whoever may install it', async ({
  launch,
  dataFolder,
}) => {
  const { stick, feed, env } = await releaseIn(dataFolder);
  writeFileSync(join(dataFolder, 'updates.json'), '{"version":"0.0.9"}');
  const app = await launch({ env });
  await expect(app.home.getByTestId('home-updated')).toContainText('0.0.9');
  await app.home.getByTestId('home-updated-read').click();
  await expect(app.home.getByTestId('home-updated')).toHaveCount(0);
  const admin = await openSettings(app, 'updates');
  const kept = join(dataFolder, 'updates');

  await test.step('off by default, and nothing is looked for', async () => {
    await expect(admin.getByTestId('updates-from-off')).toHaveAttribute('data-selected', 'true');
    await expect(admin.getByTestId('updates-look')).toHaveCount(0);
  });
  await test.step('looked for', async () => {
    await admin.getByTestId('updates-from-folder').click();
    await expect(admin.getByTestId('updates-look')).toBeDisabled();
    await admin.getByTestId('updates-folder').fill(stick);
    await admin.getByTestId('updates-folder').press('Enter');
    await admin.getByTestId('updates-look').click();
    await expect(admin.getByTestId('updates-offer')).toContainText('9.0.0');
    await expect(admin.getByTestId('updates-offer')).toContainText('Slips print faster.');
    expect(existsSync(kept)).toBe(false);
  });
  await test.step('fetched, a backup made, and the command shown', async () => {
    await admin.getByTestId('updates-fetch').click();
    await expect(admin.getByTestId('updates-ready')).toContainText('9.0.0');
    await admin.getByTestId('updates-install-ready').click();
    await admin.getByTestId('dialog-confirm').click();
    const path = join(kept, '9.0.0', 'opd-tokens_9.0.0_amd64.deb');
    await expect(admin.getByTestId('updates-command')).toHaveValue(`sudo apt install '${path}'`);
    expect(readdirSync(join(dataFolder, 'backups')).some((name) => name.includes('.db'))).toBe(true);
    await admin.keyboard.press('Escape');
  });
  await test.step('a server that stops amid it is stopped by hand', async () => {
    const { address, close } = await stallingServer(stick);
    await callFrom(app.home, 'updates.choose', { source: 'server', address });
    writeFileSync(join(kept, '9.0.0', 'opd-tokens_9.0.0_amd64.deb'), 'short');
    await admin.getByTestId('updates-look').click();
    await admin.getByTestId('updates-fetch').click();
    await expect(admin.getByTestId('updates-running')).toContainText('%');
    await admin.getByTestId('updates-stop').click();
    await expect(admin.getByTestId('updates-running')).toHaveCount(0);
    expect(readdirSync(kept)).toEqual(['9.0.0']);
    close();
  });
  await test.step('a word that nobody signed is refused', async () => {
    appendFileSync(feed, ' ');
    await callFrom(app.home, 'updates.choose', { source: 'folder', folder: stick });
    await admin.getByTestId('updates-look').click();
    await expect(admin.getByTestId('updates-problem')).toContainText('signature');
    await expect(admin.getByTestId('updates-offer')).toHaveCount(0);
  });
});
