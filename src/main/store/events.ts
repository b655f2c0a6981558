import type { BookKey } from '../../shared/model/book';
import type { AtDoor } from '../../shared/model/door';
import type { BookEvent, SlotEvent, TokenEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import type { Instant, ServiceDay } from '../../shared/model/time';

/** What happened, as it is on record. */
export interface EventStore {
  /** Every event of a book in order, oldest first: replaying them rebuilds it. */
  events(key: BookKey): readonly BookEvent[];
  /** The events of one token, oldest first, each with the revision of the book it belongs to. */
  tokenHistory(tokenId: TokenId): readonly { revision: number; event: TokenEvent }[];
  /** All events of one revision of a book. */
  revisionEvents(key: BookKey, revision: number): readonly BookEvent[];
  /** R28: all events of the revision in which the book was closed last. */
  lastClosing(key: BookKey): readonly BookEvent[];
  /** R34: all that happened to the slots of a book, oldest first. */
  slotEvents(key: BookKey): readonly SlotEvent[];
  /** The latest changes of a day, of all doctors, newest first; of those before the change `before`, if it is given. */
  recentChanges(
    day: ServiceDay,
    limit: number,
    before?: Pick<BookKey, 'doctorId'> & { readonly revision: number },
  ): readonly RecordedChange[];
  /** The latest calls and recalls of a day, of all doctors, newest first. */
  latestCalls(day: ServiceDay, limit: number): readonly TokenEvent[];
  /** The latest event there is, for a clock that must not go back behind it. */
  lastEventAt(): Instant | undefined;
}

/** Who is where in the house. */
export interface DoorStore {
  /** R27: who is at a doctor's door on this day, or left it after `since`; nobody without a contact. */
  atDoors(day: ServiceDay, since: Instant): readonly AtDoor[];
}

/** One revision of a book, as it is on record. */
export interface RecordedChange {
  readonly key: BookKey;
  readonly revision: number;
  readonly events: readonly BookEvent[];
}
