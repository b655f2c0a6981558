import type { Notice } from '../../shared/model/call-list';
import type { NoticeId, TokenId } from '../../shared/model/ids';
import type { Instant, ServiceDay } from '../../shared/model/time';

/** The call list. */
export interface NoticeStore {
  /** The call list from a day on, oldest first. */
  notices(from: ServiceDay): readonly Notice[];
  notice(id: NoticeId): Notice | undefined;
  /** False if there is no such notice. */
  tickNotice(id: NoticeId, toldAt: Instant | null): boolean;
}

export interface SettledNotice {
  readonly tokenId: TokenId;
  /** When the change that settled it was made. */
  readonly settledAt: Instant;
}
