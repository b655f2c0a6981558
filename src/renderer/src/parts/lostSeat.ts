import type { SlotView } from '../../../shared/model/slot';
import type { Token } from '../../../shared/model/token';
import { i18n } from '../i18n';

/**
 * R6: a seat lost to an emergency, and whether the place is kept: by who is here, while that slot is open.
 * @param lost the slot whose seat it was
 */
export function lostToEmergency(
  { checkedInAt }: Pick<Token, 'checkedInAt'>,
  lost: Pick<SlotView, 'status'> | undefined,
): string {
  if (lost?.status === 'closed') return i18n.t('desk:rules.lostSeatClosed');
  return i18n.t(checkedInAt === null ? 'desk:rules.lostSeatAway' : 'desk:rules.lostSeat');
}
