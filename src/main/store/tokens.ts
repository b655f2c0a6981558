import type { BookKey } from '../../shared/model/book';
import type { DeviceId, DoctorId, TokenId } from '../../shared/model/ids';
import type { Search } from '../../shared/model/search';
import type { ServiceDay } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';

/** Tokens of all days, and the people they were for. */
export interface TokenStore {
  bookOfToken(tokenId: TokenId): BookKey | undefined;
  /** R16: who is still with the doctor from a day before this one. */
  leftInConsultation(doctorId: DoctorId, before: ServiceDay): Token | undefined;
  /** Whose books of a day have tokens that are still open. */
  doctorsWithOpenTokens(day: ServiceDay): readonly DoctorId[];
  /** The days from one on, on which a doctor has tokens that are still open, and how many, the nearest first. */
  daysWithOpenTokens(
    doctorId: DoctorId,
    from: ServiceDay,
  ): readonly { serviceDay: ServiceDay; open: number }[];
  /**
   * Tokens of these days that the search finds, all if there is none: those of `today` before those to come, and these
   * before the past, each the nearest first; on a day, those of a number asked for first, then those still open. `after`:
   * only what follows this token in that order.
   */
  findTokens(search: Search | null, days: FoundDays, limit: number): readonly Token[];
  /** R26: how many tokens these days have, without those that were cancelled, and how many of them have precedence. */
  countNeeds(from: ServiceDay, to: ServiceDay): { readonly tokens: number; readonly needs: number };
  /** Whether there are tokens of these first letters on a day from then on. */
  hasNumbersOf(prefix: string, from: ServiceDay): boolean;
  /** Tokens of a day that fit all that is given, by number; at most `limit`, of those after `after`. */
  listTokens(wanted: WantedTokens, limit: number): readonly Token[];
}

/** Which other device made a token; those of the app's own windows have no maker. */
export interface MakerStore {
  /** Which device made the token, or the one it was transferred from; undefined: none, it was the app itself. */
  makerOf(tokenId: TokenId): DeviceId | undefined;
}

/** Which days a search goes through, and from where on. */
export interface FoundDays {
  readonly from: ServiceDay;
  readonly to?: ServiceDay;
  readonly today?: ServiceDay;
  readonly after?: TokenId | undefined;
}

export interface WantedTokens {
  readonly serviceDay: ServiceDay;
  readonly doctorId?: DoctorId | undefined;
  readonly status?: Token['status'] | undefined;
  readonly search: Search | null;
  readonly after?: TokenId | undefined;
}
