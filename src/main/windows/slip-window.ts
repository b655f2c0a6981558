import type { BrowserWindow } from 'electron';
import type { TokenId } from '../../shared/model/ids';
import type { Language } from '../../shared/model/language';
import { createWindow } from './create';

/** A slip as a page of its own, never shown: it is rendered to PDF and to the printer. 302 px are 80 mm. */
export function openSlipWindow(tokenId: TokenId, language: Language): BrowserWindow {
  const facts = {
    role: 'slip',
    screen: 'slip',
    doctorId: null,
    query: { token: tokenId, lang: language },
  } as const;
  return createWindow(facts, { width: 302, height: 600, webPreferences: { offscreen: false } });
}
