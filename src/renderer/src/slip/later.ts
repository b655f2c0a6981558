import type { Ticket } from '../../../shared/model/ticket';
import { dayOf } from '../i18n/format';

/** For another day than this: the day is what matters, and who comes before is not known before that. */
export function isForLater({ token, now, timeZone }: Pick<Ticket, 'token' | 'now' | 'timeZone'>): boolean {
  return token.checkedInAt === null && token.serviceDay > dayOf(now, timeZone);
}
