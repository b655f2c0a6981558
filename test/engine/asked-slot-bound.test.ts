import { describe, expect, it } from 'vitest';
import { clinic } from './helpers/clinic';

describe('R8: bound to the slot it asked for', () => {
  const rules = { promotionLeadMinutes: 60 };

  it('R8, R11: let go when it is too late for that slot, and given another', () => {
    const c = clinic({ seats: [1, 1, 1], rules });
    c.issue('walk_in', { slotId: c.slotId(10) });
    const id = c.issue('online', { slotId: c.slotId(10) });
    c.at('9:00').do('sweep', undefined);
    expect(c.where(id)).toBe('waiting');
    c.now += 1;
    c.do('sweep', undefined);
    expect(c.where(id)).toBe('11');
  });

  it('R8, R11: let go so, it is not bound again by coming', () => {
    const c = clinic({ seats: [0, 1, 0], rules });
    c.issue('walk_in', { slotId: c.slotId(10) });
    const id = c.issue('online', { slotId: c.slotId(10) });
    c.at('9:30').do('checkIn', { tokenId: id });
    expect([c.where(id), c.field(id, 'wishedSlotId')]).toEqual(['waiting', null]);
  });

  it('R8: bound still, coming leaves it bound; with a seat the wish is kept', () => {
    const c = clinic({ seats: [0, 1, 1] });
    const seated = c.issue('online', { slotId: c.slotId(10) });
    const id = c.issue('online', { slotId: c.slotId(10) });
    for (const tokenId of [seated, id]) c.do('checkIn', { tokenId });
    expect([c.where(id), c.field(id, 'wishedSlotId')]).toEqual(['waiting', c.slotId(10)]);
    expect(c.field(seated, 'wishedSlotId')).toBe(c.slotId(10));
  });

  it('R8: closed and opened again, it is waited for again', () => {
    const c = clinic({ seats: [0, 0] });
    const id = c.issue('online', { slotId: c.slotId(9) });
    c.do('closeSlot', { slotId: c.slotId(9) });
    c.do('reopenSlot', { slotId: c.slotId(9) });
    c.do('changeSlot', { slotId: c.slotId(10), capacity: 1 });
    expect(c.where(id)).toBe('waiting');
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect(c.where(id)).toBe('10');
  });

  it.each([
    ['online', '8:00', 'ok'],
    ['online', '8:01', 'too_late_for_slot'],
    ['walk_in', '8:59', 'ok'],
    ['emergency', '8:59', 'ok'],
  ] as const)('R8: %s asks at %s for the slot at nine with an hour of lead: %s', (source, at, outcome) => {
    const c = clinic({ rules, at });
    const answer = c.try('issue', c.request(source, { slotId: c.slotId(9) }));
    expect(answer.ok ? 'ok' : answer.error.details).toEqual(
      outcome === 'ok' ? 'ok' : expect.objectContaining({ rule: 'R8', slotId: c.slotId(9), reason: outcome }),
    );
  });
});
