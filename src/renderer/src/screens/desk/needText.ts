import type { Need } from '../../../../shared/model/need';
import { i18n } from '../../i18n';

/** R26: a need that follows from what is known of the patient: `Elderly, 71 years`. */
export function knownNeedText({ precedence, age }: Need): string {
  const need = i18n.t(`desk:rules.need.${precedence}`);
  if (age === null) return i18n.t('desk:rules.known.kept', { need });
  if (age.years === 0) return i18n.t('desk:rules.known.newborn', { need });
  return i18n.t(age.isAbout ? 'desk:rules.known.about' : 'desk:rules.known.age', { need, count: age.years });
}
