import { describe, expect, it } from 'vitest';
import { clinic, slotAt, story, tokenId } from './helpers/clinic';

/** Nothing above capacity, so that emergencies must displace. */
const tight = { maxEmergencyOverflow: 0 };

describe('R5: preemption', () => {
  it('R5: an emergency without a seat takes one in the earliest candidate slot with somebody to displace', () => {
    const c = clinic({ seats: [1, 1], rules: tight });
    const [first, second] = [c.issue('paid'), c.issue('online')];
    const urgent = c.issue('emergency');
    expect([urgent, first, second].map((id) => c.where(id))).toEqual(['9', 'displaced', '10']);
    expect(story(c.last?.events ?? [])).toEqual(['tokenIssued A-003', 'tokenDisplaced A-001']);
    expect(c.why(urgent)).toEqual({ code: 'preempted', rule: 'R5', slotId: c.slotId(9), gaveWay: first });
    expect(c.why(first)).toEqual({
      code: 'gave_way',
      rule: 'R6',
      slotId: c.slotId(9),
      to: urgent,
      movedTo: null,
    });
    expect(c.token(first)).toMatchObject({ displacements: 1, listedAt: c.now });
  });

  it('R5: a free seat in a later slot always beats displacing someone', () => {
    const c = clinic({ seats: [1, 1], rules: tight });
    c.issue('online');
    expect(c.where(c.issue('emergency'))).toBe('10');
  });

  it('R5: a seat in overflow, even later, beats displacing someone', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 1 } });
    c.issue('online');
    const emergencies = [1, 2, 3].map(() => c.issue('emergency'));
    expect(emergencies.map((id) => c.where(id))).toEqual(['9', '10', '10']);
    expect(c.seated(9)).toEqual([1, 2]);
  });

  it('R5: allow_preemption off: nobody gives way', () => {
    const c = clinic({ seats: [1], rules: { ...tight, allowPreemption: false } });
    c.issue('online');
    expect(c.where(c.issue('emergency'))).toBe('waiting');
  });

  it('R5: preemption_scope emergency: a paid patient displaces nobody', () => {
    const c = clinic({ seats: [1], rules: tight });
    c.issue('online');
    expect(c.where(c.issue('paid'))).toBe('waiting');
  });

  it('R5: preemption_scope any_higher: any strictly higher priority displaces, an equal one never', () => {
    const c = clinic({ seats: [1], rules: { preemptionScope: 'any_higher', maxDisplacements: 5 } });
    const [online, again] = [c.issue('online'), c.issue('online')];
    expect([online, again].map((id) => c.where(id))).toEqual(['9', 'waiting']);
    const paid = c.issue('paid');
    expect([online, paid].map((id) => c.where(id))).toEqual(['displaced', '9']);
    expect(c.where(c.issue('paid'))).toBe('waiting');
    expect(c.where(c.issue('walk_in'))).toBe('waiting');
  });

  it('R5: not in a running slot that it may not join', () => {
    const rules = { ...tight, joinRunningSlot: 'never' } as const;
    const c = clinic({ seats: [1], rules });
    c.issue('online');
    expect(c.where(c.at('9:30').issue('emergency'))).toBe('waiting');
  });

  it('R5: in a running slot that emergencies may join', () => {
    const c = clinic({ seats: [1], rules: tight });
    const online = c.issue('online');
    expect(c.where(c.at('9:10').issue('emergency'))).toBe('9');
    expect(c.where(online)).toBe('displaced');
  });

  it('R5: not in a slot that is over', () => {
    const c = clinic({ seats: [1], rules: { ...tight, joinRunningSlot: 'always' } });
    const late = c.issue('walk_in');
    expect(c.where(c.at('10:30').issue('emergency'))).toBe('waiting');
    expect(c.where(late)).toBe('9');
  });

  it('R5, R11: who may not have a seat so early may not displace for it either', () => {
    const rules = { preemptionScope: 'any_higher', promotionLeadMinutes: 90 } as const;
    const c = clinic({ seats: [1, 1], rules, at: '8:00' });
    c.issue('walk_in');
    c.issue('walk_in');
    expect(c.where(c.issue('paid', { checkedIn: false }))).toBe('10');
    expect(c.seated(9)).toEqual([1]);
  });
});

describe('R6: who gives way', () => {
  it('R6: the lowest priority, then the highest number', () => {
    const c = clinic({ seats: [4], rules: tight });
    c.issue('online');
    c.issue('paid');
    c.issue('online');
    c.issue('follow_up');
    const gone: number[][] = [];
    for (const _ of [1, 2, 3, 4]) {
      c.issue('emergency');
      gone.push(c.list());
    }
    // The list itself is by priority and then by who was displaced first.
    expect(gone).toEqual([[3], [3, 1], [4, 3, 1], [2, 4, 3, 1]]);
  });

  it('R6: never one called, in consultation, on hold, an extra or an emergency', () => {
    const c = clinic({ seats: [4], rules: tight, at: '9:00' });
    const [called, inside, held] = [
      c.issue('online', { checkedIn: true }),
      c.issue('walk_in'),
      c.issue('walk_in'),
    ];
    const emergency = c.issue('emergency');
    const extra = c.issue('online', { checkedIn: true });
    c.do('callThis', { tokenId: held });
    c.do('hold', { tokenId: held });
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: extra });
    c.do('hold', { tokenId: extra });
    c.do('callThis', { tokenId: called });
    expect(c.where(c.issue('emergency'))).toBe('waiting');
    expect([called, inside, held, emergency, extra].map((id) => c.where(id))).toEqual([
      '9',
      '9',
      '9',
      '9',
      '9x',
    ]);
  });

  it('R6: of a printed and a paper number alike, the paper one', () => {
    for (const first of ['main', 'paper']) {
      const c = clinic({ seats: [2], rules: { ...tight, joinRunningSlot: 'always' }, at: '9:10' });
      const paper = { id: tokenId(7), at: c.now, source: 'walk_in', became: 'waits' } as const;
      const enter = () => c.do('paperEntry', { ...paper, patientName: 'P', patientContact: '' });
      if (first === 'paper') enter();
      const main = c.issue('walk_in');
      if (first === 'main') enter();
      c.do('move', { tokenId: paper.id, slotId: c.slotId(9) });
      expect(c.where(paper.id)).toBe('9');
      c.issue('emergency');
      expect([c.where(main), c.where(paper.id)]).toEqual(['9', 'displaced']);
    }
  });

  it('R6: somebody served has no seat to give', () => {
    const c = clinic({ seats: [1], rules: tight });
    c.see(c.issue('walk_in'));
    expect(c.where(c.issue('emergency'))).toBe('waiting');
  });

  it('R6: the earliest later candidate with a free seat', () => {
    const c = clinic({ seats: [1, 1, 1, 1], rules: tight });
    const ids = [9, 10, 11, 12].map((hour) => c.issue('walk_in', { slotId: c.slotId(hour) }));
    c.do('cancel', { tokenId: ids[2] ?? c.issue('paid'), reason: 'staff' });
    const urgent = c.issue('emergency', { slotId: c.slotId(9) });
    expect(ids.map((id) => c.where(id))).toEqual(['11', '10', 'cancelled', '12']);
    expect(c.why(ids[0] ?? urgent)).toEqual({
      code: 'gave_way',
      rule: 'R6',
      slotId: c.slotId(9),
      to: urgent,
      movedTo: c.slotId(11),
    });
    expect(c.token(ids[0] ?? urgent)).toMatchObject({
      displacements: 1,
      seatedAt: c.now,
      wishedSlotId: null,
    });
  });

  it('R6: later only: an earlier seat is not looked at, and nobody is displaced in turn', () => {
    const c = clinic({ seats: [1, 1, 1], rules: tight });
    const early = c.issue('online', { slotId: c.slotId(10) });
    c.issue('online', { slotId: c.slotId(11) });
    c.issue('emergency', { slotId: c.slotId(10) });
    expect(c.where(early)).toBe('9');
    expect(c.why(early)).toEqual({ code: 'free_seat', rule: 'R9', slotId: c.slotId(9) });
    expect(story(c.last?.events ?? [])).toEqual([
      'tokenIssued A-003',
      'tokenDisplaced A-001',
      'tokenPromoted A-001',
    ]);
  });

  it('R6: at most max_displacements times', () => {
    const c = clinic({ seats: [1, 1], rules: tight });
    const victim = c.issue('online', { slotId: c.slotId(9) });
    c.issue('emergency', { slotId: c.slotId(9) });
    expect(c.where(victim)).toBe('10');
    expect(c.where(c.issue('emergency'))).toBe('waiting');
    expect(c.where(victim)).toBe('10');
    c.rules = { ...c.rules, maxDisplacements: 2 };
    c.do('settleOnly', undefined);
    expect(c.where(victim)).toBe('displaced');
    expect(c.field(victim, 'displacements')).toBe(2);
  });

  it('R6: max_displacements 0 protects everybody', () => {
    const c = clinic({ seats: [1], rules: { ...tight, maxDisplacements: 0 } });
    c.issue('online');
    expect(c.where(c.issue('emergency'))).toBe('waiting');
  });

  it('R6, R11: lead time does not keep somebody displaced from a later seat', () => {
    const c = clinic({ seats: [1, 1], rules: { ...tight, promotionLeadMinutes: 45 }, at: '8:10' });
    const victim = c.issue('online');
    c.at('9:30').issue('emergency', { slotId: c.slotId(9) });
    expect(c.where(victim)).toBe('10');
  });

  it('R6: a displaced one no longer waits for the slot it asked for', () => {
    const c = clinic({ seats: [1, 1], rules: tight });
    const asked = c.issue('walk_in', { slotId: c.slotId(9) });
    const other = c.issue('paid', { slotId: c.slotId(10) });
    c.issue('emergency');
    expect(c.token(asked)).toMatchObject({ status: 'displaced', wishedSlotId: null });
    c.do('cancel', { tokenId: other, reason: 'patient' });
    expect(c.where(asked)).toBe('10');
  });

  it('R6, R9: not for being here either where slots run together; the settling after that gives it', () => {
    const slots = [slotAt('9:00', '10:00', 1, { delayMinutes: 20 }), slotAt('10:00', '11:00', 1)];
    const c = clinic({ slots, rules: { ...tight, joinRunningSlot: 'emergency' } });
    c.issue('walk_in', { slotId: c.slotId(9) });
    c.at('10:05').issue('emergency', { slotId: c.slotId(9) });
    expect(story(c.last?.events ?? [])).toEqual([
      'tokenIssued A-002',
      'tokenDisplaced A-001',
      'tokenPromoted A-001',
    ]);
    expect(c.where(c.id(1))).toBe('10');
  });

  it('R6: never a seat in a running slot just for being here', () => {
    const c = clinic({ seats: [1, 1], rules: tight, at: '8:00' });
    const victim = c.issue('walk_in', { slotId: c.slotId(9) });
    c.at('9:30').do('setDelay', { minutes: 0 });
    c.issue('emergency', { slotId: c.slotId(9) });
    expect(c.where(victim)).toBe('10');
  });
});
