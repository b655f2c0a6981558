import type { Page } from '@playwright/test';
import { type RunningApp, windowOf } from './app';

/** Settings, Other devices, in the app. */
export async function openDevices({ electron, home }: RunningApp): Promise<Page> {
  await home.getByTestId('home-open-admin').click();
  const admin = await windowOf(electron, 'admin');
  await admin.getByTestId('admin-devices').click();
  return admin;
}

/** Another port, so that no two apps get in each other's way. */
export async function choosePort(admin: Page, port: number): Promise<void> {
  await admin.getByTestId('devices-port').fill(String(port));
  await admin.getByTestId('devices-port').press('Enter');
}

/** Gives out a code for a device, as staff do; answers it. */
export async function giveCode(admin: Page, role: string, doctor?: string): Promise<string> {
  await admin.getByTestId('devices-pair').click();
  await admin.getByTestId(`pair-role-${role}`).click();
  if (doctor !== undefined) {
    await admin.getByTestId('pair-doctor').click();
    await admin.getByRole('option', { name: new RegExp(`^${doctor} ·`) }).click();
  }
  await admin.getByTestId('pair-start').click();
  return (await admin.getByTestId('pair-code-shown').innerText()).replace(/\D/g, '');
}
