import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { fillKiosk } from './helpers/kiosk';
import { doctorId, issueOne } from './helpers/patients';

test('a patient is found across scripts, looked at, changed, merged with a twin and taken apart again', async ({
  launch,
}) => {
  const app = await launch();
  const phone = { patientContact: '9876543210' };
  const one = await issueOne(app, { ...phone, patientName: 'मीना वर्मा' });
  const other = { doctorId: await doctorId(app, 'B'), ...phone, patientName: 'Mina Verma' };
  const two = await issueOne(app, other);
  const three = await issueOne(app, { patientName: 'Joseph', patientContact: '9000000009' });
  const desk = await openDesk(app);

  await test.step('by the name in other letters', async () => {
    await desk.keyboard.press('F3');
    await desk.keyboard.type('meena verma');
    for (const { number } of [one, two])
      await expect(desk.getByTestId(`desk-find-result-${number}`)).toBeVisible();
    await desk.getByTestId(`desk-find-patient-${one.patientId}`).click();
    await expect(desk.getByTestId('desk-patient').getByTestId('patient-name')).toHaveValue('मीना वर्मा');
    await expect(desk.getByTestId('patient-visits').locator('li')).toHaveCount(1);
  });

  await test.step('what is known is changed', async () => {
    await desk.getByTestId('patient-secondName').fill('Meena Verma');
    await desk.getByTestId('patient-birth').fill('1956-02-31');
    await desk.getByTestId('patient-save').click();
    await expect(desk.getByTestId('desk-patient').getByRole('alert')).toHaveCount(1);
    await desk.getByTestId('patient-birth').fill('2090');
    await expect(desk.getByTestId('desk-patient').getByRole('alert')).toContainText('still to come');
    await desk.getByTestId('patient-birth').fill('12/4/1956');
    await expect(desk.getByTestId('field-note')).toContainText('12 Apr 1956');
    await desk.getByTestId('patient-birth').fill('1956');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-patient').getByRole('alert')).toHaveCount(0);
    await expect
      .poll(async () => (await callFrom(app.home, 'patients.page', { tokenId: one.id })).patient)
      .toMatchObject({ secondName: 'Meena Verma', birth: '1956' });
  });

  await test.step('who is senior by age is said to be', async () => {
    await expect(desk.getByTestId('patient-precedence')).toContainText('By age: Elderly');
  });

  await test.step('what was written is not left unasked, by whatever key', async () => {
    const asked = desk.getByTestId('patient-unsaved');
    await desk.getByTestId('patient-note').fill('Hard of hearing');
    await desk.keyboard.press('Escape');
    await expect(asked).toBeVisible();
    await expect(desk.getByTestId('patient-write-on')).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect(asked).toHaveCount(0);
    await desk.keyboard.press('F3');
    await expect(asked).toBeVisible();
    await desk.getByTestId('patient-drop').click();
    await expect(desk.getByTestId('desk-patient')).toHaveCount(0);
    await desk.keyboard.press('F3');
    await desk.keyboard.type('meena verma');
    await desk.getByTestId(`desk-find-patient-${one.patientId}`).click();
    await expect(desk.getByTestId('patient-note')).toHaveValue('');
  });

  await test.step('Ctrl+Z after what was saved on a page takes back no token, and leads to the page', async () => {
    await desk.keyboard.press('Escape');
    await expect(desk.getByTestId('desk-patient')).toHaveCount(0);
    await desk.keyboard.press('Control+z');
    await expect(desk.getByTestId('patient-name')).toHaveValue('मीना वर्मा');
    await expect(desk.getByTestId('toast').last()).toContainText('changed back here');
    const { open } = (await callFrom(app.home, 'patients.find', { query: 'meena verma' }))[0] ?? {};
    expect(open?.map(({ number }) => number)).toEqual([one.number]);
  });

  await test.step('F3 pressed again begins anew, and Escape closes it at once', async () => {
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F3');
    await desk.keyboard.type('verma');
    await desk.keyboard.press('F3');
    await desk.keyboard.type('meena verma');
    await expect(desk.getByTestId('desk-find')).toHaveValue('meena verma');
    await desk.getByTestId(`desk-find-patient-${one.patientId}`).waitFor();
    await desk.keyboard.press('Escape');
    await expect(desk.getByTestId('desk-find')).toHaveCount(0);
    await desk.keyboard.press('F3');
    await desk.keyboard.type('meena verma');
    await desk.getByTestId(`desk-find-patient-${one.patientId}`).click();
  });

  await test.step('nor for a look at two rows: saved there and then, it is still here', async () => {
    const note = desk.getByTestId('patient-note');
    await note.fill('Speaks Tamil');
    await desk.getByTestId(`patient-twin-${two.patientId}`).click();
    await expect(desk.getByTestId('patient-both')).toHaveCount(0);
    await desk.getByTestId('patient-save-first').click();
    await expect(desk.getByTestId('patient-unsaved')).toHaveCount(0);
    await expect(note).toHaveValue('Speaks Tamil');
    const page = await callFrom(app.home, 'patients.page', { tokenId: one.id });
    expect(page.patient?.note).toBe('Speaks Tamil');
  });

  await test.step('a row that nobody proposes is looked for, and seen beside it', async () => {
    await desk.getByTestId('patient-other').fill('Joseph');
    await desk.getByTestId(`patient-other-${three.patientId}`).click();
    await expect(desk.getByTestId('patient-both').getByText('Joseph')).toBeVisible();
    await expect(desk.getByTestId('patient-keep')).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('patient-both')).toHaveCount(0);
  });

  await test.step('a twin is seen beside it, merged, and taken apart again', async () => {
    await desk.getByTestId(`patient-twin-${two.patientId}`).click();
    await expect(desk.getByTestId('patient-both').getByText('Mina Verma')).toBeVisible();
    await desk.getByTestId('patient-merge').click();
    await expect(desk.getByTestId('patient-visits').locator('li')).toHaveCount(2);
    await desk.getByTestId(`patient-separate-${two.patientId}`).click();
    await expect(desk.getByTestId('patient-visits').locator('li')).toHaveCount(1);
    await desk.keyboard.press('Escape');
    await expect(desk.getByTestId('desk-patient')).toHaveCount(0);
  });

  await test.step('a token’s card opens the page of its patient', async () => {
    await desk.keyboard.press('F3');
    await desk.keyboard.type(one.number);
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-card').waitFor();
    await desk.keyboard.press('i');
    await expect(desk.getByTestId('patient-name')).toHaveValue('मीना वर्मा');
    await expect(desk.getByTestId('patient-looks').locator('li').first()).toBeVisible();
  });
});

test('R27: who sees two doctors on a day is told so at the kiosk, the desk and the doctor’s', async ({
  launch,
}) => {
  const app = await launch();
  const one = await issueOne(app);
  const kiosk = await app.openKiosk();
  await fillKiosk(kiosk, { doctor: 'B', name: 'asha verma', phone: '+91 98765 43210' });
  await kiosk.getByTestId('kiosk-confirm').click();
  await expect(kiosk.getByTestId('kiosk-also-with')).toContainText(one.number);
  const two = await kiosk.getByTestId('kiosk-number').innerText();

  const desk = await openDesk(app);
  await desk.getByTestId('desk-phone').fill('98765');
  await expect(desk.getByTestId('desk-known')).toContainText(one.number);
  await expect(desk.getByTestId('desk-known')).toContainText(two);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('F3');
  await desk.keyboard.type(one.number);
  await desk.keyboard.press('Enter');
  const card = desk.getByTestId('desk-card');
  await expect(card.getByTestId('also-with')).toContainText(two);
  await expect(card.getByTestId('desk-action-linked')).toBeVisible();
  await desk.keyboard.press('o');
  await expect(card.getByTestId('also-with')).toContainText(one.number);
  await desk.keyboard.press('Escape');
  await desk.getByTestId(`desk-token-${one.number}`).press('o');
  await expect(card.getByTestId('also-with')).toContainText(one.number);

  const doctor = await app.openDoctor('A');
  await callFrom(app.home, 'queue.callNext', { doctorId: one.doctorId });
  await expect(doctor.getByTestId('also-with')).toContainText(two);
});
