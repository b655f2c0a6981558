import type { Context, Decision } from '../../../src/main/engine';
import { addSlot, transfer } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { BookEvent } from '../../../src/shared/model/event';
import type { SlotId, TokenId } from '../../../src/shared/model/ids';
import { patientKey } from '../../../src/shared/model/patient';
import { defaultRules, type RuleSettings } from '../../../src/shared/model/settings';
import { MINUTE, type ServiceDay } from '../../../src/shared/model/time';
import type { Source, Token } from '../../../src/shared/model/token';
import type { Result } from '../../../src/shared/result';
import { commands, DAY, doctorId, instantOf, NEXT_DAY, slotAt, slotId, tokenId } from '../helpers/clinic';

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
        | 'undo'
        | 'reinstate'
        | 'correct';
      token: number;
    }
  | { do: 'move'; token: number; slot: number }
  | { do: 'transfer'; token: number }
  | { do: 'callNext' | 'sweep' | 'settleOnly' | 'closeDay' }
  | { do: 'changeSlot'; slot: number; capacity: number | undefined; overflow: number | null | undefined }
  | { do: 'closeSlot' | 'reopenSlot'; slot: number }
  | { do: 'addSlot'; hour: number; capacity: number }
  | { do: 'setDelay' | 'takeBreak'; minutes: number }
  | { do: 'paperEntry'; minutesAgo: number; source: Source; served: boolean; sequence: number | undefined };

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
  private readonly lastOf = new Map<TokenId, readonly BookEvent[]>();

  constructor(plan: Plan) {
    this.rules = { ...defaultRules, ...plan.rules };
    this.books = [freeze(emptyBook(1, plan.slots)), freeze(emptyBook(2, plan.otherSlots))];
    this.firsts = [this.books[0], this.books[1]];
  }

  get context(): Context {
    return { now: this.now, today: this.today, rules: this.rules };
  }

  /** Takes the step; answers what changed (nothing for a refusal, two books for a transfer). */
  take(step: Step, index: 0 | 1): Change[] {
    if (step.do === 'wait') this.now = Math.max(0, this.now + Math.round(step.minutes * MINUTE));
    else if (step.do === 'rules') this.rules = { ...this.rules, ...step.rules };
    else if (step.do === 'midnight') this.today = NEXT_DAY;
    else if (step.do === 'transfer') return this.transfer(step, index);
    else {
      const result = this.run(step, this.books[index]);
      return result.ok ? [this.apply(step, index, result.value)] : [];
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
    return [this.apply(step, index, result.value.from), this.apply(step, there, result.value.to)];
  }

  private apply(step: Step, index: 0 | 1, decision: Decision): Change {
    const before = this.books[index];
    this.books[index] = freeze(decision.book);
    this.history[index].push(...decision.events);
    for (const event of decision.events) {
      if ('after' in event && 'number' in event.after) this.lastOf.set(event.after.id, decision.events);
    }
    const tokenIdOrNull = decision.token?.id ?? null;
    return { step, before, after: decision.book, decision, context: this.context, tokenId: tokenIdOrNull };
  }

  private newId(): TokenId {
    this.born += 1;
    return tokenId(this.born);
  }

  private run(step: Step, book: Book): Result<Decision> {
    const { context } = this;
    const token = 'token' in step ? pick(aim(step.do, step.token, book.tokens), step.token)?.id : undefined;
    const byToken = { tokenId: token ?? tokenId(999_999) };
    const bySlot = { slotId: 'slot' in step ? slotFor(step.do, step.slot, book) : slotId(1) };
    switch (step.do) {
      case 'issue':
        return commands.issue(book, { id: this.newId(), ...issueOf(step, book, this.born) }, context);
      case 'paperEntry': {
        const { source, served, sequence } = step;
        const at = Math.max(0, this.now - step.minutesAgo * MINUTE);
        const paper = { patientName: `Paper ${this.born}`, patientContact: '', source, served, sequence, at };
        return commands.paperEntry(book, { id: this.newId(), ...paper }, context);
      }
      case 'cancel':
        return commands.cancel(book, { ...byToken, reason: 'patient' }, context);
      case 'move':
        return commands.move(book, { ...byToken, ...bySlot }, context);
      case 'undo': {
        const events = this.lastOf.get(byToken.tokenId) ?? [];
        return commands.undo(book, { ...byToken, events }, context);
      }
      case 'correct':
        return commands.correct(book, { ...byToken, note: `noted ${this.now}` }, context);
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
        return commands[step.do](book, undefined, context);
      case 'wait':
      case 'rules':
      case 'midnight':
      case 'transfer':
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
    if (name === 'noShow') return stage === 'booked' || stage === 'called';
    if (name === 'checkIn') return token.checkedInAt === null && token.status !== 'cancelled';
    if (name === 'reinstate') return stage === 'no_show' || stage === 'cancelled';
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
