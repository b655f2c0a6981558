import { describe, expect, it } from 'vitest';
import { doctorQueue } from '../../src/main/engine';
import { MINUTE } from '../../src/shared/model/time';
import type { Channel, Source } from '../../src/shared/model/token';
import { clinic, refusal, tokenId } from './helpers/clinic';

describe('R18: checking in', () => {
  const table: [Channel, Source, boolean | undefined, boolean][] = [
    ['desk', 'walk_in', undefined, true],
    ['kiosk', 'paid', undefined, true],
    ['desk', 'online', undefined, false],
    ['desk', 'online', true, true],
    ['kiosk', 'follow_up', false, false],
    ['http', 'walk_in', undefined, true],
    ['http', 'emergency', undefined, true],
    ['http', 'paid', undefined, false],
    ['http', 'follow_up', undefined, false],
    ['http', 'online', undefined, false],
    ['http', 'paid', true, true],
    ['http', 'walk_in', false, false],
  ];
  it.each(table)(
    'R18: issued at %s, %s, checked_in %s: here from the start is %s',
    (channel, source, checkedIn, here) => {
      const c = clinic();
      const id = c.issue(source, { channel, checkedIn });
      expect(c.token(id)).toMatchObject({
        checkedInAt: here ? c.now : null,
        stage: here ? 'checked_in' : 'booked',
        channel,
        source,
      });
    },
  );

  it('R18: not if issued for another day', () => {
    const c = clinic();
    c.today = '2026-03-01' as typeof c.today;
    expect(c.field(c.issue('walk_in', { checkedIn: true }), 'checkedInAt')).toBeNull();
  });

  it('R18: check in, once', () => {
    const c = clinic();
    const id = c.issue('online');
    c.at('8:20').do('checkIn', { tokenId: id });
    expect(c.token(id)).toMatchObject({ checkedInAt: c.now, stage: 'checked_in', updatedAt: c.now });
    expect(c.why(id)).toEqual({ code: 'is_here', rule: 'R18' });
    expect(c.last?.token?.id).toBe(id);
    const again = c.at('8:30').do('checkIn', { tokenId: id });
    expect(again).toMatchObject({ events: [], token: { id } });
  });

  it('R18: a waiting one stays on the list, and is here', () => {
    const c = clinic({ seats: [0] });
    const id = c.issue('online');
    c.do('checkIn', { tokenId: id });
    expect(c.token(id)).toMatchObject({ status: 'waiting', checkedInAt: c.now });
    expect(c.field(id, 'stage')).toBeUndefined();
  });

  it('R18: not on another day, not on a final status', () => {
    const c = clinic();
    const [id, gone] = [c.issue('online'), c.issue('online')];
    c.do('cancel', { tokenId: gone, reason: 'patient' });
    expect(refusal(c.try('checkIn', { tokenId: gone }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-002 is cancelled already.',
      details: { rule: 'R18' },
    });
    expect(refusal(c.try('checkIn', { tokenId: tokenId(9) })).code).toBe('NOT_FOUND');
    c.today = '2026-03-01' as typeof c.today;
    expect(refusal(c.try('checkIn', { tokenId: id }))).toMatchObject({
      message: 'A-001 is for another day.',
      details: { rule: 'R18' },
    });
  });
});

describe("R18: the doctor's queue", () => {
  it('R18: those checked in and not called, in consultation or held back', () => {
    const c = clinic({ seats: [6] });
    c.issue('online');
    const [inside, called, held] = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    c.issue('walk_in');
    c.do('hold', { tokenId: held });
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: called });
    c.rules = { ...c.rules, heldBackCalls: 5 };
    expect(c.queue()).toEqual([5]);
  });

  it('R18: emergencies first, by check-in, waiting ones who are here among them', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 1, allowPreemption: false } });
    c.issue('walk_in');
    c.issue('emergency', { checkedIn: false });
    const [late, here] = [c.issue('emergency', { checkedIn: false }), c.issue('emergency')];
    c.issue('emergency', { checkedIn: false });
    expect([late, here].map((id) => c.where(id))).toEqual(['waiting', 'waiting']);
    c.at('8:10').do('checkIn', { tokenId: late });
    expect(c.queue()).toEqual([4, 3, 1]);
    const queue = doctorQueue(c.book, c.context);
    expect(queue[1]).toEqual({ tokenId: late, place: { code: 'emergency', since: c.now } });
  });

  it('R18: emergencies of the same check-in by number', () => {
    const c = clinic({ seats: [0] });
    c.issue('emergency');
    c.issue('emergency');
    c.book = { ...c.book, tokens: [...c.book.tokens].reverse() };
    expect(c.queue()).toEqual([1, 2]);
  });

  it('R18: then all whose slot has begun, by waiting over target', () => {
    const c = clinic({ seats: [4], at: '8:00' });
    c.issue('online', { checkedIn: true });
    c.issue('walk_in');
    c.issue('follow_up');
    c.at('9:20');
    const paid = c.issue('paid', { slotId: undefined });
    expect(c.where(paid)).toBe('9');
    c.at('9:30');
    // Waited since nine: 30/45, 30/45, 30/30; the paid one since 9:20: 10/20.
    expect(c.queue()).toEqual([3, 1, 2, 4]);
    expect(doctorQueue(c.book, c.context)[3]?.place).toEqual({
      code: 'fair_share',
      waitedMs: 10 * MINUTE,
      targetMinutes: 20,
      score: 0.5,
    });
  });

  it('R18: ties by shorter target, check-in, number', () => {
    const c = clinic({ seats: [9], at: '9:00', rules: { joinRunningSlot: 'always' } });
    c.issue('walk_in');
    c.issue('online', { checkedIn: true });
    c.issue('follow_up');
    c.issue('paid');
    expect(c.queue()).toEqual([4, 3, 1, 2]);
    c.book = { ...c.book, tokens: [...c.book.tokens].reverse() };
    expect(c.queue()).toEqual([4, 3, 1, 2]);
    const early = clinic({ seats: [9], at: '8:30' });
    early.issue('walk_in', { checkedIn: false });
    early.issue('walk_in');
    early.at('8:40').do('checkIn', { tokenId: tokenId(100_001) });
    early.at('9:10');
    expect(early.queue()).toEqual([2, 1]);
  });

  it('R18: a slot that starts now has begun', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('walk_in');
    c.issue('paid');
    expect(doctorQueue(c.book, c.at('9:00').context).map(({ place }) => place.code)).toEqual([
      'fair_share',
      'slot_order',
    ]);
  });

  it('R18: a clock set back makes no score negative', () => {
    const c = clinic({ seats: [2], at: '9:30', rules: { joinRunningSlot: 'always' } });
    c.issue('walk_in');
    c.at('9:10');
    expect(doctorQueue(c.book, c.context)[0]?.place).toMatchObject({ waitedMs: 0, score: 0 });
  });

  it('R18: then the rest by slot start, priority, check-in', () => {
    const c = clinic({ seats: [3, 1] });
    c.issue('paid', { slotId: c.slotId(10) });
    c.issue('online', { checkedIn: true });
    c.issue('paid', { checkedIn: false });
    c.issue('paid');
    c.at('8:30').do('checkIn', { tokenId: tokenId(100_003) });
    expect(c.queue()).toEqual([4, 3, 2, 1]);
    expect(doctorQueue(c.book, c.context)[3]?.place).toEqual({
      code: 'slot_order',
      slotStart: c.slot(10).startsAt,
    });
  });

  it('R18: targets are a setting', () => {
    const rules = { targetMinutes: { paid: 40, follow_up: 30, walk_in: 10, online: 45 } };
    const c = clinic({ seats: [9], rules });
    c.issue('paid');
    c.issue('walk_in');
    c.at('9:10');
    expect(c.queue()).toEqual([2, 1]);
  });

  it('R18: call_order strict: slot start, priority, check-in', () => {
    const c = clinic({ seats: [2, 2], rules: { callOrder: 'strict' } });
    c.issue('online', { checkedIn: true, slotId: c.slotId(9) });
    c.issue('paid', { slotId: c.slotId(10) });
    c.at('8:30').issue('walk_in', { slotId: c.slotId(9) });
    c.at('10:30');
    expect(c.queue()).toEqual([3, 1, 2]);
  });

  it('R18: two alike in all but their id have an order all the same', () => {
    const c = clinic({ seats: [2] });
    c.issue('walk_in');
    c.issue('walk_in');
    const tokens = c.book.tokens.map((token) => ({ ...token, sequence: 1 }));
    for (const same of [tokens, [...tokens].reverse()]) {
      const queue = doctorQueue({ ...c.book, tokens: same }, c.context);
      expect(queue.map((entry) => entry.tokenId)).toEqual([tokenId(100_001), tokenId(100_002)]);
    }
  });

  it('R18: a token whose slot is unknown is not lost', () => {
    const c = clinic();
    c.issue('walk_in');
    expect(doctorQueue({ ...c.book, slots: [] }, c.context).length).toBe(1);
  });
});
