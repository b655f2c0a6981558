import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** What happened on many days, what it means, and in numbers. */
export function openReportsWindow(): BrowserWindow {
  const facts = { role: 'staff', screen: 'reports', doctorId: null } as const;
  return showWhenReady(createWindow(facts, { width: 1366, height: 768, minWidth: 720, minHeight: 560 }));
}
