import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { chooseDoctor, fillKiosk, startVisit } from './helpers/kiosk';
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

test('each step of the kiosk is accessible', async ({ launch }) => {
  test.slow();
  const app = await launch();
  await issueMany(app, 25);
  const kiosk = await app.openKiosk();
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  expect(await findings(kiosk)).toEqual([]);
  await startVisit(kiosk);
  await kiosk.getByTestId('kiosk-doctor-B').waitFor();
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.reload();
  await chooseDoctor(kiosk, { doctor: 'B' });
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-error').first().waitFor();
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.reload();
  await fillKiosk(kiosk, { doctor: 'B', name: 'Asha Verma', phone: '9876543210' });
  expect(await findings(kiosk)).toEqual([]);
  await kiosk.getByTestId('kiosk-confirm').click();
  await expect(kiosk.getByTestId('kiosk-done')).toBeEnabled();
  expect(await findings(kiosk)).toEqual([]);
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
