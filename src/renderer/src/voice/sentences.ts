import { i18n } from '../i18n';
import type { Language } from '../i18n/languages';
import type { Call } from './call';
import { destinationOf } from './spell';

/** The announcement as one reads it. */
export function announcementText({ number, room }: Call, language: Language): string {
  return sentence(number, room, language);
}

/** The announcement for a voice of the computer, which would take `A-017` for a word and a number. */
export function spokenText({ number, room }: Call, language: Language): string {
  const spelled = [...number.replace(/[^\p{L}\p{N}]/gu, '')].join(' ');
  return sentence(spelled, room, language);
}

function sentence(number: string, room: string, language: Language): string {
  const t = i18n.getFixedT(language, 'announcement');
  const destination = destinationOf(room);
  if (destination.kind === 'doctor') return t('doctor', { number });
  return destination.kind === 'room'
    ? t('room', { number, room: destination.text })
    : t('named', { number, room });
}
