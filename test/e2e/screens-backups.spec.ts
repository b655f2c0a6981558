import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { doctorId } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** The section of backups for `npm run screens`: nothing yet; a copy; a stick that is not there, and many copies. */
test.use({ prints: false });

for (const language of ['en', 'hi'] as const) {
  test(`backups in ${language}`, async ({ launch, dataFolder }) => {
    test.slow();
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    const admin = await openSettings(app, 'backups');
    await admin.getByTestId('backup-last').waitFor();
    await picture(app, admin, laptop, `backups-${language}-1-empty`);
    const patient = { source: 'walk_in' as const, patientName: 'Asha Verma', patientContact: '9876543210' };
    await callFrom(app.home, 'tokens.issue', { doctorId: await doctorId(app), ...patient });
    await admin.getByTestId('backup-make').click();
    await expect(admin.getByTestId('backup-copy')).toHaveCount(1);
    await admin.getByTestId('backup-trial').click();
    await admin.getByTestId('backup-trial-result').waitFor();
    await picture(app, admin, laptop, `backups-${language}-2-made`);
    await admin.getByTestId('passphrase-first').fill('monsoon');
    await admin.getByTestId('passphrase-set').click();
    await admin.getByTestId('passphrase-first-error').waitFor();
    await admin.getByTestId('passphrase-first-error').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `backups-${language}-3-passphrase`);
    await admin.getByTestId('passphrase-first').fill('monsoon in june');
    await admin.getByTestId('passphrase-again').fill('monsoon in june');
    await admin.getByTestId('passphrase-set').click();
    await admin.getByTestId('passphrase-remove').waitFor();
    const folder = join(dataFolder, 'backups');
    const [made] = readdirSync(folder).filter((file) => file.endsWith('.db.gz'));
    if (made === undefined) throw new Error('No copy.');
    for (const hour of Array.from({ length: 24 }, (_, index) => String(index).padStart(2, '0')))
      copyFileSync(join(folder, made), join(folder, `opd-tokens-2025-12-29T${hour}-00-00-000+0530.db.gz`));
    await admin.getByTestId('backup-path').fill(join(dataFolder, 'stick'));
    await admin.getByTestId('backup-path').press('Enter');
    await expect(admin.getByTestId('backup-place')).toHaveCount(2);
    await admin.getByTestId('backup-encrypted').nth(1).click();
    await admin.getByTestId('backup-make').click();
    await admin.getByTestId('backup-warning').waitFor();
    await admin.getByTestId('backup-list-all').waitFor();
    await picture(app, admin, laptop, `backups-${language}-4-gone`);
    await admin.getByTestId('backup-choose').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `backups-${language}-5-places`);
    await admin.getByTestId('backup-list').scrollIntoViewIfNeeded();
    await admin.getByTestId('backup-copy').nth(5).scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `backups-${language}-6-list`);
    const desk = await openDesk(app);
    await desk.getByTestId('desk-station').click();
    await desk.getByTestId('desk-backup-warning').waitFor();
    await picture(app, desk, laptop, `backups-${language}-7-desk`);
  });
}
