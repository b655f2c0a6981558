import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { laptop, picture } from './helpers/pictures';
import { releaseIn, stallingServer } from './helpers/release';
import { openSettings } from './helpers/settings';

const narrow = [1024, 768] as const;

/** The section of updates for `npm run screens`. */
for (const language of ['en', 'hi'] as const) {
  test(`updates in ${language}`, async ({ launch, dataFolder }) => {
    test.slow();
    const { stick, feed, env } = await releaseIn(dataFolder);
    writeFileSync(join(dataFolder, 'updates.json'), JSON.stringify({ version: '0.0.9', cameFrom: null }));
    const app = await launch({ env });
    await app.home.getByTestId(`home-language-${language}`).click();
    await app.home.getByTestId('home-updated').waitFor();
    await picture(app, app.home, laptop, `updates-${language}-0-home`);
    const admin = await openSettings(app, 'updates');
    await admin.getByTestId('updates-from-off').waitFor();
    await picture(app, admin, laptop, `updates-${language}-1-off`);
    const { address, close } = await stallingServer(stick);
    await callFrom(app.home, 'updates.choose', { source: 'server', address });
    await admin.getByTestId('updates-look').click();
    await admin.getByTestId('updates-fetch').click();
    await admin.getByTestId('updates-running').waitFor();
    await picture(app, admin, laptop, `updates-${language}-2-fetching`);
    await admin.getByTestId('updates-stop').click();
    close();
    await callFrom(app.home, 'updates.choose', { source: 'folder', folder: stick });
    await admin.getByTestId('updates-look').click();
    await admin.getByTestId('updates-offer').waitFor();
    await picture(app, admin, laptop, `updates-${language}-3-offered`);
    await admin.getByTestId('updates-fetch').click();
    await admin.getByTestId('updates-ready').waitFor();
    await admin.getByTestId('updates-install-ready').scrollIntoViewIfNeeded();
    await picture(app, admin, narrow, `updates-${language}-4-ready`);
    await admin.getByTestId('updates-install-ready').click();
    await admin.getByTestId('dialog-confirm').waitFor();
    await picture(app, admin, laptop, `updates-${language}-5-ask`);
    await admin.getByTestId('dialog-confirm').click();
    await admin.getByTestId('updates-command').waitFor();
    await picture(app, admin, laptop, `updates-${language}-6-command`);
    await admin.keyboard.press('Escape');
    appendFileSync(feed, ' ');
    await admin.getByTestId('updates-look').click();
    await admin.getByTestId('updates-problem').waitFor();
    await picture(app, admin, laptop, `updates-${language}-7-not-signed`);
  });
}

test('updates without a key', async ({ launch }) => {
  const app = await launch();
  const admin = await openSettings(app, 'updates');
  await admin.getByTestId('updates-no-key').waitFor();
  await picture(app, admin, laptop, 'updates-en-8-no-key');
});
