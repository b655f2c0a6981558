import type { BrowserWindow } from 'electron';
import type { SettingsSection } from '../../shared/model/screen';
import { createWindow, showWhenReady } from './create';
import { pageUrl } from './pages';

/** Settings: the clinic, its doctors, printing, board and voice, other devices. */
export function openAdminWindow(section: SettingsSection | undefined): BrowserWindow {
  const facts = {
    role: 'staff',
    screen: 'admin',
    doctorId: null,
    ...(section === undefined ? {} : { query: { section } }),
  } as const;
  return showWhenReady(createWindow(facts, { width: 1280, height: 768, minWidth: 800, minHeight: 560 }));
}

/**
 * Leads a settings window that is open to one part. Only the fragment differs, so nothing is loaded anew and what is being
 * typed there stays; the page keeps the fragment true.
 */
export function showSection({ webContents }: BrowserWindow, section: SettingsSection): void {
  const [page = pageUrl('admin'), shown] = webContents.getURL().split('#');
  if (shown !== section) void webContents.loadURL(`${page}#${section}`);
}
