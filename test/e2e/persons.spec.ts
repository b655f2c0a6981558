import type { Page } from '@playwright/test';
import { expect, type RunningApp, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { openSettings } from './helpers/settings';

async function signIn(page: Page, initials: string, pin: string): Promise<void> {
  await page.getByTestId('signin-initials').fill(initials);
  await page.getByTestId('signin-pin').fill(pin);
  await page.keyboard.press('Enter');
}

async function add(admin: Page, name: string, role: string, pin: string): Promise<void> {
  await admin.getByTestId('people-add').click();
  await admin.getByTestId('person-name').fill(name);
  await admin.getByTestId('person-role').click();
  await admin.getByRole('option', { name: role, exact: true }).click();
  await admin.getByTestId('person-pin').fill(pin);
  await admin.getByTestId('person-save').click();
  await expect(admin.getByTestId('person-form')).toHaveCount(0);
}

/** Asha begins, and adds Ravi for reception and Mira who looks only. */
async function withPeople(app: RunningApp): Promise<Page> {
  const admin = await openSettings(app, 'people');
  await admin.getByTestId('people-first').click();
  await admin.getByTestId('person-name').fill('Asha Kumar');
  await admin.getByTestId('person-pin').fill('1234');
  await admin.getByTestId('person-save').click();
  await expect(admin.getByTestId('person-pin-error')).toContainText('too easily');
  await admin.getByTestId('person-pin').fill('7391');
  await admin.getByTestId('person-save').click();
  await expect(admin.getByTestId('person-form')).toHaveCount(0);
  await expect(admin.getByTestId('who-is-on')).toContainText('Asha Kumar');
  await add(admin, 'Ravi Menon', 'Reception', '8264');
  await add(admin, 'Mira Das', 'Manager', '5937');
  return admin;
}

test('a morning with persons: the first one, the desk handed over by keys, locked, and a manager who only looks', async ({
  launch,
}) => {
  const app = await launch();
  let desk!: Page;
  await test.step('the first administrator, and two more', async () => {
    await withPeople(app);
    await expect(app.home.getByTestId('who-is-on')).toContainText('Asha Kumar');
    desk = await openDesk(app);
  });

  await test.step('Ravi takes the desk over by keys; what was typed stays, open dialogs do not', async () => {
    await desk.getByTestId('desk-name').fill('Half Typed');
    await desk.keyboard.press('F8');
    await desk.keyboard.press('Control+l');
    await desk.getByTestId('person-dialog').waitFor();
    await desk.keyboard.type('rm');
    await expect(desk.getByTestId('signin-pin')).toBeFocused();
    await desk.keyboard.type('8264');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('who-is-on')).toContainText('Ravi Menon');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
    await expect(desk.getByTestId('desk-name')).toHaveValue('Half Typed');
    await expect(app.home.getByTestId('who-is-on')).toContainText('Ravi Menon');
  });

  await test.step('what reception may not do is neither shown nor done', async () => {
    const refused = await callFrom(desk, 'backups.make', {}).catch((error: Error) => error.message);
    expect(refused).toContain('FORBIDDEN');
    const admin = await windowOf(app.electron, 'admin');
    await expect(admin.getByTestId('admin-doctors')).toBeVisible();
    await expect(admin.getByTestId('admin-people')).toHaveCount(0);
    await admin.getByTestId('admin-doctors').click();
    await admin.getByTestId('doctor-A-open').click();
    await admin.getByTestId('week-change-2026-01-05').waitFor();
    for (const testId of ['doctor-part-details', 'doctor-A-retire', 'toast'])
      await expect(admin.getByTestId(testId)).toHaveCount(0);
    await admin.getByTestId('doctors-back').click();
    await admin.getByTestId('doctor-A').waitFor();
    await expect(admin.getByTestId('doctors-add')).toHaveCount(0);
  });

  await test.step('locked it answers nothing; the same person goes on where it was', async () => {
    await callFrom(desk, 'persons.lock', {});
    await desk.getByTestId('signin-cover').waitFor();
    await app.home.getByTestId('signin-cover').waitFor();
    const refused = await callFrom(desk, 'tokens.find', { query: 'A' }).catch(
      (error: Error) => error.message,
    );
    expect(refused).toContain('sign in');
    await desk.getByTestId('signin-pin').fill('0000');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('signin-error')).toContainText('not right');
    await desk.getByTestId('signin-pin').fill('8264');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('signin-cover')).toHaveCount(0);
    await expect(desk.getByTestId('desk-name')).toHaveValue('Half Typed');
  });

  await test.step('somebody else after a lock finds nothing that was typed; a manager is offered nothing to do', async () => {
    await callFrom(desk, 'persons.lock', {});
    await desk.getByTestId('signin-cover').waitFor();
    await signIn(desk, 'MD', '5937');
    await expect(desk.getByTestId('who-is-on')).toContainText('Mira Das');
    await expect(desk.getByTestId('desk-name')).toHaveCount(0);
    await expect(desk.getByTestId('desk-undo')).toHaveCount(0);
    await expect(app.home.getByTestId('home-open-kiosk')).toHaveCount(0);
    const doctor = await app.openDoctor('A');
    await expect(doctor.getByTestId('doctor-primary')).toBeDisabled();
    await callFrom(desk, 'persons.signOut', {});
    await desk.getByTestId('signin-cover').waitFor();
    await signIn(desk, 'RM', '8264');
    await expect(desk.getByTestId('desk-name')).toHaveValue('');
  });
});

test('wrong PINs are remembered over a restart; a kiosk is closed by initials and PIN', async ({
  launch,
}) => {
  const app = await launch();
  await withPeople(app);
  await test.step('the kiosk', async () => {
    const kiosk = await app.openKiosk();
    await kiosk.getByTestId('kiosk-language-en').waitFor();
    await kiosk.keyboard.press('Control+Shift+L');
    await kiosk.getByTestId('leave-initials').fill('MD');
    await kiosk.getByTestId('leave-pin').fill('5937');
    await kiosk.getByTestId('leave-yes').click();
    await expect(kiosk.getByTestId('leave-error')).toContainText('role');
    await kiosk.getByTestId('leave-initials').fill('RM');
    await kiosk.getByTestId('leave-pin').fill('8264');
    const closed = kiosk.waitForEvent('close');
    await kiosk.getByTestId('leave-yes').click();
    await closed;
  });
  await test.step('five wrong ones', async () => {
    await callFrom(app.home, 'persons.signOut', {});
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await app.home.getByTestId('signin-cover').waitFor();
      await signIn(app.home, 'AK', '0000');
      await expect(app.home.getByTestId('signin-pin')).toHaveValue('');
    }
    await app.electron.close();
    const again = await launch();
    await again.home.getByTestId('signin-cover').waitFor();
    await signIn(again.home, 'AK', '7391');
    await expect(again.home.getByTestId('signin-error')).toContainText('wait');
    await signIn(again.home, 'RM', '8264');
    await expect(again.home.getByTestId('who-is-on')).toContainText('Ravi Menon');
  });
});
