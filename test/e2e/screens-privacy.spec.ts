import { readFileSync } from 'node:fs';
import type { Configuration } from '../../src/shared/model/configuration';
import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { doctorId } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** The section of privacy for `npm run screens`. */
test.use({ prints: false });

for (const language of ['en', 'hi'] as const) {
  test(`privacy in ${language}`, async ({ launch }) => {
    test.slow();
    const app = await launch();
    await app.home.getByTestId(`home-language-${language}`).click();
    const of = { doctorId: await doctorId(app), source: 'walk_in' as const };
    for (const [patientName, patientContact] of [
      ['Asha Verma', '9876543210'],
      ['Ravi Verma', '9876543210'],
      ['Sunita Verma-Krishnamurthy of the long name', ''],
    ] as const) {
      const { token } = await callFrom(app.home, 'tokens.issue', { ...of, patientName, patientContact });
      if (patientName.startsWith('Asha')) await callFrom(app.home, 'tokens.cancel', { tokenId: token.id });
    }
    const admin = await openSettings(app, 'privacy');
    await admin.getByTestId('privacy-query').waitFor();
    await picture(app, admin, laptop, `privacy-${language}-1-empty`);
    await admin.getByTestId('privacy-query').fill('as');
    await admin.getByTestId('privacy-query').press('Enter');
    await picture(app, admin, laptop, `privacy-${language}-2-short`);
    await admin.getByTestId('privacy-query').fill('verma');
    await admin.getByTestId('privacy-query').press('Enter');
    await admin.getByTestId('privacy-patient').first().waitFor();
    await picture(app, admin, laptop, `privacy-${language}-3-found`);
    await admin.getByTestId('privacy-patient').filter({ hasText: 'Asha' }).getByRole('button').click();
    await admin.getByTestId('privacy-visit').first().waitFor();
    await picture(app, admin, laptop, `privacy-${language}-4-visits`);
    await callFrom(app.home, 'backups.make', {});
    await admin.getByTestId('privacy-erase').click();
    await admin.getByTestId('dialog-confirm').waitFor();
    await picture(app, admin, laptop, `privacy-${language}-5-ask`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('admin-clinic').click();
    const { path } = await callFrom(app.home, 'configuration.export', {});
    const file = JSON.parse(readFileSync(path, 'utf8')) as Configuration;
    const take = async (changed: object) => {
      const buffer = Buffer.from(JSON.stringify({ ...file, ...changed }));
      await admin
        .getByTestId('configuration-file')
        .setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer });
    };
    const [first, ...others] = file.doctors;
    await take({
      settings: { clinic: { clinicName: 'Lotus' } },
      doctors: [{ ...first, schedule: [] }, ...others],
    });
    await admin.getByTestId('configuration-lines').waitFor();
    await picture(app, admin, laptop, `configuration-${language}-1-preview`);
    await admin.keyboard.press('Escape');
    await take({ doctors: [first, first] });
    await admin.getByTestId('configuration-faults').waitFor();
    await picture(app, admin, laptop, `configuration-${language}-2-faults`);
    await admin.keyboard.press('Escape');
    await take({ version: 9 });
    await admin.getByTestId('configuration-problem').waitFor();
    await admin.getByTestId('configuration-problem').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `configuration-${language}-3-newer`);
  });
}
