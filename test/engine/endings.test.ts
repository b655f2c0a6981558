import { describe, expect, it } from 'vitest';
import { clinic, refusal } from './helpers/clinic';

describe('R12: cancel', () => {
  it.each(['patient', 'staff'] as const)('R12: an active token, by %s: its seat is given back', (reason) => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid');
    c.at('8:05').do('cancel', { tokenId: id, reason });
    expect(c.token(id)).toMatchObject({
      status: 'cancelled',
      cancelledAt: c.now,
      updatedAt: c.now,
      cancelReason: reason,
      lastSlotId: c.slotId(9),
      transferredTo: null,
    });
    expect(c.why(id)).toEqual({ code: 'asked_by_staff', rule: 'R12' });
    expect(c.last).toMatchObject({ token: { id }, warnings: [] });
    expect(c.seated(9)).toEqual([]);
  });

  it('R12: a waiting and a displaced one', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0 } });
    const displaced = c.issue('paid');
    const waiting = c.issue('walk_in');
    c.issue('emergency');
    for (const tokenId of [displaced, waiting]) {
      c.do('cancel', { tokenId, reason: 'patient' });
      expect(c.token(tokenId)).toMatchObject({ status: 'cancelled', lastSlotId: null });
    }
    expect(c.list()).toEqual([]);
  });

  it('R12: one called or on hold, but not one in consultation', () => {
    const c = clinic();
    const [called, held, inside] = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    c.do('hold', { tokenId: held });
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: called });
    expect(refusal(c.try('cancel', { tokenId: inside, reason: 'staff' }))).toEqual({
      code: 'CONFLICT',
      message: 'A-003 is with the doctor now.',
      details: { rule: 'R12', tokenId: inside, number: 'A-003', status: 'active', stage: 'in_consultation' },
    });
    c.do('cancel', { tokenId: called, reason: 'staff' });
    c.do('cancel', { tokenId: held, reason: 'staff' });
  });

  it('R12: on a final status: conflict, nothing promoted twice', () => {
    const c = clinic({ seats: [2] });
    const [cancelled, served] = [c.issue('paid'), c.issue('paid')];
    const [first, second] = [c.issue('walk_in'), c.issue('walk_in')];
    c.see(served);
    c.do('cancel', { tokenId: cancelled, reason: 'patient' });
    expect([first, second].map((id) => c.where(id))).toEqual(['9', 'waiting']);
    const again = refusal(c.try('cancel', { tokenId: cancelled, reason: 'patient' }));
    expect(again).toEqual({
      code: 'CONFLICT',
      message: 'A-001 is cancelled already.',
      details: { rule: 'R12', tokenId: cancelled, number: 'A-001', status: 'cancelled', stage: null },
    });
    const done = refusal(c.try('cancel', { tokenId: served, reason: 'patient' }));
    expect(done.message).toBe('A-002 has been served already.');
    expect(c.where(second)).toBe('waiting');
  });

  it('R12: an unknown token is not found', () => {
    const c = clinic();
    const { id } = c.request('paid');
    expect(refusal(c.try('cancel', { tokenId: id, reason: 'staff' }))).toEqual({
      code: 'NOT_FOUND',
      message: 'There is no such token.',
      details: { tokenId: id },
    });
  });
});

describe('R14: serve', () => {
  it('R14: an active token; the seat stays used and nobody is promoted', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid');
    const waiting = c.issue('walk_in');
    c.do('callThis', { tokenId: id });
    const calledAt = c.now;
    c.at('8:05').do('start', { tokenId: id });
    const startedAt = c.now;
    c.at('8:15').do('serve', { tokenId: id });
    expect(c.token(id)).toMatchObject({
      status: 'served',
      servedAt: c.now,
      calledAt,
      startedAt,
      extra: false,
      slotId: c.slotId(9),
    });
    expect(c.where(waiting)).toBe('waiting');
    expect(c.why(id)).toEqual({ code: 'asked_by_staff', rule: 'R14' });
    expect(c.last?.token?.id).toBe(id);
  });

  it('R14: of any stage', () => {
    const c = clinic();
    const id = c.issue('online');
    c.do('serve', { tokenId: id });
    expect(c.token(id)).toMatchObject({ status: 'served', startedAt: null });
  });

  it('R14: nothing else', () => {
    const c = clinic({ seats: [1] });
    const [served, waiting] = [c.issue('paid'), c.issue('paid')];
    c.do('serve', { tokenId: served });
    expect(refusal(c.try('serve', { tokenId: served }))).toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'R14', status: 'served' },
    });
    expect(refusal(c.try('serve', { tokenId: waiting })).message).toBe('A-002 is on the waiting list.');
    expect(refusal(c.try('serve', { tokenId: c.request('paid').id })).code).toBe('NOT_FOUND');
  });

  it('R14: serve, start, call, recall, hold and check-in only on the service day itself', () => {
    const c = clinic();
    const [called, here, away] = [c.issue('paid'), c.issue('paid'), c.issue('online')];
    c.do('callThis', { tokenId: called });
    c.now += 20_000;
    c.today = '2026-03-01' as typeof c.today;
    for (const answer of [
      c.try('serve', { tokenId: here }),
      c.try('start', { tokenId: called }),
      c.try('callNext', undefined),
      c.try('callThis', { tokenId: here }),
      c.try('recall', { tokenId: called }),
      c.try('hold', { tokenId: here }),
    ]) {
      const { serviceDay } = c.book;
      expect(refusal(answer)).toMatchObject({
        code: 'CONFLICT',
        message: 'Patients are seen on their own day only.',
        details: { rule: expect.stringMatching(/^R1[489]$/), serviceDay },
      });
    }
    expect(refusal(c.try('checkIn', { tokenId: away })).message).toBe('A-003 is for another day.');
  });
});
