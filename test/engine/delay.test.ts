import { describe, expect, it } from 'vitest';
import { onBreakUntil } from '../../src/main/engine';
import { MINUTE } from '../../src/shared/model/time';
import { clinic, instantOf, NEXT_DAY, refusal, story } from './helpers/clinic';

describe('R22: doctor late or on break', () => {
  it('R22: printed times and seats stay; every slot that is not over is late', () => {
    const c = clinic({ at: '10:30' });
    const before = c.book.slots;
    c.do('setDelay', { minutes: 20 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([0, 20, 20, 20]);
    expect(c.book.slots.map((slot) => slot.startsAt)).toEqual(before.map((slot) => slot.startsAt));
    expect(c.last?.events[0]).toMatchObject({
      type: 'slotDelayed',
      at: c.now,
      reason: { code: 'asked_by_staff', rule: 'R22' },
    });
    expect(c.last?.token).toBeNull();
    expect(c.do('setDelay', { minutes: 20 }).events).toEqual([]);
    c.do('setDelay', { minutes: 0 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([0, 0, 0, 0]);
  });

  it('R22: a slot that ends now is over', () => {
    const c = clinic({ at: '10:00' });
    c.do('setDelay', { minutes: 20 });
    expect(c.slot(9).delayMinutes).toBe(0);
  });

  it('R22: a break is added, to slots that have not started', () => {
    const c = clinic({ at: '9:30' });
    c.do('setDelay', { minutes: 10 });
    c.at('10:10').do('takeBreak', { minutes: 15 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([10, 10, 25, 25]);
    expect(c.book.breakUntil).toBe(instantOf('10:25'));
    // A second break while on one is a conflict; after it, another is added.
    expect(refusal(c.try('takeBreak', { minutes: 5 }))).toEqual({
      code: 'CONFLICT',
      message: 'This doctor is on a break already.',
      details: { rule: 'R22' },
    });
    c.at('10:25').do('takeBreak', { minutes: 5 });
    expect(c.slot(12).delayMinutes).toBe(30);
  });

  it('R22: back before its end, what is left of a break is given back to the slots not begun', () => {
    const c = clinic({ at: '9:30' });
    c.do('setDelay', { minutes: 10 });
    c.do('takeBreak', { minutes: 30 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([10, 40, 40, 40]);
    c.at('9:40').do('endBreak', undefined);
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([10, 20, 20, 20]);
    expect(c.last?.events[0]?.reason).toEqual({ code: 'asked_by_staff', rule: 'R22' });
    // A slot that began meanwhile keeps its time; none starts before its printed hour.
    expect(c.book.breakUntil).toBeNull();
    expect(refusal(c.try('endBreak', undefined))).toEqual({
      code: 'CONFLICT',
      message: 'This doctor is not on a break.',
      details: { rule: 'R22' },
    });
    c.at('10:10').do('takeBreak', { minutes: 180 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([10, 200, 200, 200]);
    c.at('10:30').do('setDelay', { minutes: 10 });
    c.book = { ...c.book, breakGivesBack: true };
    c.do('endBreak', undefined);
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([10, 10, 0, 0]);
  });

  it('R22, R2: a slot not begun because the doctor is late is still a candidate', () => {
    const c = clinic({ at: '8:00', rules: { joinRunningSlot: 'never' } });
    c.do('setDelay', { minutes: 30 });
    expect(c.where(c.at('9:29').issue('online'))).toBe('9');
    expect(c.where(c.at('9:30').issue('online'))).toBe('10');
    expect(c.where(c.at('10:30').issue('online'))).toBe('11');
  });

  it('R22, R9: nor does it end early', () => {
    const c = clinic({ seats: [1] });
    const first = c.issue('paid');
    const next = c.issue('paid');
    c.do('setDelay', { minutes: 30 });
    c.at('10:29').do('cancel', { tokenId: first, reason: 'patient' });
    expect(c.where(next)).toBe('9');
  });

  it('R22, R11: the lead counts to the real start', () => {
    const c = clinic({ at: '8:30', rules: { promotionLeadMinutes: 60 } });
    c.do('setDelay', { minutes: 30 });
    expect(c.where(c.issue('online'))).toBe('9');
  });

  it('R22, R13: so does the time allowed', () => {
    const c = clinic();
    const id = c.issue('online');
    c.do('setDelay', { minutes: 30 });
    expect(refusal(c.at('9:44').try('noShow', { tokenId: id })).details).toMatchObject({
      notBefore: instantOf('9:45'),
    });
    c.at('9:45').do('noShow', { tokenId: id });
  });

  it('R22, R18: and the queue', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('walk_in');
    c.issue('paid');
    c.do('setDelay', { minutes: 60 });
    c.at('10:30');
    // Only the first slot has really begun, so its patient comes first whatever the other's target.
    expect(c.queue()).toEqual([1, 2]);
  });

  it.each([-1, 721, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('R22: %s minutes are refused', (minutes) => {
    const c = clinic();
    for (const name of ['setDelay', 'takeBreak'] as const) {
      expect(refusal(c.try(name, { minutes }))).toMatchObject({
        code: 'INVALID_INPUT',
        details: { field: 'minutes' },
      });
    }
  });

  it('R22: 720 minutes are the most, in all', () => {
    const c = clinic();
    c.do('setDelay', { minutes: 720 });
    expect(refusal(c.try('takeBreak', { minutes: 1 }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'A doctor can be at most 12 hours late.',
      details: { rule: 'R22', minutes: 721 },
    });
    expect(refusal(c.try('takeBreak', { minutes: 0 }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'A break lasts a minute at least.',
      details: { rule: 'R22' },
    });
    expect(c.slot(9).startsAt - instantOf('9:00')).toBe(0 * MINUTE);
  });

  it('R22: in a book without slots nothing happens', () => {
    const c = clinic({ slots: [] });
    expect(c.do('setDelay', { minutes: 5 }).events).toEqual([]);
  });

  it('R22: late said during a break outlives it', () => {
    const c = clinic({ at: '9:30' });
    c.do('takeBreak', { minutes: 30 });
    c.at('9:40').do('setDelay', { minutes: 25 });
    expect(c.book).toMatchObject({ breakUntil: instantOf('10:00'), breakGivesBack: false });
    const said = c.last?.events.at(-1);
    expect(said?.reason).toEqual({ code: 'asked_by_staff', rule: 'R22' });
    c.at('9:45').do('endBreak', undefined);
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([25, 25, 25, 25]);
    expect(c.book).toMatchObject({ breakUntil: null, breakGivesBack: false });
  });

  it('R22: late said with no break on, or one that is over, is no word about breaks', () => {
    const c = clinic({ at: '9:30' });
    c.do('setDelay', { minutes: 5 });
    expect(c.last?.events.map(({ type }) => type)).toEqual(Array(4).fill('slotDelayed'));
    c.do('takeBreak', { minutes: 10 });
    c.at('9:40').do('setDelay', { minutes: 0 });
    expect(c.book.breakGivesBack).toBe(true);
    c.at('9:41').do('takeBreak', { minutes: 10 });
    c.do('setDelay', { minutes: 3 });
    expect(c.do('setDelay', { minutes: 3 }).events).toEqual([]);
    expect(c.try('setDelay', { minutes: 721 }).ok).toBe(false);
  });

  it('R22: a call ends the break, and gives back what is left of it', () => {
    const c = clinic({ at: '9:30' });
    const id = c.issue('walk_in');
    c.do('takeBreak', { minutes: 30 });
    c.now += 10 * MINUTE + 30_000;
    c.do('callThis', { tokenId: id });
    expect(c.book).toMatchObject({ breakUntil: null, breakGivesBack: false });
    // Nineteen and a half minutes were left: nineteen are given back.
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([0, 11, 11, 11]);
    expect(story(c.last?.events ?? [])).toEqual([
      'tokenCalled A-001',
      'slotDelayed',
      'slotDelayed',
      'slotDelayed',
      'breakChanged',
    ]);
  });

  it('R22: a call after the break is over says nothing about it', () => {
    const c = clinic({ at: '9:30' });
    const id = c.issue('walk_in');
    c.do('takeBreak', { minutes: 30 });
    c.at('10:00').do('callThis', { tokenId: id });
    expect(story(c.last?.events ?? [])).toEqual(['tokenCalled A-001']);
    expect(c.slot(11).delayMinutes).toBe(30);
  });

  it('R22: a break lasts a minute at least, is of today, and none is on when the day is closed', () => {
    const c = clinic({ at: '9:30' });
    expect(refusal(c.try('takeBreak', { minutes: 0 }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'A break lasts a minute at least.',
      details: { rule: 'R22' },
    });
    c.do('takeBreak', { minutes: 1 });
    expect(onBreakUntil(c.book, c.now)).toBe(instantOf('9:31'));
    expect(onBreakUntil(c.book, instantOf('9:31'))).toBeNull();
    c.do('closeDay', undefined);
    expect(onBreakUntil(c.book, c.now)).toBeNull();
    const other = clinic();
    other.today = NEXT_DAY;
    expect(other.try('takeBreak', { minutes: 5 }).ok).toBe(false);
    other.today = '2026-03-01' as typeof other.today;
    expect(refusal(other.try('takeBreak', { minutes: 5 })).details).toMatchObject({ rule: 'R22' });
  });
});
