import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { issueMany, issueOne } from './helpers/patients';
import { releaseIn } from './helpers/release';
import { openSettings } from './helpers/settings';

test('the first run is accessible, step by step', async ({ launch }) => {
  const app = await launch({ demo: false });
  await app.home.getByTestId('home-practise').waitFor();
  expect(await findings(app.home)).toEqual([]);
  await app.home.getByTestId('setup-begin').click();
  for (const step of ['clinic', 'doctors', 'people', 'printer', 'voice', 'backups', 'done']) {
    await app.home.getByTestId(`setup-${step}`).waitFor();
    expect({ step, found: await findings(app.home, { isDark: step === 'doctors' }) }).toEqual({
      step,
      found: [],
    });
    if (step !== 'done') await app.home.getByTestId('setup-next').click();
  }
});

test('the start screen, doctors, a week and holidays are accessible', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await app.home.getByTestId('home-open-kiosk').waitFor();
  expect(await findings(app.home)).toEqual([]);
  await callFrom(app.home, 'closures.add', { from: '2026-01-09', name: 'Pongal' });
  const admin = await openSettings(app, 'doctors');
  await admin.getByTestId('doctor-A').waitFor();
  expect(await findings(admin)).toEqual([]);
  await admin.getByTestId('doctor-A-open').click();
  await admin.getByTestId('week-closure').waitFor();
  expect(await findings(admin)).toEqual([]);
  await admin.getByTestId('doctor-part-details').click();
  await admin.getByTestId('doctor-more').click();
  await admin.getByTestId('week-1-to').fill('8');
  await admin.getByTestId('week-1-to-error').waitFor();
  expect(await findings(admin)).toEqual([]);
  await admin.getByTestId('admin-holidays').click();
  await admin.getByTestId('holidays-list').waitFor();
  expect(await findings(admin, { isDark: false })).toEqual([]);
});

test('every other section of the settings is accessible, with something in it', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  const { stick, env } = await releaseIn(dataFolder);
  const app = await launch({ env });
  await callFrom(app.home, 'updates.choose', { source: 'folder', folder: stick });
  await callFrom(app.home, 'updates.fetch', {});
  const { id: tokenId } = await issueOne(app);
  await callFrom(app.home, 'tokens.cancel', { tokenId, reason: 'patient' });
  const asha = { name: 'Asha Kumar', initials: 'AK', roleId: 'admin', pin: '7391' } as const;
  await callFrom(app.home, 'persons.save', asha);
  const admin = await openSettings(app, 'clinic');
  for (const section of [
    'clinic',
    'rules',
    'people',
    'devices',
    'backups',
    'updates',
    'privacy',
    'audit',
  ] as const) {
    await admin.getByTestId(`admin-${section}`).click();
    await expect(admin.getByTestId(`admin-${section}`)).toHaveAttribute('aria-selected', 'true');
    await expect(admin.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
    expect({ section, found: await findings(admin) }).toEqual({ section, found: [] });
  }
});

test('the doctor queue is accessible: empty, full, with a patient called, with a question open', async ({
  launch,
}) => {
  const app = await launch();
  const doctor = await app.openDoctor('A');
  await doctor.getByTestId('doctor-primary').waitFor();
  expect(await findings(doctor)).toEqual([]);
  await issueMany(app, 30);
  await doctor.getByTestId('doctor-primary').click();
  await expect(doctor.getByTestId('doctor-current')).toContainText('A-001');
  expect(await findings(doctor)).toEqual([]);
  await doctor.getByTestId('row-A-002-cancel').click();
  await doctor.getByTestId('dialog-confirm').waitFor();
  expect(await findings(doctor)).toEqual([]);
});
