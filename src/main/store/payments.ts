import type { PaymentId, TokenId } from '../../shared/model/ids';
import type { DrawerCount, Payment } from '../../shared/model/payment';
import type { ServiceDay } from '../../shared/model/time';

/** What was paid, and what was counted. Nothing of it is ever changed but for words of a reason, which are erased. */
export interface PaymentStore {
  payment(id: PaymentId): Payment | undefined;
  /** The token with which the visit of this one began: itself, unless it was transferred (R21). */
  visitOf(tokenId: TokenId): TokenId;
  /** In the order of their receipts: of the visits that these tokens are of. */
  paymentsOf(tokenIds: readonly TokenId[]): readonly PaymentOf[];
  /** Made on the days from one to another, in the order of their receipts. */
  paymentsOn(from: ServiceDay, to: ServiceDay): readonly Payment[];
  /** The number of the last receipt, also if its payment was lost with newer data; 0: none yet. */
  lastReceipt(): number;
  /** The series goes on behind this one. */
  raiseReceipts(atLeast: number): void;
  /** Floats and counts of a day, in the order in which they were made. */
  drawerCounts(day: ServiceDay): readonly DrawerCount[];
}

/** A payment, with the token that was asked about. */
export interface PaymentOf extends Payment {
  readonly of: TokenId;
}
