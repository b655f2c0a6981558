import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** The start screen at the reception PC. @param origin of the computer that serves it; default: this one */
export function openHomeWindow(origin?: string): BrowserWindow {
  const facts = { role: 'staff', screen: 'home', doctorId: null, origin } as const;
  return showWhenReady(createWindow(facts, { width: 1366, height: 768, minWidth: 800, minHeight: 560 }));
}
