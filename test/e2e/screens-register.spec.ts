import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { languages } from '../../src/shared/model/language';
import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { chooseDoctor, typeDetails } from './helpers/kiosk';
import { doctorId, issueOne } from './helpers/patients';
import { pdfPicture } from './helpers/pdf';
import { laptop, picture, portrait } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** Needs, follow-ups and cards for `npm run screens`. */

const NARROW = [1024, 700] as const;
const kiosk1080 = [1080, 900] as const;
const folder = join(import.meta.dirname, '../../out/screens');

for (const language of ['en', 'hi'] as const) {
  test(`need and follow-up at the desk, with the doctor, and in the settings, ${language}`, async ({
    launch,
  }) => {
    test.setTimeout(300_000);
    const app = await launch();
    const seen = { at: Date.parse('2026-01-05T08:10:00+05:30'), source: 'paid', became: 'served' } as const;
    await callFrom(app.home, 'tokens.paper', {
      doctorId: await doctorId(app),
      rows: [{ ...seen, patientName: 'Asha Verma', patientContact: '9876543210' }],
    });
    const [asha] = await callFrom(app.home, 'patients.find', { query: 'asha' });
    const facts = {
      ...{ name: 'Asha Verma', secondName: '', sex: null, birth: '1954-06-01', address: '' },
      ...{ contacts: ['9876543210'], clinicNumber: '', identifiers: [], note: '' },
      ...{ precedence: null, precedenceUntil: null },
    };
    await callFrom(app.home, 'patients.save', { tokenId: asha?.tokenId ?? ('' as never), facts });
    const claimed = { patientName: 'Usha Nair', patientContact: '9000000009', source: 'follow_up' } as const;
    const claim = await issueOne(app, claimed);
    const desk = await openDesk(app);
    await desk.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await desk.reload();
    await desk.getByTestId('desk-board-A').waitFor();
    const shoot = async (name: string): Promise<void> => {
      for (const size of [laptop, NARROW]) await picture(app, desk, size, `register-${name}-${language}`);
    };
    await desk.keyboard.press('F2');
    await desk.keyboard.type('9876', { delay: 120 });
    await desk.getByTestId('desk-known').waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-follow-up').waitFor();
    await shoot('1-known');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-issued-number').waitFor();
    await desk.getByTestId(`desk-token-${claim.number}`).click();
    await desk.getByTestId('desk-card').waitFor();
    await shoot('2-claimed');
    await desk.keyboard.press('j');
    await desk.getByTestId('desk-confirm').waitFor();
    await shoot('2-walk-in');
    await desk.keyboard.press('Escape');
    const doctor = await app.openDoctor('A');
    await doctor.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await doctor.reload();
    await doctor.getByTestId(`claim-${claim.number}`).waitFor();
    await picture(app, doctor, laptop, `register-3-doctor-${language}`);
    await doctor.getByTestId(`doctor-row-${claim.number}`).click();
    await doctor.keyboard.press('w');
    await doctor.getByTestId('doctor-why-besides').waitFor();
    await picture(app, doctor, laptop, `register-3-why-${language}`);
    const admin = await openSettings(app, 'doctors');
    await admin.getByTestId('doctor-A').waitFor();
    await picture(app, admin, laptop, `register-4-doctors-${language}`);
  });
}

test('the kiosk asks for a need', async ({ launch }) => {
  test.setTimeout(300_000);
  const app = await launch();
  await callFrom(app.home, 'settings.change', { rules: { askNeedAtKiosk: true } });
  const kiosk = await app.openKiosk();
  for (const language of languages) {
    await chooseDoctor(kiosk, { language });
    await typeDetails(kiosk, { name: 'Asha Verma', phone: '9876500001' });
    await kiosk.getByTestId('kiosk-claim-none').waitFor();
    for (const size of [kiosk1080, portrait])
      await picture(app, kiosk, size, `register-kiosk-need-${language}`);
    await kiosk.reload();
  }
});

test.describe('cards', () => {
  test.use({ prints: true });
  const names = [
    ['ta', 'லட்சுமி வெங்கடராகவன்'],
    ['ar', 'محمد عبد الرحمن الأنصاري'],
    ['hi', 'मीना कुमारी श्रीवास्तव'],
    ['long', 'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar'],
  ] as const;
  test('names in scripts of their own', async ({ launch }) => {
    test.setTimeout(300_000);
    const app = await launch();
    for (const [script, patientName] of names) {
      const token = await issueOne(app, { patientName, patientContact: '9111111111' });
      const printed = await callFrom(app.home, 'patients.card', { tokenId: token.id });
      if (printed.pdfPath === null) throw new Error('A card that went to a printer.');
      writeFileSync(
        join(folder, `register-card-${script}.png`),
        PNG.sync.write(await pdfPicture(printed.pdfPath, 800)),
      );
    }
  });
});
