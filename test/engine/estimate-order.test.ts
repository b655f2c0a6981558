import { describe, expect, it } from 'vitest';
import { estimateForNew, newPace, type PaceModel, paceOf } from '../../src/main/engine';
import { afterWork } from '../../src/main/engine/estimate/course';
import { expectPromotions } from '../../src/main/engine/estimate/promotion';
import type { TokenId } from '../../src/shared/model/ids';
import { MINUTE } from '../../src/shared/model/time';
import { precedences, sources } from '../../src/shared/model/token';
import { fc } from '../helpers/fast-check';
import { Clinic, instantOf } from './helpers/clinic';
import { estimateWaits, projectTurns } from './helpers/waits';

/** Who is expected to be called when, in that order. */
function foretold(c: Clinic, pace: PaceModel = newPace): { id: TokenId; at: number }[] {
  const doctor = paceOf(pace, c.book.doctorId);
  const turns = projectTurns(c.book, c.context, doctor, 10, expectPromotions(c.book, c.context, doctor));
  return [...turns].map(([id, { pauses, base, queueMs }]) => ({ id, at: afterWork(pauses, base, queueMs) }));
}

const order = (c: Clinic): TokenId[] => foretold(c).map(({ id }) => id);

/** Calls and serves everybody at the moments foretold; answers in which order. */
function played(c: Clinic, moments: readonly number[]): (TokenId | undefined)[] {
  return moments.map((at) => {
    c.now = at;
    const tokenId = c.do('callNext', {}).token?.id;
    if (tokenId === undefined) return undefined;
    c.do('start', { tokenId });
    c.do('serve', { tokenId });
    return tokenId;
  });
}

describe('the queue as it is foretold', () => {
  it('R26: a need goes before those who came earlier', () => {
    const c = new Clinic({ seats: [6] }).at('9:00');
    const first = c.issue('walk_in');
    const second = c.issue('walk_in');
    const pregnant = c.issue('walk_in', { precedence: 'pregnant' });
    // Before anybody has waited all are equal but for the target.
    expect(order(c)).toEqual([pregnant, first, second]);
    expect(estimateForNew(c.book, c.context, 'walk_in', newPace)?.expectedMs).toBeCloseTo(30 * MINUTE, -3);
  });

  it('R6: who lost the seat to an emergency and is here keeps the place in the queue', () => {
    const c = new Clinic({ seats: [2, 2], rules: { maxEmergencyOverflow: 0 } }).at('8:50');
    const [first, second] = [c.issue('walk_in'), c.issue('walk_in')];
    const [third, fourth] = [c.issue('walk_in'), c.issue('walk_in')];
    const emergency = c.issue('emergency');
    expect(c.where(second)).toBe('displaced');
    expect(order(c)).toEqual([emergency, first, second, third, fourth]);
    const waits = estimateWaits(c.book, c.context, newPace);
    expect(waits.get(second)?.expectedMs).toBeLessThan(waits.get(third)?.expectedMs ?? 0);
  });

  it('R19: who stepped out comes back after two others, before those who are there', () => {
    const c = new Clinic({ seats: [6] }).at('9:00');
    const [away, second, third, fourth] = [1, 2, 3, 4].map(() => c.issue('walk_in'));
    if (!away) throw new Error('no token');
    c.do('hold', { tokenId: away });
    expect(order(c)).toEqual([second, third, away, fourth]);
  });

  it('R18: the waiting list goes before who is held back and not due', () => {
    const c = new Clinic({ seats: [1], rules: { heldBackCalls: 5 } }).at('9:00');
    const away = c.issue('walk_in');
    const extra = c.issue('walk_in');
    c.do('hold', { tokenId: away });
    expect(order(c)).toEqual([extra, away]);
  });

  it('R26: of the waiting list, within a priority, a need first', () => {
    const c = new Clinic({ seats: [1] }).at('9:00');
    const seated = c.issue('walk_in');
    const plain = c.issue('walk_in');
    const senior = c.issue('walk_in', { precedence: 'senior' });
    const paid = c.issue('paid');
    expect(order(c)).toEqual([seated, paid, senior, plain]);
  });

  it('R9, R13: whoever heads the list is expected to get the seat of those who will not come', () => {
    const c = new Clinic({ seats: [5, 5] }).at('8:00');
    // Eight of ten come to a doctor nobody knows yet: of these five four, and one seat is free at 9:15.
    for (let count = 0; count < 5; count += 1) c.issue('online', { checkedIn: false, channel: 'http' });
    for (let count = 0; count < 5; count += 1) c.issue('walk_in');
    const [paid, walkIn] = [c.issue('paid'), c.issue('walk_in')];
    const foreseen = new Map(foretold(c).map(({ id, at }) => [id, at]));
    const seated = c.book.tokens.filter((token) => token.status === 'active' && token.checkedInAt !== null);
    // With a seat from 9:15 in the first slot, the paid patient comes before those of the second.
    expect(seated).toHaveLength(5);
    for (const { id } of seated) expect(foreseen.get(paid)).toBeLessThan(foreseen.get(id) ?? 0);
    for (const { id } of seated) expect(foreseen.get(walkIn)).toBeGreaterThan(foreseen.get(id) ?? Infinity);
  });

  it('R27: who is with another doctor is passed over, and next when back', () => {
    const c = new Clinic({ seats: [6] }).at('9:00');
    const contact = { patientName: 'Asha Rao', patientContact: '9876543210' };
    const [busy, second, third] = [c.issue('walk_in', contact), c.issue('walk_in'), c.issue('walk_in')];
    c.elsewhere = [
      {
        ...contact,
        patientId: null,
        doctorId: new Clinic({ doctor: 2 }).book.doctorId,
        doctorName: 'Dr Rao',
        room: '2',
        tokenId: busy,
        number: 'B-001',
        stage: 'in_consultation',
        leftDoorAt: null,
      },
    ];
    expect(order(c)).toEqual([second, busy, third]);
  });

  it('is the queue as call next plays it, whoever is here, with whatever need, held back or displaced', () => {
    const person = fc.record({
      source: fc.constantFrom(...sources),
      precedence: fc.option(fc.constantFrom(...precedences), { freq: 4 }),
      minute: fc.integer({ min: 0, max: 9 }),
      held: fc.boolean(),
    });
    const rules = fc.record({
      callOrder: fc.constantFrom('fair' as const, 'strict' as const),
      heldBackCalls: fc.integer({ min: 1, max: 4 }),
      precedenceFactor: fc.integer({ min: 1, max: 4 }),
      maxEmergencyOverflow: fc.integer({ min: 0, max: 1 }),
    });
    const people = fc.array(person, { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(people, rules, fc.integer({ min: 530, max: 660 }), (list, with_, minute) => {
        const c = new Clinic({ seats: [2, 3, 2], rules: with_ });
        const ids = list.map(({ source, precedence, minute: later }, index) => {
          c.now = instantOf(minute + index / 20) + later;
          return c.issue(source, { precedence, checkedIn: true });
        });
        for (const [index, { held }] of list.entries()) {
          const tokenId = ids[index];
          if (held && tokenId && c.token(tokenId).status === 'active') c.do('hold', { tokenId });
        }
        const expected = foretold(c);
        const moments = expected.map(({ at }) => at);
        expect(played(c, moments)).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
  });
});
