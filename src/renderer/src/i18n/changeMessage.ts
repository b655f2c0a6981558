import type { CallListLine } from '../../../shared/model/call-list';
import { plainMessage } from '../../../shared/model/text-message';
import { i18n } from '.';
import { dayText, slotText } from './format';
import type { Language } from './languages';

interface Names {
  readonly clinic: string;
  readonly doctor: string;
}

/** What a line of the call list says to its patient in writing. Nobody's name is in it: others see the phone, too. */
export function changeMessage(line: CallListLine, names: Names, language: Language): string {
  return plainMessage(written(line, names, language));
}

function written(line: CallListLine, names: Names, language: Language): string {
  const t = i18n.getFixedT(language, 'message');
  const { kind, from, to, number, delayMinutes: minutes } = line;
  const day = dayText(line.serviceDay, language);
  const timeOf = (slot: CallListLine['to']): string => (slot === null ? '' : slotText(slot, language));
  switch (kind) {
    case 'displaced':
      if (to === null) return t('displacedToList', { ...names, day, number });
      return t('displaced', { ...names, day, number, time: timeOf(to) });
    case 'promoted':
      return t('promoted', { ...names, day, number, time: timeOf(to) });
    case 'doctor_late':
      return t('late', { ...names, day, number, time: timeOf(from), minutes });
    case 'cancelled':
      return t('cancelled', { ...names, day, number });
  }
}
