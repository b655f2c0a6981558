import type { CallInput } from '../../src/shared/contract';
import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { doctorId, issueOne } from './helpers/patients';
import { laptop, picture, wide } from './helpers/pictures';

/** A patient's page for `npm run screens`: hardly anything known, everything, long names, two rows side by side. */

const long = 'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar of Thiruvananthapuram';
const phone = { patientContact: '9876543210' };

for (const language of ['en', 'hi'] as const) {
  test(`a patient’s page, ${language}`, async ({ launch }) => {
    test.setTimeout(300_000);
    const app = await launch();
    const nobody = await issueOne(app, { patientName: 'Bo', patientContact: '' });
    const full = await issueOne(app, { ...phone, patientName: long });
    for (const [index, prefix] of ['B', 'C'].entries()) {
      const patientName = index === 0 ? long : 'L. V. S. Iyer-Chandrasekhar of Thiruvananthapuram';
      await issueOne(app, { ...phone, doctorId: await doctorId(app, prefix), patientName });
      // With one doctor twice, once both are one patient.
      if (index === 1) await issueOne(app, { ...phone, patientName });
    }
    const facts: CallInput<'patients.save'>['facts'] = {
      ...{ name: long, secondName: 'லட்சுமி வெங்கடராகவன்', sex: 'female' as const, birth: '1956-04-12' },
      ...{
        contacts: ['9876543210', '+971501234567', 'lakshmi@mail.example'],
        address: 'Rampur, near the temple',
      },
      ...{
        clinicNumber: 'OP-2019/00417',
        note: 'Hard of hearing: please speak up',
        precedence: 'senior' as const,
      },
      ...{ identifiers: [{ system: 'abha', value: '91-1234-5678-9012' }], precedenceUntil: null },
    };
    await callFrom(app.home, 'patients.save', { tokenId: full.id, facts });
    const desk = await openDesk(app);
    await desk.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await desk.reload();
    await desk.getByTestId('desk-board-A').waitFor();
    const open = async (number: string): Promise<void> => {
      await desk.keyboard.press('F3');
      await desk.keyboard.type(number);
      await desk.getByTestId(`desk-find-result-${number}`).waitFor();
      await desk.keyboard.press('Enter');
      await desk.getByTestId('desk-card').waitFor();
      await desk.keyboard.press('i');
      await desk.getByTestId('patient-name').waitFor();
    };
    const shoot = async (name: string): Promise<void> => {
      for (const size of [laptop, wide]) await picture(app, desk, size, `patient-${name}-${language}`);
    };
    await open(nobody.number);
    await shoot('1-nobody');
    await desk.keyboard.press('Escape');
    await open(full.number);
    await shoot('2-full');
    await desk.getByTestId('patient-twins').getByRole('button').first().click();
    await desk.getByTestId('patient-both').waitFor();
    await shoot('3-both');
    await desk.getByTestId('patient-merge').click();
    await desk.getByTestId('patient-merged').waitFor();
    await shoot('4-merged');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F3');
    await desk.keyboard.type('lakshmi iyer');
    await desk.getByTestId(`desk-find-patient-${full.patientId}`).waitFor();
    await shoot('5-found');
  });
}
