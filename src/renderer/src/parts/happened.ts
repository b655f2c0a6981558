import type { HistoryLine } from '../../../shared/model/change';
import { isUnseen } from '../../../shared/model/token';
import { i18n } from '../i18n';

/** What happened to a token, in a few words; nobody cancelled who was not seen when the day was closed (R16). */
export function happenedText({
  type,
  cancelReason,
  corrected,
}: Pick<HistoryLine, 'type' | 'cancelReason' | 'corrected'>): string {
  if (corrected !== null) return i18n.t(`desk:corrected.${corrected}`);
  const isClosing = type === 'tokenCancelled' && cancelReason !== null && isUnseen(cancelReason);
  return i18n.t(isClosing ? `desk:unseen.${cancelReason}` : `desk:event.${type}`);
}
