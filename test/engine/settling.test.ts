import { describe, expect, it } from 'vitest';
import { waitingInOrder } from '../../src/main/engine';
import { MINUTE } from '../../src/shared/model/time';
import { clinic, slotAt, story } from './helpers/clinic';

describe('R9: settling', () => {
  it('R9: a seat that comes free goes to the best waiting token', () => {
    const c = clinic({ seats: [1] });
    const first = c.issue('paid');
    const [online, followUp] = [c.issue('online'), c.issue('follow_up')];
    c.do('cancel', { tokenId: first, reason: 'patient' });
    expect([online, followUp].map((id) => c.where(id))).toEqual(['waiting', '9']);
    expect(story(c.last?.events ?? [])).toEqual(['tokenCancelled A-001', 'tokenPromoted A-003']);
    expect(c.why(followUp)).toEqual({ code: 'free_seat', rule: 'R9', slotId: c.slotId(9) });
    expect(c.field(followUp, 'seatedAt')).toBe(c.now);
  });

  it('R9: one seat promotes one, not more', () => {
    const c = clinic({ seats: [2] });
    const [first] = [c.issue('paid'), c.issue('paid')];
    for (let i = 0; i < 4; i += 1) c.issue('walk_in');
    c.do('cancel', { tokenId: first, reason: 'patient' });
    expect(c.seated(9)).toEqual([2, 3]);
    expect(c.list()).toEqual([4, 5, 6]);
  });

  it('R9: slots in time order', () => {
    const c = clinic({ seats: [0, 0] });
    const ids = [c.issue('walk_in'), c.issue('paid')];
    c.do('changeSlot', { slotId: c.slotId(10), capacity: 1 });
    expect(ids.map((id) => c.where(id))).toEqual(['waiting', '10']);
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 1 });
    expect(ids.map((id) => c.where(id))).toEqual(['9', '10']);
  });

  it('R9: a seat in overflow that comes free promotes nobody but an emergency', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 1, allowPreemption: false } });
    c.issue('paid');
    const above = c.issue('emergency');
    const [walkIn, urgent] = [c.issue('walk_in'), c.issue('emergency')];
    c.do('cancel', { tokenId: above, reason: 'patient' });
    expect([walkIn, urgent].map((id) => c.where(id))).toEqual(['waiting', '9']);
    expect(c.why(urgent)).toEqual({ code: 'overflow_seat', rule: 'R9', slotId: c.slotId(9) });
    c.do('cancel', { tokenId: urgent, reason: 'patient' });
    expect(c.where(walkIn)).toBe('waiting');
  });

  it('R9: the seat of an ordinary patient promotes nobody ordinary while emergencies fill the capacity', () => {
    const c = clinic({ seats: [1] });
    const paid = c.issue('paid');
    c.issue('emergency');
    const walkIn = c.issue('walk_in');
    c.do('cancel', { tokenId: paid, reason: 'patient' });
    expect(c.where(walkIn)).toBe('waiting');
    expect(c.seated(9)).toEqual([2]);
  });

  it('R9: closed and ended slots never', () => {
    const c = clinic({ seats: [1, 1], rules: { joinRunningSlot: 'always' } });
    const [first, second] = [c.issue('paid'), c.issue('paid')];
    const waiting = c.issue('emergency', { slotId: c.slotId(10) });
    const walkIn = c.issue('walk_in');
    c.at('11:00');
    for (const tokenId of [first, second, waiting]) c.do('cancel', { tokenId, reason: 'staff' });
    expect(c.where(walkIn)).toBe('waiting');
  });

  it('R9: in a running slot the seats that this command freed go to anyone, even someone not here', () => {
    const c = clinic({ seats: [2], rules: { joinRunningSlot: 'never' } });
    const [first] = [c.issue('paid'), c.issue('paid')];
    const [online, later] = [c.issue('online'), c.issue('online')];
    c.at('9:30').do('cancel', { tokenId: first, reason: 'patient' });
    expect([online, later].map((id) => c.where(id))).toEqual(['9', 'waiting']);
  });

  it('R9: a seat freed by a no-show in a running slot goes to anyone', () => {
    const c = clinic({ seats: [1] });
    c.issue('online');
    const online = c.issue('online');
    c.at('9:15').do('sweep', undefined);
    expect(c.where(online)).toBe('9');
  });

  it('R9: seats free before go only to emergencies and to those who are here', () => {
    const c = clinic({ seats: [1, 1] });
    const first = c.issue('online');
    c.issue('paid');
    const [away, here] = [
      c.issue('follow_up', { checkedIn: false }),
      c.issue('online', { checkedIn: false }),
    ];
    c.at('9:30');
    c.book = { ...c.book, tokens: c.book.tokens.filter((token) => token.id !== first) };
    c.do('settleOnly', undefined);
    expect([away, here].map((id) => c.where(id))).toEqual(['waiting', 'waiting']);
    c.do('checkIn', { tokenId: here });
    expect([away, here].map((id) => c.where(id))).toEqual(['waiting', '9']);
  });

  it('R9: not even to those, if join_running_slot is never', () => {
    const c = clinic({ seats: [1], rules: { joinRunningSlot: 'never' } });
    const first = c.issue('paid');
    const [here, urgent] = [c.issue('walk_in'), c.issue('emergency', { slotId: c.slotId(9) })];
    expect(c.where(urgent)).toBe('9');
    c.at('9:30');
    c.book = { ...c.book, tokens: c.book.tokens.filter((token) => token.id !== first) };
    c.do('settleOnly', undefined);
    expect(c.where(here)).toBe('waiting');
  });

  it('R9: a slot made bigger while it runs has freed those seats', () => {
    const c = clinic({ seats: [1], rules: { joinRunningSlot: 'never' } });
    c.issue('paid');
    const [online, later] = [c.issue('online'), c.issue('online')];
    c.at('9:30').do('changeSlot', { slotId: c.slotId(9), capacity: 2 });
    expect([online, later].map((id) => c.where(id))).toEqual(['9', 'waiting']);
  });

  it('R9: then R5 for emergencies still waiting', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0, allowPreemption: false } });
    const walkIn = c.issue('walk_in');
    const [urgent, second] = [c.issue('emergency'), c.issue('emergency')];
    c.rules = { ...c.rules, allowPreemption: true };
    c.do('settleOnly', undefined);
    expect([urgent, second, walkIn].map((id) => c.where(id))).toEqual(['9', 'waiting', 'displaced']);
    expect(story(c.last?.events ?? [])).toEqual(['tokenDisplaced A-001', 'tokenPromoted A-002']);
  });

  it('R9, R8: an emergency that waits for the slot it asked for displaces only there', () => {
    const rules = { maxEmergencyOverflow: 0, allowPreemption: false };
    const c = clinic({ seats: [1, 1], rules });
    const [nine, ten] = [c.issue('walk_in'), c.issue('walk_in')];
    const asked = c.issue('emergency', { slotId: c.slotId(10) });
    c.rules = { ...c.rules, allowPreemption: true };
    c.do('settleOnly', undefined);
    expect([nine, ten, asked].map((id) => c.where(id))).toEqual(['9', 'displaced', '10']);
  });

  it('R9, R8: an emergency that cannot have its slot lets the next one displace', () => {
    const rules = { maxEmergencyOverflow: 0, allowPreemption: false };
    const c = clinic({ seats: [1, 1], rules });
    c.see(c.issue('walk_in'));
    const ten = c.issue('walk_in');
    const stuck = c.issue('emergency', { slotId: c.slotId(9) });
    const next = c.issue('emergency');
    c.rules = { ...c.rules, allowPreemption: true };
    c.do('settleOnly', undefined);
    expect([stuck, next, ten].map((id) => c.where(id))).toEqual(['waiting', '10', 'displaced']);
  });

  it('R9: preemption_scope any_higher lets only emergencies displace from the list', () => {
    const c = clinic({ seats: [1], rules: { preemptionScope: 'emergency' } });
    const online = c.issue('online');
    const paid = c.issue('paid');
    c.rules = { ...c.rules, preemptionScope: 'any_higher' };
    c.do('settleOnly', undefined);
    expect([online, paid].map((id) => c.where(id))).toEqual(['9', 'waiting']);
  });

  it('R9: settling comes before the command, too', () => {
    const c = clinic({ seats: [0] });
    const waiting = c.issue('online', { checkedIn: true });
    c.book = { ...c.book, slots: [slotAt(540, 600, 1)] };
    const walkIn = c.issue('paid');
    expect([waiting, walkIn].map((id) => c.where(id))).toEqual(['9', 'waiting']);
  });

  it('R9: settling twice changes nothing, and the book stays the very same', () => {
    const c = clinic({ seats: [1, 1] });
    for (let i = 0; i < 5; i += 1) c.issue('walk_in');
    const before = c.book;
    expect(c.do('settleOnly', undefined).events).toEqual([]);
    expect(c.book).toBe(before);
  });

  it('R9: a refused command leaves no settling behind', () => {
    const c = clinic({ seats: [0] });
    c.issue('online');
    c.book = { ...c.book, slots: [slotAt(540, 600, 1)] };
    const before = structuredClone(c.book);
    expect(c.try('cancel', { tokenId: c.request('paid').id, reason: 'staff' }).ok).toBe(false);
    expect(c.book).toEqual(before);
  });
});

describe('R10: the best waiting token', () => {
  it('R10: lowest priority number, then displaced before waiting, then longest on the list', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0, preemptionScope: 'any_higher' } });
    c.issue('walk_in'); // 1 will be displaced
    c.issue('walk_in');
    c.issue('online');
    c.issue('walk_in');
    c.issue('emergency');
    c.issue('paid');
    c.issue('emergency');
    expect(c.list()).toEqual([7, 6, 1, 2, 4, 3]);
  });

  it('R10: by list sequence, not by clock', () => {
    const c = clinic({ seats: [0], at: '10:00' });
    c.issue('walk_in');
    c.at('8:00').issue('walk_in');
    expect(c.list()).toEqual([1, 2]);
  });

  it('R10: of two in the very same place, who came on the list first; then the lower number', () => {
    const c = clinic({ seats: [0] });
    for (let i = 0; i < 3; i += 1) c.issue('walk_in');
    const listedAt = [5, 3, 3];
    const tokens = c.book.tokens.map((token, index) => ({
      ...token,
      listSequence: 1,
      listedAt: listedAt[index] ?? 0,
    }));
    expect(waitingInOrder(tokens as typeof c.book.tokens, c.context).map((token) => token.sequence)).toEqual([
      2, 3, 1,
    ]);
    expect(
      waitingInOrder([...tokens].reverse() as typeof c.book.tokens, c.context).map((token) => token.sequence),
    ).toEqual([2, 3, 1]);
  });

  it('R10: aging: each full M minutes count as one priority better', () => {
    const c = clinic({ seats: [0], at: '8:00', rules: { waitingListAgingMinutes: 30 } });
    c.issue('online');
    c.at('8:29').issue('walk_in');
    c.at('8:29');
    expect(c.list()).toEqual([2, 1]);
    c.at('8:30');
    expect(c.list()).toEqual([1, 2]);
    c.at('8:58');
    expect(c.list()).toEqual([1, 2]);
  });

  it('R10: but never better than 2: emergencies stay strictly first', () => {
    const c = clinic({ seats: [0], rules: { waitingListAgingMinutes: 1 } });
    c.issue('online');
    c.at('12:00').issue('paid');
    c.issue('emergency');
    expect(c.list()).toEqual([3, 1, 2]);
  });

  it('R10: a clock set back ages nobody, and makes nobody worse', () => {
    const c = clinic({ seats: [0], at: '12:00', rules: { waitingListAgingMinutes: 1 } });
    c.issue('walk_in');
    c.issue('online');
    c.at('8:00').issue('walk_in');
    expect(c.list()).toEqual([1, 3, 2]);
  });

  it('R10: off by default', () => {
    const c = clinic({ seats: [0] });
    c.issue('online');
    c.at('12:00').issue('walk_in');
    expect(c.list()).toEqual([2, 1]);
  });

  it('R10: nobody gets the place of somebody who left', () => {
    const c = clinic({ seats: [0] });
    const [first, second] = [c.issue('walk_in'), c.issue('walk_in')];
    const before = c.field(second, 'listSequence');
    c.do('cancel', { tokenId: first, reason: 'patient' });
    c.do('cancel', { tokenId: second, reason: 'patient' });
    expect(c.field(c.issue('walk_in'), 'listSequence')).toBeGreaterThan(Number(before));
  });

  it('R10: a book whose places are ahead of its revision goes on behind them', () => {
    const c = clinic({ seats: [0] });
    c.issue('walk_in');
    c.book = {
      ...c.book,
      tokens: c.book.tokens.map((token) => ({ ...token, listSequence: 70.5 }) as typeof token),
    };
    expect(c.field(c.issue('walk_in'), 'listSequence')).toBe(71);
    c.book = { ...c.book, revision: 500 };
    expect(c.field(c.issue('walk_in'), 'listSequence')).toBe(501);
  });
});

describe('R11: time to come', () => {
  const rules = { promotionLeadMinutes: 60 };

  it.each([
    ['8:00', '9'],
    ['8:01', '10'],
  ])('R11: at %s somebody not here gets the slot at %s', (at, where) => {
    const c = clinic({ at, rules });
    expect(c.where(c.issue('online'))).toBe(where);
  });

  it('R11: checked in, or an emergency, needs no lead', () => {
    const c = clinic({ at: '8:30', rules });
    expect(c.where(c.issue('walk_in'))).toBe('9');
    expect(c.where(c.issue('emergency', { checkedIn: false }))).toBe('9');
  });

  it('R11: off by default', () => {
    expect(((c) => c.where(c.issue('online')))(clinic({ at: '8:59' }))).toBe('9');
  });

  it('R11: nor by promotion, not even into a seat freed in a running slot', () => {
    const c = clinic({ seats: [1], rules, at: '8:00' });
    const first = c.issue('paid');
    const [away, here] = [c.issue('follow_up', { checkedIn: false }), c.issue('walk_in')];
    c.at('8:30').do('cancel', { tokenId: first, reason: 'patient' });
    expect([away, here].map((id) => c.where(id))).toEqual(['waiting', '9']);
    c.at('9:30').do('cancel', { tokenId: here, reason: 'patient' });
    expect(c.where(away)).toBe('waiting');
    c.do('checkIn', { tokenId: away });
    expect(c.where(away)).toBe('9');
  });

  it('R11, R8: a slot asked for too late to come is waited for', () => {
    const c = clinic({ at: '8:30', rules });
    const asked = c.issue('online', { slotId: c.slotId(9) });
    expect(c.where(asked)).toBe('waiting');
    c.do('checkIn', { tokenId: asked });
    expect(c.where(asked)).toBe('9');
  });

  it('R11: the lead is measured in minutes, to the millisecond', () => {
    const c = clinic({ rules });
    c.now = c.slot(9).startsAt - 60 * MINUTE + 1;
    expect(c.where(c.issue('online'))).toBe('10');
  });
});
