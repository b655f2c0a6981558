import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** Settings: printing, board and voice, other devices. */
export function openAdminWindow(): BrowserWindow {
  const facts = { role: 'staff', screen: 'admin', doctorId: null } as const;
  return showWhenReady(createWindow(facts, { width: 1180, height: 768, minWidth: 800, minHeight: 560 }));
}
