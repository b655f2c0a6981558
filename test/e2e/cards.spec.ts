import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { papers } from '../../src/shared/model/print-settings';
import { qrText } from '../helpers/qr';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { doctorId, issueOne } from './helpers/patients';
import { pdfFacts, pdfPicture } from './helpers/pdf';
import { scan } from './helpers/scanner';

const asha = { patientName: 'Asha Verma', patientContact: '9111111111' };

test('the clinic’s own card chooses its patient at the desk, wherever the focus is, or shows the open token', async ({
  launch,
}) => {
  const app = await launch();
  const one = await issueOne(app, asha);
  const two = await issueOne(app, { patientName: 'Ravi Rao', patientContact: '9222222222' });
  await callFrom(app.home, 'tokens.cancel', { tokenId: one.id });
  const desk = await openDesk(app);
  await desk.getByTestId(`desk-token-${two.number}`).waitFor();
  const [name, phone] = [desk.getByTestId('desk-name'), desk.getByTestId('desk-phone')];
  for (const [where, delay] of [
    ['on a token', 5],
    ['on a token', 80],
    ['in a field', 5],
    ['in a field', 80],
    ['in a dialog', 20],
    ['on a patient’s page', 20],
  ] as const) {
    await test.step(`${where}, ${delay} ms a key`, async () => {
      await phone.fill('');
      await name.fill('');
      if (where === 'on a token') await desk.getByTestId(`desk-token-${two.number}`).focus();
      if (where === 'in a field') await phone.focus();
      if (where === 'in a dialog') await desk.keyboard.press('F3');
      if (where === 'on a patient’s page') {
        await desk.getByTestId(`desk-token-${two.number}`).click();
        await desk.getByTestId('desk-card').waitFor();
        await desk.keyboard.press('i');
        await desk.getByTestId('patient-note').focus();
      }
      await scan(desk, `OPD-P:${one.patientId}`, delay);
      await expect(name).toHaveValue('Asha Verma');
      await expect(phone).toHaveValue('9111111111');
      await expect(desk.getByRole('dialog')).toHaveCount(0);
      await expect(name).toBeFocused();
    });
  }

  await test.step('Enter issues a token of that row; scanned again, the card shows it', async () => {
    await desk.keyboard.press('Enter');
    await expect(phone).toHaveValue('');
    await scan(desk, `OPD-P:${one.patientId}`);
    await expect(desk.getByTestId('desk-card')).toContainText('Asha Verma');
    await desk.keyboard.press('Escape');
    await expect(desk.getByTestId('desk-card')).toHaveCount(0);
    const [found] = await callFrom(app.home, 'patients.find', { query: 'asha' });
    expect(found).toMatchObject({ patientId: one.patientId, visits: 2 });
  });

  await test.step('a card that nobody has says so', async () => {
    await scan(desk, 'OPD-P:4711');
    await expect(desk.getByTestId('toast').last()).toContainText('4711');
    await expect(name).toHaveValue('');
  });

  await test.step('a doctor’s window marks its own patient, and says whose another is', async () => {
    const other = await issueOne(app, {
      doctorId: await doctorId(app, 'B'),
      patientName: 'Meera Nair',
      patientContact: '9333333333',
    });
    const doctor = await app.openDoctor('A');
    await doctor.getByTestId('doctor-queue').getByText(two.number).waitFor();
    await scan(doctor, `OPD-P:${two.patientId}`);
    await expect(doctor.getByTestId('doctor-marked')).toContainText(two.number);
    await scan(doctor, `OPD-P:${other.patientId}`);
    await expect(doctor.getByTestId('toast').filter({ hasText: other.number })).toContainText('is with');
    await scan(doctor, 'OPD-P:4711');
    await expect(doctor.getByTestId('toast').last()).toContainText('open token');
  });

  await test.step('the kiosk shows nobody’s name for a number that anybody can print', async () => {
    const kiosk = await app.openKiosk();
    await kiosk.getByTestId('kiosk-language-en').click();
    await kiosk.getByTestId('kiosk-need-token').click();
    await kiosk.getByTestId('kiosk-doctor-A').click();
    await kiosk.getByTestId('kiosk-name').waitFor();
    await scan(kiosk, `OPD-P:${one.patientId}`);
    await expect(kiosk.getByTestId('toast').last()).toContainText('for the desk');
    await expect(kiosk.getByTestId('kiosk-name')).toHaveValue('');
    await expect(kiosk.getByTestId('kiosk-phone')).toHaveValue('');
  });
});

test('a card is printed from the patient’s page, on a sheet of labels at the place that is free, and its code is read', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  const app = await launch();
  await callFrom(app.home, 'settings.change', { clinic: { clinicName: 'Lotus Clinic' } });
  const one = await issueOne(app, { ...asha, patientName: 'आशा वर्मा' });
  const code = `OPD-P:${one.patientId}`;
  const desk = await openDesk(app);

  await test.step('on labels: the place is chosen once, and goes on', async () => {
    await desk.getByTestId(`desk-token-${one.number}`).click();
    await desk.getByTestId('desk-card').waitFor();
    await desk.keyboard.press('i');
    await desk.getByTestId('patient-card-sheet').click();
    await desk.getByTestId('patient-card-place-1').focus();
    for (let step = 0; step < 4; step += 1) await desk.keyboard.press('ArrowRight');
    await desk.getByTestId('patient-card-make').click();
    await expect(desk.getByTestId('toast').first()).toContainText('.pdf', { timeout: 60_000 });
    await expect(desk.getByTestId('patient-card-place-6')).toBeChecked();
    const folder = join(dataFolder, 'documents');
    const [file = ''] = readdirSync(folder);
    expect(file).toMatch(new RegExp(`^card-${one.patientId}-2026-01-05-\\d{6}\\.pdf$`));
    const path = join(folder, file);
    const { pages, widthMm, heightMm } = await pdfFacts(path);
    expect([pages, Math.round(widthMm), Math.round(heightMm)]).toEqual([1, 210, 297]);
    const picture = await pdfPicture(path, 2_100);
    // The second of the second row, in tenths of a millimetre: its left part has the code, and nothing else.
    expect(qrText(picture, { x: 732, y: 468, width: 254, height: 339 })).toBe(code);
    const others = [...Array(2_970 * 2_100).keys()].filter((dot) => {
      const [x, y] = [dot % 2_100, Math.floor(dot / 2_100)];
      const isOwn = x >= 732 && x <= 1_367 && y >= 468 && y <= 807;
      return !isOwn && (picture.data[dot * 4] ?? 255) < 128;
    });
    expect(others).toEqual([]);
  });

  for (const paper of papers) {
    await test.step(`on ${paper}`, async () => {
      const query = new URLSearchParams({ screen: 'slip', card: one.id, paper, lang: 'en' });
      await app.home.goto(`app://opd/index.html?${query.toString()}`);
      await expect(app.home.locator('html')).toHaveAttribute('data-ready', 'true');
      await expect(app.home.locator('[data-slip]')).toContainText('आशा वर्मा');
      await expect(app.home.locator('[data-slip]')).not.toContainText('9111111111');
      const shot = PNG.sync.read(await app.home.locator('.slip-qr').screenshot());
      expect(qrText(shot, { x: 0, y: 0, width: shot.width, height: shot.height })).toBe(code);
    });
  }
});
