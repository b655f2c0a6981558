import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { issueMany } from './helpers/patients';

test('the start screen is accessible', async ({ launch }) => {
  const app = await launch();
  await app.home.getByTestId('home-open-kiosk').waitFor();
  expect(await findings(app.home)).toEqual([]);
});

test('the empty start screen is accessible', async ({ launch }) => {
  const app = await launch({ demo: false });
  await app.home.getByTestId('home-practise').waitFor();
  expect(await findings(app.home)).toEqual([]);
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
