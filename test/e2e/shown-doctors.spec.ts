import { expect, test } from './helpers/app';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { startVisit } from './helpers/kiosk';
import { doctorId, issueOne } from './helpers/patients';
import { facePhoto, setPhoto } from './helpers/photos';
import { openSettings } from './helpers/settings';

test('a board and a kiosk that show some doctors, as a door or a floor needs it; a desk that looks at one', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const { home } = app;
  await setPhoto(app, 'B', await facePhoto(app, '#2d6a8a'));
  const board = await openBoard(app);
  await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', '3');
  await expect(board.getByTestId('board-doctor-B').locator('img')).toBeVisible();

  await test.step('chosen in the settings: the board shows them at once, and calls nobody else', async () => {
    const admin = await openSettings(app, 'board');
    await admin.getByTestId('admin-board-doctors').click();
    await admin.getByTestId('choose-doctors-some').click();
    await admin.getByTestId('choose-doctors-save').click();
    await expect(admin.getByTestId('choose-doctors-error')).toBeVisible();
    await admin.getByTestId('choose-doctors-B').check();
    await admin.getByTestId('choose-doctors-save').click();
    await expect(board.getByTestId('board')).toHaveAttribute('data-doctors', '1');
    await issueOne(app, { patientContact: '9876543210' });
    await issueOne(app, { doctorId: await doctorId(app, 'B'), patientContact: '9876543211' });
    await callFrom(home, 'queue.callNext', { doctorId: await doctorId(app, 'A') });
    await callFrom(home, 'queue.callNext', { doctorId: await doctorId(app, 'B') });
    await expect(board.getByTestId('board-last-B-001')).toBeVisible();
    await expect(board.getByTestId('board-last-A-001')).toHaveCount(0);
  });

  await test.step('a photo that is taken away is gone', async () => {
    await setPhoto(app, 'B', null);
    await expect(board.getByTestId('board-doctor-B').locator('img')).toHaveCount(0);
  });

  await test.step('the kiosk gives tokens for them alone, and says where the others are asked for', async () => {
    await callFrom(home, 'settings.change', { shown: { kiosk: [await doctorId(app, 'B')] } });
    const kiosk = await app.openKiosk();
    await startVisit(kiosk);
    await expect(kiosk.getByTestId('kiosk-doctor-B')).toBeVisible();
    await expect(kiosk.getByTestId('kiosk-doctor-A')).toHaveCount(0);
    await expect(kiosk.getByText('For other doctors please ask at the reception desk.')).toBeVisible();
  });

  await test.step('a desk looks at one, says so, and finds everybody', async () => {
    const desk = await openDesk(app);
    await desk.keyboard.press('F9');
    await desk.getByTestId('desk-choose-doctors').click();
    await desk.getByTestId('choose-doctors-C').check();
    await desk.getByTestId('choose-doctors-save').click();
    await expect(desk.getByTestId('desk-shown')).toContainText('1 of 3 doctors shown');
    await expect(desk.getByTestId('desk-board-A')).toHaveCount(0);
    await desk.reload();
    await expect(desk.getByTestId('desk-shown')).toBeVisible();
    await desk.keyboard.press('F3');
    await desk.keyboard.type('A-001');
    await expect(desk.getByText('A-001').first()).toBeVisible();
    await desk.keyboard.press('F2');
    await desk.getByTestId('desk-shown-all').click();
    await expect(desk.getByTestId('desk-board-A')).toBeVisible();
  });

  await test.step('when nobody of the chosen works here any more the board says so, and shows nobody else', async () => {
    const doctor = await doctorId(app, 'B');
    await callFrom(home, 'doctors.save', { doctorId: doctor, active: false, openTokens: 'cancel' });
    await expect(board.getByTestId('board-quiet')).toHaveAttribute('data-kind', 'noneLeft');
  });
});
