import { describe, expect, it } from 'vitest';
import { clinic, NEXT_DAY, refusal, tokenId } from './helpers/clinic';

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
    expect(refusal(c.try('start', { tokenId: id }))).toMatchObject({
      message: 'A-001 is cancelled already.',
      details: { rule: 'R18' },
    });
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

  it('R18: of two waiting emergencies the one who checked in first, not the one first on the list', () => {
    const c = clinic({ seats: [0], rules: { maxEmergencyOverflow: 0 } });
    const [late, early] = [c.issue('emergency', { checkedIn: false }), c.issue('emergency')];
    c.at('8:10').do('checkIn', { tokenId: late });
    expect(c.list()).toEqual([1, 2]);
    c.do('callNext', undefined);
    expect(c.where(early)).toBe('9x');
  });

  it('R18: nobody here: nobody to call', () => {
    const c = clinic();
    c.issue('online');
    const details = { rule: 'R18', elsewhere: [] };
    const refused = { code: 'NOT_FOUND', message: 'Nobody is here to be called.', details };
    expect(refusal(c.try('callNext', undefined))).toEqual(refused);
    const full = clinic({ seats: [0] });
    full.issue('online');
    expect(refusal(full.try('callNext', undefined))).toEqual(refused);
  });

  const extras: [string, string][] = [
    ['8:00', '9'],
    ['9:00', '9'],
    ['9:59', '9'],
    ['10:29', '9'],
    ['10:30', '11'],
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
        message: 'Patients are seen on their own day only.',
        details: { rule: 'R18', serviceDay: c.book.serviceDay },
      });
    }
    c.today = NEXT_DAY;
    expect(refusal(c.try('callNext', undefined)).code).toBe('CONFLICT');
  });
});
