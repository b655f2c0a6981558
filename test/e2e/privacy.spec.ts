import { readFileSync } from 'node:fs';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId } from './helpers/patients';
import { openSettings } from './helpers/settings';

test('a patient is found, saved as a file and erased, and no screen finds them any more', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const of = { doctorId: await doctorId(app), source: 'walk_in' as const, patientContact: '9876543210' };
  const gone = await callFrom(app.home, 'tokens.issue', { ...of, patientName: 'Asha Vermaji' });
  await callFrom(app.home, 'tokens.issue', { ...of, patientName: 'Ravi Vermaji' });
  await callFrom(app.home, 'tokens.cancel', { tokenId: gone.token.id });
  const admin = await openSettings(app, 'privacy');

  await test.step('found by name, with the visits of the family on that phone unticked', async () => {
    await admin.getByTestId('privacy-query').fill('as');
    await admin.getByTestId('privacy-search').click();
    await expect(admin.getByRole('alert')).toBeVisible();
    await admin.getByTestId('privacy-query').fill('vermaji');
    await admin.getByTestId('privacy-query').press('Enter');
    await expect(admin.getByTestId('privacy-patient')).toHaveCount(2);
    await admin.getByTestId('privacy-patient').filter({ hasText: 'Asha' }).getByRole('button').click();
    const visits = admin.getByTestId('privacy-visit');
    await expect(visits).toHaveCount(2);
    await expect(visits.filter({ hasText: 'Asha' }).getByRole('checkbox')).toBeChecked();
    await expect(visits.filter({ hasText: 'Ravi' }).getByRole('checkbox')).not.toBeChecked();
  });

  await test.step('who still waits cannot be erased', async () => {
    const other = admin.getByTestId('privacy-visit').filter({ hasText: 'Ravi' }).getByRole('checkbox');
    await other.check();
    await expect(admin.getByTestId('privacy-erase')).toBeDisabled();
    await other.uncheck();
  });

  await test.step('saved as a file', async () => {
    await admin.getByTestId('privacy-export').click();
    const said = admin.getByTestId('toast').last();
    await expect(said).toContainText('.html');
    const [path = ''] = /\/\S+\.html/.exec((await said.textContent()) ?? '') ?? [];
    expect(readFileSync(path, 'utf8')).toContain('Asha Vermaji');
  });

  await test.step('erased, after it was asked', async () => {
    await callFrom(app.home, 'backups.make', {});
    await admin.getByTestId('privacy-erase').click();
    await expect(admin.getByText('Now 1 backup may hold the name.')).toBeVisible();
    await admin.getByTestId('dialog-confirm').click();
    await expect(admin.getByTestId('privacy-patient')).toHaveCount(1);
    await expect(admin.getByTestId('privacy-patient')).toContainText('Ravi');
    await admin.getByTestId('privacy-query').fill('Asha');
    await admin.getByTestId('privacy-query').press('Enter');
    await expect(admin.getByTestId('privacy-none')).toBeVisible();
    const found = await callFrom(app.home, 'tokens.find', { query: 'Asha' });
    expect(found).toEqual([]);
    expect(await callFrom(app.home, 'patients.known', { contact: '98765' })).toMatchObject([
      { patientName: 'Ravi Vermaji' },
    ]);
  });

  await test.step('and the setting that erases by itself is saved', async () => {
    await admin.getByTestId('privacy-days').fill('29');
    await expect(admin.getByTestId('privacy-days-error')).toBeVisible();
    await admin.getByTestId('privacy-days').fill('365');
    await admin.getByTestId('privacy-days').press('Enter');
    await expect
      .poll(async () => (await callFrom(app.home, 'settings.read', {})).privacy.eraseAfterDays)
      .toBe(365);
  });
});
