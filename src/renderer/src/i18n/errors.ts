import { type ServiceDay, serviceDaySchema } from '../../../shared/model/time';
import { isRefusalReason } from '../../../shared/refusals';
import type { AppError, ErrorDetails } from '../../../shared/result';
import { currentLanguage, i18n } from '.';
import { dayText } from './format';

/**
 * What a member of staff reads when something was refused. Main speaks English; in another language the
 * sentence is made from the code, with the token where one is named, and main's own words follow, since they
 * may say more.
 */
export function staffErrorText(error: AppError): string {
  const { message, reference } = error;
  const said = refusalText(error.details);
  if (said !== null) return said;
  const text = currentLanguage() === 'en' ? message : `${sentence(error)} (${message})`;
  return reference === undefined ? text : i18n.t('error.reference', { message: text, reference });
}

function sentence({ code, details }: AppError): string {
  const number = details?.number;
  const words = i18n.t(`error.code.${code}`);
  return typeof number === 'string' ? `${number}: ${words}` : words;
}

/** The sentence of a reason that is told in every language of staff; null: main’s own has to do. */
export function refusalText(details: ErrorDetails = {}): string | null {
  const { reason } = details;
  if (!isRefusalReason(reason)) return null;
  const words = Object.entries(details).map(([name, value]) => [name, isDay(value) ? dayText(value) : value]);
  return String(i18n.t(`refusals:${reason}`, Object.fromEntries(words)));
}

const isDay = (value: unknown): value is ServiceDay => serviceDaySchema.safeParse(value).success;
