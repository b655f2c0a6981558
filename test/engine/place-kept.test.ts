import { describe, expect, it } from 'vitest';
import { doctorQueue } from '../../src/main/engine';
import { hasTarget, rankedFrom } from '../../src/main/engine/queue';
import type { TokenId } from '../../src/shared/model/ids';
import { isOpen } from '../../src/shared/model/token';
import { type Clinic, clinic, instantOf, slotAt } from './helpers/clinic';

/** Nothing above capacity, so that emergencies must displace. */
const tight = { maxEmergencyOverflow: 0, maxDisplacements: 5 };

/** Slots at nine, ten and eleven; A-001, here, has given the seat at nine to an emergency that is then served. */
function displaced(seats: number[] = [1, 1, 1], rules = {}): { c: Clinic; id: TokenId } {
  const c = clinic({ seats, rules: { ...tight, ...rules }, at: '8:00' });
  const id = c.issue('online', { checkedIn: true, slotId: c.slotId(9) });
  c.see(c.issue('emergency', { slotId: c.slotId(9) }));
  return { c, id };
}
const placeInQueue = (c: Clinic): unknown => doctorQueue(c.book, c.context)[0]?.place;
const placeOf = (c: Clinic, id: TokenId): unknown => c.field(id, 'lostSlotId');

describe('R6: who is displaced', () => {
  it.each<[string, [Parameters<Clinic['issue']>, Parameters<Clinic['issue']>]]>([
    ['a lower priority, though here', [['walk_in'], ['online', { checkedIn: true }]]],
    [
      'of one priority who is not here, though first',
      [
        ['walk_in', {}],
        ['walk_in', { checkedIn: false }],
      ],
    ],
    ['of two alike the higher number', [['walk_in'], ['walk_in']]],
  ])('R6: %s goes first', (_who, [stays, goes]) => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const c = clinic({ seats: [2], rules: tight });
      const ids = order.map((index) => c.issue(...(index === 0 ? stays : goes)));
      const same = stays[0] === goes[0] && stays[1] === goes[1];
      const gone = same ? ids[1] : ids[order.indexOf(1)];
      c.issue('emergency');
      expect(ids.filter((id) => c.where(id) === 'displaced')).toEqual([gone]);
    }
  });
});

describe('R6: the place is not lost with the seat', () => {
  it('R6: on the list it is ranked by the slot it lost, before who came to that slot later', () => {
    const { c, id } = displaced([1, 0]);
    const later = c.issue('online', { checkedIn: true });
    expect([id, later].map((token) => c.where(token))).toEqual(['displaced', 'waiting']);
    expect(c.queue()).toEqual([1]);
    c.at('9:30');
    expect(c.queue()).toEqual([1]);
    expect(placeInQueue(c)).toMatchObject({ code: 'fair_share', lostSlotId: c.slotId(9) });
    expect(c.do('callNext', undefined).token?.id).toBe(id);
  });

  it('R6: with a later seat it still goes before those of that slot', () => {
    const { c, id } = displaced([1, 2]);
    expect([c.where(id), placeOf(c, id)]).toEqual(['10', c.slotId(9)]);
    c.issue('paid', { slotId: c.slotId(10) });
    expect(c.queue()).toEqual([1, 3]);
  });

  it('R6: back in a seat of the slot it lost, there is no more to say of that', () => {
    const { c, id } = displaced([1, 0]);
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 2 });
    expect([c.where(id), placeOf(c, id)]).toEqual(['9', c.slotId(9)]);
    expect(placeInQueue(c)).toEqual({ code: 'slot_order', slotStart: c.slot(9).startsAt });
  });

  it('R6: the start by which it is ranked is that of the lost slot, its own, or none', () => {
    const slotsOf = (c: Clinic) => new Map(c.book.slots.map((slot) => [slot.id, slot]));
    const startOf = ({ c, id }: ReturnType<typeof displaced>): number | undefined => {
      const token = c.token(id);
      if (!isOpen(token) || !hasTarget(token)) throw new Error('open and ordinary');
      return rankedFrom(token, slotsOf(c));
    };
    const listed = displaced([1, 0]);
    expect(startOf(listed)).toBe(instantOf('9:00'));
    listed.c.do('closeSlot', { slotId: listed.c.slotId(9) });
    expect(startOf(listed)).toBeUndefined();
    const seated = displaced();
    expect(startOf(seated)).toBe(instantOf('9:00'));
    seated.c.do('closeSlot', { slotId: seated.c.slotId(9) });
    expect(startOf(seated)).toBe(instantOf('10:00'));
  });

  it('R6: of an emergency no place is kept: it heads the queue', () => {
    const { c, id } = displaced([1, 0]);
    c.do('upgradeToEmergency', { tokenId: id, reason: 'pain' });
    expect(placeInQueue(c)).toEqual({ code: 'emergency', since: c.now });
  });

  it('R6: only while it is here', () => {
    const c = clinic({ seats: [1, 0], rules: tight });
    c.issue('online', { slotId: c.slotId(9) });
    c.see(c.issue('emergency'));
    expect(c.queue()).toEqual([]);
    c.do('checkIn', { tokenId: c.id(1) });
    expect(c.queue()).toEqual([1]);
  });

  it('R6: the place goes while its slot is closed, and comes back when that is opened again', () => {
    const { c, id } = displaced([1, 0]);
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect([c.queue(), placeOf(c, id)]).toEqual([[], c.slotId(9)]);
    c.do('changeSlot', { slotId: c.slotId(10), capacity: 0 });
    c.do('reopenSlot', { slotId: c.slotId(9) });
    expect([c.where(id), c.queue()]).toEqual(['displaced', [1]]);
  });

  it('R6: a slot that has ended keeps it', () => {
    const { c, id } = displaced([1, 0]);
    c.at('10:30');
    expect([c.where(id), c.queue()]).toEqual(['displaced', [1]]);
  });

  it.each([
    ['move', '11'],
    ['reinstate', '10'],
  ] as const)('R6: a %s ends it', (name, where) => {
    const { c, id } = displaced();
    if (name === 'move') c.do('move', { tokenId: id, slotId: c.slotId(11) });
    else {
      c.do('cancel', { tokenId: id, reason: 'patient' });
      c.do('reinstate', { tokenId: id });
    }
    expect([c.where(id), placeOf(c, id)]).toEqual([where, null]);
  });

  it('R6: of several lost seats the earliest counts', () => {
    const { c, id } = displaced();
    c.issue('emergency', { slotId: c.slotId(10) });
    expect([c.where(id), placeOf(c, id)]).toEqual(['11', c.slotId(9)]);
  });

  it('R6: a lost place whose slot is closed gives way to the next seat lost', () => {
    const { c, id } = displaced();
    c.do('closeSlot', { slotId: c.slotId(9) });
    c.issue('emergency', { slotId: c.slotId(10) });
    expect([c.where(id), placeOf(c, id)]).toEqual(['11', c.slotId(10)]);
  });

  it('R6: a seat lost later in an earlier slot is the earlier place', () => {
    const c = clinic({ seats: [1, 1, 0], rules: tight });
    const id = c.issue('online', { checkedIn: true, slotId: c.slotId(10) });
    c.issue('walk_in', { slotId: c.slotId(9) });
    c.issue('emergency', { slotId: c.slotId(10) });
    expect([c.where(id), placeOf(c, id)]).toEqual(['displaced', c.slotId(10)]);
    c.do('cancel', { tokenId: c.id(2), reason: 'patient' });
    expect(c.where(id)).toBe('9');
    c.issue('emergency', { slotId: c.slotId(9) });
    expect([c.where(id), placeOf(c, id)]).toEqual(['displaced', c.slotId(9)]);
  });

  it('R6: its own seat counts where that is earlier', () => {
    const c = clinic({ seats: [1, 1], rules: tight, at: '8:30' });
    const id = c.issue('walk_in', { slotId: c.slotId(10) });
    const other = c.issue('walk_in', { slotId: c.slotId(9) });
    c.issue('emergency', { slotId: c.slotId(10) });
    c.do('cancel', { tokenId: other, reason: 'patient' });
    expect([c.where(id), placeOf(c, id)]).toEqual(['9', c.slotId(10)]);
    expect(doctorQueue(c.book, c.context).map(({ place }) => place)).toMatchObject([
      { code: 'emergency' },
      { code: 'slot_order', slotStart: instantOf('9:00') },
    ]);
  });

  it('R6, R15: who loses a seat because its slot closes keeps no place there, but any other', () => {
    const { c, id } = displaced([1, 1]);
    c.do('closeSlot', { slotId: c.slotId(10) });
    expect([c.where(id), placeOf(c, id)]).toEqual(['displaced', c.slotId(9)]);
    const other = displaced([1, 0]);
    other.c.do('changeSlot', { slotId: other.c.slotId(9), capacity: 2 });
    expect([other.c.where(other.id), placeOf(other.c, other.id)]).toEqual(['9', other.c.slotId(9)]);
    other.c.do('changeSlot', { slotId: other.c.slotId(9), capacity: 1 });
    expect([other.c.where(other.id), placeOf(other.c, other.id)]).toEqual(['displaced', null]);
  });

  it('R6: overflow is no seat for who was displaced, and nobody is displaced in turn', () => {
    const slots = [slotAt('9:00', '10:00', 1, { overflow: 0 }), slotAt('10:00', '11:00', 1, { overflow: 2 })];
    const c = clinic({ slots, rules: tight });
    const id = c.issue('paid', { slotId: c.slotId(9) });
    const online = c.issue('online', { slotId: c.slotId(10) });
    c.issue('emergency', { slotId: c.slotId(9) });
    expect([id, online].map((token) => c.where(token))).toEqual(['displaced', '10']);
  });
});
