import { useTitle } from '../ui/useTitle';
import { i18n } from '.';
import { rememberedLanguage } from './staffLanguage';

/** The task bar is read by staff: a page in a patient's language is named there in theirs. */
export function useStaffTitle(screen: 'kiosk' | 'board'): void {
  useTitle(i18n.getFixedT(rememberedLanguage(), 'home')(screen));
}
