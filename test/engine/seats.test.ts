import { describe, expect, it } from 'vitest';
import { addSlot, nextWalkInSlot, viewSlots } from '../../src/main/engine';
import type { RuleSettings } from '../../src/shared/model/settings';
import { MINUTE } from '../../src/shared/model/time';
import type { Source } from '../../src/shared/model/token';
import { clinic, refusal, slotAt, story, tokenId } from './helpers/clinic';

describe('R1: used and free seats', () => {
  it('R1: active and served tokens use a seat; cancelled, no-show and displaced ones give it back', () => {
    const c = clinic({ seats: [5], at: '8:00', rules: { noShowTimeoutMinutes: 0 } });
    const [served, cancelled, late] = [c.issue('paid'), c.issue('paid'), c.issue('online')];
    c.issue('paid');
    c.see(served);
    c.do('cancel', { tokenId: cancelled, reason: 'patient' });
    c.at('9:00').do('noShow', { tokenId: late });
    expect(c.seated(9)).toEqual([1, 4]);
    expect(viewSlots(c.book, c.context)).toMatchObject([{ used: 2, free: 3, emergencies: 0, extras: 0 }]);
  });

  it('R1: an extra uses no seat, not even when served', () => {
    const c = clinic({ seats: [1] });
    c.issue('paid');
    const extra = c.issue('walk_in');
    c.do('callThis', { tokenId: extra });
    expect(viewSlots(c.book, c.context)).toMatchObject([{ used: 1, extras: 1 }]);
    c.do('start', { tokenId: extra });
    c.do('serve', { tokenId: extra });
    expect(viewSlots(c.book, c.context)).toMatchObject([{ used: 1, extras: 1, free: 0 }]);
  });

  it('R1: free is never below zero, though emergencies sit in overflow', () => {
    const c = clinic({ seats: [1] });
    c.issue('paid');
    c.issue('emergency');
    c.issue('emergency');
    expect(viewSlots(c.book, c.context)).toMatchObject([
      { used: 3, emergencies: 2, free: 0, overflowSeats: 2, phase: 'upcoming' },
    ]);
  });

  it('the view of the slots is in time order and knows their phase', () => {
    const slots = [
      slotAt(720, 780, 1, { status: 'closed' }),
      slotAt(660, 720, 1),
      slotAt(600, 660, 1),
      slotAt(540, 600, 1),
    ];
    const c = clinic({ slots, at: '10:00' });
    expect(viewSlots(c.book, c.context).map(({ startMinute, phase }) => [startMinute / 60, phase])).toEqual([
      [9, 'ended'],
      [10, 'running'],
      [11, 'upcoming'],
      [12, 'closed'],
    ]);
  });
});

describe('R2: candidates', () => {
  type Join = RuleSettings['joinRunningSlot'];
  const table: [Join, Source, boolean, string][] = [
    ['never', 'emergency', true, '10'],
    ['never', 'emergency', false, '10'],
    ['never', 'walk_in', true, '10'],
    ['never', 'walk_in', false, '10'],
    ['emergency', 'emergency', true, '9'],
    ['emergency', 'emergency', false, '9'],
    ['emergency', 'walk_in', true, '10'],
    ['emergency', 'walk_in', false, '10'],
    ['here', 'emergency', true, '9'],
    ['here', 'emergency', false, '9'],
    ['here', 'walk_in', true, '9'],
    ['here', 'walk_in', false, '10'],
    ['always', 'emergency', true, '9'],
    ['always', 'emergency', false, '9'],
    ['always', 'walk_in', true, '9'],
    ['always', 'walk_in', false, '9'],
  ];
  it.each(table)(
    'R2: join_running_slot %s: %s (here: %s) goes to %s',
    (joinRunningSlot, source, checkedIn, where) => {
      const c = clinic({ at: '9:30', rules: { joinRunningSlot } });
      expect(c.where(c.issue(source, { checkedIn }))).toBe(where);
    },
  );

  it.each([
    ['8:59', '9'],
    ['9:00', '10'],
  ])('R2: a slot starting at nine is asked at %s: it goes to %s', (at, where) => {
    const c = clinic({ at, rules: { joinRunningSlot: 'never' } });
    expect(c.where(c.issue('paid'))).toBe(where);
  });

  it('R2: a slot that ends now has ended, for emergencies too', () => {
    const c = clinic({ at: '10:00', rules: { joinRunningSlot: 'always' } });
    expect(c.where(c.issue('emergency'))).toBe('10');
  });

  it.each([
    ['never', ['9', '10', '10', '11']],
    ['here', ['9', '9', '9', '10']],
  ] as const)('R2: %s: before the start, at it, before the end, at it: %j', (joinRunningSlot, where) => {
    const times = [-1, 0, 60 * MINUTE - 1, 60 * MINUTE].map((after) => {
      const c = clinic({ rules: { joinRunningSlot } });
      c.now = c.slot(9).startsAt + after;
      return c.where(c.issue('walk_in'));
    });
    expect(times).toEqual(where);
  });

  it.each([
    ['8:00', '9:00', 480, true],
    ['7:59', '9:00', 480, false],
    ['31:00', '32:00', 480, true],
    ['31:00', '32:01', 480, false],
    ['0:00', '1:00', 0, true],
    ['23:00', '24:00', 0, true],
    ['23:00', '24:01', 0, false],
  ])('R2: %s–%s in a day that turns at minute %i: %s', (from, to, dayStartsAtMinute, lies) => {
    const c = clinic({ slots: [], at: '0:00' });
    const { id, startMinute, endMinute, startsAt, endsAt, capacity } = slotAt(from, to, 1);
    const request = { id, startMinute, endMinute, startsAt, endsAt, capacity };
    const answer = addSlot(c.book, request, { ...c.context, dayStartsAtMinute });
    expect(answer.ok).toBe(lies);
    if (lies) return;
    expect(refusal(answer)).toEqual({
      code: 'INVALID_INPUT',
      message: 'A slot must lie within the clinic’s day.',
      details: { rule: 'R2', startMinute, endMinute },
    });
  });

  it('R2: a closed slot is none', () => {
    const c = clinic({ slots: [slotAt(540, 600, 5, { status: 'closed' }), slotAt(600, 660, 1)] });
    expect(c.where(c.issue('paid'))).toBe('10');
    expect(c.where(c.issue('paid'))).toBe('waiting');
  });
});

describe('R3: a seat for all but emergencies', () => {
  it('R3: the earliest candidate slot with a free seat, in time order whatever the order they were made in', () => {
    const c = clinic({ slots: [slotAt(660, 720, 1), slotAt(540, 600, 1), slotAt(600, 660, 1)] });
    const ids = [c.issue('online'), c.issue('paid'), c.issue('walk_in')];
    expect(ids.map((id) => c.where(id))).toEqual(['9', '10', '11']);
    expect(c.why(tokenId(100_003))).toEqual({ code: 'free_seat', rule: 'R3', slotId: c.slotId(11) });
  });

  it('R3: under emergency, with no candidate left, somebody who is here takes the running slot', () => {
    const c = clinic({ seats: [2, 1], at: '9:30', rules: { joinRunningSlot: 'emergency' } });
    expect(c.where(c.issue('walk_in'))).toBe('10');
    const here = c.issue('walk_in');
    expect(c.where(here)).toBe('9');
    expect(c.why(here)).toEqual({ code: 'free_seat', rule: 'R3', slotId: c.slotId(9) });
    expect(c.where(c.issue('online'))).toBe('waiting');
  });

  it('R3: not if join_running_slot is never', () => {
    const c = clinic({ seats: [2], at: '9:30', rules: { joinRunningSlot: 'never' } });
    expect(c.where(c.issue('walk_in'))).toBe('waiting');
  });

  it('R3: the slot a walk-in would get now', () => {
    const c = clinic({ seats: [1, 1], at: '9:30' });
    expect(nextWalkInSlot(c.book, c.context)).toMatchObject({ startMinute: 540, phase: 'running' });
    c.issue('walk_in');
    expect(nextWalkInSlot(c.book, c.context)).toMatchObject({ startMinute: 600, free: 1 });
    c.issue('walk_in');
    expect(nextWalkInSlot(c.book, c.context)).toBeUndefined();
  });
});

describe('R4: seats for emergencies', () => {
  it('R4: the earliest candidate with used below capacity + overflow: two above by default', () => {
    const c = clinic({ seats: [1, 1] });
    const ids = Array.from({ length: 7 }, () => c.issue('emergency'));
    expect(ids.map((id) => c.where(id))).toEqual(['9', '9', '9', '10', '10', '10', 'waiting']);
    const other = clinic({ seats: [1, 1] });
    const free = other.issue('emergency');
    expect(other.why(free)).toEqual({ code: 'free_seat', rule: 'R3', slotId: other.slotId(9) });
    const above = other.issue('emergency');
    expect(other.why(above)).toEqual({ code: 'overflow_seat', rule: 'R4', slotId: other.slotId(9) });
  });

  it('R4: only emergencies ever sit in overflow', () => {
    const c = clinic({ seats: [1] });
    expect(
      ['paid', 'follow_up', 'walk_in', 'online'].map((source) => c.where(c.issue(source as Source))),
    ).toEqual(['9', 'waiting', 'waiting', 'waiting']);
  });

  it.each([
    [5, 10, 1],
    [5, 20, 1],
    [5, 21, 2],
    [3, 100, 3],
    [0, 50, 0],
  ])('R4: of capacity %i, %i percent, rounded up, is %i', (capacity, percent, seats) => {
    const c = clinic({ seats: [capacity], rules: { emergencyOverflowPercent: percent } });
    expect(viewSlots(c.book, c.context)[0]?.overflowSeats).toBe(seats);
  });

  it('R4: a slot may have its own overflow, none included', () => {
    const slots = [slotAt(540, 600, 0, { overflow: 0 }), slotAt(600, 660, 0, { overflow: 1 })];
    const c = clinic({ slots, rules: { emergencyOverflowPercent: 100 } });
    expect([c.issue('emergency'), c.issue('emergency')].map((id) => c.where(id))).toEqual(['10', 'waiting']);
  });

  it('R4: an emergency is of today; anybody else may be of a later day', () => {
    const c = clinic();
    c.today = '2026-03-01' as typeof c.today;
    expect(refusal(c.try('issue', c.request('emergency')))).toEqual({
      code: 'CONFLICT',
      message: 'An emergency is of today.',
      details: { rule: 'R4', serviceDay: c.book.serviceDay },
    });
    const id = c.issue('paid');
    expect(c.where(id)).toBe('9');
    expect(refusal(c.try('upgradeToEmergency', { tokenId: id, reason: 'pain' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 is for another day; an emergency is of today.',
      details: { rule: 'R4' },
    });
  });

  it('R4: an emergency needs no time to come (R11), neither at issue nor in a running slot', () => {
    const c = clinic({ seats: [1, 1], at: '9:50', rules: { promotionLeadMinutes: 60 } });
    expect(c.where(c.issue('emergency', { checkedIn: false }))).toBe('9');
  });

  it('R4: max_emergency_overflow 0: none above capacity', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0 } });
    expect([c.issue('emergency'), c.issue('emergency')].map((id) => c.where(id))).toEqual(['9', 'waiting']);
  });
});

describe('R7: otherwise it waits', () => {
  it('R7: waiting, without a slot, with the reason', () => {
    const c = clinic({ seats: [0] });
    const id = c.issue('walk_in');
    expect(c.token(id)).toMatchObject({ status: 'waiting', listedAt: c.now, wishedSlotId: null });
    expect(c.field(id, 'slotId')).toBeUndefined();
    expect(c.why(id)).toEqual({ code: 'no_seat', rule: 'R7' });
    expect(story(c.last?.events ?? [])).toEqual(['tokenIssued A-001']);
  });

  it('R7: so it is in a book without any slots', () => {
    const c = clinic({ slots: [] });
    expect(c.where(c.issue('emergency'))).toBe('waiting');
    expect(c.where(c.issue('paid'))).toBe('waiting');
    expect(c.list()).toEqual([1, 2]);
  });
});

describe('token numbers', () => {
  it('count up without gaps, whatever became of the tokens before', () => {
    const c = clinic({ seats: [1] });
    const first = c.issue('paid');
    c.do('cancel', { tokenId: first, reason: 'staff' });
    c.issue('paid');
    const third = c.issue('walk_in');
    expect(c.token(third).number).toBe('A-003');
    expect(c.book.tokens.map((token) => token.sequence)).toEqual([1, 2, 3]);
  });
});
