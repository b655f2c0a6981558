import type { AlsoWith } from '../../../shared/model/also-with';
import { nameFor } from '../../../shared/model/doctor';
import { currentLanguage, i18n } from '.';
import { isolated, slotText } from './format';

/** R27: `Also with Dr Rao, 11:00 am – 12:00 pm: B-004`; `today`: `Today A-001 with …`. */
export function alsoWithText(
  { doctor, number, slot }: AlsoWith,
  how: 'also' | 'today' = 'also',
  language = currentLanguage(),
): string {
  const t = i18n.getFixedT(language, 'common');
  const when = slot === null ? t('alsoWith.onList') : slotText(slot, language);
  return t(`alsoWith.${how}`, {
    doctor: isolated(nameFor(doctor, language)),
    when,
    number: isolated(number),
  });
}
