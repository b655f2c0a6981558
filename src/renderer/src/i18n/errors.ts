import type { AppError } from '../../../shared/result';
import { currentLanguage, i18n } from '.';

/**
 * What a member of staff reads when something was refused. Main speaks English; in another language the
 * sentence is made from the code, with the token where one is named, and main's own words follow, since they
 * may say more.
 */
export function staffErrorText(error: AppError): string {
  const { message, reference } = error;
  const text = currentLanguage() === 'en' ? message : `${sentence(error)} (${message})`;
  return reference === undefined ? text : i18n.t('error.reference', { message: text, reference });
}

function sentence({ code, details }: AppError): string {
  const number = details?.number;
  const words = i18n.t(`error.code.${code}`);
  return typeof number === 'string' ? `${number}: ${words}` : words;
}
