import { claimOf, type Token } from '../../../../shared/model/token';
import { i18n } from '../../i18n';

type Facts = Pick<Token, 'source' | 'precedence' | 'precedenceFrom' | 'followUp'>;

/** R26, R20: what a token is besides its place, and on whose word: its need, and a follow-up that is only claimed. */
export function besidesTexts(token: Facts): readonly string[] {
  const claim = claimOf(token);
  const need = needSentence(token);
  return [...(need === null ? [] : [need]), ...(claim === null ? [] : [i18n.t(`desk:rules.claim.${claim}`)])];
}

/** An emergency goes before every need. */
function needSentence({ source, precedence, precedenceFrom: from }: Facts): string | null {
  if (from === null || source === 'emergency') return null;
  if (precedence === null) return from === 'staff' ? i18n.t('desk:rules.need.why.none') : null;
  return i18n.t(`desk:rules.need.why.${from}`, { need: i18n.t(`desk:rules.need.${precedence}`) });
}
