import type { BrowserWindow } from 'electron';
import { createEmptyWindow } from './create';
import { pageUrl } from './pages';

/** Slips are laid out here, one page after the other, and never shown: they go to a printer. 302 px are 80 mm. */
export function openSlipWindow(): BrowserWindow {
  const facts = { role: 'slip', screen: 'slip', doctorId: null } as const;
  return createEmptyWindow(facts, {
    width: 302,
    height: 600,
    webPreferences: { backgroundThrottling: false },
  });
}

/** The page of one slip. */
export function slipUrl(query: Readonly<Record<string, string>>): string {
  return pageUrl('slip', query);
}
