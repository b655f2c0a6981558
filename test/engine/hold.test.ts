import { describe, expect, it } from 'vitest';
import { doctorQueue, heldBack } from '../../src/main/engine';
import type { TokenId } from '../../src/shared/model/ids';
import { MINUTE, SECOND } from '../../src/shared/model/time';
import type { Source } from '../../src/shared/model/token';
import { type Clinic, clinic, instantOf, refusal, story, tokenId } from './helpers/clinic';

describe('R19: recall and hold', () => {
  function called(c: Clinic, source: Source = 'walk_in') {
    const id = c.issue(source);
    c.do('callThis', { tokenId: id });
    return id;
  }

  it('R19: recalled N times, then held back', () => {
    const c = clinic();
    const id = called(c);
    for (const recalls of [1, 2, 3]) {
      c.now += MINUTE;
      c.do('recall', { tokenId: id });
      expect(c.token(id)).toMatchObject({ stage: 'called', recalls, lastCalledAt: c.now });
      expect(c.why(id)).toEqual({ code: 'asked_by_staff', rule: 'R19' });
      expect(c.last?.token?.id).toBe(id);
    }
    expect(c.field(id, 'calledAt')).toBe(instantOf('8:00'));
    c.issue('walk_in');
    c.now += 20 * SECOND;
    c.do('recall', { tokenId: id });
    const held = { stage: 'on_hold', heldAtCall: 1, heldAt: c.now, heldFor: 'no_answer', unanswered: 1 };
    expect(c.token(id)).toMatchObject(held);
    expect(c.why(id)).toEqual({ code: 'did_not_answer', rule: 'R19', recalls: 3, round: 1 });
    expect(c.book.calls).toBe(1);
  });

  it('R19: recalls spent, calling the next holds them back by itself', () => {
    const c = clinic({ rules: { maxRecalls: 1 } });
    const id = called(c);
    const next = c.issue('walk_in');
    expect(c.try('callNext', undefined).ok).toBe(false);
    c.now += 20 * SECOND;
    c.do('recall', { tokenId: id });
    c.now += 20 * SECOND;
    c.do('callNext', undefined);
    expect([c.field(id, 'stage'), c.field(next, 'stage')]).toEqual(['on_hold', 'called']);
    expect(story(c.last?.events ?? [])).toEqual(['tokenHeld A-001', 'tokenCalled A-002']);
    expect(c.last?.events[0]?.reason).toEqual({ code: 'did_not_answer', rule: 'R19', recalls: 1, round: 1 });
  });

  it('R19: only somebody called is recalled', () => {
    const c = clinic();
    const id = c.issue('paid');
    expect(refusal(c.try('recall', { tokenId: id }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 is not being called.',
      details: { rule: 'R19' },
    });
    expect(refusal(c.try('recall', { tokenId: tokenId(9) })).code).toBe('NOT_FOUND');
    c.do('cancel', { tokenId: id, reason: 'staff' });
    expect(refusal(c.try('recall', { tokenId: id })).details).toMatchObject({
      rule: 'R19',
      status: 'cancelled',
    });
  });

  it('R19: on hold until K others were called, then next after emergencies', () => {
    const c = clinic({ seats: [9] });
    const held = c.issue('online', { checkedIn: true });
    c.do('hold', { tokenId: held });
    expect(c.token(held)).toMatchObject({ stage: 'on_hold', heldAtCall: 0 });
    expect(c.why(held)).toEqual({ code: 'asked_by_staff', rule: 'R19' });
    expect(c.last?.token?.id).toBe(held);
    const others = [c.issue('walk_in'), c.issue('walk_in'), c.issue('walk_in')];
    c.issue('walk_in');
    expect(c.queue()).toEqual([2, 3, 4, 5]);
    c.see(others[0] ?? held);
    expect(c.queue()).toEqual([3, 4, 5]);
    c.see(others[1] ?? held);
    expect(c.queue()).toEqual([1, 4, 5]);
    c.issue('emergency');
    expect(c.queue()).toEqual([6, 1, 4, 5]);
    c.do('callThis', { tokenId: held });
    expect(c.token(held)).toMatchObject({ stage: 'called', heldAtCall: null });
  });

  it('R19: the calls are counted from when it was held back', () => {
    const c = clinic({ seats: [9] });
    const others = [1, 2, 3, 4].map(() => c.issue('walk_in'));
    const [first, held, next] = others;
    if (!first || !held || !next) throw new Error('four');
    c.see(first);
    c.do('hold', { tokenId: held });
    c.see(next);
    expect(c.queue()).toEqual([4]);
  });

  it('R19: not due, only when nobody else is callable: the waiting list who are here come before', () => {
    const c = clinic({ seats: [1], rules: { heldBackCalls: 3 } });
    const held = c.issue('paid');
    const listed = c.issue('walk_in');
    c.issue('walk_in', { checkedIn: false });
    c.do('hold', { tokenId: held });
    expect(c.queue()).toEqual([]);
    expect(heldBack(c.book, c.context)[0]?.place).toEqual({
      code: 'held_back',
      since: c.now,
      callsToGo: 3,
    });
    c.do('callNext', undefined);
    expect(c.where(listed)).toBe('9x');
    c.do('start', { tokenId: listed });
    c.do('callNext', undefined);
    expect(c.field(held, 'stage')).toBe('called');
    expect(c.why(held)).toEqual({
      code: 'next_in_queue',
      rule: 'R18',
      place: { code: 'held_back', since: c.now, callsToGo: 2 },
    });
  });

  it('R19: not while an emergency is callable', () => {
    const c = clinic();
    const held = c.issue('paid');
    c.do('hold', { tokenId: held });
    c.issue('emergency');
    expect(c.queue()).toEqual([2]);
    c.issue('walk_in');
    expect(c.queue()).toEqual([2, 3]);
  });

  it('R19: those due come in the order they were held back', () => {
    const c = clinic({ seats: [9], rules: { heldBackCalls: 1 } });
    const ids = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    const other = c.issue('walk_in');
    c.at('8:05').do('callThis', { tokenId: ids[2] ?? tokenId(9) });
    for (const [minutes, index] of [2, 1, 0].entries()) {
      c.at(485 + minutes).do('hold', { tokenId: ids[index] ?? tokenId(9) });
    }
    expect(c.queue()).toEqual([4]);
    c.see(other);
    expect(c.queue()).toEqual([3, 2, 1]);
    const places = doctorQueue(c.book, c.context).map(({ place }) => place);
    const since = ['8:05', '8:06', '8:07'].map(instantOf);
    expect(places).toEqual(since.map((at) => ({ code: 'held_back_due', since: at })));
    c.book = { ...c.book, tokens: [...c.book.tokens].reverse() };
    expect(c.queue()).toEqual([3, 2, 1]);
    // Held back at a later count of calls, it is behind the others when all are due.
    c.at('8:10').do('callThis', { tokenId: ids[2] ?? tokenId(9) });
    c.do('hold', { tokenId: ids[2] ?? tokenId(9) });
    c.see(c.issue('walk_in'));
    expect(c.queue()).toEqual([2, 1, 3]);
  });

  it('R19: held back and not due are told in the order of being held back, without those who are due', () => {
    const c = clinic({ seats: [9], rules: { heldBackCalls: 2 } });
    const ids = [1, 2, 3, 4].map(() => c.issue('walk_in'));
    const [a, b, d, other] = ids as [TokenId, TokenId, TokenId, TokenId];
    c.do('hold', { tokenId: b });
    c.see(other);
    for (const tokenId of [d, a]) c.do('hold', { tokenId });
    const held = (): number[] => heldBack(c.book, c.context).map(({ token }) => token.sequence);
    expect(held()).toEqual([2, 3, 1]);
    c.see(c.issue('walk_in'));
    expect(held()).toEqual([3, 1]);
  });

  it('R19: someone sent out of the room for a test goes on hold, too', () => {
    const c = clinic();
    const id = called(c);
    c.do('start', { tokenId: id });
    c.do('hold', { tokenId: id });
    expect(c.field(id, 'stage')).toBe('on_hold');
  });

  it('R19: not one who has not come, or is on hold already, or is final', () => {
    const c = clinic();
    const [away, held, gone] = [c.issue('online'), c.issue('paid'), c.issue('paid')];
    c.do('hold', { tokenId: held });
    c.do('cancel', { tokenId: gone, reason: 'staff' });
    expect(refusal(c.try('hold', { tokenId: away })).message).toBe('A-001 has not come yet.');
    expect(refusal(c.try('hold', { tokenId: held })).message).toBe('A-002 is on hold already.');
    expect(refusal(c.try('hold', { tokenId: gone }))).toMatchObject({
      message: 'A-003 is cancelled already.',
      details: { rule: 'R19' },
    });
    expect(refusal(c.try('hold', { tokenId: away })).details).toMatchObject({ rule: 'R19', stage: 'booked' });
    expect(refusal(c.try('hold', { tokenId: held })).details).toMatchObject({ rule: 'R19' });
    expect(refusal(c.try('hold', { tokenId: tokenId(9) })).code).toBe('NOT_FOUND');
  });
});
