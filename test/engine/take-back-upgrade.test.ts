import { describe, expect, it } from 'vitest';
import type { TokenId } from '../../src/shared/model/ids';
import type { Token } from '../../src/shared/model/token';
import { type Clinic, clinic, instantOf, refusal, slotAt, story } from './helpers/clinic';

/** Upgrades the token; answers what it was before. */
function upgrade(c: Clinic, id: TokenId): Token {
  const before = c.token(id);
  c.do('upgradeToEmergency', { tokenId: id, reason: 'chest pain' });
  return before;
}
const takeBack = (c: Clinic, id: TokenId, before?: Token) =>
  c.do('takeBackUpgrade', { tokenId: id, reason: 'wrong patient', before });

describe('R24: not an emergency after all', () => {
  it('R24: source, class and note as before; the seat it had stays; the reason says so', () => {
    const c = clinic();
    const id = c.issue('paid', { note: 'stairs' });
    const before = upgrade(c, id);
    expect(c.token(id)).toMatchObject({ upgradedFrom: 'paid', note: 'chest pain' });
    c.now += 1000;
    const taken = takeBack(c, id, before);
    expect(c.token(id)).toEqual({ ...before, updatedAt: c.now });
    expect(c.why(id)).toEqual({
      code: 'not_an_emergency',
      rule: 'R24',
      slotId: c.slotId(9),
      note: 'wrong patient',
    });
    expect([taken.token?.id, story(taken.events)]).toEqual([id, ['tokenUpgradeTakenBack A-001']]);
  });

  it('R24: without its history the note stays', () => {
    const c = clinic();
    const id = c.issue('paid');
    upgrade(c, id);
    takeBack(c, id);
    expect(c.field(id, 'note')).toBe('chest pain');
  });

  it.each([
    [1, 'displaced'],
    [2, '9'],
  ])(
    'R24: its seat stays while the ordinary ones of the slot, it among them, fit the capacity: %i seats: %s',
    (capacity, where) => {
      const c = clinic({ slots: [slotAt('9:00', '10:00', 2)] });
      const id = c.issue('walk_in');
      c.issue('walk_in');
      const before = upgrade(c, id);
      c.issue('emergency');
      c.book = { ...c.book, slots: [{ ...c.slot(9), capacity }] };
      takeBack(c, id, before);
      expect(c.where(id)).toBe(where);
    },
  );

  it('R24: a better seat is given back: displaced since its check-in, to the seat it had if that is free', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid');
    const id = c.at('8:10').issue('walk_in');
    const before = upgrade(c, id);
    expect(c.where(id)).toBe('9');
    c.at('8:30');
    takeBack(c, id, before);
    expect(story(c.last?.events ?? [])).toEqual(['tokenUpgradeTakenBack A-002', 'tokenPromoted A-002']);
    expect(c.last?.events[0]).toMatchObject({
      after: { status: 'displaced', listedAt: instantOf('8:10') },
      reason: { slotId: null },
    });
    expect(c.where(id)).toBe('10');
  });

  it('R24: a seat in another slot than before is given back though it is an ordinary one', () => {
    const c = clinic({ seats: [2, 1] });
    const id = c.issue('walk_in', { slotId: c.slotId(10) });
    const before = upgrade(c, id);
    expect(c.where(id)).toBe('9');
    takeBack(c, id, before);
    expect(story(c.last?.events ?? [])).toEqual(['tokenUpgradeTakenBack A-001', 'tokenPromoted A-001']);
  });

  it.each([
    [true, '8:10'],
    [false, '8:30'],
  ])('R24: on the list as displaced since its check-in, else now (here: %s)', (checkedIn, since) => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid');
    const id = c.at('8:10').issue('walk_in', { checkedIn });
    const before = upgrade(c, id);
    c.at('8:20').issue('paid');
    c.at('8:30');
    takeBack(c, id, before);
    expect(c.token(id)).toMatchObject({ status: 'displaced', listedAt: instantOf(since) });
  });

  it('R24: from the list it goes back to where it stood, for the slot it had asked for', () => {
    const c = clinic({ seats: [0, 0] });
    c.issue('walk_in');
    const id = c.issue('walk_in', { slotId: c.slotId(10) });
    c.issue('walk_in');
    const before = upgrade(c, id);
    expect(c.where(id)).toBe('9');
    c.now += 1000;
    takeBack(c, id, before);
    expect(c.token(id)).toEqual({ ...before, updatedAt: c.now });
    expect(c.list()).toEqual([1, 2, 3]);
  });

  it('R24: still on the list, too, and then R9: the seat it gives back goes to the next', () => {
    const c = clinic({ seats: [0], rules: { maxEmergencyOverflow: 0 } });
    const id = c.issue('walk_in');
    const before = upgrade(c, id);
    expect(c.where(id)).toBe('waiting');
    takeBack(c, id, before);
    expect(c.token(id)).toEqual({ ...before, updatedAt: c.now });
    const d = clinic({ seats: [0], rules: { maxEmergencyOverflow: 1 } });
    const first = d.issue('walk_in');
    const was = upgrade(d, first);
    const second = d.issue('emergency');
    takeBack(d, first, was);
    expect([d.where(first), d.where(second)]).toEqual(['waiting', '9']);
  });

  it.each(['called', 'on_hold', 'in_consultation'] as const)(
    'R24: %s it stays so, without the seat it should not have as an extra',
    (stage) => {
      const c = clinic({ seats: [0], at: '9:00' });
      const id = c.issue('walk_in');
      const before = upgrade(c, id);
      if (stage === 'on_hold') c.do('hold', { tokenId: id });
      else c.do('callThis', { tokenId: id });
      if (stage === 'in_consultation') c.do('start', { tokenId: id });
      takeBack(c, id, before);
      expect(c.token(id)).toMatchObject({ stage, extra: true, source: 'walk_in' });
      expect(c.why(id)).toMatchObject({ slotId: null });
    },
  );

  it('R24: called, in the seat it had before, it keeps that', () => {
    const c = clinic({ seats: [1], at: '9:00' });
    const id = c.issue('walk_in');
    const before = upgrade(c, id);
    c.do('callThis', { tokenId: id });
    takeBack(c, id, before);
    expect(c.token(id)).toMatchObject({ stage: 'called', extra: false });
  });

  it('R24: an extra stays one', () => {
    const c = clinic({ seats: [0], at: '9:00', rules: { maxEmergencyOverflow: 0 } });
    const id = c.issue('walk_in');
    const before = upgrade(c, id);
    c.do('callThis', { tokenId: id });
    c.do('hold', { tokenId: id });
    expect(c.where(id)).toBe('9x');
    takeBack(c, id, before);
    expect(c.token(id)).toMatchObject({ stage: 'on_hold', extra: true });
  });

  it('R24: an extra before, and seated since, gives the seat back', () => {
    const c = clinic({ seats: [0], at: '9:00' });
    const id = c.issue('walk_in');
    const { events } = c.do('callThis', { tokenId: id });
    const extra = c.token(id);
    c.do('undo', { tokenId: id, events });
    upgrade(c, id);
    expect(c.where(id)).toBe('9');
    takeBack(c, id, extra);
    expect(c.where(id)).toBe('displaced');
  });

  it('R24: not without a reason, nor of one that was no upgrade, nor of a final or unknown one', () => {
    const c = clinic();
    const [id, born] = [c.issue('walk_in'), c.issue('emergency')];
    upgrade(c, id);
    const ask = (tokenId: TokenId, reason = 'wrong') =>
      refusal(c.try('takeBackUpgrade', { tokenId, reason }));
    expect(ask(id, '  ')).toEqual({
      code: 'INVALID_INPUT',
      message: 'Please say why.',
      details: { rule: 'R24', field: 'reason' },
    });
    expect(ask(id, 'x'.repeat(501)).details).toEqual({ field: 'reason' });
    expect(ask(born)).toMatchObject({
      code: 'CONFLICT',
      message: 'A-002 was not made an emergency.',
      details: { rule: 'R24' },
    });
    expect(ask(c.request('paid').id).code).toBe('NOT_FOUND');
    takeBack(c, id);
    expect(ask(id).message).toBe('A-001 was not made an emergency.');
    c.do('cancel', { tokenId: born, reason: 'staff' });
    expect(ask(born).message).toBe('A-002 is cancelled already.');
    upgrade(c, id);
    c.do('cancel', { tokenId: id, reason: 'staff' });
    expect(ask(id)).toMatchObject({ code: 'CONFLICT', details: { rule: 'R24', status: 'cancelled' } });
  });
});
