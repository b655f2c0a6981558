import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { takeToken } from './helpers/kiosk';
import { long } from './helpers/long';
import { doctorId as doctorA, issueMany, recallAtOnce } from './helpers/patients';

test('a full slot sends the next patient to the next slot, a full day to the waiting list; a cancel promotes', async ({
  launch,
}) => {
  const app = await launch();
  const doctor = await app.openDoctor('A');
  const kiosk = await app.openKiosk();
  await issueMany(app, 6);
  await expect(doctor.getByTestId('doctor-slot-09:00')).toContainText('6');
  expect(await takeToken(kiosk, { name: 'Seventh', phone: '9000000777' })).toBe('A-007');
  const doctorId = await doctorA(app);
  const slotOf = async (number: string) => {
    const view = await callFrom(app.home, 'books.view', { doctorId });
    const token = view.tokens.find((candidate) => candidate.number === number);
    const slot = token?.status === 'active' && view.slots.find(({ id }) => id === token.slotId);
    return slot ? slot.startMinute / 60 : token?.status;
  };
  expect(await slotOf('A-006')).toBe(9);
  expect(await slotOf('A-007')).toBe(10);

  await issueMany(app, 17, 8);
  expect(await takeToken(kiosk, { name: 'Waiting Wanda', phone: '9000000888' })).toBe('A-025');
  await expect(doctor.getByTestId('doctor-waiting')).toContainText('Waiting Wanda');
  expect(await slotOf('A-025')).toBe('waiting');

  await doctor.getByTestId('row-A-003-cancel').click();
  await doctor.getByTestId('dialog-confirm').click();
  await expect(doctor.getByTestId('doctor-row-A-025')).toBeVisible();
  await expect(doctor.getByTestId('doctor-waiting')).not.toContainText('Waiting Wanda');
  expect(await slotOf('A-003')).toBe('cancelled');
  expect(await slotOf('A-025')).toBe(9);
});

test('a no-show too early is refused; keys alone take a patient through; who is held comes back after two others', async ({
  launch,
}) => {
  const app = await launch();
  await issueMany(app, 4);
  const doctor = await app.openDoctor('A');
  await expect(doctor.getByTestId('doctor-row-A-001')).toBeVisible();
  const current = doctor.getByTestId('doctor-current');
  const primary = doctor.getByTestId('doctor-primary');

  await test.step('a no-show too early is refused in words and changes nothing', async () => {
    await primary.click();
    await expect(current).toContainText('A-001');
    await doctor.getByTestId('doctor-no-show').click();
    const confirm = doctor.getByTestId('dialog-confirm');
    if (await confirm.isVisible()) await confirm.click();
    await expect(doctor.getByTestId('toast').first()).toContainText('Call A-001 again first');
    await expect(current).toContainText('A-001');
    await expect(doctor.getByRole('alertdialog')).toHaveCount(0);
  });

  await test.step('keys alone take a patient through: R calls again, Space starts, finishes, calls', async () => {
    await recallAtOnce(app);
    // A key pressed while the last one is still being answered does nothing: that is the guard against double taps.
    const press = async (key: string): Promise<void> => {
      await expect(primary).toBeEnabled();
      await expect(primary).not.toHaveAttribute('data-pending');
      await doctor.keyboard.press(key);
    };
    await press('r');
    const id = await doctorA(app);
    await expect
      .poll(async () => (await callFrom(app.home, 'books.view', { doctorId: id })).tokens[0])
      .toMatchObject({ number: 'A-001', recalls: 1 });
    await press('Space');
    await expect(primary).toContainText('Finish A-001');
    await press('Space');
    await expect(current).not.toContainText('A-001');
    await press('Space');
    await expect(current).toContainText('A-002');
  });

  await test.step('a held patient comes back after two others, as rule R19 says', async () => {
    await doctor.getByTestId('doctor-hold').click();
    for (const number of ['A-003', 'A-004', 'A-002']) {
      await expect(current).toContainText('The room is free');
      await primary.click();
      await expect(current).toContainText(number);
      for (const step of ['start', 'serve']) {
        await expect(primary).toHaveAttribute('data-step', step);
        await primary.click();
      }
    }
  });
});

test(
  'two doctor windows racing for the next patient 30 times never call two at once',
  long,
  async ({ launch }) => {
    const app = await launch();
    await issueMany(app, 20);
    const doctorId = await doctorA(app);
    const doctor = await app.openDoctor('A');
    for (let round = 0; round < 30; round += 1) {
      const answers = await Promise.all(
        [app.home, doctor].map((page) =>
          page.evaluate((id) => window.api.call('queue.callNext', { doctorId: id as never }), doctorId),
        ),
      );
      const called = answers.filter(({ ok }) => ok);
      expect(called.length).toBe(round < 20 ? 1 : 0);
      const [winner] = called;
      if (winner?.ok) await callFrom(app.home, 'tokens.serve', { tokenId: winner.value.id });
    }
  },
);
