import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** Where the clinic's data cannot be opened: the start screen's place, with what can be done instead. */
export function openRecoveryWindow(): BrowserWindow {
  const facts = { role: 'staff', screen: 'home', doctorId: null, query: { recovery: 'yes' } } as const;
  return showWhenReady(createWindow(facts, { width: 1100, height: 768, minWidth: 800, minHeight: 560 }));
}
