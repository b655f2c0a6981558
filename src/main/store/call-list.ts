import type { CallListLine } from '../../shared/model/call-list';
import type { CallListLineId, TokenId } from '../../shared/model/ids';
import type { Instant, ServiceDay } from '../../shared/model/time';

/** The call list. */
export interface CallListStore {
  /** The call list from a day on, oldest first. */
  callList(from: ServiceDay): readonly CallListLine[];
  callListLine(id: CallListLineId): CallListLine | undefined;
  /** False if there is no such line. */
  tickCallListLine(id: CallListLineId, toldAt: Instant | null): boolean;
}

export interface SettledLine {
  readonly tokenId: TokenId;
  /** When the change that settled it was made. */
  readonly settledAt: Instant;
}
