import { describe, expect, it } from 'vitest';
import { clinic, refusal, slotAt, slotId, story } from './helpers/clinic';

describe('R15: lowering capacity or overflow', () => {
  it('R15: moves the fewest, in R6 order: lowest priority, then highest number', () => {
    const c = clinic({ seats: [4] });
    const ids = [c.issue('online'), c.issue('paid'), c.issue('online'), c.issue('walk_in')];
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 3 });
    expect(ids.map((id) => c.where(id))).toEqual(['9', '9', 'displaced', '9']);
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 1 });
    expect(ids.map((id) => c.where(id))).toEqual(['displaced', '9', 'displaced', 'displaced']);
    expect(c.last?.token).toBeNull();
    expect(c.last?.events[0]?.reason).toEqual({ code: 'asked_by_staff', rule: 'R15' });
    expect(story(c.last?.events ?? [])).toEqual([
      'slotChanged',
      'tokenDisplaced A-004',
      'tokenDisplaced A-001',
    ]);
    expect(c.last?.events[1]?.reason).toEqual({ code: 'slot_shrunk', rule: 'R15', slotId: c.slotId(9) });
  });

  it('R15: they join the list with the lower number first', () => {
    const c = clinic({ seats: [3] });
    for (let i = 0; i < 3; i += 1) c.issue('walk_in');
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    expect(c.list()).toEqual([1, 2, 3]);
  });

  it('R15: then R9: they may find a seat elsewhere at once', () => {
    const c = clinic({ seats: [2, 1] });
    const ids = [c.issue('walk_in'), c.issue('walk_in')];
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    expect(ids.map((id) => c.where(id))).toEqual(['10', 'displaced']);
    expect(c.why(ids[0] ?? slotless())).toEqual({ code: 'free_seat', rule: 'R9', slotId: c.slotId(10) });
  });

  it('R15: never emergencies, though the total stays above capacity + overflow', () => {
    const c = clinic({ seats: [2] });
    const walkIn = c.issue('walk_in');
    const urgent = [1, 2, 3].map(() => c.issue('emergency'));
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 1, overflow: 0 });
    expect(c.where(walkIn)).toBe('displaced');
    expect(urgent.map((id) => c.where(id))).toEqual(['9', '9', '9']);
  });

  it('R15: the total comes down to capacity + overflow by moving others', () => {
    const c = clinic({ seats: [3] });
    const ids = [c.issue('walk_in'), c.issue('walk_in'), c.issue('emergency'), c.issue('emergency')];
    c.do('changeSlot', { slotId: c.slotId(9), overflow: 0 });
    expect(ids.map((id) => c.where(id))).toEqual(['9', 'displaced', '9', '9']);
  });

  it('R15: never one called, in consultation, on hold or served', () => {
    const c = clinic({ seats: [5], at: '9:00', rules: { joinRunningSlot: 'always' } });
    const [called, inside, held, served, free] = [1, 2, 3, 4, 5].map(() => c.issue('walk_in'));
    if (!called || !inside || !held || !served || !free) throw new Error('five');
    c.do('hold', { tokenId: held });
    c.see(served);
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: called });
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    expect([called, inside, held, served, free].map((id) => c.where(id))).toEqual([
      '9',
      '9',
      '9',
      'served',
      'displaced',
    ]);
  });

  it('R15: max_displacements neither protects nor counts here', () => {
    const c = clinic({ seats: [1], rules: { maxDisplacements: 0 } });
    const id = c.issue('walk_in');
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    expect(c.token(id)).toMatchObject({ status: 'displaced', displacements: 0, listedAt: c.now });
  });

  it('R15: they no longer wait for that slot alone', () => {
    const c = clinic({ seats: [1, 1] });
    const id = c.issue('walk_in', { slotId: c.slotId(9) });
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    expect(c.where(id)).toBe('10');
    expect(c.field(id, 'wishedSlotId')).toBeNull();
  });

  it('R15: a capacity lowered with its percentage of overflow', () => {
    const c = clinic({ seats: [4], rules: { emergencyOverflowPercent: 50 } });
    const ids = [c.issue('walk_in'), ...[1, 2, 3, 4, 5].map(() => c.issue('emergency'))];
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 3 });
    expect(ids.map((id) => c.where(id))).toEqual(['displaced', '9', '9', '9', '9', '9']);
  });

  it('R15: the non-emergencies come down to capacity, though the total may stay', () => {
    const c = clinic({ slots: [slotAt(540, 600, 2, { overflow: 0 })] });
    const ids = [c.issue('walk_in'), c.issue('walk_in')];
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 1, overflow: 1 });
    expect(ids.map((id) => c.where(id))).toEqual(['9', 'displaced']);
  });

  it.each([
    { capacity: 1, overflow: 0 },
    { capacity: 0, overflow: 1 },
    { capacity: 1, overflow: 1 },
  ])('R15: raising to %j moves nobody out, even where that is still too few', (change) => {
    const c = clinic({ slots: [slotAt(540, 600, 3, { overflow: 0 })] });
    const ids = [c.issue('walk_in'), c.issue('walk_in'), c.issue('walk_in')];
    const held = ids.map((tokenId) => ({ tokenId, events: c.do('hold', { tokenId }).events }));
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    // Off hold again, each in the seat it kept, though there are none.
    for (const request of held) c.do('undo', request);
    c.do('changeSlot', { slotId: c.slotId(9), ...change });
    expect(story(c.last?.events ?? [])).toEqual(['slotChanged']);
    expect(ids.map((id) => c.where(id))).toEqual(['9', '9', '9']);
  });

  it('R15: nor does trading overflow for capacity', () => {
    const c = clinic({ slots: [slotAt(540, 600, 2, { overflow: 1 })] });
    const ids = [c.issue('walk_in'), c.issue('walk_in')];
    const held = ids.map((tokenId) => ({ tokenId, events: c.do('hold', { tokenId }).events }));
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    for (const request of held) c.do('undo', request);
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 1, overflow: 0 });
    expect(ids.map((id) => c.where(id))).toEqual(['9', '9']);
  });

  it('R15: raising capacity or overflow seats those who wait', () => {
    const c = clinic({ seats: [0], rules: { maxEmergencyOverflow: 0 } });
    const [walkIn, urgent] = [c.issue('walk_in'), c.issue('emergency')];
    c.do('changeSlot', { slotId: c.slotId(9), overflow: 1 });
    expect([walkIn, urgent].map((id) => c.where(id))).toEqual(['waiting', '9']);
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 2 });
    expect([walkIn, urgent].map((id) => c.where(id))).toEqual(['9', '9']);
  });

  it('R15: overflow null again: as the settings say', () => {
    const c = clinic({ slots: [slotAt(540, 600, 0, { overflow: 5 })] });
    c.do('changeSlot', { slotId: c.slotId(9), overflow: null });
    expect(c.slot(9).overflow).toBeNull();
    expect(c.slot(9).capacity).toBe(0);
  });

  it('R15: no change is no change', () => {
    const c = clinic();
    expect(c.do('changeSlot', { slotId: c.slotId(9), capacity: 2, overflow: null }).events).toEqual([]);
  });

  it.each([
    [{ capacity: -1 }, 'slot.capacity'],
    [{ capacity: 501 }, 'slot.capacity'],
    [{ capacity: 1.5 }, 'slot.capacity'],
    [{ capacity: Number.NaN }, 'slot.capacity'],
    [{ overflow: -1 }, 'slot.overflow'],
    [{ overflow: 501 }, 'slot.overflow'],
  ])('R15: %j is refused', (change, field) => {
    const c = clinic();
    const refused = refusal(c.try('changeSlot', { slotId: c.slotId(9), ...change }));
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', details: { field } });
    expect(refused.message.startsWith(`${field}: `)).toBe(true);
  });

  it.each([0, 500])('R15: capacity %i is allowed', (capacity) => {
    const c = clinic();
    c.do('changeSlot', { slotId: c.slotId(9), capacity });
    expect(c.slot(9).capacity).toBe(capacity);
  });

  it('R15: a slot that is over, or unknown', () => {
    const c = clinic({ at: '10:00' });
    expect(refusal(c.try('changeSlot', { slotId: c.slotId(9), capacity: 5 }))).toEqual({
      code: 'CONFLICT',
      message: 'That slot is over.',
      details: { rule: 'R15', slotId: c.slotId(9) },
    });
    expect(refusal(c.try('changeSlot', { slotId: slotId(7), capacity: 5 }))).toEqual({
      code: 'NOT_FOUND',
      message: 'This doctor has no such slot on that day.',
      details: { rule: 'R15', slotId: slotId(7) },
    });
  });
});

function slotless(): never {
  throw new Error('no such token');
}
