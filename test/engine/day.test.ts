import { describe, expect, it } from 'vitest';
import { clinic, NEXT_DAY, refusal, slotAt, story } from './helpers/clinic';

describe('R16: day close', () => {
  it('R16: active and never checked in is a no-show; anyone else unserved was not seen', () => {
    const c = clinic({
      seats: [6],
      at: '9:00',
      rules: { joinRunningSlot: 'always', maxEmergencyOverflow: 0 },
    });
    const absent = c.issue('online');
    const [here, called, held, served, inside] = [1, 2, 3, 4, 5].map(() => c.issue('walk_in'));
    const [waiting, extra] = [c.issue('walk_in'), c.issue('walk_in')];
    if (!here || !called || !held || !served || !inside) throw new Error('five');
    const displaced = absent;
    c.see(served);
    c.do('callThis', { tokenId: extra });
    c.do('hold', { tokenId: extra });
    c.do('hold', { tokenId: held });
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: called });
    c.at('13:00').do('closeDay', undefined);
    const ids = [absent, here, called, held, served, inside, waiting, extra, displaced];
    expect(ids.map((id) => c.where(id))).toEqual([
      'no_show',
      'cancelled',
      'cancelled',
      'cancelled',
      'served',
      '9',
      'cancelled',
      'cancelled',
      'no_show',
    ]);
    expect(c.token(waiting)).toMatchObject({ cancelReason: 'not_seen', cancelledAt: c.now });
    expect(c.token(absent)).toMatchObject({ noShowAt: c.now, lastSlotId: c.slotId(9) });
    expect(c.why(waiting)).toEqual({ code: 'day_closed', rule: 'R16' });
    expect(c.last?.events.at(-1)).toEqual({
      type: 'bookClosed',
      at: c.now,
      by: null,
      reason: { code: 'day_closed', rule: 'R16' },
    });
    expect(c.book.status).toBe('closed');
    expect(c.last?.token).toBeNull();
  });

  it('R16: a waiting one that never came was not seen: it had no seat to miss', () => {
    const c = clinic({ seats: [0] });
    const id = c.issue('online');
    c.do('closeDay', undefined);
    expect(c.token(id)).toMatchObject({ status: 'cancelled', cancelReason: 'not_seen' });
  });

  it('R16: promotes nobody, not even before', () => {
    const c = clinic({ seats: [0] });
    c.issue('walk_in');
    c.book = { ...c.book, slots: [slotAt(540, 600, 5)] };
    expect(story(c.do('closeDay', undefined).events)).toEqual(['tokenCancelled A-001', 'bookClosed']);
  });

  it('R16: history is never deleted, and closing again changes nothing', () => {
    const c = clinic();
    c.issue('walk_in');
    c.do('closeDay', undefined);
    expect(c.book.tokens.length).toBe(1);
    expect(c.do('closeDay', undefined)).toMatchObject({ events: [], token: null });
  });

  it('R16: a past day that nobody closed can still be closed', () => {
    const c = clinic();
    const id = c.issue('online');
    c.today = NEXT_DAY;
    c.do('closeDay', undefined);
    expect(c.where(id)).toBe('no_show');
  });

  it('R16: a day that has not begun cannot', () => {
    const c = clinic();
    c.today = '2026-03-01' as typeof c.today;
    expect(refusal(c.try('closeDay', undefined))).toEqual({
      code: 'CONFLICT',
      message: 'That day has not begun.',
      details: { rule: 'R16', serviceDay: c.book.serviceDay },
    });
  });

  it('R16: a closed book accepts only serving who is in consultation, correction and paper', () => {
    const c = clinic({ at: '9:00', rules: { joinRunningSlot: 'always' } });
    const [inside, other] = [c.issue('walk_in'), c.issue('walk_in')];
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('closeDay', undefined);
    const token = { tokenId: inside };
    const refused = [
      c.try('issue', c.request('emergency')),
      c.try('cancel', { ...token, reason: 'staff' }),
      c.try('checkIn', token),
      c.try('callNext', undefined),
      c.try('callThis', token),
      c.try('recall', token),
      c.try('hold', token),
      c.try('start', token),
      c.try('noShow', token),
      c.try('sweep', undefined),
      c.try('settleOnly', undefined),
      c.try('reinstate', { tokenId: other }),
      c.try('move', { ...token, slotId: c.slotId(10) }),
      c.try('release', token),
      c.try('upgradeToEmergency', { ...token, reason: 'pain' }),
      c.try('addSlot', slotAt(1000, 1060, 1)),
      c.try('changeSlot', { slotId: c.slotId(10), capacity: 1 }),
      c.try('closeSlot', { slotId: c.slotId(10) }),
      c.try('reopenSlot', { slotId: c.slotId(10) }),
      c.try('setDelay', { minutes: 5 }),
      c.try('takeBreak', { minutes: 5 }),
      c.try('undo', { ...token, events: [] }),
    ];
    for (const result of refused) {
      expect(refusal(result)).toEqual({
        code: 'CONFLICT',
        message: 'This day is closed for this doctor.',
        details: { rule: 'R16' },
      });
    }
    c.do('correct', { tokenId: other, note: 'came back on Tuesday' });
    c.do('serve', token);
    expect(c.where(inside)).toBe('served');
    expect(refusal(c.try('serve', { tokenId: other })).code).toBe('CONFLICT');
  });

  it('R16: nobody else is served on a past book', () => {
    const c = clinic({ at: '9:00', rules: { joinRunningSlot: 'always' } });
    const [called, inside] = [c.issue('walk_in'), c.issue('walk_in')];
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: called });
    c.today = NEXT_DAY;
    expect(refusal(c.try('serve', { tokenId: called }))).toEqual({
      code: 'CONFLICT',
      message: 'This day is over for this doctor.',
      details: { rule: 'R16', tokenId: called },
    });
    c.do('serve', { tokenId: inside });
  });
});
