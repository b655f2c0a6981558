import type { Code } from '../../../shared/codes/read-code';
import { i18n } from '../i18n';
import { sayInfo } from '../ui/toasts';

/** Why a scanned code does nothing here, if that is worth a word; answers whether it was. */
export function sayCode({ kind }: Code): boolean {
  if (kind !== 'aadhaar' && kind !== 'cut' && kind !== 'facility') return false;
  sayInfo(i18n.t(`common:scan.${kind}`));
  return true;
}
