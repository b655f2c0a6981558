import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '../../src/shared/model/language';
import { papers } from '../../src/shared/model/print-settings';
import type { SettingsChange } from '../../src/shared/model/settings';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { editData } from './helpers/edit-data';
import { logoOf } from './helpers/logo';
import { issueMany, issueOne, slipsAreMade } from './helpers/patients';

/** Slips for `npm run screens`: each paper in each language, and everything that a slip may have to say. */
const folder = join(import.meta.dirname, '../../out/screens');

/** The slip's own page, in the start screen's window: the same that main prints. */
async function picture(page: Page, query: Record<string, string>, name: string): Promise<void> {
  await page.goto(`app://opd/index.html?${new URLSearchParams({ screen: 'slip', ...query }).toString()}`);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await page.locator('[data-slip]').screenshot({ path: join(folder, `slip-${name}.png`) });
}

const usual: NonNullable<SettingsChange['print']> = {
  feeLine: '₹ 300',
  clinicLine: 'Please bring your old reports. Lab opens at 8:00.',
};

for (const language of languages) {
  test(`slips in ${language}`, async ({ launch }) => {
    test.slow();
    const app = await launch();
    await callFrom(app.home, 'settings.change', { clinic: { clinicName: 'Lotus Clinic' }, print: usual });
    await issueMany(app, 4);
    const { id: token } = await issueOne(app, { source: 'follow_up', language });
    const second = language === 'en' ? 'hi' : 'en';
    const leaving = await issueOne(app, {
      patientName: 'Asha Verma',
      patientContact: '9876500009',
      language,
    });
    const days = { tokenId: leaving.id, serviceDay: '2026-01-06' };
    const { id: other } = await callFrom(app.home, 'tokens.moveToDay', days);
    for (const paper of papers) {
      await picture(
        app.home,
        { token: other, lang: `${language},${second}`, paper },
        `${paper}-${language}-other-day`,
      );
      await picture(app.home, { token, lang: language, paper }, `${paper}-${language}`);
      await picture(
        app.home,
        { token, lang: `${language},${second}`, paper },
        `${paper}-${language}-${second}`,
      );
    }
  });
}

test('slips with the longest texts', async ({ launch, dataFolder }) => {
  test.slow();
  const first = await launch();
  await first.electron.close();
  nameDoctor(dataFolder);
  const app = await launch();
  await callFrom(app.home, 'settings.change', {
    clinic: { clinicName: 'Sree Venkatanarasimharajuvaripeta Multi Speciality Hospital & Research Centre' },
    print: {
      feeLine: 'Consultation 300 rupees, follow-up within 7 days for nothing',
      clinicLine: 'w'.repeat(200),
      logo: logoOf(300, 120),
    },
  });
  const { id: token } = await issueOne(app, {
    patientName:
      'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar of Thiruvananthapuram-Neyyattinkara, daughter of Ramachandran',
  });
  for (const paper of papers) await picture(app.home, { token, lang: 'ta,ar', paper }, `${paper}-longest`);
});

test('slips of every kind', async ({ launch }) => {
  test.slow();
  const app = await launch();
  const print = { ...usual, maskName: true, logo: logoOf(160, 160) };
  await callFrom(app.home, 'settings.change', { clinic: { clinicName: 'Lotus Clinic' }, print });
  const seated = await issueOne(app, { patientName: 'Asha Kumari Verma', source: 'paid' });
  await slipsAreMade(app);
  const duplicate = await callFrom(app.home, 'slips.reprint', { tokenId: seated.id });
  await slipsAreMade(app);
  const { slots } = await callFrom(app.home, 'books.view', { doctorId: seated.doctorId });
  const later = slots.at(-1);
  if (later === undefined) throw new Error('The doctor has no slots.');
  await callFrom(app.home, 'tokens.move', { tokenId: seated.id, slotId: later.id });
  const moved = await callFrom(app.home, 'slips.job', { tokenId: seated.id });
  for (const { id } of slots.slice(0, -1)) {
    await callFrom(app.home, 'slots.change', { doctorId: seated.doctorId, slotId: id, capacity: 0 });
  }
  await callFrom(app.home, 'slots.change', { doctorId: seated.doctorId, slotId: later.id, capacity: 1 });
  const waiting = await issueOne(app, { patientName: 'Bo', patientContact: '' });
  for (const paper of papers) {
    for (const lang of ['en', 'hi,en']) {
      const name = `${paper}-${lang.replace(',', '-')}`;
      const { home } = app;
      await picture(home, { token: seated.id, job: duplicate.id, lang, paper }, `${name}-duplicate`);
      await picture(home, { token: seated.id, job: moved.id, lang, paper }, `${name}-move`);
      await picture(home, { token: waiting.id, lang, paper }, `${name}-waiting`);
      await picture(home, { lang, paper }, `${name}-test`);
    }
  }
});

/** The longest that a doctor may be called; there is no screen for that yet. */
function nameDoctor(dataFolder: string): void {
  editData(dataFolder, (database) => {
    database
      .prepare("UPDATE doctors SET name = ?, specialization = ?, room = ? WHERE prefix = 'A'")
      .run(
        'Dr Venkatanarasimharajuvaripeta Subramania Krishnamoorthy-Ramachandran Iyer MBBS',
        'Obstetrics, gynaecology, reproductive medicine, laparoscopy and family planning',
        'Block C, 4th floor',
      );
  });
}
