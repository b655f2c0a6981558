import type { QueuePlace } from '../../../../shared/model/reason';
import { MINUTE } from '../../../../shared/model/time';
import { assertNever } from '../../../../shared/result';
import { t } from '../../i18n';
import { minutesOf, timeText } from '../../i18n/format';

/** R18 and R20: why somebody stands at this place, in one sentence. */
export function whySentence(place: QueuePlace, timeZone: string): string {
  const { why } = t.doctor;
  switch (place.code) {
    case 'emergency':
      return why.emergency(timeText(place.since, timeZone));
    case 'held_back_due':
      return why.heldBackDue(timeText(place.since, timeZone));
    case 'fair_share': {
      const over = place.waitedMs > place.targetMinutes * MINUTE;
      const say = over ? why.fairShareOver : why.fairShare;
      return say(minutesOf(place.waitedMs), place.targetMinutes);
    }
    case 'slot_order':
      return why.slotOrder(timeText(place.slotStart, timeZone));
    case 'best_waiting':
      return why.bestWaiting;
    default:
      return assertNever(place);
  }
}
