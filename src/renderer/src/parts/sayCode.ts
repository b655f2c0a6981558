import type { Code } from '../../../shared/codes/read-code';
import { i18n } from '../i18n';
import { sayInfo } from '../ui/toasts';

/** Why a scanned code does nothing here, if that is worth a word; answers whether it was. */
export function sayCode({ kind }: Code): boolean {
  switch (kind) {
    case 'aadhaar':
    case 'cut':
    case 'facility':
    // Also where a person was so quick as to be taken for a scanner: their keys must not be lost without a word.
    case 'unknown':
      sayInfo(i18n.t(`common:scan.${kind}`));
      return true;
    default:
      return false;
  }
}
