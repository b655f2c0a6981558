import type { Context, Decision } from '../../../src/main/engine';
import { addSlot, takeBackTransfer, transfer } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { BookEvent } from '../../../src/shared/model/event';
import type { SlotId, TokenId } from '../../../src/shared/model/ids';
import type { PaperOutcome } from '../../../src/shared/model/paper';
import { patientKey } from '../../../src/shared/model/patient';
import { defaultRules, type RuleSettings } from '../../../src/shared/model/settings';
import { MINUTE, type ServiceDay } from '../../../src/shared/model/time';
import { isOpen, type Source, type Token } from '../../../src/shared/model/token';
import type { AppError, Result } from '../../../src/shared/result';
import { commands, DAY, doctorId, instantOf, NEXT_DAY, slotAt, slotId, tokenId } from '../helpers/clinic';
import { doorsOf } from '../helpers/doors';

export interface SlotPlan {
  readonly capacity: number;
  readonly overflow: number | null;
  /** Minutes free before it. */
  readonly gap: number;
  readonly length: number;
}

/** Plain data, so that a failing run shrinks to a story that can be read. */
export type Step =
  | { do: 'wait'; minutes: number }
  | { do: 'rules'; rules: Partial<RuleSettings> }
  | { do: 'midnight' }
  | { do: 'outage'; minutes: number }
  | {
      do: 'issue';
      source: Source;
      channel: 'desk' | 'kiosk' | 'http';
      asks: number | null;
      here: boolean | undefined;
      who: number | null;
      knowingly: boolean;
    }
  | {
      do:
        | 'checkIn'
        | 'start'
        | 'serve'
        | 'recall'
        | 'hold'
        | 'noShow'
        | 'cancel'
        | 'callThis'
        | 'release'
        | 'upgradeToEmergency'
        | 'takeBackUpgrade'
        | 'takeBackTransfer'
        | 'setPrecedence'
        | 'followRegister'
        | 'undo'
        | 'reinstate'
        | 'correct';
      token: number;
    }
  | { do: 'move'; token: number; slot: number }
  | { do: 'transfer'; token: number }
  | { do: 'callNext' | 'sweep' | 'settleOnly' | 'closeDay' | 'reopenDay' | 'endBreak' }
  | { do: 'changeSlot'; slot: number; capacity: number | undefined; overflow: number | null | undefined }
  | { do: 'closeSlot' | 'reopenSlot' | 'leaveEarly'; slot: number }
  | { do: 'addSlot'; hour: number; capacity: number }
  | { do: 'setDelay' | 'takeBreak'; minutes: number }
  | {
      do: 'paperEntry';
      minutesAgo: number;
      source: Source;
      became: PaperOutcome;
      sequence: number | undefined;
    };

export type Placed = Step & { readonly other?: boolean };

export interface Plan {
  readonly rules: Partial<RuleSettings>;
  readonly slots: readonly SlotPlan[];
  readonly otherSlots: readonly SlotPlan[];
  readonly steps: readonly Placed[];
  /** How the day ends; some more steps are then taken on the closed or past book. */
  readonly ending: 'open' | 'closeDay' | 'midnight';
}

/** The steps of a plan with its ending: the last tenth is taken after it. */
export function stepsOf({ steps, ending }: Plan): readonly Placed[] {
  if (ending === 'open') return steps;
  const late = Math.floor(steps.length * 0.9);
  return [...steps.slice(0, late), { do: ending }, ...steps.slice(late)];
}

/** What one step did to one book. */
export interface Change {
  readonly step: Step;
  readonly before: Book;
  readonly after: Book;
  readonly decision: Decision;
  readonly context: Context;
  readonly tokenId: TokenId | null;
  /** The book of the other doctor, as it is after the step. */
  readonly other: Book;
  /** The events being taken back: of an undo, a transfer, a closing. */
  readonly taken: readonly BookEvent[];
  /** R24: the token as it was before it became an emergency. */
  readonly plain: Token | undefined;
}

/** Two doctors' days, driven by a plan. Books are frozen: a command that writes to one throws. */
export class World {
  readonly books: [Book, Book];
  readonly firsts: readonly [Book, Book];
  readonly history: [BookEvent[], BookEvent[]] = [[], []];
  now = instantOf('8:30');
  today: ServiceDay = DAY;
  rules: RuleSettings;
  private born = 0;
  /** The last refusal, of the last step. */
  refused: AppError | null = null;
  watchedSince = 0;
  private readonly lastOf = new Map<TokenId, readonly BookEvent[]>();
  private readonly upgraded = new Map<TokenId, Token>();
  private readonly closings: [readonly BookEvent[], readonly BookEvent[]] = [[], []];

  constructor(plan: Plan) {
    this.rules = { ...defaultRules, ...plan.rules };
    this.books = [freeze(emptyBook(1, plan.slots)), freeze(emptyBook(2, plan.otherSlots))];
    this.firsts = [this.books[0], this.books[1]];
  }

  get context(): Context {
    const { now, today, rules, watchedSince } = this;
    return {
      now,
      today,
      rules,
      watchedSince,
      elsewhere: this.books.flatMap((book) => doorsOf(book, 'Dr', '')),
    };
  }

  /** Takes the step; answers what changed (nothing for a refusal, two books for a transfer). */
  take(step: Step, index: 0 | 1): Change[] {
    this.refused = null;
    if (step.do === 'wait') this.now = Math.max(0, this.now + Math.round(step.minutes * MINUTE));
    else if (step.do === 'rules') this.rules = { ...this.rules, ...step.rules };
    else if (step.do === 'midnight') this.today = NEXT_DAY;
    else if (step.do === 'outage') {
      this.now += step.minutes * MINUTE;
      this.watchedSince = this.now;
    } else if (step.do === 'transfer') return this.transfer(step, index);
    else if (step.do === 'takeBackTransfer') return this.takeBackTransfer(step);
    else {
      const taken = this.takenBack(step, index);
      const result = this.run(step, index, taken);
      if (result.ok) return [this.apply(step, index, result.value, taken)];
      this.refused = result.error;
    }
    return [];
  }

  private transfer(step: Step & { do: 'transfer' }, index: 0 | 1): Change[] {
    const from = this.books[index];
    const to = this.books[1 - index];
    const token = pick(from.tokens, step.token);
    if (!token || !to) return [];
    const request = { tokenId: token.id, newTokenId: this.newId() };
    const result = transfer(from, to, request, this.context);
    if (!result.ok) return [];
    const there = index === 0 ? 1 : 0;
    const one = this.apply(step, index, result.value.from);
    const two = this.apply(step, there, result.value.to);
    return [{ ...one, other: two.after }, two];
  }

  /** From either side; the token is the one that left, or the one that came. */
  private takeBackTransfer(step: Step & { token: number }): Change[] {
    const all = this.books.flatMap((book) => book.tokens);
    const came = pick(
      all.filter(({ transferredFrom }) => transferredFrom !== null),
      step.token,
    );
    const left = all.find(({ id }) => id === came?.transferredFrom);
    if (!came || !left) return [];
    const from = this.books[0].tokens.includes(left) ? 0 : 1;
    const to = from === 0 ? 1 : 0;
    const events = [this.lastOf.get(left.id) ?? [], this.lastOf.get(came.id) ?? []] as const;
    const request = { tokenId: left.id, newTokenId: came.id, left: events[0], joined: events[1] };
    const result = takeBackTransfer(this.books[from], this.books[to], request, this.context);
    if (!result.ok) return [];
    const one = this.apply(step, from, result.value.from, events[0]);
    const two = this.apply(step, to, result.value.to, events[1]);
    return [{ ...one, other: two.after }, two];
  }

  private takenBack(step: Step, index: 0 | 1): readonly BookEvent[] {
    if (step.do === 'reopenDay') return this.closings[index];
    if (step.do !== 'undo') return [];
    const token = pick(aim(step.do, step.token, this.books[index].tokens), step.token);
    return (token && this.lastOf.get(token.id)) ?? [];
  }

  private apply(step: Step, index: 0 | 1, decision: Decision, taken: readonly BookEvent[] = []): Change {
    const before = this.books[index];
    const { context } = this;
    this.books[index] = freeze(decision.book);
    this.history[index].push(...decision.events);
    if (step.do === 'closeDay' && before.status === 'open') this.closings[index] = decision.events;
    for (const event of decision.events) {
      if (!('after' in event && 'number' in event.after)) continue;
      this.lastOf.set(event.after.id, decision.events);
      if (event.type === 'tokenUpgraded' && event.before && 'number' in event.before) {
        this.upgraded.set(event.after.id, event.before);
      }
    }
    const tokenId = decision.token?.id ?? null;
    const other = this.books[index === 0 ? 1 : 0];
    const plain = tokenId === null ? undefined : this.upgraded.get(tokenId);
    return { step, before, after: decision.book, decision, context, tokenId, other, taken, plain };
  }

  private newId(): TokenId {
    this.born += 1;
    return tokenId(this.born);
  }

  private run(step: Step, index: 0 | 1, taken: readonly BookEvent[]): Result<Decision> {
    const { context } = this;
    const book = this.books[index];
    const token = 'token' in step ? pick(aim(step.do, step.token, book.tokens), step.token)?.id : undefined;
    const byToken = { tokenId: token ?? tokenId(999_999) };
    const bySlot = { slotId: 'slot' in step ? slotFor(step.do, step.slot, book) : slotId(1) };
    switch (step.do) {
      case 'issue':
        return commands.issue(book, { id: this.newId(), ...issueOf(step, book, this.born) }, context);
      case 'paperEntry': {
        const { source, became, sequence } = step;
        const at = Math.max(0, this.now - step.minutesAgo * MINUTE);
        const paper = { patientName: `Paper ${this.born}`, patientContact: '', source, became, sequence, at };
        return commands.paperEntry(book, { id: this.newId(), ...paper }, context);
      }
      case 'cancel':
        return commands.cancel(book, { ...byToken, reason: 'patient' }, context);
      case 'move':
        return commands.move(book, { ...byToken, ...bySlot }, context);
      case 'undo':
        return commands.undo(book, { ...byToken, events: taken }, context);
      case 'reopenDay':
        return commands.reopenDay(book, { events: taken }, context);
      case 'takeBackUpgrade': {
        const before = this.upgraded.get(byToken.tokenId);
        return commands.takeBackUpgrade(book, { ...byToken, reason: 'wrong', before }, context);
      }
      case 'setPrecedence':
      case 'followRegister': {
        const precedence = step.token % 2 === 0 ? 'senior' : null;
        return commands[step.do](book, { ...byToken, precedence }, context);
      }
      case 'leaveEarly': {
        const lastSlotId = step.slot === 4 ? null : bySlot.slotId;
        return commands.leaveEarly(book, { lastSlotId }, context);
      }
      case 'correct': {
        const found = book.tokens.find(({ id }) => id === token);
        const isOne = found?.source === 'follow_up' && isOpen(found);
        const kind = isOne ? ({ source: 'walk_in' } as const) : {};
        return commands.correct(book, { ...byToken, note: `noted ${this.now}`, ...kind }, context);
      }
      case 'upgradeToEmergency':
        return commands.upgradeToEmergency(book, { ...byToken, reason: 'pain' }, context);
      case 'changeSlot': {
        const { capacity, overflow } = step;
        return commands.changeSlot(book, { ...bySlot, capacity, overflow }, context);
      }
      case 'addSlot': {
        this.born += 1;
        const slot = slotAt(step.hour * 60, step.hour * 60 + 60, step.capacity);
        return addSlot(book, { ...slot, id: slotId(5000 + this.born) }, context);
      }
      case 'closeSlot':
      case 'reopenSlot':
        return commands[step.do](book, bySlot, context);
      case 'setDelay':
      case 'takeBreak':
        return commands[step.do](book, { minutes: step.minutes }, context);
      case 'callNext':
      case 'sweep':
      case 'settleOnly':
      case 'closeDay':
      case 'endBreak':
        return commands[step.do](book, undefined, context);
      case 'wait':
      case 'rules':
      case 'midnight':
      case 'transfer':
      case 'takeBackTransfer':
      case 'outage':
        throw new Error('not a command on one book');
      default:
        return commands[step.do](book, byToken, context);
    }
  }
}

function issueOf(step: Step & { do: 'issue' }, book: Book, born: number) {
  const asked = step.asks === null ? {} : { slotId: slotOf(book, step.asks) };
  const patient =
    step.who === null
      ? { patientName: `Patient ${born}`, patientContact: '' }
      : { patientName: `Regular ${step.who}`, patientContact: '9876543210' };
  const { source, channel, here, knowingly } = step;
  return { source, channel, checkedIn: here, allowDuplicate: knowingly, ...patient, ...asked };
}

/** R17, independently of the engine: open tokens of one patient with a contact. */
export function openTwins(book: Book): Map<string, Token[]> {
  const twins = new Map<string, Token[]>();
  for (const token of book.tokens) {
    if (token.patientContact === '' || !['active', 'waiting', 'displaced'].includes(token.status)) continue;
    const key = patientKey(token.patientName, token.patientContact);
    twins.set(key, [...(twins.get(key) ?? []), token]);
  }
  return twins;
}

function pick<T>(items: readonly T[], index: number): T | undefined {
  return items.length === 0 ? undefined : items[index % items.length];
}

/** Three times in four a token the command is meant for, where there is one; else any. */
function aim(name: Step['do'], index: number, tokens: readonly Token[]): readonly Token[] {
  const meant = tokens.filter((token) => {
    const stage = token.status === 'active' ? token.stage : token.status;
    if (name === 'start' || name === 'recall') return stage === 'called';
    if (name === 'serve') return stage === 'in_consultation';
    if (name === 'noShow') return stage === 'booked' || stage === 'called' || stage === 'on_hold';
    if (name === 'checkIn') return token.checkedInAt === null && token.status !== 'cancelled';
    if (name === 'reinstate') return stage === 'no_show' || stage === 'cancelled';
    if (name === 'takeBackUpgrade') return token.upgradedFrom !== null;
    if (name === 'release') return stage === 'waiting' && token.wishedSlotId !== null;
    return !['served', 'cancelled', 'no_show'].includes(token.status);
  });
  return index % 4 !== 3 && meant.length > 0 ? meant : tokens;
}

/** A closed slot to reopen, where there is one; else any. */
function slotFor(name: Step['do'], index: number, book: Book): SlotId {
  const closed = book.slots.filter((slot) => slot.status === 'closed');
  return (name === 'reopenSlot' ? pick(closed, index)?.id : undefined) ?? slotOf(book, index);
}

function slotOf(book: Book, index: number): SlotId {
  return pick(book.slots, index)?.id ?? slotId(1);
}

function emptyBook(doctor: number, plans: readonly SlotPlan[]): Book {
  let minute = 9 * 60;
  const slots = plans.map(({ capacity, overflow, gap, length }, index) => {
    const from = minute + gap;
    minute = from + length;
    return slotAt(from, minute, capacity, { overflow, id: slotId(doctor * 100 + index) });
  });
  const key = { doctorId: doctorId(doctor), serviceDay: DAY };
  return {
    ...key,
    prefix: 'AB'[doctor - 1] ?? 'A',
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

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
