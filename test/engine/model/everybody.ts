import { expect } from 'vitest';
import type { Context } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { TokenId } from '../../../src/shared/model/ids';
import type { ActiveToken, Token } from '../../../src/shared/model/token';
import { type CommandName, commands, type RequestOf, tokenId } from '../helpers/clinic';
import { callables, calledIn } from './call-order';
import type { World } from './world';

/** What those who are here, and the staff, do next: anything but to the one who is here and answers. */
export const turns = [
  'is silent',
  'is silent once',
  'is seen',
  'steps out',
  'leaves the room for a test',
  'goes home',
  'is marked',
  'another is called',
  'another is held back',
  'is made an emergency',
  'is no emergency after all',
  'is moved',
  'comes back',
  'checks in',
  'an emergency comes',
  'a walk-in comes',
  'a slot is closed',
  'a slot is opened',
  'a slot has fewer seats',
  'the doctor is late',
  'time passes',
  'the clock goes back',
  'the timer runs',
] as const;
export interface Turn {
  readonly what: (typeof turns)[number];
  readonly who: number;
}

/**
 * R19: plays the turns, then everybody else silent for ever, until `me` is called; answers how many calls of others
 * that took, and how many there may be: for each of the others who are here
 * - two calls, for the second round not answered is a no-show,
 * - one more for each time they step out when called, for a hold leaves the count of silent rounds, and
 * - two more for each time they are sent out of the room, or reinstated, for a start and a reinstatement set it to
 *   nought, so that two rounds may follow.
 * Nobody is left to be called but `me` when that is used up, and a round ends, for `me` is callable (R19). An undo,
 * which takes a call back, and a visit to another doctor (R27) are not among the turns.
 */
export class Morning {
  calls = 0;
  private readonly here = new Set<TokenId>();
  private more = 0;
  private now: number;
  private born = 0;

  constructor(
    private book: Book,
    private readonly world: World,
    private readonly me: TokenId,
  ) {
    this.now = world.now;
    for (const token of book.tokens) if (isHere(token) && token.id !== me) this.here.add(token.id);
  }

  get allowed(): number {
    return 2 * this.here.size + this.more;
  }

  play(played: readonly Turn[]): void {
    for (const turn of played) {
      this.take(turn);
      if (this.isMyTurn()) return;
    }
    while (!this.isMyTurn()) this.silentUntilNext();
  }

  private isMyTurn(): boolean {
    expect(this.calls).toBeLessThanOrEqual(this.allowed);
    return calledIn(this.book)?.id === this.me;
  }

  private get context(): Context {
    return { ...this.world.context, now: this.now, elsewhere: [] };
  }

  /** True if it was not refused. */
  private do<N extends CommandName>(name: N, request: RequestOf<N>): boolean {
    const run = commands[name] as (
      book: Book,
      request: RequestOf<N>,
      context: Context,
    ) => ReturnType<(typeof commands)[N]>;
    const result = run(this.book, request, this.context);
    if (!result.ok) return false;
    const { events, book } = result.value;
    for (const event of events) {
      if (event.type === 'tokenCalled' && event.after.id !== this.me) this.calls += 1;
    }
    this.book = book;
    return true;
  }

  /** The round of whoever is called is spent, and the next is called; which must go, for one is callable. */
  private silentUntilNext(): void {
    this.spendRound();
    expect(this.do('callNext', undefined)).toBe(true);
  }

  private spendRound(): void {
    const { maxRecalls, recallGapSeconds } = this.world.rules;
    // After a clock that was set back the gap counts again from the last call, once that is past.
    const waits = (called: ActiveToken): void => {
      this.now = Math.max(this.now, called.lastCalledAt ?? 0) + recallGapSeconds * 1000;
    };
    for (let called = calledIn(this.book); called; called = calledIn(this.book)) {
      waits(called);
      if (called.recalls >= maxRecalls) return;
      expect(this.do('recall', { tokenId: called.id })).toBe(true);
    }
  }

  private others(which: (token: Token) => boolean): Token[] {
    return this.book.tokens.filter((token) => token.id !== this.me && which(token));
  }

  private inside(): ActiveToken | undefined {
    return this.book.tokens.find(
      (token): token is ActiveToken => token.status === 'active' && token.stage === 'in_consultation',
    );
  }

  private take({ what, who }: Turn): void {
    const called = calledIn(this.book);
    const inside = this.inside();
    const pick = (which: (token: Token) => boolean) => {
      const among = this.others(which);
      return { tokenId: among[who % Math.max(1, among.length)]?.id ?? tokenId(999_999) };
    };
    const bySlot = { slotId: this.book.slots[who % this.book.slots.length]?.id ?? ('' as never) };
    const byCalled = { tokenId: called?.id ?? tokenId(999_999) };
    switch (what) {
      case 'is silent':
        this.silentUntilNext();
        return;
      case 'is silent once':
        this.now += 60_000;
        this.do('recall', byCalled);
        return;
      case 'is seen':
        if (inside) this.do('serve', { tokenId: inside.id });
        this.do('start', byCalled);
        return;
      case 'steps out':
        if (this.do('hold', byCalled)) this.more += 1;
        return;
      case 'leaves the room for a test':
        if (inside && this.do('hold', { tokenId: inside.id })) this.more += 2;
        return;
      case 'goes home':
        this.do('cancel', { ...byCalled, reason: 'patient' });
        return;
      case 'is marked':
        this.do('noShow', who % 2 === 0 ? byCalled : pick(isHere));
        return;
      case 'another is called': {
        const next = callables(this.book, { ...this.book, tokens: [] }, this.context);
        const ids = new Set(next.map(({ id }) => id));
        this.do(
          'callThis',
          pick(({ id }) => ids.has(id)),
        );
        return;
      }
      case 'another is held back':
        this.do(
          'hold',
          pick((token) => token.status === 'active' && token.stage === 'checked_in'),
        );
        return;
      case 'is made an emergency':
        this.do('upgradeToEmergency', { ...pick(isHere), reason: 'pain' });
        return;
      case 'is no emergency after all':
        this.do('takeBackUpgrade', { ...pick((token) => token.upgradedFrom !== null), reason: 'wrong' });
        return;
      case 'is moved':
        this.do('move', { ...pick(isHere), ...bySlot });
        return;
      case 'comes back': {
        const back = pick((token) => token.status === 'no_show' || token.status === 'cancelled');
        if (this.do('reinstate', back)) this.comes(back.tokenId, 2);
        return;
      }
      case 'checks in': {
        const back = pick((token) => token.checkedInAt === null);
        if (this.do('checkIn', back)) this.comes(back.tokenId, 0);
        return;
      }
      case 'an emergency comes':
      case 'a walk-in comes':
        this.arrives(what === 'a walk-in comes' ? 'walk_in' : 'emergency');
        return;
      case 'a slot is closed':
        this.do('closeSlot', bySlot);
        return;
      case 'a slot is opened':
        this.do('reopenSlot', bySlot);
        return;
      case 'a slot has fewer seats':
        this.do('changeSlot', { ...bySlot, capacity: who % 2 });
        return;
      case 'the doctor is late':
        this.do('setDelay', { minutes: who % 60 });
        return;
      case 'time passes':
        this.now += (1 + (who % 20)) * 60_000;
        return;
      case 'the clock goes back':
        this.now -= (who % 10) * 60_000;
        return;
      case 'the timer runs':
        this.now += 60_000;
        this.do('sweep', undefined);
        return;
    }
  }

  private arrives(source: 'walk_in' | 'emergency'): void {
    this.born += 1;
    const id = tokenId(500_000 + this.born);
    const patient = { patientName: `Late ${this.born}`, patientContact: '' };
    if (this.do('issue', { id, source, channel: 'desk', ...patient })) this.comes(id, 0);
  }

  private comes(id: TokenId, again: number): void {
    if (this.here.has(id)) this.more += again;
    else this.here.add(id);
  }
}

function isHere(token: Token): boolean {
  return token.checkedInAt !== null && ['active', 'waiting', 'displaced'].includes(token.status);
}
