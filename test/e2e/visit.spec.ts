import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { takeToken } from './helpers/kiosk';

test.use({ prints: true });

test('a token taken at the kiosk shows at once in the open doctor window, is called and served', async ({
  launch,
  dataFolder,
}) => {
  const app = await launch();
  const doctor = await app.openDoctor('A');
  const kiosk = await app.openKiosk();

  expect(await takeToken(kiosk, { name: 'Asha Verma', phone: '98765 43210' })).toBe('A-001');

  await expect(doctor.getByTestId('doctor-row-A-001')).toContainText('Asha Verma');
  await doctor.getByTestId('doctor-primary').click();
  await expect(doctor.getByTestId('doctor-current')).toContainText('A-001');
  for (const step of ['start', 'serve']) {
    // A click while the last one is still being answered counts for nothing.
    await expect(doctor.getByTestId('doctor-primary')).toHaveAttribute('data-step', step);
    await doctor.getByTestId('doctor-primary').click();
  }
  await expect(doctor.getByTestId('doctor-current')).not.toContainText('A-001');
  await expect.poll(() => existsSync(join(dataFolder, 'slips', '2026-01-05', 'A-001.pdf'))).toBe(true);
});
