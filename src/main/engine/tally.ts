import type { SlotId } from '../../shared/model/ids';
import type { Instant } from '../../shared/model/time';
import { isListed, type Series, type Token } from '../../shared/model/token';
import { arrivedAt } from './arrival';

/** R1: of one slot, who has a seat, and how many of these are emergencies. */
export interface SeatCount {
  readonly used: number;
  readonly emergencies: number;
}

/** What every command counts of a book's tokens. */
interface Counts {
  readonly seats: ReadonlyMap<SlotId, SeatCount>;
  /** R18: the last arrival in the queue or on the list; 0: none. */
  readonly lastArrival: Instant;
  /** R10: the highest place on the list; 0: nobody is on it. */
  readonly lastPlace: number;
  readonly onList: number;
  readonly emergenciesOnList: number;
  /** The highest number of each series. */
  readonly lastSequence: Readonly<Partial<Record<Series, number>>>;
}

const known = new WeakMap<readonly Token[], Counts>();

/**
 * The counts of a book while a command changes it. Counted once for a book that was read; from one state to the next they
 * are handed on, so that a command does not cost more where more tokens are.
 */
export class Tally {
  private seats: Map<SlotId, SeatCount>;
  private isShared = false;
  private counts: Omit<Counts, 'seats'>;
  /** Whoever was the last is not any more: only counting anew tells who is. */
  private isStale = false;

  constructor(tokens: readonly Token[]) {
    const before = known.get(tokens);
    if (before) {
      const { seats, ...counts } = before;
      this.seats = new Map(seats);
      this.counts = counts;
      return;
    }
    this.seats = new Map();
    this.counts = { lastArrival: 0, lastPlace: 0, onList: 0, emergenciesOnList: 0, lastSequence: {} };
    for (const token of tokens) this.add(token);
    this.handOn(tokens);
  }

  get all(): Omit<Counts, 'seats'> {
    return this.counts;
  }

  of(slotId: SlotId): SeatCount {
    return this.seats.get(slotId) ?? nobody;
  }

  /** The seats as they are now, whatever is counted later. */
  seatsNow(): ReadonlyMap<SlotId, SeatCount> {
    this.isShared = true;
    return this.seats;
  }

  change(before: Token | null, after: Token): void {
    if (before) this.remove(before, after);
    this.add(after);
  }

  /** These are the tokens that were counted. */
  handOn(tokens: readonly Token[]): void {
    if (!this.isStale) known.set(tokens, { seats: this.seatsNow(), ...this.counts });
  }

  private add(token: Token): void {
    this.countSeat(token, 1);
    const { counts } = this;
    const { series, sequence } = token;
    const onList = isListed(token);
    this.counts = {
      lastArrival: Math.max(counts.lastArrival, arrivedAt(token)),
      lastPlace: onList ? Math.max(counts.lastPlace, token.listSequence) : counts.lastPlace,
      onList: counts.onList + Number(onList),
      emergenciesOnList: counts.emergenciesOnList + Number(onList && token.source === 'emergency'),
      lastSequence:
        (counts.lastSequence[series] ?? 0) >= sequence
          ? counts.lastSequence
          : { ...counts.lastSequence, [series]: sequence },
    };
  }

  private remove(token: Token, after: Token): void {
    this.countSeat(token, -1);
    const { counts } = this;
    if (arrivedAt(token) === counts.lastArrival && arrivedAt(after) < counts.lastArrival) this.isStale = true;
    if (!isListed(token)) return;
    const isLast = token.listSequence === counts.lastPlace;
    if (isLast && !(isListed(after) && after.listSequence >= counts.lastPlace)) this.isStale = true;
    this.counts = {
      ...counts,
      onList: counts.onList - 1,
      emergenciesOnList: counts.emergenciesOnList - Number(token.source === 'emergency'),
    };
  }

  private countSeat(token: Token, by: 1 | -1): void {
    const slotId = seatOf(token);
    if (slotId === undefined) return;
    if (this.isShared) this.seats = new Map(this.seats);
    this.isShared = false;
    const { used, emergencies } = this.of(slotId);
    const isEmergency = token.source === 'emergency';
    this.seats.set(slotId, { used: used + by, emergencies: emergencies + (isEmergency ? by : 0) });
  }
}

const nobody: SeatCount = { used: 0, emergencies: 0 };

/** R1: does the token use a seat of its slot? A served one keeps it; an extra takes none. */
export function seatOf(token: Token): SlotId | undefined {
  const seated = token.status === 'active' || token.status === 'served';
  return seated && !token.extra ? token.slotId : undefined;
}
