import type { BookView } from '../../../../shared/model/book-view';
import { isOpen, type Token } from '../../../../shared/model/token';
import { i18n } from '../../i18n';
import { lostToEmergency } from '../../parts/lostSeat';
import type { Column } from './columns/derive';

/** What the rules say of a token beside its standing; null: nothing. */
export function remarkText(token: Token, { callsToGo, elsewhere, slots }: Remarks): string | null {
  const where = elsewhere.get(token.id);
  if (where !== undefined) return elsewhereText(where);
  if (token.status === 'active' && token.stage === 'on_hold') {
    return heldText(token.heldFor ?? 'asked', callsToGo.get(token.id) ?? 0);
  }
  if (token.status === 'active' && token.stage === 'called' && token.unanswered > 0) {
    return i18n.t('desk:rules.lastChance');
  }
  if (!isOpen(token) || token.lostSlotId === null || isAtTheDoor(token)) return null;
  return lostToEmergency(token, slots.find(({ slot }) => slot.id === token.lostSlotId)?.slot);
}

type Remarks = Pick<Column, 'callsToGo' | 'elsewhere' | 'slots'>;

/** R27: with whom the patient is. */
function elsewhereText({ stage, doctorName: doctor, room }: BookView['elsewhere'][number]): string {
  return room === ''
    ? i18n.t(`desk:rules.elsewhere.${stage}NoRoom`, { doctor })
    : i18n.t(`desk:rules.elsewhere.${stage}`, { doctor, room });
}

/** R19: why somebody stepped back, and when it is their turn again. */
function heldText(why: 'asked' | 'no_answer', count: number): string {
  return count === 0 ? i18n.t(`desk:rules.held.${why}_due`) : i18n.t(`desk:rules.held.${why}`, { count });
}

function isAtTheDoor(token: Token): boolean {
  return token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation');
}
