import type { Page } from '@playwright/test';
import type { SettingsSection } from '../../../src/shared/model/screen';
import { type RunningApp, resize, windowOf } from './app';
import { callFrom } from './bridge';

/** The settings, at one of their parts. */
export async function openSettings(app: RunningApp, section: SettingsSection): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'admin', section });
  const admin = await windowOf(app.electron, 'admin');
  await admin.getByTestId(`admin-${section}`).waitFor();
  await resize(app, admin, 1366, 768);
  return admin;
}
