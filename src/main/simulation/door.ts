import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import { MINUTE, SECOND } from '../../shared/model/time';
import { isListed, type Token } from '../../shared/model/token';
import type { Result } from '../../shared/result';
import { busyElsewhere, type Context, type Decision, noShow, recall, serve, start } from '../engine';
import type { DoctorClock } from './doctor-clock';
import type { Observer } from './observer';
import type { CallNext } from './policy';
import { isThere, type Visit } from './visit';

/** Nobody presses a key faster than this. */
const LEAST_GAP = 5 * SECOND;
/** So long after the last slot even the most patient doctor leaves. */
const LEAVES_AT_LAST = 600 * MINUTE;

/** What the door needs of the doctor's day. */
export interface Day {
  readonly book: Book;
  readonly now: number;
  readonly context: Context;
  /** The PC is off. */
  readonly isOff: boolean;
  readonly clock: DoctorClock;
  readonly visits: ReadonlyMap<TokenId, Visit>;
  readonly observers: readonly Observer[];
  readonly call: CallNext;
  plan(at: number, run: () => void): void;
  token(tokenId: TokenId): Token | undefined;
  apply(result: Result<Decision>): Token | null;
  arrive(visit: Visit): void;
  /** Somebody whom other doctors may wait for has left. */
  leftDoor(): void;
}

type State =
  | { readonly name: 'away' | 'free' | 'consulting' | 'gone' }
  /** `spent`: called and recalled, and the time to answer is over. */
  | { readonly name: 'calling'; readonly visit: Visit; spent: boolean };

/** The doctor's side of the day, as staff play R18 and R19: call, recall as often as there are recalls, then next. */
export class Door {
  private state: State = { name: 'away' };
  private left: number | undefined;

  constructor(private readonly day: Day) {}

  /** When the doctor went home; now, while not. */
  get leftAt(): number {
    return this.left ?? this.day.now;
  }
  get isCalling(): boolean {
    return this.state.name === 'calling';
  }

  /** The doctor has nobody: a break if one is due, else the next patient. */
  free(): void {
    this.state = { name: 'away' };
    const { clock, now } = this.day;
    const backAt = clock.takeBreak(now);
    if (backAt !== undefined) {
      this.day.plan(backAt, () => this.free());
      return;
    }
    this.state = { name: 'free' };
    clock.freeFrom(now);
    this.callIfFree();
  }

  callIfFree(): void {
    const { day, state } = this;
    if (day.isOff) return;
    if (state.name === 'calling') {
      if (!this.isCalled(state.visit)) this.free();
      else if (state.spent) this.next(state.visit);
      return;
    }
    if (state.name !== 'free') return;
    if (day.clock.breakIsDue(day.now)) {
      this.free();
      return;
    }
    const result = day.call(day.book, day.context);
    if (result.ok) this.ring(result);
    else this.leaveIfOver();
  }

  /** After the hours, once nobody is here, or with another doctor and still to be seen. */
  private leaveIfOver(): void {
    const { now, clock, context, book } = this.day;
    if (now < clock.endsAt) return;
    const isAwaited = (token: Token): boolean =>
      (token.status === 'active' || isListed(token)) &&
      token.checkedInAt !== null &&
      busyElsewhere(context, token) !== undefined;
    if (now < clock.endsAt + LEAVES_AT_LAST && book.tokens.some(isAwaited)) return;
    this.state = { name: 'gone' };
    this.left = now;
  }

  /** Somebody is called. */
  private ring(result: Result<Decision>): void {
    const { day } = this;
    if (!result.ok || !result.value.token) return;
    const { token } = result.value;
    const visit = day.visits.get(token.id);
    if (!visit) return;
    const state: State = { name: 'calling', visit, spent: false };
    this.state = state;
    if (!visit.called) this.callFirst(token, visit);
    day.apply(result);
    if (this.state !== state) return;
    this.listen(state);
  }

  private callFirst(token: Token, visit: Visit): void {
    const { day } = this;
    const { now, context } = day;
    const isHere = isThere(visit, now);
    visit.called = true;
    if (!isHere) return;
    const waiting = day.book.tokens.filter((other) => other.id !== token.id && this.isWaiting(other));
    for (const observer of day.observers) observer.called?.(token, visit.patient, context, waiting);
    if (visit.patient.steppedOutMs === 0) return;
    visit.backAt = now + visit.patient.steppedOutMs;
    day.plan(visit.backAt, () => this.comesBack(visit));
  }

  /** There, and neither called before nor held back nor with another doctor. */
  private isWaiting(token: Token): boolean {
    const visit = this.day.visits.get(token.id);
    if (!visit || visit.called || !isThere(visit, this.day.now)) return false;
    const isReady = isListed(token) || (token.status === 'active' && token.stage === 'checked_in');
    return isReady && busyElsewhere(this.day.context, token) === undefined;
  }

  private listen(state: State & { name: 'calling' }): void {
    const { day } = this;
    if (isThere(state.visit, day.now)) {
      this.consult(state.visit);
      return;
    }
    const gap = Math.max(LEAST_GAP, day.context.rules.recallGapSeconds * SECOND);
    day.plan(day.now + gap, () => {
      if (this.state === state) this.callAgain(state);
    });
  }

  private callAgain(state: State & { name: 'calling' }): void {
    const { day } = this;
    const { tokenId } = state.visit;
    const token = day.token(tokenId);
    if (token?.status === 'active' && token.recalls >= day.context.rules.maxRecalls) {
      state.spent = true;
      this.next(state.visit);
      return;
    }
    day.apply(recall(day.book, { tokenId }, day.context));
    if (this.state === state) this.listen(state);
  }

  /** The recalls are spent: the next, as soon as anybody else may be called; after the hours a no-show, by hand. */
  private next(visit: Visit): void {
    const { day } = this;
    const result = day.call(day.book, day.context);
    if (result.ok) {
      this.ring(result);
      return;
    }
    if (day.now >= day.clock.endsAt) day.apply(noShow(day.book, { tokenId: visit.tokenId }, day.context));
  }

  private comesBack(visit: Visit): void {
    const token = this.day.token(visit.tokenId);
    if (this.state.name === 'calling' && this.state.visit === visit && this.isCalled(visit)) {
      this.consult(visit);
    } else if (token?.status === 'no_show') this.day.arrive(visit);
  }

  private isCalled({ tokenId }: Visit): boolean {
    const token = this.day.token(tokenId);
    return token?.status === 'active' && token.stage === 'called';
  }

  private consult({ tokenId, patient }: Visit): void {
    const { day } = this;
    this.state = { name: 'consulting' };
    day.clock.busyFrom(day.now);
    day.apply(start(day.book, { tokenId }, day.context));
    day.plan(day.now + patient.serviceMs, () => this.finish(tokenId, patient));
  }

  private finish(tokenId: TokenId, patient: Visit['patient']): void {
    const { day } = this;
    const token = day.apply(serve(day.book, { tokenId }, day.context));
    day.clock.servedAt(day.now);
    if (token) for (const observer of day.observers) observer.served?.(token, patient);
    this.free();
    day.leftDoor();
  }
}
