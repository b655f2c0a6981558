import { describe, expect, it } from 'vitest';
import { clinic, refusal, story } from './helpers/clinic';

/** Nothing above capacity, so that emergencies must displace. */
const tight = { maxEmergencyOverflow: 0 };

describe('R8: a slot asked for by name', () => {
  it('R8: that slot and no other, though another is free', () => {
    const c = clinic({ seats: [1, 1] });
    const first = c.issue('paid', { slotId: c.slotId(10) });
    expect(c.why(first)).toEqual({ code: 'free_seat', rule: 'R8', slotId: c.slotId(10) });
    const second = c.issue('paid', { slotId: c.slotId(10) });
    expect(c.token(second)).toMatchObject({ status: 'waiting', wishedSlotId: c.slotId(10) });
    expect(c.why(second)).toEqual({ code: 'asked_slot_full', rule: 'R8', slotId: c.slotId(10) });
    expect(c.seated(9)).toEqual([]);
  });

  it('R8: unknown or of another book is not found', () => {
    const c = clinic();
    const { id } = slotOf(clinic({ seats: [1] }));
    const other = id.replace('8002', '8009') as typeof id;
    expect(refusal(c.try('issue', c.request('paid', { slotId: other })))).toEqual({
      code: 'NOT_FOUND',
      message: 'This doctor has no such slot on that day.',
      details: { rule: 'R8', slotId: other },
    });
  });

  it.each([
    ['10:00', 'paid', 'That slot is over.'],
    ['9:00', 'online', 'That slot has already started.'],
    ['10:30', 'emergency', 'That slot is over.'],
  ] as const)('R8: at %s the slot at nine is refused to %s: %s', (at, source, message) => {
    const c = clinic({ at });
    const details = { rule: 'R8', slotId: c.slotId(9) };
    const refused = refusal(c.try('issue', c.request(source, { slotId: c.slotId(9) })));
    expect(refused).toEqual({ code: 'CONFLICT', message, details });
    expect(c.book.tokens).toEqual([]);
  });

  it('R8: closed is a conflict', () => {
    const c = clinic();
    c.do('closeSlot', { slotId: c.slotId(9) });
    const refused = refusal(c.try('issue', c.request('emergency', { slotId: c.slotId(9) })));
    expect(refused).toMatchObject({ code: 'CONFLICT', message: 'That slot is closed.' });
  });

  it('R8: a running slot is open to whom R2 admits', () => {
    const c = clinic({ at: '9:30' });
    expect(c.where(c.issue('emergency', { slotId: c.slotId(9) }))).toBe('9');
    expect(c.where(c.issue('paid', { slotId: c.slotId(9) }))).toBe('9');
    c.rules = { ...c.rules, joinRunningSlot: 'emergency' };
    const refused = refusal(c.try('issue', c.request('paid', { slotId: c.slotId(9) })));
    expect(refused.message).toBe('That slot has already started.');
    c.book = { ...c.book, tokens: c.book.tokens.slice(0, 1) };
    c.rules = { ...c.rules, joinRunningSlot: 'always' };
    expect(c.where(c.issue('online', { slotId: c.slotId(9) }))).toBe('9');
  });

  it('R8: if it is full, R4 applies to it alone', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('walk_in', { slotId: c.slotId(10) });
    const urgent = c.issue('emergency', { slotId: c.slotId(10) });
    expect(c.where(urgent)).toBe('10');
    expect(c.why(urgent)).toEqual({ code: 'overflow_seat', rule: 'R8', slotId: c.slotId(10) });
  });

  it('R8: if it is full, R5 applies to it alone', () => {
    const c = clinic({ seats: [1, 1], rules: tight });
    c.issue('walk_in', { slotId: c.slotId(9) });
    c.issue('walk_in', { slotId: c.slotId(10) });
    const urgent = c.issue('emergency', { slotId: c.slotId(10) });
    expect(c.seated(9)).toEqual([1]);
    expect(c.where(urgent)).toBe('10');
  });

  it('R8: it takes no other slot until that one ends', () => {
    const c = clinic({ seats: [1, 1, 1], rules: { joinRunningSlot: 'never' } });
    c.issue('paid', { slotId: c.slotId(9) });
    const asked = c.issue('paid', { slotId: c.slotId(9) });
    c.at('9:59').do('settleOnly', undefined);
    expect(c.where(asked)).toBe('waiting');
    c.at('10:00').do('settleOnly', undefined);
    expect(c.where(asked)).toBe('11');
  });

  it('R8: or closes', () => {
    const c = clinic({ seats: [1, 1, 2] });
    c.issue('paid', { slotId: c.slotId(9) });
    const asked = c.issue('paid', { slotId: c.slotId(9) });
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect(c.where(asked)).toBe('11');
  });

  it('R8: or staff release it', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid', { slotId: c.slotId(9) });
    const asked = c.issue('paid', { slotId: c.slotId(9) });
    c.do('release', { tokenId: asked });
    expect(c.where(asked)).toBe('10');
    expect(story(c.last?.events ?? [])).toEqual(['tokenReleased A-002', 'tokenPromoted A-002']);
    expect(c.last?.events[0]?.reason).toEqual({ code: 'asked_by_staff', rule: 'R8' });
    expect(c.last?.token?.id).toBe(asked);
  });

  it('R8: only a waiting one that asked for a slot can be released', () => {
    const c = clinic({ seats: [1] });
    const seated = c.issue('paid', { slotId: c.slotId(9) });
    const waiting = c.issue('paid');
    for (const tokenId of [seated, waiting]) {
      expect(refusal(c.try('release', { tokenId }))).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('is not waiting for a slot of its own'),
        details: { rule: 'R8', tokenId },
      });
    }
    expect(refusal(c.try('release', { tokenId: c.request('paid').id })).code).toBe('NOT_FOUND');
  });

  it('R8: a seat that comes free in the slot asked for goes to who asked for it', () => {
    const c = clinic({ seats: [1, 0] });
    const first = c.issue('paid', { slotId: c.slotId(9) });
    const asked = c.issue('online', { slotId: c.slotId(9) });
    c.do('cancel', { tokenId: first, reason: 'patient' });
    expect(c.where(asked)).toBe('9');
  });

  it('R8: a request for a past service day is refused', () => {
    const c = clinic();
    c.today = '2026-03-03' as typeof c.today;
    expect(refusal(c.try('issue', c.request('paid')))).toEqual({
      code: 'CONFLICT',
      message: 'That day is over.',
      details: { rule: 'R8', serviceDay: c.book.serviceDay },
    });
  });
});

describe('R8: move', () => {
  it('R8: to a free seat in the slot asked for; the old seat goes to the next', () => {
    const c = clinic({ seats: [1, 1] });
    const moved = c.issue('paid');
    c.issue('online', { slotId: c.slotId(9) });
    c.at('8:10').do('move', { tokenId: moved, slotId: c.slotId(10) });
    expect([c.seated(9), c.seated(10)]).toEqual([[2], [1]]);
    expect(c.last?.token?.id).toBe(moved);
    expect(c.token(moved)).toMatchObject({ wishedSlotId: c.slotId(10), seatedAt: c.now, number: 'A-001' });
    expect(story(c.last?.events ?? [])).toEqual(['tokenMoved A-001', 'tokenPromoted A-002']);
    expect(c.why(moved)).toEqual({ code: 'free_seat', rule: 'R8', slotId: c.slotId(10) });
  });

  it('R8: where there is no seat it is refused and the old seat kept', () => {
    const c = clinic({ seats: [1, 1] });
    const [first, second] = [c.issue('paid'), c.issue('paid')];
    expect(refusal(c.try('move', { tokenId: first, slotId: c.slotId(10) }))).toEqual({
      code: 'CONFLICT',
      message: 'That slot is full.',
      details: { rule: 'R8', tokenId: first, slotId: c.slotId(10) },
    });
    expect([first, second].map((id) => c.where(id))).toEqual(['9', '10']);
  });

  it('R8: an emergency moves into overflow, or displaces there', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 1 } });
    const [first, second] = [c.issue('emergency'), c.issue('emergency')];
    const walkIn = c.issue('walk_in', { slotId: c.slotId(10) });
    c.do('move', { tokenId: first, slotId: c.slotId(10) });
    expect(c.why(first)).toEqual({ code: 'overflow_seat', rule: 'R8', slotId: c.slotId(10) });
    c.do('move', { tokenId: second, slotId: c.slotId(10) });
    expect(c.where(second)).toBe('10');
    expect(c.why(walkIn)).toEqual({ code: 'free_seat', rule: 'R9', slotId: c.slotId(9) });
  });

  it('R8: from the waiting list too, and from beyond the seats', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid', { slotId: c.slotId(9) });
    const asked = c.issue('paid', { slotId: c.slotId(9) });
    c.do('move', { tokenId: asked, slotId: c.slotId(10) });
    expect(c.where(asked)).toBe('10');
  });

  it('R8, R11: staff who name a slot are not bound by the lead time', () => {
    const c = clinic({ seats: [1, 1], rules: { promotionLeadMinutes: 60 }, at: '8:30' });
    const online = c.issue('online');
    expect(c.where(online)).toBe('10');
    c.do('move', { tokenId: online, slotId: c.slotId(9) });
    expect(c.where(online)).toBe('9');
  });

  it('R8: in its slot already: answered unchanged', () => {
    const c = clinic();
    const id = c.issue('paid');
    expect(c.do('move', { tokenId: id, slotId: c.slotId(9) })).toMatchObject({ events: [], token: { id } });
  });

  it('R8: not one called, with the doctor, on hold or final; nor to a slot that will not do', () => {
    const c = clinic();
    const [called, held, gone] = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    const to = c.slotId(12);
    c.do('hold', { tokenId: held });
    c.do('callThis', { tokenId: called });
    c.do('cancel', { tokenId: gone, reason: 'staff' });
    for (const tokenId of [called, held, gone]) {
      const refused = refusal(c.try('move', { tokenId, slotId: to }));
      expect(refused).toMatchObject({ code: 'CONFLICT', details: { rule: 'R8', tokenId } });
    }
    expect(refusal(c.try('move', { tokenId: called, slotId: to })).message).toBe(
      'A-001 is being seen to now.',
    );
    const [away, here] = [c.issue('online'), c.issue('paid')];
    c.at('9:30');
    const toNine = (tokenId: typeof away) => refusal(c.try('move', { tokenId, slotId: c.slotId(9) })).message;
    expect(toNine(away)).toBe('That slot has already started.');
    // R2: who is here may join it, but there is no seat.
    expect(toNine(here)).toBe('That slot is full.');
    expect(refusal(c.try('move', { tokenId: c.request('paid').id, slotId: to })).code).toBe('NOT_FOUND');
  });

  it('R8: the old seat is given back first: whoever gives way may get that', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 0 } });
    const other = c.issue('walk_in', { slotId: c.slotId(9) });
    const urgent = c.issue('emergency', { slotId: c.slotId(10) });
    c.do('move', { tokenId: urgent, slotId: c.slotId(9) });
    expect([urgent, other].map((id) => c.where(id))).toEqual(['9', '10']);
    expect(c.why(other)).toMatchObject({ code: 'gave_way', movedTo: c.slotId(10) });
  });

  it('R8, R9: who gave way into that seat may give way there once more, to an emergency that waits for it', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 0, maxDisplacements: 2 } });
    const other = c.issue('walk_in', { slotId: c.slotId(9) });
    const urgent = c.issue('emergency', { slotId: c.slotId(10) });
    const waits = c.issue('emergency', { slotId: c.slotId(10) });
    expect(c.where(waits)).toBe('waiting');
    c.do('move', { tokenId: urgent, slotId: c.slotId(9) });
    expect([urgent, waits, other].map((id) => c.where(id))).toEqual(['9', '10', 'displaced']);
  });

  it('R8: what it asked for is the slot it was moved to', () => {
    const c = clinic({ seats: [1, 1] });
    const id = c.issue('walk_in', { slotId: c.slotId(9) });
    c.do('move', { tokenId: id, slotId: c.slotId(10) });
    expect(c.field(id, 'wishedSlotId')).toBe(c.slotId(10));
  });
});

function slotOf(c: ReturnType<typeof clinic>) {
  return c.slot(9);
}
