import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { callFrom } from './helpers/bridge';
import { setUpClinic } from './helpers/clinic';
import { doctorId } from './helpers/patients';
import { openSettings } from './helpers/settings';
import { workDays } from './helpers/worked-days';

test('from measured days a template is suggested, looked at, and holds from a day on', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  await setUpClinic(dataFolder, { prints: false });
  await workDays(dataFolder, ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']);
  const app = await launch();
  const a = await doctorId(app);
  // All seats of tomorrow and of the day after are taken.
  for (const serviceDay of ['2026-01-06', '2026-01-07']) {
    for (let person = 1; person <= 24; person += 1) {
      const patient = {
        patientName: `Patient ${person}`,
        patientContact: `98765${String(person).padStart(5, '0')}`,
      };
      await callFrom(app.home, 'tokens.issue', { doctorId: a, source: 'paid', serviceDay, ...patient });
    }
  }
  const seats = async (serviceDay: string) =>
    (await callFrom(app.home, 'slots.list', { doctorId: a, serviceDay })).map(({ capacity }) => capacity);
  const admin = await openSettings(app, 'doctors');
  await admin.getByTestId('doctor-A-open').click();
  await admin.getByTestId('doctor-part-advice').click();

  await test.step('what it rests on, and now against suggested', async () => {
    await expect(admin.getByTestId('advice-basis')).toContainText('76 consultations');
    await expect(admin.getByTestId('advice-basis')).toContainText('16 of 92');
    await expect(admin.getByTestId('advice-no-shows')).toContainText('100 % of 16');
    await expect(admin.getByTestId('advice-wait')).toContainText('min');
    await expect(admin.getByTestId('advice-slots').getByRole('row')).toHaveCount(2 + 4);
    expect(await findings(admin)).toEqual([]);
  });

  await test.step('other patients and shorter slots are calculated anew; what is no number is said', async () => {
    await admin.getByTestId('advice-patients').fill('0');
    await expect(admin.getByTestId('advice-patients-error')).toContainText('from 1 to 120');
    await admin.getByTestId('advice-patients').fill('20');
    await admin.getByTestId('advice-slot-length').click();
    await admin.getByRole('option', { name: '15 min' }).click();
    await expect(admin.getByTestId('advice-slots').getByRole('row')).toHaveCount(2 + 16);
    await admin.getByTestId('advice-slot-length').click();
    await admin.getByRole('option', { name: '60 min' }).click();
    await expect(admin.getByTestId('advice-slots').getByRole('row')).toHaveCount(2 + 4);
  });

  await test.step('from the day after tomorrow: whom it moves is typed first, and nothing changes before', async () => {
    const before = await seats('2026-01-07');
    await admin.getByTestId('advice-use').press('Enter');
    await admin.getByTestId('advice-from').click();
    await admin.getByRole('grid').waitFor();
    await admin.keyboard.press('ArrowRight');
    await admin.keyboard.press('Enter');
    await expect(admin.getByTestId('advice-from')).toContainText('7 January');
    await expect(admin.getByTestId('plan-sentence')).toContainText('7 patients');
    await expect(admin.getByTestId('plan-confirm')).toBeDisabled();
    expect(await seats('2026-01-07')).toEqual(before);
    await admin.getByTestId('sure').fill('7');
    await admin.getByTestId('sure').press('Enter');
    await expect(admin.getByTestId('advice-dialog')).toHaveCount(0);
    await expect(admin.getByTestId('toast').last()).toContainText('7 January');
    expect(await seats('2026-01-06')).toEqual([6, 6, 6, 6]);
    const after = await seats('2026-01-07');
    expect(after.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await seats('2026-01-14')).toEqual(after);
  });

  await test.step('of a doctor nobody has seen nothing is advised', async () => {
    await admin.getByTestId('doctors-back').click();
    await admin.getByTestId('doctor-B-open').click();
    await admin.getByTestId('doctor-part-advice').click();
    await expect(admin.getByTestId('advice-few')).toContainText('50 consultations');
    await expect(admin.getByTestId('advice-comparison')).toHaveCount(0);
  });
});
