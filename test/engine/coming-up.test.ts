import { describe, expect, it } from 'vitest';
import { aheadOf, comingUp, waitingHere } from '../../src/main/engine';
import type { TokenId } from '../../src/shared/model/ids';
import { SECOND } from '../../src/shared/model/time';
import { type Clinic, clinic, doctorId, tokenId } from './helpers/clinic';
import { onRandomDays } from './model/random-days';

/** Calls and sees everybody, in one instant: whom call next took, one after the other. */
function play(c: Clinic): TokenId[] {
  const order: TokenId[] = [];
  for (;;) {
    const called = c.try('callNext', undefined);
    if (!called.ok || !called.value.token) return order;
    const { id } = called.value.token;
    c.do('callNext', undefined);
    order.push(id);
    c.do('start', { tokenId: id });
    c.do('serve', { tokenId: id });
  }
}

const numbers = (c: Clinic, ids: readonly TokenId[]) => ids.map((id) => c.token(id).number);
const said = (c: Clinic, atMost = 99) => numbers(c, comingUp(c.book, c.context, atMost));

describe('R18, R19: who comes, one after the other, is whom call next calls', () => {
  it('with the held back between the others once enough were called, and the list at the end', () => {
    const c = clinic({ rules: { recallGapSeconds: 0, maxRecalls: 1 } });
    for (let person = 0; person < 30; person += 1) c.issue('walk_in');
    // One does not answer, one steps out by agreement, an emergency comes in between.
    c.next();
    for (const _time of [1, 2]) {
      c.now += SECOND;
      c.do('recall', { tokenId: c.id(1) });
    }
    c.next();
    c.do('hold', { tokenId: c.id(2) });
    c.issue('emergency');
    const coming = said(c);
    expect(coming.slice(0, 5)).toEqual(['A-031', 'A-001', 'A-003', 'A-002', 'A-004']);
    expect(said(c, 3)).toEqual(coming.slice(0, 3));
    expect(numbers(c, play(c))).toEqual(coming);
  });

  it('in the second round too, and with nobody but the held back', () => {
    const c = clinic({ rules: { recallGapSeconds: 0, maxRecalls: 1 } });
    for (let person = 0; person < 2; person += 1) c.issue('walk_in');
    for (const person of [1, 2]) {
      c.next();
      c.do('hold', { tokenId: c.id(person) });
    }
    expect(said(c)).toEqual(['A-001', 'A-002']);
    expect(numbers(c, play(c))).toEqual(['A-001', 'A-002']);
    expect(said(c)).toEqual([]);
  });

  it('without who is with another doctor', () => {
    const c = clinic();
    const patient = { patientName: 'Asha Verma', patientContact: '9876543210' };
    c.issue('walk_in', patient);
    c.issue('walk_in');
    expect(said(c)).toEqual(['A-001', 'A-002']);
    const there = {
      tokenId: tokenId(9),
      doctorId: doctorId(2),
      number: 'B-001',
      doctorName: 'Dr Rao',
      room: '2',
    };
    c.elsewhere = [{ ...there, ...patient, patientId: null, stage: 'called', leftDoorAt: null }];
    expect(said(c)).toEqual(['A-002']);
  });

  it('and everybody who waits is counted once, also who is on the list and keeps a place', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 0 } });
    for (let person = 0; person < 3; person += 1) c.issue('walk_in');
    // A-002 loses the seat at ten (R5, R6), and A-005, an emergency without any, heads the queue.
    c.issue('emergency');
    c.issue('emergency');
    c.issue('emergency');
    const here = waitingHere(c.book, c.context);
    expect(here).toHaveLength(6);
    expect(new Set(here).size).toBe(6);
    expect(numbers(c, play(c))).toEqual(numbers(c, here));
  });
});

it('how many are ahead of somebody is the place among all who wait here, on random days', () => {
  let places = 0;
  onRandomDays(30, 40, (book, context) => {
    const here = waitingHere(book, context);
    for (const token of book.tokens) {
      const place = here.indexOf(token.id);
      if (place < 0) continue;
      expect(aheadOf(book, token, context)).toBe(place);
      places += 1;
    }
  });
  expect(places).toBeGreaterThan(500);
});
