import type { Book } from '../../shared/model/book';
import type { BookEvent, SlotEvent, TokenEvent } from '../../shared/model/event';
import type { SlotId, TokenId } from '../../shared/model/ids';
import type { Reason } from '../../shared/model/reason';
import type { Slot } from '../../shared/model/slot';
import type { Series, Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import type { Context } from './context';
import { DraftTokens } from './draft-tokens';
import { type Day, dayAfter, dayOf, evolve } from './evolve';
import { type SeatCount, seatOf, Tally } from './tally';
import { bySlotTime, dayBefore, phaseOf } from './timing';
import { isAtDoor } from './transitions';

/**
 * A book being changed by one command. Changes go in as events only, so that replaying
 * the events gives the same book; the seat counts are kept as they go.
 */
export class Draft {
  readonly events: BookEvent[] = [];
  readonly tokens: DraftTokens;
  private readonly tally: Tally;
  private slotsById: ReadonlyMap<SlotId, Slot>;
  private inTimeOrder: readonly Slot[] | undefined;
  private seatsBefore: ReadonlyMap<SlotId, SeatCount> = new Map();
  private slotsBefore: ReadonlyMap<SlotId, Slot> = new Map();
  private bySlot: Map<SlotId, Map<TokenId, Token>> | undefined;
  private current: Day;

  constructor(
    readonly book: Book,
    readonly context: Context,
  ) {
    this.current = dayOf(book);
    const { byId, inTimeOrder } = sortedSlots(book.slots);
    this.slotsById = byId;
    this.inTimeOrder = inTimeOrder;
    this.tokens = new DraftTokens(book.tokens);
    this.tally = new Tally(book.tokens);
    this.startCommand();
  }

  get now(): number {
    return this.context.now;
  }
  /** R18, R35: by what lines are ranked: never before the last arrival, though the clock was set back since. */
  get rankTime(): number {
    return Math.max(this.now, this.tally.all.lastArrival);
  }
  /** R18, R35: when somebody arrives, in the queue or on the list: behind all who are there, though the clock was set back. */
  get arrival(): number {
    const { lastArrival } = this.tally.all;
    return this.now < lastArrival ? lastArrival + 1 : this.now;
  }
  /** The day as a whole, as the events so far leave it. */
  get day(): Day {
    return this.current;
  }
  get calls(): number {
    return this.current.calls;
  }
  get isOpen(): boolean {
    return this.current.status === 'open' && this.book.serviceDay >= this.context.today;
  }
  /** R28: yesterday, opened again: some commands are allowed, and nobody is given a seat. */
  get isReopenedYesterday(): boolean {
    const { status, reopenedAt } = this.current;
    const yesterday = this.book.serviceDay === dayBefore(this.context.today);
    return status === 'open' && reopenedAt !== null && yesterday;
  }

  /** Slots in time order. */
  get slots(): readonly Slot[] {
    this.inTimeOrder ??= [...this.slotsById.values()].sort(bySlotTime);
    return this.inTimeOrder;
  }
  slot(id: SlotId): Slot | undefined {
    return this.slotsById.get(id);
  }

  token(id: TokenId): Result<Token> {
    const token = this.tokens.get(id);
    return token ? ok(token) : fail('NOT_FOUND', 'There is no such token.', { tokenId: id });
  }

  /** How many are on the waiting list, and how many of these are emergencies. */
  get waiting(): { readonly all: number; readonly emergencies: number } {
    const { onList, emergenciesOnList } = this.tally.all;
    return { all: onList, emergencies: emergenciesOnList };
  }

  /** R1: tokens that are active or served, extras aside. */
  used(slotId: SlotId): number {
    return this.tally.of(slotId).used;
  }
  emergencies(slotId: SlotId): number {
    return this.tally.of(slotId).emergencies;
  }

  /** The highest number of a series; 0: none was given. */
  lastSequence(series: Series): number {
    return this.tally.all.lastSequence[series] ?? 0;
  }

  /** R1: whose seats these are. Sorted by slot when first asked for: many emergencies look for a seat at once (R5). */
  seatedIn(slotId: SlotId): Iterable<Token> {
    if (!this.bySlot) {
      this.bySlot = new Map();
      for (const token of this.tokens.values()) this.putInSlot(this.bySlot, token);
    }
    return this.bySlot.get(slotId)?.values() ?? [];
  }

  private putInSlot(bySlot: Map<SlotId, Map<TokenId, Token>>, token: Token): void {
    const slotId = seatOf(token);
    if (slotId === undefined) return;
    const seated = bySlot.get(slotId);
    if (seated) seated.set(token.id, token);
    else bySlot.set(slotId, new Map([[token.id, token]]));
  }

  /** R4: seats above capacity, for emergencies only. */
  overflow(slot: Slot): number {
    const { emergencyOverflowPercent: percent, maxEmergencyOverflow } = this.context.rules;
    if (slot.overflow !== null) return slot.overflow;
    return percent === null ? maxEmergencyOverflow : Math.ceil((slot.capacity * percent) / 100);
  }

  /** R4: all seats, those for emergencies included. */
  seatsWithOverflow(slot: Slot): number {
    return slot.capacity + this.overflow(slot);
  }

  /** Seats left for anyone, and for emergencies; a closed or ended slot has none. */
  room(slot: Slot): Room {
    return this.roomWith(slot, this.used(slot.id));
  }

  private roomWith(slot: Slot, used: number): Room {
    const phase = phaseOf(slot, this.now);
    if (phase === 'closed' || phase === 'ended') return none;
    return {
      ordinary: Math.max(0, slot.capacity - used),
      emergency: Math.max(0, this.seatsWithOverflow(slot) - used),
    };
  }

  /**
   * R10: the next place in line. Made of the revision being written, so that no place is ever given twice, not even
   * after the one who had it has left the list: undo (R23) must not bring back somebody behind those who came later.
   */
  nextListSequence(): number {
    const place = this.book.revision + 1 + this.events.length / 1_000_000;
    const { lastPlace } = this.tally.all;
    return place > lastPlace ? place : Math.floor(lastPlace) + 1;
  }

  /** R9: seats that came free since the command began. */
  freed(slot: Slot): Room {
    const slotBefore = this.slotsBefore.get(slot.id);
    const before = slotBefore ? this.roomWith(slotBefore, this.seatsBefore.get(slot.id)?.used ?? 0) : none;
    const room = this.room(slot);
    return { ordinary: room.ordinary - before.ordinary, emergency: room.emergency - before.emergency };
  }

  /** What comes free from here on counts as freed by the command. */
  startCommand(): void {
    this.slotsBefore = this.slotsById;
    this.seatsBefore = this.tally.seatsNow();
  }

  recordToken(type: TokenEvent['type'], after: Token, reason: Reason): void {
    const before = this.tokens.get(after.id) ?? null;
    const leaves = before !== null && isAtDoor(before) && !isAtDoor(after);
    const leftDoorAt = leaves ? this.now : after.leftDoorAt;
    const stamped: Token = { ...after, updatedAt: this.now, leftDoorAt };
    this.tally.change(before, stamped);
    this.tokens.set(after.id, stamped);
    if (this.bySlot) {
      const seat = before ? seatOf(before) : undefined;
      if (seat !== undefined) this.bySlot.get(seat)?.delete(after.id);
      this.putInSlot(this.bySlot, stamped);
    }
    this.push({ type, ...this.facts, before, after: stamped, reason });
  }

  recordSlot(type: SlotEvent['type'], after: Slot, reason: Reason): void {
    const before = this.slotsById.get(after.id) ?? null;
    this.slotsById = new Map(this.slotsById).set(after.id, after);
    this.inTimeOrder = undefined;
    this.push({ type, ...this.facts, before, after, reason });
  }

  recordClosed(): void {
    this.push({ type: 'bookClosed', ...this.facts, reason: { code: 'day_closed', rule: 'R16' } });
  }
  recordReopened(): void {
    this.push({ type: 'bookReopened', ...this.facts, reason: { code: 'day_reopened', rule: 'R28' } });
  }
  /** R22: `until` null: the break is over. */
  recordBreak(until: number | null, givesBack: boolean): void {
    const reason = { code: 'asked_by_staff', rule: 'R22' } as const;
    this.push({ type: 'breakChanged', ...this.facts, until, givesBack, reason });
  }

  /** When this happens, and through whom. */
  private get facts(): Pick<BookEvent, 'at' | 'by'> {
    return { at: this.now, by: this.context.by ?? null };
  }

  /** The book after the events, with its revision one up if there were any; the very same if there were none. */
  result(): Book {
    const book = evolve(this.book, this.events);
    this.tally.handOn(book.tokens);
    return book;
  }

  private push(event: BookEvent): void {
    this.events.push(event);
    this.current = dayAfter(this.current, event);
  }
}

/** Seats left in a slot: for anyone, and for emergencies (overflow included). */
export interface Room {
  readonly ordinary: number;
  readonly emergency: number;
}

const none: Room = { ordinary: 0, emergency: 0 };

interface SortedSlots {
  readonly byId: ReadonlyMap<SlotId, Slot>;
  readonly inTimeOrder: readonly Slot[];
}

const sorted = new WeakMap<readonly Slot[], SortedSlots>();

/** Slots change seldom: they are sorted once for all the states that a book goes through meanwhile. */
function sortedSlots(slots: readonly Slot[]): SortedSlots {
  const known = sorted.get(slots);
  if (known) return known;
  const byId = new Map(slots.map((slot) => [slot.id, slot]));
  const fresh = { byId, inTimeOrder: [...byId.values()].sort(bySlotTime) };
  sorted.set(slots, fresh);
  return fresh;
}
