import type { BookView } from '../../../../shared/model/book-view';
import type { QueuePlace } from '../../../../shared/model/reason';
import { MINUTE } from '../../../../shared/model/time';
import type { ListedToken, Token } from '../../../../shared/model/token';
import { assertNever } from '../../../../shared/result';
import { clinicNow } from '../../data/clock';
import { i18n } from '../../i18n';
import { minutesOf, momentText } from '../../i18n/format';
import { lostToEmergency } from '../../parts/lostSeat';
import type { Held, SortedBook, Whereabouts } from './derive';
import type { Losses } from './useLosses';

/** R18 and R20: why somebody stands at this place, in one sentence. */
export function whySentence(place: QueuePlace, timeZone: string): string {
  let sentence = placeSentence(place, timeZone);
  if ('lostSlotId' in place && place.lostSlotId) sentence = i18n.t('doctor:why.lostSeat', { sentence });
  if (!('precedence' in place) || !place.precedence) return sentence;
  const need = i18n.t(`doctor:why.need.${place.precedence}`);
  return i18n.t('doctor:why.precedence', { sentence, need });
}

/** R18, R20: why call next calls this one, in one sentence. */
export function nextSentence({ id, precedence }: Token, sorted: SortedBook, timeZone: string): string {
  const queued = sorted.queue.find(({ token }) => token.id === id);
  if (queued !== undefined) return whySentence(queued.place, timeZone);
  if (sorted.held.some(({ token }) => token.id === id)) return i18n.t('doctor:why.heldBackNext');
  return whySentence({ code: 'best_waiting', ...(precedence === null ? {} : { precedence }) }, timeZone);
}

/** R27: whom call next passes over, and where each of them is: who is here, in order. */
export function passedOver(sorted: SortedBook, view: Pick<BookView, 'tokens'>): readonly string[] {
  return [...sorted.elsewhere.values()].flatMap((where) => {
    const token = view.tokens.find(({ id }) => id === where.tokenId);
    return token && token.checkedInAt !== null ? [`${token.number}: ${whereSentence(where)}`] : [];
  });
}

/** R6, R15: how a seat was lost, in a sentence: to an emergency, and whether the place is kept, or as `losses` says. */
export function lossText(token: ListedToken, { slots }: Pick<SortedBook, 'slots'>, losses: Losses): string {
  if (token.lostSlotId !== null) return lostToEmergency(token, slots.get(token.lostSlotId));
  return losses.get(token.id) ?? i18n.t('desk:status.displaced');
}

/** R19: why somebody is held back, and after how many others it is their turn. */
export function heldSentence({ token, callsToGo: count }: Held): string {
  const silent = token.heldFor === 'no_answer';
  return i18n.t(silent ? 'doctor:heldBack.noAnswer' : 'doctor:heldBack.asked', { count });
}

/** R27: with which doctor the patient is. */
export function whereSentence({ stage, doctorName, room }: Whereabouts): string {
  const at = stage === 'called' ? 'doctor:elsewhere.called' : 'doctor:elsewhere.inside';
  const place = room === '' ? '' : ` · ${i18n.t('common:room', { room })}`;
  return `${i18n.t(at, { doctor: doctorName })}${place}`;
}

function placeSentence(place: QueuePlace, timeZone: string): string {
  switch (place.code) {
    case 'emergency':
      return i18n.t('doctor:why.emergency', { time: momentText(place.since, timeZone, clinicNow()) });
    case 'held_back_due':
      return i18n.t('doctor:why.heldBackDue', { time: momentText(place.since, timeZone, clinicNow()) });
    case 'fair_share': {
      const over = place.waitedMs > place.targetMinutes * MINUTE;
      return i18n.t(over ? 'doctor:why.fairShareOver' : 'doctor:why.fairShare', {
        waited: minutesOf(place.waitedMs),
      });
    }
    case 'slot_order':
      return i18n.t('doctor:why.slotOrder', { time: momentText(place.slotStart, timeZone, clinicNow()) });
    case 'held_back': {
      const time = momentText(place.since, timeZone, clinicNow());
      return i18n.t('doctor:why.heldBack', { time, count: place.callsToGo });
    }
    case 'best_waiting':
      return i18n.t('doctor:why.bestWaiting');
    default:
      return assertNever(place);
  }
}
