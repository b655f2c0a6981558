import type { AuditKind } from '../../../shared/audited';
import type { Actor } from '../../../shared/model/actor';
import type { BookKey } from '../../../shared/model/book';
import { type BookEvent, isTokenEvent } from '../../../shared/model/event';
import type { GivenReason } from '../../../shared/model/given-reason';
import type { DoctorId, TokenId } from '../../../shared/model/ids';
import type { Settings } from '../../../shared/model/settings';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import type { NewAuditLine } from '../../store/store';
import { changedSettings, plainFigures } from './audit-figures';

/** What somebody does, as it comes in at the door. */
export interface Act {
  readonly kind: AuditKind;
  /** As checked against the contract. */
  readonly input: object;
}

interface Named {
  readonly doctorId?: DoctorId;
  readonly serviceDay?: ServiceDay;
  readonly tokenId?: TokenId;
  readonly reasonCode?: string;
  readonly reasonText?: string;
  readonly document?: Named;
}

/** What is done, or looked at, by whom: without what came of it. */
export function lineOf({ kind, input }: Act, by: Actor, at: Instant): NewAuditLine {
  const named = input as Named;
  const { doctorId, serviceDay, tokenId } = named.document ?? named;
  return {
    at,
    kind,
    by,
    doctorId: doctorId ?? null,
    serviceDay: serviceDay ?? null,
    tokenId: tokenId ?? null,
    reason: reasonOf(named),
    details: plainFigures(input),
  };
}

/** Why, as whoever asks said; null: not said. */
export function reasonOf({ reasonCode, reasonText = '' }: Partial<Named>): GivenReason | null {
  if (reasonCode === undefined && reasonText === '') return null;
  return { code: reasonCode ?? null, text: reasonText };
}

interface Done {
  readonly books: readonly { readonly book: BookKey; readonly events: readonly BookEvent[] }[];
  /** Whom it was about. */
  readonly tokenId: TokenId | undefined;
  readonly settings: { readonly before: Settings; readonly after: Settings } | undefined;
}

/** The same with what a decision comes to: whom it was about, how many others it changed, which settings. */
export function lineOfChange(
  act: Act,
  by: Actor,
  at: Instant,
  { books, tokenId, settings }: Done,
): NewAuditLine {
  const line = lineOf(act, by, at);
  const [first] = books;
  const touched = new Set(
    books.flatMap(({ events }) => events.filter(isTokenEvent).map(({ after }) => after.id)),
  );
  // What the clock does to one patient alone is found among what happened to that one.
  const [only] = touched.size === 1 ? touched : [];
  const subject = line.tokenId ?? tokenId ?? only ?? null;
  if (subject !== null) touched.delete(subject);
  const about = tokenId !== undefined && tokenId !== subject ? { newTokenId: tokenId } : {};
  const others = touched.size > 0 ? { others: touched.size } : {};
  const born = books
    .flatMap(({ events }) => events.filter(isTokenEvent))
    .find(({ before, after }) => before === null && after.id === tokenId);
  const followUp = born?.after.followUp;
  const marked = followUp ? { followUp } : {};
  const changes = settings && { settings: changedSettings(settings.before, settings.after) };
  return {
    ...line,
    doctorId: line.doctorId ?? first?.book.doctorId ?? null,
    serviceDay: line.serviceDay ?? first?.book.serviceDay ?? null,
    tokenId: subject,
    details: { ...line.details, ...about, ...marked, ...others, ...changes },
  };
}
