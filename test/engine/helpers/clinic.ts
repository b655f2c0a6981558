import { expect } from 'vitest';
import {
  addSlot,
  type Context,
  callNext,
  callThis,
  cancel,
  changeSlot,
  checkIn,
  closeDay,
  closeSlot,
  correct,
  type Decision,
  doctorQueue,
  type Elsewhere,
  endBreak,
  evolve,
  followRegister,
  hold,
  type IssueRequest,
  issue,
  leaveEarly,
  move,
  noShow,
  paperEntry,
  recall,
  reinstate,
  release,
  reopenDay,
  reopenSlot,
  serve,
  setDelay,
  setPrecedence,
  settleOnly,
  start,
  sweep,
  takeBackUpgrade,
  takeBreak,
  undo,
  upgradeToEmergency,
  waitingInOrder,
} from '../../../src/main/engine';
import { type Book, bookSchema } from '../../../src/shared/model/book';
import { type BookEvent, bookEventSchema } from '../../../src/shared/model/event';
import {
  doctorIdSchema,
  type SlotId,
  slotIdSchema,
  type TokenId,
  tokenIdSchema,
} from '../../../src/shared/model/ids';
import type { Reason } from '../../../src/shared/model/reason';
import { defaultRules, type RuleSettings } from '../../../src/shared/model/settings';
import type { Slot } from '../../../src/shared/model/slot';
import { MINUTE, type ServiceDay, serviceDaySchema } from '../../../src/shared/model/time';
import type { Source, Token } from '../../../src/shared/model/token';
import type { AppError, Result } from '../../../src/shared/result';

export const commands = {
  addSlot,
  callNext,
  callThis,
  cancel,
  changeSlot,
  checkIn,
  closeDay,
  closeSlot,
  correct,
  endBreak,
  followRegister,
  hold,
  issue,
  leaveEarly,
  move,
  noShow,
  paperEntry,
  recall,
  reinstate,
  release,
  reopenDay,
  reopenSlot,
  serve,
  setDelay,
  setPrecedence,
  settleOnly,
  start,
  sweep,
  takeBackUpgrade,
  takeBreak,
  undo,
  upgradeToEmergency,
} as const;
export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type RequestOf<N extends CommandName> = Parameters<Commands[N]>[1];

export const DAY: ServiceDay = serviceDaySchema.parse('2026-03-02');
export const NEXT_DAY: ServiceDay = serviceDaySchema.parse('2026-03-03');
/** Midnight of DAY in India. */
export const MIDNIGHT = Date.UTC(2026, 2, 1, 18, 30);

function uuid(kind: number, count: number): string {
  return `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(count).padStart(12, '0')}`;
}
export const tokenId = (count: number): TokenId => tokenIdSchema.parse(uuid(1, count));
export const slotId = (count: number): SlotId => slotIdSchema.parse(uuid(2, count));
export const doctorId = (count: number) => doctorIdSchema.parse(uuid(3, count));

/** `'9:30'` or 570 → minutes of the day. */
export function minuteOf(clock: string | number): number {
  if (typeof clock === 'number') return clock;
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
export const instantOf = (clock: string | number): number => MIDNIGHT + minuteOf(clock) * MINUTE;

export function slotAt(
  from: string | number,
  to: string | number,
  capacity: number,
  more: Partial<Slot> = {},
): Slot {
  const startMinute = minuteOf(from);
  const endMinute = minuteOf(to);
  return {
    id: slotId(startMinute),
    startMinute,
    endMinute,
    startsAt: instantOf(startMinute),
    endsAt: instantOf(endMinute),
    capacity,
    overflow: null,
    status: 'open',
    delayMinutes: 0,
    ...more,
  };
}

export interface ClinicOptions {
  /** Seats of each hour from nine on; default two in each of four. */
  readonly seats?: readonly number[];
  readonly slots?: readonly Slot[];
  readonly rules?: Partial<RuleSettings>;
  readonly at?: string | number;
  readonly prefix?: string;
  readonly doctor?: number;
}

/** One doctor's day with a clock that moves when told. Tokens are spoken of by their sequence: 1 is A-001. */
export class Clinic {
  book: Book;
  now: number;
  today: ServiceDay = DAY;
  watchedSince = 0;
  elsewhere: readonly Elsewhere[] = [];
  rules: RuleSettings;
  /** The last decision applied. */
  last: Decision | undefined;
  private born = 0;

  constructor(private readonly options: ClinicOptions = {}) {
    const { seats = [2, 2, 2, 2], rules = {}, at = '8:00', prefix = 'A', doctor = 1 } = options;
    const slots =
      options.slots ?? seats.map((capacity, hour) => slotAt((9 + hour) * 60, (10 + hour) * 60, capacity));
    this.rules = { ...defaultRules, ...rules };
    this.now = instantOf(at);
    this.book = {
      doctorId: doctorId(doctor),
      serviceDay: DAY,
      prefix,
      status: 'open',
      revision: 0,
      calls: 0,
      breakUntil: null,
      breakGivesBack: false,
      reopenedAt: null,
      slots,
      tokens: [],
    };
  }

  get context(): Context {
    const { now, today, rules, watchedSince, elsewhere } = this;
    return { now, today, rules, watchedSince, elsewhere };
  }

  at(clock: string | number): this {
    this.now = instantOf(clock);
    return this;
  }

  /** The command's answer, not applied: a preview. */
  try<N extends CommandName>(name: N, request: RequestOf<N>): Result<Decision> {
    const run = commands[name] as (book: Book, request: RequestOf<N>, context: Context) => Result<Decision>;
    return run(this.book, request, this.context);
  }

  /** Runs and applies a command that must succeed; checks that its events rebuild the book. */
  do<N extends CommandName>(name: N, request: RequestOf<N>): Decision {
    const result = this.try(name, request);
    if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`);
    return this.apply(result.value);
  }

  apply(decision: Decision): Decision {
    expect(evolve(this.book, decision.events)).toEqual(decision.book);
    expect(bookSchema.parse(decision.book)).toEqual(decision.book);
    for (const event of decision.events) expect(bookEventSchema.parse(event)).toEqual(event);
    this.book = decision.book;
    this.last = decision;
    return decision;
  }

  request(source: Source, more: Partial<IssueRequest> = {}): IssueRequest {
    this.born += 1;
    const patient = { patientName: `Patient ${this.born}`, patientContact: '' };
    const id = tokenId(this.born + (this.options.doctor ?? 1) * 100_000);
    return { id, source, channel: 'desk', ...patient, ...more };
  }

  /** Issues a token at the desk. */
  issue(source: Source, more: Partial<IssueRequest> = {}): TokenId {
    const request = this.request(source, more);
    this.do('issue', request);
    return request.id;
  }

  token(id: TokenId): Token {
    const token = this.book.tokens.find((known) => known.id === id);
    if (!token) throw new Error(`No token ${id}`);
    return token;
  }

  /** A field of a token, whatever its status. */
  field(id: TokenId, name: string): unknown {
    return Object.entries(this.token(id)).find(([key]) => key === name)?.[1];
  }

  slot(hour: number): Slot {
    const slot = this.book.slots.find((known) => known.startMinute === hour * 60);
    if (!slot) throw new Error(`No slot at ${hour}`);
    return slot;
  }
  slotId(hour: number): SlotId {
    return this.slot(hour).id;
  }

  /** Where a token is: the hour of its slot (`9x` for an extra), or its status. */
  where(id: TokenId): string {
    const token = this.token(id);
    if (token.status !== 'active') return token.status;
    const slot = this.book.slots.find((known) => known.id === token.slotId);
    return `${(slot?.startMinute ?? 0) / 60}${token.extra ? 'x' : ''}`;
  }

  /** The sequences seated in the slot of that hour, served ones too. */
  seated(hour: number): number[] {
    return this.book.tokens
      .filter((token) => token.status === 'active' || token.status === 'served')
      .filter((token) => token.slotId === this.slotId(hour) && !token.extra)
      .map((token) => token.sequence);
  }

  /** The waiting list in order, by sequence. */
  list(): number[] {
    return waitingInOrder(this.book.tokens, this.context).map((token) => token.sequence);
  }

  /** The doctor's queue in order, by sequence. */
  queue(): number[] {
    return doctorQueue(this.book, this.context).map((entry) => this.token(entry.tokenId).sequence);
  }

  /** The id of A-00n. */
  id(sequence: number): TokenId {
    const token = this.book.tokens.find((known) => known.sequence === sequence && known.series === 'main');
    if (!token) throw new Error(`No token ${sequence}`);
    return token.id;
  }

  /** Calls the next; the sequence of whoever was called. */
  next(): number | undefined {
    return this.do('callNext', undefined).token?.sequence;
  }

  /** Somebody called and silent: recalled at the next three minutes; the clock is then at the fourth. */
  staySilent(): void {
    const called = this.book.tokens.find((token) => token.status === 'active' && token.stage === 'called');
    if (!called) throw new Error('Nobody is called');
    for (let recalls = 0; recalls < this.rules.maxRecalls; recalls += 1) {
      this.now += MINUTE;
      this.do('recall', { tokenId: called.id });
    }
    this.now += MINUTE;
  }

  /** Why the token is where it is, as of the last decision. */
  why(id: TokenId): Reason | undefined {
    return this.last?.events.findLast((event) => 'after' in event && event.after.id === id)?.reason;
  }

  /** Calls, starts and serves a token who is here. */
  see(id: TokenId): void {
    this.do('callThis', { tokenId: id });
    this.do('start', { tokenId: id });
    this.do('serve', { tokenId: id });
  }
}

export const clinic = (options: ClinicOptions = {}): Clinic => new Clinic(options);

/** The error of a refusal; fails the test if there is none. */
export function refusal<T>(result: Result<T>): AppError {
  if (result.ok) throw new Error('This should have been refused.');
  return result.error;
}

/** `tokenIssued A-001` …: what happened, in order. */
export function story(events: readonly BookEvent[]): string[] {
  return events.map((event) => {
    if (!('after' in event)) return event.type;
    return 'number' in event.after ? `${event.type} ${event.after.number}` : event.type;
  });
}
