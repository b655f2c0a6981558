import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/shared/model/time';
import { clinic, instantOf, NEXT_DAY, refusal, slotAt, slotId, story } from './helpers/clinic';

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

  it('R15: raising moves nobody out, even where the slot is too full still', () => {
    const c = clinic({ seats: [3], at: '9:00', rules: { joinRunningSlot: 'always' } });
    const ids = [c.issue('walk_in'), c.issue('walk_in'), c.issue('walk_in')];
    for (const tokenId of ids) c.do('hold', { tokenId });
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 0 });
    for (const tokenId of ids) c.do('callThis', { tokenId }) && c.do('cancel', { tokenId, reason: 'staff' });
    expect(c.do('changeSlot', { slotId: c.slotId(9), capacity: 1 }).events.length).toBe(1);
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

describe('R15: closing and reopening a slot', () => {
  it('R15: closing moves all, emergencies too: those wait, others are displaced', () => {
    const c = clinic({ seats: [2], rules: { allowPreemption: false } });
    const [walkIn, urgent] = [c.issue('walk_in'), c.issue('emergency')];
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect(c.slot(9).status).toBe('closed');
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

describe('R22: doctor late or on break', () => {
  it('R22: printed times and seats stay; every slot that is not over is late', () => {
    const c = clinic({ at: '10:30' });
    const before = c.book.slots;
    c.do('setDelay', { minutes: 20 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([0, 20, 20, 20]);
    expect(c.book.slots.map((slot) => slot.startsAt)).toEqual(before.map((slot) => slot.startsAt));
    expect(c.last?.events[0]).toMatchObject({
      type: 'slotDelayed',
      at: c.now,
      reason: { code: 'asked_by_staff', rule: 'R22' },
    });
    expect(c.last?.token).toBeNull();
    expect(c.do('setDelay', { minutes: 20 }).events).toEqual([]);
    c.do('setDelay', { minutes: 0 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([0, 0, 0, 0]);
  });

  it('R22: a slot that ends now is over', () => {
    const c = clinic({ at: '10:00' });
    c.do('setDelay', { minutes: 20 });
    expect(c.slot(9).delayMinutes).toBe(0);
  });

  it('R22: a break is added, to slots that have not started', () => {
    const c = clinic({ at: '9:30' });
    c.do('setDelay', { minutes: 10 });
    c.at('10:10').do('takeBreak', { minutes: 15 });
    expect(c.book.slots.map((slot) => slot.delayMinutes)).toEqual([10, 10, 25, 25]);
    c.do('takeBreak', { minutes: 5 });
    expect(c.slot(12).delayMinutes).toBe(30);
  });

  it('R22, R2: a slot not begun because the doctor is late is still a candidate', () => {
    const c = clinic({ at: '8:00', rules: { joinRunningSlot: 'never' } });
    c.do('setDelay', { minutes: 30 });
    expect(c.where(c.at('9:29').issue('online'))).toBe('9');
    expect(c.where(c.at('9:30').issue('online'))).toBe('10');
    expect(c.where(c.at('10:30').issue('online'))).toBe('11');
  });

  it('R22, R9: nor does it end early', () => {
    const c = clinic({ seats: [1] });
    const first = c.issue('paid');
    const next = c.issue('paid');
    c.do('setDelay', { minutes: 30 });
    c.at('10:29').do('cancel', { tokenId: first, reason: 'patient' });
    expect(c.where(next)).toBe('9');
  });

  it('R22, R11: the lead counts to the real start', () => {
    const c = clinic({ at: '8:30', rules: { promotionLeadMinutes: 60 } });
    c.do('setDelay', { minutes: 30 });
    expect(c.where(c.issue('online'))).toBe('9');
  });

  it('R22, R13: so does the time allowed', () => {
    const c = clinic();
    const id = c.issue('online');
    c.do('setDelay', { minutes: 30 });
    expect(refusal(c.at('9:44').try('noShow', { tokenId: id })).details).toMatchObject({
      notBefore: instantOf('9:45'),
    });
    c.at('9:45').do('noShow', { tokenId: id });
  });

  it('R22, R18: and the queue', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('walk_in');
    c.issue('paid');
    c.do('setDelay', { minutes: 60 });
    c.at('10:30');
    // Only the first slot has really begun, so its patient comes first whatever the other's target.
    expect(c.queue()).toEqual([1, 2]);
  });

  it.each([-1, 721, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('R22: %s minutes are refused', (minutes) => {
    const c = clinic();
    for (const name of ['setDelay', 'takeBreak'] as const) {
      expect(refusal(c.try(name, { minutes }))).toMatchObject({
        code: 'INVALID_INPUT',
        details: { field: 'minutes' },
      });
    }
  });

  it('R22: 720 minutes are the most, in all', () => {
    const c = clinic();
    c.do('setDelay', { minutes: 720 });
    expect(refusal(c.try('takeBreak', { minutes: 1 }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'A doctor can be at most 12 hours late.',
      details: { rule: 'R22', minutes: 721 },
    });
    expect(c.do('takeBreak', { minutes: 0 }).events).toEqual([]);
    expect(c.slot(9).startsAt - instantOf('9:00')).toBe(0 * MINUTE);
  });

  it('R22: in a book without slots nothing happens', () => {
    const c = clinic({ slots: [] });
    expect(c.do('setDelay', { minutes: 5 }).events).toEqual([]);
  });
});

function slotless(): never {
  throw new Error('no such token');
}
