import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** The morning as it goes, for whoever runs it: also narrow, beside the desk. */
export function openLiveWindow(): BrowserWindow {
  const facts = { role: 'staff', screen: 'live', doctorId: null } as const;
  return showWhenReady(createWindow(facts, { width: 1100, height: 768, minWidth: 380, minHeight: 560 }));
}
