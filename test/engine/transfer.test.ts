import { describe, expect, it } from 'vitest';
import { type Transfer, type TransferRequest, transfer } from '../../src/main/engine';
import type { TokenId } from '../../src/shared/model/ids';
import type { Result } from '../../src/shared/result';
import {
  type Clinic,
  clinic,
  DAY,
  doctorId,
  instantOf,
  NEXT_DAY,
  refusal,
  story,
  tokenId,
} from './helpers/clinic';

const asha = { patientName: 'Asha Rao', patientContact: '9876543210' };
const NEW = tokenId(900_001);

const tryTransfer = (
  a: Clinic,
  b: Clinic,
  id: TokenId,
  more: Partial<TransferRequest> = {},
): Result<Transfer> => transfer(a.book, b.book, { tokenId: id, newTokenId: NEW, ...more }, a.context);

function doTransfer(a: Clinic, b: Clinic, id: TokenId, more: Partial<TransferRequest> = {}): Transfer {
  const result = tryTransfer(a, b, id, more);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  a.apply(result.value.from);
  b.at((a.now - b.slot(9).startsAt) / 60_000 + 540).apply(result.value.to);
  return result.value;
}

const two = (seatsA: number[], seatsB: number[]): [Clinic, Clinic] => [
  clinic({ seats: seatsA }),
  clinic({ seats: seatsB, prefix: 'B', doctor: 2 }),
];

describe('R21: transfer to another doctor', () => {
  it('R21: cancelled here and issued there, with a new number and a link both ways', () => {
    const [a, b] = two([1], [2]);
    b.issue('paid');
    const id = a.issue('walk_in', { ...asha, note: 'stairs', channel: 'kiosk' });
    const checkedInAt = a.now;
    a.at('8:30');
    const { from, to } = doTransfer(a, b, id);
    expect(a.token(id)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'transferred',
      cancelledAt: a.now,
      transferredTo: NEW,
      lastSlotId: a.slotId(9),
    });
    expect(b.token(NEW)).toMatchObject({
      ...asha,
      number: 'B-002',
      doctorId: doctorId(2),
      source: 'walk_in',
      priority: 4,
      channel: 'kiosk',
      checkedInAt,
      createdAt: a.now,
      transferredFrom: id,
      note: 'stairs',
      stage: 'checked_in',
      wishedSlotId: null,
    });
    expect([story(from.events), story(to.events)]).toEqual([
      ['tokenTransferred A-001'],
      ['tokenIssued B-002'],
    ]);
    expect(a.why(id)).toEqual({ code: 'transferred', rule: 'R21', doctorId: doctorId(2), tokenId: NEW });
    expect(b.why(NEW)).toEqual({ code: 'free_seat', rule: 'R3', slotId: b.slotId(9) });
    expect([from.token?.id, to.token?.id]).toEqual([id, NEW]);
  });

  it('R21: the seat it leaves goes to the next', () => {
    const [a, b] = two([1], [1]);
    const id = a.issue('paid');
    const next = a.issue('paid');
    doTransfer(a, b, id);
    expect(a.where(next)).toBe('9');
  });

  it('R21: its time on the list comes along: between those who came before and after', () => {
    const [a, b] = two([0], [0]);
    b.at('8:00').issue('walk_in');
    const id = a.at('8:10').issue('walk_in');
    b.at('8:20').issue('walk_in');
    a.at('8:30');
    doTransfer(a, b, id);
    expect(b.list()).toEqual([1, 3, 2]);
    expect(b.token(NEW)).toMatchObject({ status: 'waiting', listedAt: a.at('8:10').now });
    expect(b.why(NEW)).toEqual({ code: 'no_seat', rule: 'R7' });
  });

  it('R21: at the head, in between again and at the end', () => {
    const [a, b] = two([0], [0]);
    const [head, middle, later, end] = [
      a.at('7:00').issue('walk_in'),
      a.at('8:10').issue('walk_in'),
      a.at('8:30').issue('walk_in'),
      a.at('8:40').issue('walk_in'),
    ];
    b.at('8:00').issue('walk_in');
    b.at('8:20').issue('walk_in');
    b.at('8:25').issue('walk_in');
    a.at('8:50');
    doTransfer(a, b, head, { newTokenId: tokenId(901) });
    doTransfer(a, b, end, { newTokenId: tokenId(903) });
    doTransfer(a, b, middle, { newTokenId: tokenId(902) });
    expect(b.list()).toEqual([4, 1, 6, 2, 3, 5]);
    doTransfer(a, b, later, { newTokenId: tokenId(904) });
    expect(b.list()).toEqual([4, 1, 6, 2, 3, 7, 5]);
    b.issue('walk_in');
    expect(b.list()).toEqual([4, 1, 6, 2, 3, 7, 5, 8]);
  });

  it('R21: those no longer on the list do not count', () => {
    const [a, b] = two([0], [0]);
    b.at('7:00').issue('walk_in');
    const gone = b.at('7:10').issue('walk_in');
    const id = a.at('7:20').issue('walk_in');
    b.at('7:30').issue('walk_in');
    b.do('cancel', { tokenId: gone, reason: 'patient' });
    a.at('8:00');
    doTransfer(a, b, id);
    expect(b.list()).toEqual([1, 4, 3]);
    const places = ['1', '3'].map((n) => Number(b.field(tokenId(200_000 + Number(n)), 'listSequence')));
    expect(b.field(NEW, 'listSequence')).toBe(((places[0] ?? 0) + (places[1] ?? 0)) / 2);
  });

  it('R21: who came on the list in the same instant there stays before', () => {
    const [a, b] = two([0], [0]);
    const id = a.issue('walk_in');
    b.issue('walk_in');
    b.at('8:01').issue('walk_in');
    doTransfer(a, b, id);
    expect(b.list()).toEqual([1, 3, 2]);
  });

  it('R21: displacements come along, and so does standing displaced', () => {
    const a = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0 } });
    const b = clinic({ seats: [0], prefix: 'B', doctor: 2 });
    b.issue('walk_in');
    const id = a.issue('walk_in');
    a.issue('emergency');
    doTransfer(a, b, id);
    expect(b.token(NEW)).toMatchObject({ status: 'displaced', displacements: 1 });
    expect(b.list()).toEqual([2, 1]);
  });

  it.each([
    [true, '8:00'],
    [false, '8:30'],
  ])(
    'R21: with a seat here and none there it has waited since check-in, else since now (here: %s)',
    (checkedIn, since) => {
      const [a, b] = two([1], [0]);
      const id = a.issue('walk_in', { checkedIn });
      a.at('8:30');
      doTransfer(a, b, id);
      expect(b.token(NEW)).toMatchObject({ status: 'waiting', listedAt: instantOf(since) });
    },
  );

  it('R21: an emergency displaces there (R5)', () => {
    const a = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0 } });
    const b = clinic({ seats: [1], prefix: 'B', doctor: 2 });
    const other = b.issue('online');
    doTransfer(a, b, a.issue('emergency'));
    expect([b.where(NEW), b.where(other)]).toEqual(['9', 'displaced']);
  });

  it('R21: called or on hold, but not in consultation, nor final, nor unknown', () => {
    const [a, b] = two([4], [4]);
    const [called, inside, gone] = [a.issue('paid'), a.issue('paid'), a.issue('paid')];
    a.do('cancel', { tokenId: gone, reason: 'staff' });
    a.do('callThis', { tokenId: inside });
    a.do('start', { tokenId: inside });
    a.do('callThis', { tokenId: called });
    expect(refusal(tryTransfer(a, b, inside))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-002 is with the doctor now.',
      details: { rule: 'R21' },
    });
    expect(refusal(tryTransfer(a, b, gone))).toMatchObject({ code: 'CONFLICT', details: { rule: 'R21' } });
    expect(refusal(tryTransfer(a, b, tokenId(9))).code).toBe('NOT_FOUND');
    doTransfer(a, b, called);
    expect(b.token(NEW)).toMatchObject({ stage: 'checked_in', calledAt: null });
  });

  it('R21: both books must take it: same day, another doctor, both open', () => {
    const [a, b] = two([1], [1]);
    const id = a.issue('paid');
    expect(refusal(tryTransfer(a, a, id))).toEqual({
      code: 'CONFLICT',
      message: 'The patient is with that doctor already.',
      details: { rule: 'R21', doctorId: doctorId(1), from: DAY, to: DAY },
    });
    const tomorrow = { ...b.book, serviceDay: NEXT_DAY };
    expect(refusal(transfer(a.book, tomorrow, { tokenId: id, newTokenId: NEW }, a.context))).toEqual({
      code: 'CONFLICT',
      message: 'A transfer is to another doctor on the same day, or to another day.',
      details: { rule: 'R21', doctorId: doctorId(2), from: DAY, to: NEXT_DAY },
    });
    b.do('closeDay', undefined);
    expect(refusal(tryTransfer(a, b, id)).details).toEqual({ rule: 'R16' });
    expect(a.where(id)).toBe('9');
  });

  it('R21, R17: a second token there is refused unless asked for knowingly; ids are new', () => {
    const [a, b] = two([1], [1]);
    const id = a.issue('paid', asha);
    const there = b.issue('paid', asha);
    expect(refusal(tryTransfer(a, b, id)).code).toBe('DUPLICATE_TOKEN');
    expect(refusal(tryTransfer(a, b, id, { newTokenId: there })).code).toBe('CONFLICT');
    const { to } = doTransfer(a, b, id, { allowDuplicate: true });
    expect(to.warnings).toEqual(['same_patient_has_token']);
  });
});
