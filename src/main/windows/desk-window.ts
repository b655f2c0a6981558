import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** The receptionist's home. */
export function openDeskWindow(): BrowserWindow {
  const facts = { role: 'staff', screen: 'desk', doctorId: null } as const;
  return showWhenReady(createWindow(facts, { width: 1366, height: 768, minWidth: 800, minHeight: 560 }));
}
