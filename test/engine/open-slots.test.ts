import { describe, expect, it } from 'vitest';
import { clinic, instantOf, refusal, slotAt, slotId, story } from './helpers/clinic';

describe('R15: closing and reopening a slot', () => {
  it('R15: closing moves all, emergencies too: those wait, others are displaced', () => {
    const c = clinic({ seats: [2], rules: { allowPreemption: false } });
    const [walkIn, urgent] = [c.issue('walk_in'), c.issue('emergency')];
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect(c.slot(9).status).toBe('closed');
    expect(c.last?.events[0]).toMatchObject({ before: { status: 'open' }, after: { status: 'closed' } });
    expect([walkIn, urgent].map((id) => c.where(id))).toEqual(['displaced', 'waiting']);
    expect(story(c.last?.events ?? [])).toEqual([
      'slotClosed',
      'tokenDisplaced A-002',
      'tokenDisplaced A-001',
    ]);
    expect(c.why(urgent)).toEqual({ code: 'slot_closed', rule: 'R15', slotId: c.slotId(9) });
    expect(c.last?.token).toBeNull();
  });

  it('R15: then R9, in the later slots', () => {
    const c = clinic({ seats: [2, 1] });
    const ids = [c.issue('walk_in'), c.issue('paid')];
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect(ids.map((id) => c.where(id))).toEqual(['displaced', '10']);
  });

  it('R15: never one called, in consultation, on hold or served; nor tokens of other slots', () => {
    const c = clinic({ seats: [2, 1] });
    const [held, called, other] = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    c.do('hold', { tokenId: held });
    c.do('callThis', { tokenId: called });
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect([held, called, other].map((id) => c.where(id))).toEqual(['9', '9', '10']);
    expect(story(c.last?.events ?? [])).toEqual(['slotClosed']);
  });

  it('R15: reopened, it is filled again (R9)', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('walk_in');
    c.do('closeSlot', { slotId: c.slotId(9) });
    c.do('reopenSlot', { slotId: c.slotId(9) });
    expect(c.where(id)).toBe('9');
    expect(story(c.last?.events ?? [])).toEqual(['slotReopened', 'tokenPromoted A-001']);
    expect(c.last?.token).toBeNull();
  });

  it('R15: closed already, open already, over, unknown: refused', () => {
    const c = clinic();
    const nine = { slotId: c.slotId(9) };
    const error = { code: 'CONFLICT', details: { rule: 'R15', slotId: c.slotId(9) } };
    expect(refusal(c.try('reopenSlot', nine))).toEqual({ ...error, message: 'That slot is open.' });
    c.do('closeSlot', nine);
    expect(refusal(c.try('closeSlot', nine))).toEqual({ ...error, message: 'That slot is closed already.' });
    c.at('10:00');
    expect(refusal(c.try('reopenSlot', nine)).message).toBe('That slot is over.');
    expect(refusal(c.try('closeSlot', nine)).message).toBe('That slot is over.');
    expect(refusal(c.try('closeSlot', { slotId: slotId(7) })).code).toBe('NOT_FOUND');
    expect(refusal(c.try('reopenSlot', { slotId: slotId(7) })).code).toBe('NOT_FOUND');
  });
});

describe('R15: adding a slot', () => {
  const add = (from: string, to: string, capacity = 1) => {
    const { id, startMinute, endMinute, startsAt, endsAt } = slotAt(from, to, capacity);
    return { id, startMinute, endMinute, startsAt, endsAt, capacity };
  };

  it('R15: takes its place in time and is filled', () => {
    const c = clinic({ seats: [0] });
    const id = c.issue('walk_in');
    c.do('addSlot', add('8:30', '9:00'));
    expect(c.where(id)).toBe('8.5');
    expect(c.book.slots.at(-1)).toEqual(slotAt('8:30', '9:00', 1));
    expect(story(c.last?.events ?? [])).toEqual(['slotAdded', 'tokenPromoted A-001']);
    expect(c.last?.token).toBeNull();
    c.do('addSlot', { ...add('13:00', '14:00', 3), overflow: 4 });
    expect(c.slot(13)).toMatchObject({ overflow: 4, capacity: 3 });
  });

  it.each([
    ['8:30', '9:01'],
    ['9:10', '9:50'],
    ['8:00', '14:00'],
    ['12:59', '13:30'],
    ['9:00', '10:00'],
  ])('R15: %s–%s overlaps another', (from, to) => {
    const c = clinic();
    const request = { ...add(from, to), id: slotId(99) };
    const refused = refusal(c.try('addSlot', request));
    expect(refused).toMatchObject({ code: 'CONFLICT', message: 'That slot overlaps another.' });
    expect(refused.details).toMatchObject({ rule: 'R15', slotId: expect.stringMatching(/^0{8}/) });
  });

  it('R15: slots may touch; a closed one is in the way too', () => {
    const c = clinic({ slots: [slotAt(540, 600, 1, { status: 'closed' })] });
    c.do('addSlot', add('8:30', '9:00'));
    c.do('addSlot', add('10:00', '10:30'));
    expect(c.try('addSlot', { ...add('9:30', '10:00'), id: slotId(1) }).ok).toBe(false);
  });

  it('R15: overlaps are seen on either clock', () => {
    const c = clinic({ seats: [1] });
    const elsewhere = add('11:00', '12:00');
    const { startsAt, endsAt } = add('9:30', '10:30');
    expect(c.try('addSlot', { ...elsewhere, startsAt, endsAt }).ok).toBe(false);
    const { startMinute, endMinute } = add('9:30', '10:30');
    expect(c.try('addSlot', { ...elsewhere, startMinute, endMinute }).ok).toBe(false);
    const touching = { startsAt: instantOf('10:00'), endsAt: instantOf('10:30') };
    expect(c.try('addSlot', { ...elsewhere, ...touching }).ok).toBe(true);
    const before = { startsAt: instantOf('8:30'), endsAt: instantOf('9:00') };
    expect(c.try('addSlot', { ...elsewhere, ...before }).ok).toBe(true);
  });

  it('R15: the end must come after the start, on either clock', () => {
    const c = clinic({ slots: [] });
    const backwards = add('10:00', '9:00');
    expect(refusal(c.try('addSlot', backwards))).toEqual({
      code: 'INVALID_INPUT',
      message: 'A slot must end after it starts.',
      details: { rule: 'R15', startMinute: 600, endMinute: 540 },
    });
    expect(refusal(c.try('addSlot', add('10:00', '10:00'))).code).toBe('INVALID_INPUT');
    const right = add('9:00', '10:00');
    expect(refusal(c.try('addSlot', { ...right, endsAt: right.startsAt })).code).toBe('INVALID_INPUT');
    expect(refusal(c.try('addSlot', { ...right, endMinute: right.startMinute })).code).toBe('INVALID_INPUT');
  });

  it.each([
    [{ capacity: -1 }, 'slot.capacity'],
    [{ capacity: 501 }, 'slot.capacity'],
    [{ overflow: 501 }, 'slot.overflow'],
    [{ startMinute: -5 }, 'slot.startMinute'],
    [{ startsAt: Number.NaN }, 'slot.startsAt'],
    [{ id: 'nine' as never }, 'slot.id'],
  ])('R15: %j is refused', (change, field) => {
    const c = clinic({ slots: [] });
    const refused = refusal(c.try('addSlot', { ...add('9:00', '10:00'), ...change }));
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });

  it('R15: not in the past, nor under an id in use', () => {
    const c = clinic({ at: '13:00', seats: [1] });
    const details = { rule: 'R15', slotId: slotId(660) };
    expect(refusal(c.try('addSlot', add('11:00', '13:00')))).toEqual({
      code: 'CONFLICT',
      message: 'That time is over.',
      details,
    });
    expect(c.try('addSlot', add('11:00', '13:01')).ok).toBe(true);
    expect(refusal(c.try('addSlot', { ...add('14:00', '15:00'), id: c.slotId(9) }))).toEqual({
      code: 'CONFLICT',
      message: 'There is a slot with that id already.',
      details: { rule: 'R15', slotId: c.slotId(9) },
    });
  });

  it('R15, R22: the slot before is the one printed before, whichever really begins later', () => {
    const c = clinic({
      slots: [slotAt('9:00', '10:00', 1, { delayMinutes: 90 }), slotAt('10:00', '11:00', 1)],
    });
    c.do('addSlot', add('11:00', '12:00'));
    expect(c.slot(11).delayMinutes).toBe(0);
  });

  it('R15, R22: a doctor late in the slot before is as late in this one', () => {
    const c = clinic({ slots: [slotAt(660, 720, 1), slotAt(540, 600, 1)] });
    c.do('setDelay', { minutes: 25 });
    c.do('addSlot', add('10:00', '11:00'));
    c.do('addSlot', add('8:00', '9:00'));
    expect([c.slot(10), c.slot(8)].map((slot) => slot.delayMinutes)).toEqual([25, 0]);
    c.do('takeBreak', { minutes: 10 });
    c.do('addSlot', add('13:00', '14:00'));
    expect(c.slot(13).delayMinutes).toBe(35);
  });
});
