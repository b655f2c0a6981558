import { describe, expect, it } from 'vitest';
import { clinic, refusal, slotId, story } from './helpers/clinic';

describe('R15: the doctor leaves early', () => {
  it('R15: every later slot closes at once, and nobody is moved into one that closes too', () => {
    const c = clinic({ seats: [1, 1, 1, 1] });
    const [stays, ten, eleven] = [c.issue('paid'), c.issue('paid'), c.issue('walk_in')];
    c.do('leaveEarly', { lastSlotId: c.slotId(9) });
    expect(c.book.slots.map(({ status }) => status)).toEqual(['open', 'closed', 'closed', 'closed']);
    expect([stays, ten, eleven].map((id) => c.where(id))).toEqual(['9', 'displaced', 'displaced']);
    expect(c.why(ten)).toEqual({ code: 'slot_closed', rule: 'R15', slotId: c.slotId(10) });
    expect(story(c.last?.events ?? []).filter((line) => line.startsWith('tokenPromoted'))).toEqual([]);
    expect(c.last?.token).toBeNull();
  });

  it('R15: now means the running slot too; who is called or inside stays', () => {
    const c = clinic({ at: '8:00', seats: [3, 1] });
    const [inside, called, waits] = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    c.at('9:10').do('callNext', undefined);
    c.do('start', { tokenId: inside });
    c.do('callNext', undefined);
    c.do('leaveEarly', { lastSlotId: null });
    expect(c.book.slots.map(({ status }) => status)).toEqual(['closed', 'closed']);
    expect([inside, called, waits].map((id) => c.where(id))).toEqual(['9', '9', 'displaced']);
  });

  it('R15: an emergency joins the list as waiting, and takes a seat left in the last slot', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid');
    const urgent = c.issue('emergency', { slotId: c.slotId(10) });
    c.do('leaveEarly', { lastSlotId: c.slotId(9) });
    expect(c.where(urgent)).toBe('9');
  });

  it('R15: a slot that is over or closed stays as it was', () => {
    const c = clinic({ at: '10:30' });
    c.do('closeSlot', { slotId: c.slotId(12) });
    c.do('leaveEarly', { lastSlotId: c.slotId(10) });
    expect(c.book.slots.map(({ status }) => status)).toEqual(['open', 'open', 'closed', 'closed']);
    expect(c.last?.events).toHaveLength(1);
    expect(refusal(c.try('leaveEarly', { lastSlotId: c.slotId(10) }))).toEqual({
      code: 'CONFLICT',
      message: 'No later slot is open.',
      details: { rule: 'R15' },
    });
  });

  it.each([
    ['10:00', ['open', 'closed', 'closed', 'closed']],
    ['9:59', ['closed', 'closed', 'closed', 'closed']],
  ])('R15: leaving at %s, a slot that is over by then is not closed any more', (at, statuses) => {
    const c = clinic({ at });
    c.do('leaveEarly', { lastSlotId: null });
    expect(c.book.slots.map(({ status }) => status)).toEqual(statuses);
  });

  it('R15: a slot of another book is not found', () => {
    const c = clinic();
    expect(refusal(c.try('leaveEarly', { lastSlotId: slotId(999) }))).toEqual({
      code: 'NOT_FOUND',
      message: 'This doctor has no such slot on that day.',
      details: { rule: 'R15', slotId: slotId(999) },
    });
  });
});

describe('R18, R20: called out of turn', () => {
  it('R20: the reason somebody gave is kept, cleaned; none is none', () => {
    const c = clinic();
    const [first, second] = [c.issue('paid'), c.issue('paid')];
    c.do('callThis', { tokenId: second, note: '  came\nback ' });
    expect(c.why(second)).toEqual({ code: 'asked_by_staff', rule: 'R18', note: 'came back' });
    c.do('start', { tokenId: second });
    c.do('callThis', { tokenId: first, note: '   ' });
    expect(c.why(first)).toEqual({ code: 'asked_by_staff', rule: 'R18' });
  });

  it('R18, R20: also from the waiting list', () => {
    const c = clinic({ seats: [1] });
    c.issue('paid');
    const extra = c.issue('paid');
    c.do('callThis', { tokenId: extra, note: 'feels worse' });
    expect(c.why(extra)).toMatchObject({ code: 'called_extra', note: 'feels worse' });
  });

  it('R20: a note too long is refused', () => {
    const c = clinic();
    const tokenId = c.issue('paid');
    expect(refusal(c.try('callThis', { tokenId, note: 'x'.repeat(501) }))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'note' },
    });
  });
});
