import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** The start screen at the reception PC. */
export function openHomeWindow(): BrowserWindow {
  const facts = { role: 'staff', screen: 'home', doctorId: null } as const;
  return showWhenReady(createWindow(facts, { width: 1366, height: 768, minWidth: 800, minHeight: 560 }));
}
