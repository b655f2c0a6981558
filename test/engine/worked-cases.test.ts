import { describe, expect, it } from 'vitest';
import { doctorQueue, takeBackTransfer, transfer } from '../../src/main/engine';
import { isTokenEvent } from '../../src/shared/model/event';
import type { TokenId } from '../../src/shared/model/ids';
import { type Clinic, clinic, instantOf, refusal, slotAt, tokenId } from './helpers/clinic';
import { doorsOf } from './helpers/doors';

/** The mornings that shaped the rules: people who are here keep their place, whatever others do. */

const walkIns = (c: Clinic, count: number): TokenId[] =>
  Array.from({ length: count }, () => c.issue('walk_in'));

describe('R19: who does not answer', () => {
  it('R19: three who left are no-shows after the second round, and a fourth who is here is the fifth call', () => {
    const c = clinic({ seats: [6], at: '8:00' });
    walkIns(c, 4);
    const called: (number | undefined)[] = [c.at('9:21').next()];
    for (const _ of [2, 3]) {
      c.staySilent();
      called.push(c.next());
    }
    c.staySilent();
    expect(c.now).toBe(instantOf('9:33'));
    called.push(c.next());
    expect(called).toEqual([1, 2, 3, 1]);
    expect(c.token(c.id(3))).toMatchObject({ stage: 'on_hold', heldFor: 'no_answer', unanswered: 1 });
    c.staySilent();
    expect(c.next()).toBe(4);
    expect(c.where(c.id(1))).toBe('no_show');
    expect(c.why(c.id(1))).toMatchObject({ code: 'did_not_answer', rule: 'R19', round: 2 });
    c.do('start', { tokenId: c.id(4) });
    c.at('9:42').do('serve', { tokenId: c.id(4) });
    expect(c.next()).toBe(2);
    c.staySilent();
    expect(c.now).toBe(instantOf('9:46'));
    expect(c.next()).toBe(3);
    expect(c.where(c.id(2))).toBe('no_show');
    c.staySilent();
    expect(refusal(c.try('callNext', undefined)).code).toBe('NOT_FOUND');
    c.do('noShow', { tokenId: c.id(3) });
    expect(c.where(c.id(3))).toBe('no_show');
  });

  it('R19: on hold and not due, the waiting list who are here come first', () => {
    const c = clinic({ seats: [2], at: '8:00' });
    walkIns(c, 5);
    expect(c.list()).toEqual([3, 4, 5]);
    c.at('9:05').do('hold', { tokenId: c.id(2) });
    const order = [1, 3, 2].map(() => {
      const sequence = c.next();
      const id = c.id(sequence ?? 0);
      c.do('start', { tokenId: id });
      c.do('serve', { tokenId: id });
      return sequence;
    });
    expect(order).toEqual([1, 3, 2]);
    expect(c.token(c.id(3))).toMatchObject({ extra: true });
  });

  it('R19, R13: alone and silent, the round goes on; the timer counts from the last call', () => {
    const c = clinic({ seats: [6], at: '8:00' });
    walkIns(c, 1);
    c.at('9:05').next();
    c.staySilent();
    expect(c.now).toBe(instantOf('9:09'));
    expect(refusal(c.try('callNext', undefined)).code).toBe('NOT_FOUND');
    expect(c.token(c.id(1))).toMatchObject({ stage: 'called' });
    c.at('9:10').do('recall', { tokenId: c.id(1) });
    c.at('9:24').do('sweep', undefined);
    expect(c.where(c.id(1))).toBe('9');
    c.at('9:25').do('sweep', undefined);
    expect(c.where(c.id(1))).toBe('no_show');
  });
});

describe('R13: an outage', () => {
  it('R13: nobody is marked by the clock within the timeout of an outage; by hand anybody overdue', () => {
    const c = clinic({ seats: [3], at: '8:00' });
    for (const _ of [1, 2, 3]) c.issue('online');
    c.watchedSince = instantOf('9:40');
    c.at('9:40').do('sweep', undefined);
    expect(c.seated(9)).toEqual([1, 2, 3]);
    c.do('checkIn', { tokenId: c.id(2) });
    expect(c.try('noShow', { tokenId: c.id(1) }).ok).toBe(true);
    c.at('9:54').do('sweep', undefined);
    expect(c.seated(9)).toEqual([1, 2, 3]);
    c.at('9:55').do('sweep', undefined);
    expect([1, 2, 3].map((n) => c.where(c.id(n)))).toEqual(['no_show', '9', 'no_show']);
  });
});

describe('R6: who gives way', () => {
  it('R6: displaced and here, the place of the lost seat stays', () => {
    const c = clinic({ seats: [1, 2], at: '8:00', rules: { maxEmergencyOverflow: 0 } });
    c.issue('paid');
    c.issue('online');
    c.issue('online');
    expect([1, 2, 3].map((n) => c.where(c.id(n)))).toEqual(['9', '10', '10']);
    c.at('9:05').issue('emergency', { slotId: c.slotId(9) });
    expect(c.where(c.id(1))).toBe('displaced');
    c.do('checkIn', { tokenId: c.id(2) });
    expect(c.queue()).toEqual([4, 1, 2]);
    expect(c.next()).toBe(4);
    c.do('start', { tokenId: c.id(4) });
    expect(c.next()).toBe(1);
    expect(c.where(c.id(1))).toBe('9x');
    c.do('serve', { tokenId: c.id(4) });
    c.do('start', { tokenId: c.id(1) });
    expect(c.next()).toBe(2);
  });

  it('R6: who is not here gives way before who is here, though its number is lower', () => {
    const c = clinic({ seats: [2], at: '8:00', rules: { maxEmergencyOverflow: 0 } });
    c.issue('walk_in', { checkedIn: false });
    c.issue('walk_in');
    c.issue('emergency');
    expect([1, 2].map((n) => c.where(c.id(n)))).toEqual(['displaced', '9']);
  });
});

describe('R11, R8: time to come', () => {
  it('R11: a seat freed in a running slot goes to somebody at home only with half an hour to go', () => {
    const c = clinic({ seats: [3], at: '8:00' });
    for (const _ of [1, 2, 3]) c.issue('online', { checkedIn: true });
    c.issue('paid', { checkedIn: false });
    c.issue('walk_in');
    c.issue('paid', { checkedIn: false });
    const cancelled = [1, 2, 3].map((sequence, index) => {
      c.at(['9:10', '9:20', '9:40'][index] ?? '').do('cancel', {
        tokenId: c.id(sequence),
        reason: 'patient',
      });
      return c.seated(9).at(-1);
    });
    expect(cancelled).toEqual([4, 6, 6]);
    expect(c.where(c.id(5))).toBe('9');
  });

  it('R8: an asked slot that the lead time forbids is refused, not waited for', () => {
    const c = clinic({ seats: [1, 1, 1], at: '8:00', rules: { promotionLeadMinutes: 60 } });
    walkIns(c, 3);
    c.at('9:30');
    const refused = refusal(c.try('issue', c.request('online', { slotId: c.slotId(10) })));
    expect(refused).toMatchObject({ code: 'CONFLICT', details: { reason: 'too_late_for_slot' } });
    expect(c.where(c.issue('online', { slotId: c.slotId(11) }))).toBe('waiting');
    expect(c.where(c.issue('online', { slotId: c.slotId(10), checkedIn: true }))).toBe('waiting');
  });
});

describe('R21: transfer', () => {
  it('R21: the time waited comes along, and taking it back restores both exactly', () => {
    const a = clinic({ seats: [2], at: '8:00' });
    const b = clinic({ seats: [1], at: '8:00', doctor: 2, prefix: 'B' });
    a.issue('walk_in');
    b.issue('walk_in');
    b.at('8:30').issue('walk_in');
    b.at('8:40').issue('walk_in');
    const request = { tokenId: a.id(1), newTokenId: tokenId(999) };
    const moved = transfer(a.book, b.book, request, a.at('9:05').context);
    if (!moved.ok) throw new Error(moved.error.message);
    const before = a.token(a.id(1));
    a.apply(moved.value.from);
    b.at('9:05').apply(moved.value.to);
    expect(b.list()).toEqual([4, 2, 3]);
    const back = takeBackTransfer(
      a.book,
      b.book,
      { ...request, left: moved.value.from.events, joined: moved.value.to.events },
      a.at('9:06').context,
    );
    if (!back.ok) throw new Error(back.error.message);
    a.apply(back.value.from);
    b.apply(back.value.to);
    expect(a.token(a.id(1))).toEqual({ ...before, updatedAt: instantOf('9:06') });
    expect(b.token(b.id(4))).toMatchObject({ status: 'cancelled', cancelReason: 'transfer_undone' });
  });
});

describe('R24: not an emergency after all', () => {
  it('R24: taken back, the displaced one has the seat again and the other stands where it stood', () => {
    const c = clinic({ seats: [1], at: '8:00', rules: { maxEmergencyOverflow: 0 } });
    c.issue('walk_in');
    c.issue('online');
    const before = c.token(c.id(2));
    c.do('upgradeToEmergency', { tokenId: c.id(2), reason: 'chest pain' });
    expect([1, 2].map((n) => c.where(c.id(n)))).toEqual(['displaced', '9']);
    const events = c.last?.events ?? [];
    const refused = refusal(c.try('undo', { tokenId: c.id(2), events }));
    expect(refused).toMatchObject({ code: 'CONFLICT', details: { offer: 'take_back_upgrade' } });
    c.do('takeBackUpgrade', { tokenId: c.id(2), reason: 'wrong patient', before });
    expect([1, 2].map((n) => c.where(c.id(n)))).toEqual(['9', 'waiting']);
    expect(c.token(c.id(2))).toEqual({ ...before, updatedAt: c.now });
  });
});

describe('R28: a day opened again', () => {
  it('R28: everybody as before the closing; the timer counts from the reopening', () => {
    const c = clinic({ seats: [2, 2], at: '8:00' });
    c.issue('online');
    c.issue('online');
    for (const _ of [3, 4]) c.issue('walk_in');
    c.issue('walk_in');
    c.do('checkIn', { tokenId: c.id(1) });
    c.at('9:05').next();
    c.do('start', { tokenId: c.id(1) });
    const before = new Map(c.book.tokens.map((token) => [token.sequence, token]));
    const closing = c.at('9:10').do('closeDay', undefined).events;
    expect([2, 3, 4, 5].map((n) => c.where(c.id(n)))).toEqual([
      'no_show',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    c.at('9:12').do('serve', { tokenId: c.id(1) });
    c.at('9:20').do('reopenDay', { events: closing });
    for (const n of [2, 3, 4, 5]) {
      expect(c.token(c.id(n))).toEqual({ ...before.get(n), updatedAt: instantOf('9:20') });
    }
    c.at('9:34').do('sweep', undefined);
    expect(c.where(c.id(2))).toBe('9');
    c.at('9:35').do('sweep', undefined);
    expect([2, 5].map((n) => c.where(c.id(n)))).toEqual(['no_show', '9']);
  });
});

describe('R26: precedence', () => {
  it('R26: a need halves the target in the fair order', () => {
    const c = clinic({ seats: [5], at: '8:50' });
    c.issue('online', { checkedIn: true });
    c.issue('walk_in', { precedence: 'senior' });
    c.issue('follow_up');
    c.issue('paid');
    c.at('9:25').issue('paid', { precedence: 'pregnant' });
    c.at('9:30');
    expect(c.queue()).toEqual([4, 2, 3, 1, 5]);
  });
});

describe('R27: one patient, two doctors', () => {
  it('R27: passed over while with the other doctor, and next once back', () => {
    const patient = { patientName: 'Asha Verma', patientContact: '9876543210' };
    const a = clinic({ seats: [6], at: '8:00' });
    const b = clinic({ seats: [6], at: '8:00', doctor: 2, prefix: 'B' });
    a.issue('walk_in', patient);
    b.issue('walk_in', patient);
    b.issue('walk_in');
    a.at('9:05').next();
    a.do('start', { tokenId: a.id(1) });
    b.at('9:05').elsewhere = doorsOf(a.book);
    expect(refusal(b.try('callThis', { tokenId: b.id(1) })).code).toBe('CONFLICT');
    expect(b.next()).toBe(2);
    b.do('start', { tokenId: b.id(2) });
    expect(refusal(b.try('callNext', undefined))).toMatchObject({
      code: 'NOT_FOUND',
      details: { elsewhere: [{ number: 'B-001', otherNumber: 'A-001' }] },
    });
    a.at('9:15').do('serve', { tokenId: a.id(1) });
    b.at('9:15').elsewhere = doorsOf(a.book);
    expect(b.next()).toBe(1);
  });
});

describe('R18, R3, R2, R15: order and slots', () => {
  it('R18: emergencies who came together go by number, the ordinary before the paper one', () => {
    const c = clinic({ seats: [6], at: '9:00' });
    c.issue('walk_in');
    c.issue('emergency');
    for (const [sequence, n] of [
      [2, 1],
      [1, 2],
    ] as const) {
      c.do('paperEntry', {
        id: tokenId(500 + n),
        sequence,
        at: c.now,
        source: 'emergency',
        patientName: `Paper ${n}`,
        patientContact: '',
        became: 'waits',
      });
    }
    const numbers = doctorQueue(c.book, c.context).map(({ tokenId: id }) => c.token(id).number);
    expect(numbers).toEqual(['A-P01', 'A-002', 'A-P02', 'A-001']);
  });

  it('R3: after the first slot has begun, its free seats go to those who are here, in the order of coming', () => {
    const c = clinic({ seats: [6, 6], at: '9:04' });
    const ids = Array.from({ length: 8 }, (_, n) => c.at(544 + n).issue('walk_in'));
    expect(ids.map((id) => c.where(id))).toEqual(['9', '9', '9', '9', '9', '9', '10', '10']);
    c.at('9:20');
    expect(c.queue()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('R2, R15: a slot added lies within the day, and is as late as the one printed before it', () => {
    const c = clinic({ seats: [2], at: '8:00' });
    c.do('setDelay', { minutes: 30 });
    const add = (from: string, to: string) => {
      const { id, startMinute, endMinute, startsAt, endsAt, capacity } = slotAt(from, to, 2);
      return { id, startMinute, endMinute, startsAt, endsAt, capacity };
    };
    c.do('addSlot', add('10:00', '11:00'));
    expect(c.slot(10).delayMinutes).toBe(30);
    expect(refusal(c.try('addSlot', add('23:30', '24:30'))).code).toBe('INVALID_INPUT');
    c.do('addSlot', add('23:00', '24:00'));
    expect(c.book.slots).toHaveLength(3);
    expect(c.last?.events.filter(isTokenEvent)).toEqual([]);
  });
});
