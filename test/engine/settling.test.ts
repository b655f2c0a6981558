import { describe, expect, it } from 'vitest';
import { Draft } from '../../src/main/engine/draft';
import { settle } from '../../src/main/engine/settle';
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

  it('R9: what counts as freed is what the command freed, not the settling before it', () => {
    const c = clinic({ seats: [2] });
    const first = c.issue('paid');
    const gone = c.issue('paid');
    const [here, away] = [c.issue('walk_in'), c.issue('online')];
    c.at('9:30');
    c.book = { ...c.book, tokens: c.book.tokens.filter((token) => token.id !== gone) };
    c.do('cancel', { tokenId: first, reason: 'patient' });
    expect([here, away].map((id) => c.where(id))).toEqual(['9', '9']);
    expect(story(c.last?.events ?? [])).toEqual([
      'tokenPromoted A-003',
      'tokenCancelled A-001',
      'tokenPromoted A-004',
    ]);
  });

  it('R9: a seat for emergencies freed in a running slot goes to an emergency, though none may join it', () => {
    const rules = { joinRunningSlot: 'never', maxEmergencyOverflow: 1, allowPreemption: false } as const;
    const c = clinic({ seats: [1], rules });
    c.issue('paid');
    const above = c.issue('emergency');
    c.at('9:30');
    const next = c.issue('emergency');
    c.do('cancel', { tokenId: above, reason: 'patient' });
    expect(c.where(next)).toBe('9');
  });

  it('R9: but not one that was free before', () => {
    const rules = { joinRunningSlot: 'never', maxEmergencyOverflow: 2, allowPreemption: false } as const;
    const c = clinic({ seats: [1], rules });
    c.issue('emergency');
    c.issue('emergency');
    c.at('9:30');
    const next = c.issue('emergency');
    const other = c.issue('online');
    c.do('cancel', { tokenId: other, reason: 'patient' });
    expect(c.where(next)).toBe('waiting');
  });

  it('R9: nobody is given two seats', () => {
    const c = clinic({ seats: [1, 1, 1] });
    c.issue('paid', { slotId: c.slotId(9) });
    const asked = c.issue('paid', { slotId: c.slotId(9) });
    c.do('release', { tokenId: asked });
    expect(c.where(asked)).toBe('10');
    expect(story(c.last?.events ?? [])).toEqual(['tokenReleased A-002', 'tokenPromoted A-002']);
  });

  it('R9: seats of a running slot reopened or added were freed by that', () => {
    const c = clinic({ seats: [1, 0], rules: { joinRunningSlot: 'never' } });
    const ids = [c.issue('online'), c.issue('online')];
    c.do('closeSlot', { slotId: c.slotId(9) });
    c.at('9:30').do('reopenSlot', { slotId: c.slotId(9) });
    expect(ids.map((id) => c.where(id))).toEqual(['9', 'waiting']);
    c.at('11:10').do('addSlot', slotAt('11:00', '12:00', 1));
    expect(ids.map((id) => c.where(id))).toEqual(['9', '11']);
  });

  it('R9: after displacing, the seats are looked at once more', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 0, allowPreemption: false } });
    const walkIn = c.issue('walk_in', { slotId: c.slotId(10) });
    const urgent = c.issue('emergency', { slotId: c.slotId(10) });
    c.rules = { ...c.rules, allowPreemption: true };
    const draft = new Draft(c.book, c.context);
    settle(draft);
    expect(story(draft.events)).toEqual([
      'tokenPromoted A-002',
      'tokenDisplaced A-001',
      'tokenPromoted A-001',
    ]);
    c.do('settleOnly', undefined);
    expect([urgent, walkIn].map((id) => c.where(id))).toEqual(['10', '9']);
  });

  it('R9: all emergencies that can displace do, in the order of the list', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 0, allowPreemption: false } });
    const ids = [c.issue('walk_in'), c.issue('walk_in'), ...[1, 2, 3].map(() => c.issue('emergency'))];
    c.rules = { ...c.rules, allowPreemption: true };
    c.do('settleOnly', undefined);
    expect(ids.map((id) => c.where(id))).toEqual(['displaced', 'displaced', '9', '10', 'waiting']);
  });

  it('R9, R16: a past book is not settled by what it still accepts', () => {
    const c = clinic({ seats: [0] });
    const id = c.issue('walk_in');
    c.book = { ...c.book, slots: [slotAt(540, 600, 5)] };
    c.today = '2026-03-03' as typeof c.today;
    expect(story(c.do('correct', { tokenId: id, note: 'x' }).events)).toEqual(['tokenCorrected A-001']);
  });

  it('R9: slots that really start together are taken by the printed clock', () => {
    const slots = [slotAt(600, 660, 1), slotAt(540, 600, 1, { delayMinutes: 60 })];
    for (const order of [slots, [...slots].reverse()]) {
      const c = clinic({ slots: order });
      expect([c.issue('paid'), c.issue('paid')].map((id) => c.where(id))).toEqual(['9', '10']);
    }
  });

  it('R9: then R5 for emergencies still waiting', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0, allowPreemption: false } });
    const walkIn = c.issue('walk_in');
    const [urgent, second] = [c.issue('emergency'), c.issue('emergency')];
    c.rules = { ...c.rules, allowPreemption: true };
    c.do('settleOnly', undefined);
    expect([urgent, second, walkIn].map((id) => c.where(id))).toEqual(['9', 'waiting', 'displaced']);
    expect(story(c.last?.events ?? [])).toEqual(['tokenPromoted A-002', 'tokenDisplaced A-001']);
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
