import { describe, expect, it } from 'vitest';
import { waitingInOrder } from '../../src/main/engine';
import { MINUTE } from '../../src/shared/model/time';
import { clinic, refusal } from './helpers/clinic';

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

  it('R10: places given in one command are in order, and all before those of the next', () => {
    const c = clinic({ seats: [3] });
    const ids = [c.issue('walk_in'), c.issue('walk_in'), c.issue('walk_in')];
    const { revision } = c.book;
    c.do('closeSlot', { slotId: c.slotId(9) });
    const places = ids.map((id) => Number(c.field(id, 'listSequence')));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(Math.min(...places)).toBeGreaterThan(revision + 1);
    expect(Math.max(...places)).toBeLessThan(revision + 2);
  });

  it('R10: a book whose places are ahead of its revision goes on behind them', () => {
    const c = clinic({ seats: [0] });
    c.issue('walk_in');
    c.book = {
      ...c.book,
      tokens: c.book.tokens.map((token) => ({ ...token, listSequence: 70.5 }) as typeof token),
    };
    expect(c.field(c.issue('walk_in'), 'listSequence')).toBe(71);
    c.book = { ...c.book, revision: 70 };
    expect(c.field(c.issue('walk_in'), 'listSequence')).toBe(72);
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

  it('R11, R8: a slot asked for too late to come is refused, and nobody is bound to it', () => {
    const c = clinic({ at: '8:30', rules });
    const times = { startMinute: 540, endMinute: 600 };
    const details = { rule: 'R8', slotId: c.slotId(9), reason: 'too_late_for_slot', ...times };
    expect(refusal(c.try('issue', c.request('online', { slotId: c.slotId(9) })))).toEqual({
      code: 'CONFLICT',
      message: 'It is too late to come for that slot.',
      details,
    });
    expect(c.book.tokens).toEqual([]);
    expect(c.where(c.issue('online', { slotId: c.slotId(9), checkedIn: true }))).toBe('9');
  });

  it('R11: the lead is measured in minutes, to the millisecond', () => {
    const c = clinic({ rules });
    c.now = c.slot(9).startsAt - 60 * MINUTE + 1;
    expect(c.where(c.issue('online'))).toBe('10');
  });

  it.each([
    [0, '9:59', '9'],
    [30, '9:30', '9'],
    [30, '9:31', '10'],
    [60, '9:00', '9'],
    [60, '9:01', '10'],
    [240, '9:00', '10'],
    [240, '8:59', '9'],
  ])(
    'R11: with a join lead of %i somebody not here gets at %s the slot at %s',
    (joinLeadMinutes, at, where) => {
      const c = clinic({ at, rules: { joinRunningSlot: 'always', joinLeadMinutes } });
      expect(c.where(c.issue('online'))).toBe(where);
    },
  );

  it.each([
    [0, '9:59', true],
    [30, '9:30', true],
    [30, '9:31', false],
    [240, '9:10', false],
  ])(
    'R11, R9: with a join lead of %i a seat freed at %s in a running slot goes to somebody at home: %s',
    (joinLeadMinutes, at, gets) => {
      const c = clinic({ seats: [1], rules: { joinLeadMinutes } });
      const first = c.issue('walk_in');
      const id = c.issue('online');
      c.at(at).do('cancel', { tokenId: first, reason: 'patient' });
      expect(c.where(id)).toBe(gets ? '9' : 'waiting');
    },
  );

  it('R11, R22: what is left of a running slot is counted to its real end', () => {
    const c = clinic({ at: '9:30', rules: { joinRunningSlot: 'always' } });
    c.at('8:00').do('setDelay', { minutes: 20 });
    expect(c.where(c.at('9:50').issue('online'))).toBe('9');
    expect(c.where(c.at('9:51').issue('online'))).toBe('10');
  });

  it('R11: with a promotion lead the join lead says nothing: no running slot is early enough', () => {
    const rules = { joinRunningSlot: 'always', joinLeadMinutes: 0, promotionLeadMinutes: 1 } as const;
    expect(((c) => c.where(c.issue('online')))(clinic({ at: '9:00', rules }))).toBe('10');
  });
});
