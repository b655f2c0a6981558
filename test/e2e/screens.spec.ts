import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput } from '../../src/shared/contract';
import { expect, MORNING, type RunningApp, resize, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { fillKiosk } from './helpers/kiosk';
import { doctorId, issueMany, issueOne } from './helpers/patients';

/** `npm run screens`: each screen in each state worth seeing, at the sizes it will have, light and dark. */
const folder = join(import.meta.dirname, '../../out/screens');

const portrait = [1080, 1920] as const;
const landscape = [1024, 768] as const;
const laptop = [1366, 768] as const;
const wide = [1920, 1080] as const;

async function picture(
  app: RunningApp,
  page: Page,
  size: readonly [number, number],
  name: string,
): Promise<void> {
  const [width, height] = size;
  await resize(app, page, width, height);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.mouse.move(0, 0);
    const path = join(folder, `${name}-${width}x${height}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
}

/** Patients as a clinic has them: every source, four scripts, one very long name. */
const people: readonly (readonly [CallInput<'tokens.issue'>['source'], string])[] = [
  ['walk_in', 'Asha Verma'],
  ['follow_up', 'रवि कुमार शर्मा'],
  ['paid', 'Fatima Sheikh'],
  ['online', 'மீனாட்சி சுந்தரம்'],
  ['emergency', 'Joseph D’Souza'],
  ['walk_in', 'محمد عبد الرحمن'],
  ['follow_up', 'Lakshmi Venkataraghavan Subramania Iyer-Chandrasekhar of Thiruvananthapuram'],
  ['walk_in', 'Bo'],
  ['paid', 'Gurpreet Kaur'],
];

async function issuePeople(app: RunningApp): Promise<void> {
  for (const [index, [source, patientName]] of people.entries()) {
    await issueOne(app, { source, patientName, patientContact: `98765000${String(index).padStart(2, '0')}` });
  }
}

test('start screen', async ({ launch }) => {
  const app = await launch();
  await issueMany(app, 9);
  await picture(app, app.home, laptop, 'home');
});

test('start screen of an empty database', async ({ launch }) => {
  const app = await launch({ demo: false });
  await app.home.getByTestId('home-load-demo').waitFor();
  await picture(app, app.home, laptop, 'home-empty');
});

for (const [shape, size] of Object.entries({ portrait, landscape, laptop })) {
  test(`kiosk, ${shape}`, async ({ launch }) => {
    const app = await launch();
    await issueMany(app, 27);
    await issueOne(app, { doctorId: await doctorId(app, 'B'), patientContact: '9111111111' });
    const kiosk = await app.openKiosk();
    await picture(app, kiosk, size, 'kiosk-1-doctors');
    await kiosk.getByTestId('kiosk-doctor-B').click();
    await kiosk.getByTestId('kiosk-name').waitFor();
    await picture(app, kiosk, size, 'kiosk-2-details');
    await kiosk.getByTestId('kiosk-name').fill('Asha Verma');
    await kiosk.getByTestId('kiosk-phone').fill('123');
    await kiosk.getByTestId('kiosk-kind-new').click();
    await kiosk.getByTestId('kiosk-next').click();
    await kiosk.getByTestId('kiosk-error').first().waitFor();
    await picture(app, kiosk, size, 'kiosk-3-wrong-phone');
    await kiosk.getByTestId('kiosk-phone').fill('9876543210');
    await kiosk.getByTestId('kiosk-next').click();
    await kiosk.getByTestId('kiosk-confirm').waitFor();
    await picture(app, kiosk, size, 'kiosk-4-confirm');
    await kiosk.getByTestId('kiosk-confirm').click();
    await kiosk.getByTestId('kiosk-number').waitFor();
    await picture(app, kiosk, size, 'kiosk-5-number');
  });

  test(`kiosk, full and refused, ${shape}`, async ({ launch }) => {
    const app = await launch();
    await issueMany(app, 24);
    const kiosk = await app.openKiosk();
    await fillKiosk(kiosk, { name: 'Patient 3', phone: '9000000003' });
    await kiosk.getByTestId('kiosk-confirm').click();
    await kiosk.getByTestId('kiosk-error').waitFor();
    await picture(app, kiosk, size, 'kiosk-6-has-token');
    await kiosk.getByTestId('kiosk-back').first().click();
    await kiosk.reload();
    await fillKiosk(kiosk, { name: 'Waiting Wanda', phone: '9000000888' });
    await picture(app, kiosk, size, 'kiosk-7-full-confirm');
    await kiosk.getByTestId('kiosk-confirm').click();
    await kiosk.getByTestId('kiosk-number').waitFor();
    await picture(app, kiosk, size, 'kiosk-8-waiting-list');
  });

  test(`kiosk, closed, ${shape}`, async ({ launch }) => {
    const app = await launch({ clock: '2026-01-05T19:00:00+05:30' });
    const kiosk = await app.openKiosk();
    await expect(kiosk.getByText(/closed/i).first()).toBeVisible();
    await picture(app, kiosk, size, 'kiosk-9-closed');
  });
}

test('kiosk with no doctors', async ({ launch }) => {
  const app = await launch({ demo: false });
  await callFrom(app.home, 'windows.open', { screen: 'kiosk' });
  const kiosk = await windowOf(app.electron, 'kiosk');
  await kiosk.getByTestId('kiosk-no-doctors').waitFor();
  await picture(app, kiosk, portrait, 'kiosk-empty');
});

for (const [shape, size] of Object.entries({ laptop, wide, landscape })) {
  test(`doctor queue, ${shape}`, async ({ launch }) => {
    const app = await launch();
    const doctor = await app.openDoctor('A');
    await doctor.getByTestId('doctor-primary').waitFor();
    await picture(app, doctor, size, 'doctor-1-empty');
    await issuePeople(app);
    await doctor.getByTestId('doctor-row-A-009').waitFor();
    await picture(app, doctor, size, 'doctor-2-people');
    await doctor.getByTestId('doctor-primary').click();
    await expect(doctor.getByTestId('doctor-current')).toContainText('A-005');
    await picture(app, doctor, size, 'doctor-3-called');
    await doctor.getByTestId('doctor-no-show').click();
    const confirm = doctor.getByTestId('dialog-confirm');
    if (await confirm.isVisible()) await confirm.click();
    await doctor.getByTestId('toast').first().waitFor();
    await picture(app, doctor, size, 'doctor-4-refused');
    await doctor.getByTestId('doctor-primary').click();
    await expect(doctor.getByTestId('doctor-primary')).toContainText('Finish');
    await picture(app, doctor, size, 'doctor-5-in-consultation');
    await doctor.getByTestId('doctor-cancel').first().waitFor();
    await doctor.getByTestId('row-A-001-cancel').click();
    await doctor.getByTestId('dialog-confirm').waitFor();
    await picture(app, doctor, size, 'doctor-6-cancel');
  });
}

test('doctor queue with sixty waiting, at half past ten', async ({ launch }) => {
  const early = await launch();
  await issuePeople(early);
  await issueMany(early, 60);
  await early.electron.close();
  const app = await launch({ clock: MORNING.replace('08:30', '10:32') });
  const doctor = await app.openDoctor('A');
  for (let served = 0; served < 3; served += 1) {
    const token = await callFrom(app.home, 'queue.callNext', { doctorId: await doctorId(app) });
    await callFrom(app.home, 'tokens.serve', { tokenId: token.id });
  }
  await doctor.getByTestId('doctor-primary').click();
  for (const size of [laptop, wide, landscape]) await picture(app, doctor, size, 'doctor-7-sixty');
});
