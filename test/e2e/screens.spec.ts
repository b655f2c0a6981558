import type { CallInput } from '../../src/shared/contract';
import { languages } from '../../src/shared/model/language';
import { expect, MORNING, type RunningApp, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { prepareKiosk, walkKiosk } from './helpers/kiosk-walk';
import { doctorId, issueMany, issueOne } from './helpers/patients';
import { landscape, laptop, picture, portrait, wide } from './helpers/pictures';

/** `npm run screens`: each screen in each state worth seeing, at the sizes it will have, light and dark. */

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

test('start screen and doctor queue in Hindi', async ({ launch }) => {
  const app = await launch();
  await issuePeople(app);
  const doctor = await app.openDoctor('A');
  await app.home.getByTestId('home-language-hi').click();
  await picture(app, app.home, laptop, 'home-hi');
  await doctor.getByTestId('doctor-primary').click();
  await doctor.getByTestId('doctor-finished').click();
  await picture(app, doctor, laptop, 'doctor-hi');
});

test('gallery', async ({ launch }) => {
  const app = await launch();
  await app.home.goto('app://opd/index.html?screen=gallery');
  for (const language of ['en', 'ar']) {
    await app.home.getByTestId(`gallery-${language}`).click();
    await picture(app, app.home, [1366, 5200], `gallery-${language}`);
  }
});

for (const language of ['en', 'hi'] as const) {
  test(`first run in ${language}`, async ({ launch }) => {
    const app = await launch({ demo: false });
    await app.home.getByTestId(`setup-language-${language}`).click();
    await picture(app, app.home, laptop, `setup-${language}-0-welcome`);
    await app.home.getByTestId('setup-begin').click();
    for (const [index, step] of [
      'clinic',
      'doctors',
      'people',
      'printer',
      'voice',
      'backups',
      'done',
    ].entries()) {
      await app.home.getByTestId(`setup-${step}`).waitFor();
      if (step === 'doctors') {
        await app.home.getByTestId('doctor-name').fill('Dr Anita Rao');
        await app.home.getByTestId('doctor-save').click();
        await app.home.getByTestId('setup-doctor-A').waitFor();
      }
      await picture(app, app.home, laptop, `setup-${language}-${index + 1}-${step}`);
      if (step === 'people') {
        await app.home.getByTestId('person-name').fill('Asha Sharma');
        await app.home.getByTestId('person-pin').fill('7391');
        await app.home.getByTestId('person-pin-again').fill('7391');
        await app.home.getByTestId('person-save').click();
        await app.home.getByTestId('setup-person-AS').waitFor();
        await picture(app, app.home, laptop, `setup-${language}-${index + 1}-${step}-second`);
      }
      if (step !== 'done') await app.home.getByTestId('setup-next').click();
    }
    await app.home.getByTestId('setup-home').click();
    await app.home.getByTestId('home-missing').waitFor();
    await picture(app, app.home, laptop, `setup-${language}-8-start-screen`);
  });
}

for (const language of languages) {
  for (const [shape, size] of Object.entries({ portrait, landscape })) {
    test(`kiosk, ${language}, ${shape}`, async ({ launch }) => {
      test.slow();
      const app = await launch();
      await prepareKiosk(app);
      const kiosk = await app.openKiosk();
      await walkKiosk(app, kiosk, language, (name) => picture(app, kiosk, size, `kiosk-${language}-${name}`));
    });
  }
}

for (const [shape, size] of Object.entries({ portrait, landscape })) {
  test(`kiosk, closed, ${shape}`, async ({ launch }) => {
    const app = await launch({ clock: '2026-01-05T19:00:00+05:30' });
    const kiosk = await app.openKiosk();
    await kiosk.getByTestId('kiosk-closed').waitFor();
    await picture(app, kiosk, size, 'kiosk-closed');
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
