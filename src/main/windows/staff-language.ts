import { STAFF_LANGUAGE_KEY, type StaffLanguage, staffLanguages } from '../../shared/model/language';
import { followWindows, shownWindows } from './open';

/**
 * The language that staff chose on this computer, for what the system shows and no page. Pages keep it, and each names its
 * window in it: whenever a name changes, the page is asked. English until one has said.
 */
export function followStaffLanguage(changed: () => void): () => StaffLanguage {
  let known: StaffLanguage = 'en';
  followWindows((window) => {
    const { webContents } = window;
    window.on('page-title-updated', () => {
      if (!shownWindows().some(([contents]) => contents === webContents)) return;
      void webContents
        .executeJavaScript(`localStorage.getItem(${JSON.stringify(STAFF_LANGUAGE_KEY)})`)
        .then((kept: unknown) => {
          const language = staffLanguages.find((one) => one === kept) ?? 'en';
          if (language === known) return;
          known = language;
          changed();
        })
        // The page is going.
        .catch(() => undefined);
    });
  });
  return () => known;
}
