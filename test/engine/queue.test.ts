import { describe, expect, it } from 'vitest';
import { doctorQueue } from '../../src/main/engine';
import { MINUTE } from '../../src/shared/model/time';
import type { Channel, Source } from '../../src/shared/model/token';
import { type Clinic, clinic, instantOf, NEXT_DAY, refusal, story, tokenId } from './helpers/clinic';

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

describe('R18: calling', () => {
  it('R18: call next takes the head of the queue, and says why', () => {
    const c = clinic();
    const [walkIn, urgent] = [c.issue('walk_in'), c.issue('emergency')];
    c.do('callNext', undefined);
    expect(c.token(urgent)).toMatchObject({
      stage: 'called',
      calledAt: c.now,
      lastCalledAt: c.now,
      recalls: 0,
    });
    expect(c.why(urgent)).toEqual({
      code: 'next_in_queue',
      rule: 'R18',
      place: { code: 'emergency', since: c.now },
    });
    expect(c.last?.token?.id).toBe(urgent);
    expect(c.book.calls).toBe(1);
    expect(c.field(walkIn, 'stage')).toBe('checked_in');
  });

  it('R18: at most one called and one in consultation', () => {
    const c = clinic();
    const [first, second] = [c.issue('paid'), c.issue('paid')];
    c.do('callNext', undefined);
    const refused = refusal(c.try('callNext', undefined));
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 has been called and has not come in yet.',
      details: { rule: 'R18', tokenId: first },
    });
    expect(refusal(c.try('callThis', { tokenId: second }))).toEqual(refused);
    c.at('8:10').do('start', { tokenId: first });
    expect(c.token(first)).toMatchObject({ stage: 'in_consultation', startedAt: c.now });
    expect(c.why(first)).toEqual({ code: 'asked_by_staff', rule: 'R18' });
    expect(c.last?.token?.id).toBe(first);
    c.do('callNext', undefined);
    expect(refusal(c.try('start', { tokenId: second }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 is still with the doctor.',
      details: { rule: 'R18', tokenId: first },
    });
    c.do('serve', { tokenId: first });
    c.do('start', { tokenId: second });
  });

  it('R18: only somebody called can start', () => {
    const c = clinic();
    const id = c.issue('paid');
    expect(refusal(c.try('start', { tokenId: id }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 has not been called.',
      details: { rule: 'R18' },
    });
    c.do('cancel', { tokenId: id, reason: 'staff' });
    expect(refusal(c.try('start', { tokenId: id })).message).toBe('A-001 is cancelled already.');
    expect(refusal(c.try('start', { tokenId: tokenId(9) })).code).toBe('NOT_FOUND');
  });

  it('R18: with nobody left in the queue, the best waiting token who is here, as an extra', () => {
    const c = clinic({ seats: [0, 1], at: '9:10', rules: { joinRunningSlot: 'always' } });
    c.issue('online', { slotId: c.slotId(10) });
    const [away, walkIn, followUp] = [
      c.issue('paid', { checkedIn: false }),
      c.issue('walk_in'),
      c.issue('follow_up'),
    ];
    c.do('callNext', undefined);
    expect([away, walkIn, followUp].map((id) => c.where(id))).toEqual(['waiting', 'waiting', '9x']);
    expect(c.why(followUp)).toEqual({ code: 'called_extra', rule: 'R18', slotId: c.slotId(9) });
    expect(c.token(followUp)).toMatchObject({ stage: 'called', seatedAt: c.now });
    expect(c.last?.token?.id).toBe(followUp);
  });

  it('R18: a waiting emergency who is here heads the queue, and is called as an extra', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0, allowPreemption: false } });
    c.issue('walk_in');
    const urgent = c.issue('emergency');
    c.do('callNext', undefined);
    expect(c.where(urgent)).toBe('9x');
  });

  it('R18: nobody here: nobody to call', () => {
    const c = clinic();
    c.issue('online');
    const refused = { code: 'NOT_FOUND', message: 'Nobody is here to be called.', details: { rule: 'R18' } };
    expect(refusal(c.try('callNext', undefined))).toEqual(refused);
    const full = clinic({ seats: [0] });
    full.issue('online');
    expect(refusal(full.try('callNext', undefined))).toEqual(refused);
  });

  const extras: [string, string][] = [
    ['8:00', '9'],
    ['9:00', '9'],
    ['9:59', '9'],
    ['10:20', '9'],
    ['10:40', '11'],
    ['15:00', '12'],
  ];
  it.each(extras)('R18: an extra called at %s counts to the running, else nearest slot: %s', (at, hour) => {
    const c = clinic({ seats: [0, 0, 0, 0], at });
    const ten = c.slotId(10);
    c.at('8:00').do('closeSlot', { slotId: ten });
    const id = c.at(at).issue('walk_in');
    c.do('callThis', { tokenId: id });
    expect(c.where(id)).toBe(`${hour}x`);
  });

  it('R18: a closed slot is the last resort; with no slots at all there is nowhere to call to', () => {
    const c = clinic({ seats: [0] });
    const id = c.issue('walk_in');
    c.do('closeSlot', { slotId: c.slotId(9) });
    c.do('callThis', { tokenId: id });
    expect(c.where(id)).toBe('9x');
    const bare = clinic({ slots: [] });
    const waiting = bare.issue('walk_in');
    expect(refusal(bare.try('callThis', { tokenId: waiting }))).toEqual({
      code: 'CONFLICT',
      message: 'This doctor has no slots today.',
      details: { rule: 'R18' },
    });
  });

  it('R18: call this one, out of order, whoever is here', () => {
    const c = clinic();
    c.issue('emergency');
    const walkIn = c.issue('walk_in');
    c.do('callThis', { tokenId: walkIn });
    expect(c.why(walkIn)).toEqual({ code: 'asked_by_staff', rule: 'R18' });
    expect(c.last?.token?.id).toBe(walkIn);
  });

  it('R18: not one called, with the doctor, away, final, unknown, or on another day', () => {
    const c = clinic();
    const [called, inside, away, gone] = [
      c.issue('paid'),
      c.issue('paid'),
      c.issue('online'),
      c.issue('paid'),
    ];
    c.do('cancel', { tokenId: gone, reason: 'staff' });
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: called });
    const message = (id: typeof called) => {
      const refused = refusal(c.try('callThis', { tokenId: id }));
      expect(refused).toMatchObject({ code: 'CONFLICT', details: { rule: 'R18' } });
      return refused.message;
    };
    expect([called, inside, away, gone].map(message)).toEqual([
      'A-001 has been called already.',
      'A-002 is with the doctor now.',
      'A-003 has not come yet; check in first.',
      'A-004 is cancelled already.',
    ]);
    expect(refusal(c.try('callThis', { tokenId: tokenId(9) })).code).toBe('NOT_FOUND');
    c.today = '2026-03-01' as typeof c.today;
    for (const refused of [c.try('callThis', { tokenId: away }), c.try('callNext', undefined)]) {
      expect(refusal(refused)).toEqual({
        code: 'CONFLICT',
        message: 'Patients are called on their own day only.',
        details: { rule: 'R18', serviceDay: c.book.serviceDay },
      });
    }
    c.today = NEXT_DAY;
    expect(refusal(c.try('callNext', undefined)).code).toBe('CONFLICT');
  });
});

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
    c.do('recall', { tokenId: id });
    expect(c.token(id)).toMatchObject({ stage: 'on_hold', heldAtCall: 1 });
    expect(c.why(id)).toEqual({ code: 'did_not_answer', rule: 'R19', recalls: 3 });
    expect(c.book.calls).toBe(1);
  });

  it('R19: recalls spent, calling the next holds them back by itself', () => {
    const c = clinic({ rules: { maxRecalls: 1 } });
    const id = called(c);
    const next = c.issue('walk_in');
    expect(c.try('callNext', undefined).ok).toBe(false);
    c.do('recall', { tokenId: id });
    c.do('callNext', undefined);
    expect([c.field(id, 'stage'), c.field(next, 'stage')]).toEqual(['on_hold', 'called']);
    expect(story(c.last?.events ?? [])).toEqual(['tokenHeld A-001', 'tokenCalled A-002']);
    expect(c.last?.events[0]?.reason).toEqual({ code: 'did_not_answer', rule: 'R19', recalls: 1 });
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

  it('R19: or until nobody else is callable', () => {
    const c = clinic({ seats: [1] });
    const held = c.issue('paid');
    c.issue('walk_in');
    c.do('hold', { tokenId: held });
    // Somebody on the waiting list comes after one who is held back.
    expect(c.queue()).toEqual([1]);
    expect(doctorQueue(c.book, c.context)[0]?.place).toEqual({ code: 'held_back_due', since: c.now });
    c.do('callNext', undefined);
    expect(c.field(held, 'stage')).toBe('called');
  });

  it('R19: not while an emergency is callable', () => {
    const c = clinic();
    const held = c.issue('paid');
    c.do('hold', { tokenId: held });
    c.issue('emergency');
    expect(c.queue()).toEqual([2]);
  });

  it('R19: those due come in the order they were held back', () => {
    const c = clinic({ seats: [9], rules: { heldBackCalls: 0 } });
    const ids = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    c.at('8:05').do('callThis', { tokenId: ids[2] ?? tokenId(9) });
    c.do('hold', { tokenId: ids[2] ?? tokenId(9) });
    c.do('hold', { tokenId: ids[1] ?? tokenId(9) });
    c.do('hold', { tokenId: ids[0] ?? tokenId(9) });
    // All at the same count of calls: by last call, else check-in, then by number.
    expect(c.queue()).toEqual([1, 2, 3]);
    c.do('callThis', { tokenId: ids[0] ?? tokenId(9) });
    c.do('hold', { tokenId: ids[0] ?? tokenId(9) });
    expect(c.queue()).toEqual([2, 3, 1]);
    expect(doctorQueue(c.book, c.context)[1]?.place).toEqual({ code: 'held_back_due', since: c.now });
    c.book = { ...c.book, tokens: [...c.book.tokens].reverse() };
    expect(c.queue()).toEqual([2, 3, 1]);
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
