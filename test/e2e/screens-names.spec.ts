import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { issueOne } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { namesInScripts } from './helpers/scripts';

/** Names in every script of India for `npm run screens`: at the desk, at the doctor's, on slips. */
const folder = join(import.meta.dirname, '../../out/screens');

test('names in every script', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await callFrom(app.home, 'settings.change', { clinic: { clinicName: namesInScripts.Malayalam } });
  const tokens = new Map<string, string>();
  for (const [index, [script, patientName]] of Object.entries(namesInScripts).entries()) {
    const { id } = await issueOne(app, { patientName, patientContact: `900000000${index}` });
    tokens.set(script, id);
  }
  await picture(app, await openDesk(app), laptop, 'names-desk');
  await picture(app, await app.openDoctor('A'), laptop, 'names-doctor');
  const { home } = app;
  for (const [script, token] of tokens) {
    const query = new URLSearchParams({ screen: 'slip', token, lang: 'en', paper: 'roll_80' });
    await home.goto(`app://opd/index.html?${query.toString()}`);
    await expect(home.locator('html')).toHaveAttribute('data-ready', 'true');
    await home.locator('[data-slip]').screenshot({ path: join(folder, `names-slip-${script}.png`) });
  }
});
