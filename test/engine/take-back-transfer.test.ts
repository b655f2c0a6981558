import { describe, expect, it } from 'vitest';
import { type Transfer, takeBackTransfer, transfer } from '../../src/main/engine';
import type { BookEvent } from '../../src/shared/model/event';
import type { TokenId } from '../../src/shared/model/ids';
import { type Clinic, clinic, doctorId, instantOf, refusal, slotAt, story, tokenId } from './helpers/clinic';
import { asha, ashaElsewhere } from './helpers/doors';

const NEW = tokenId(900_001);
type Options = ConstructorParameters<typeof Clinic>[0];

interface Move {
  readonly a: Clinic;
  readonly b: Clinic;
  readonly id: TokenId;
  readonly left: readonly BookEvent[];
  readonly joined: readonly BookEvent[];
}

/** A-001 of doctor A is sent to doctor B at half past eight. */
function sent(
  optionsA: Options = { seats: [1] },
  optionsB: Options = { seats: [1] },
  before = (_: Clinic) => {},
): Move {
  const a = clinic(optionsA);
  const b = clinic({ prefix: 'B', doctor: 2, ...optionsB });
  const id = a.issue('walk_in', asha);
  before(a);
  a.at('8:30');
  b.at('8:30');
  const moved = transfer(a.book, b.book, { tokenId: id, newTokenId: NEW }, a.context);
  if (!moved.ok) throw new Error(moved.error.message);
  a.apply(moved.value.from);
  b.apply(moved.value.to);
  return { a, b, id, left: moved.value.from.events, joined: moved.value.to.events };
}

const ask = ({ a, b, id, left, joined }: Move) =>
  takeBackTransfer(a.book, b.book, { tokenId: id, newTokenId: NEW, left, joined }, a.context);
const because = (move: Move): unknown => refusal(ask(move)).details;

function back(move: Move): Transfer {
  const result = ask(move);
  if (!result.ok) throw new Error(result.error.message);
  move.a.apply(result.value.from);
  move.b.apply(result.value.to);
  return result.value;
}

describe('R21: a transfer taken back', () => {
  it('R21: the first exactly as it was, the second cancelled, each with a link to the other', () => {
    const move = sent();
    const was = move.left[0] && 'before' in move.left[0] ? move.left[0].before : null;
    move.a.at('8:40');
    const { from, to } = back(move);
    expect(move.a.token(move.id)).toEqual({ ...was, updatedAt: instantOf('8:40') });
    expect(move.b.token(NEW)).toMatchObject({ status: 'cancelled', cancelReason: 'transfer_undone' });
    expect([story(from.events), story(to.events)]).toEqual([
      ['tokenRestored A-001'],
      ['tokenCancelled B-001'],
    ]);
    const undone = { code: 'transfer_undone', rule: 'R21' };
    expect(move.a.why(move.id)).toEqual({ ...undone, doctorId: doctorId(2), tokenId: NEW });
    expect(move.b.why(NEW)).toEqual({ ...undone, doctorId: doctorId(1), tokenId: move.id });
    expect([from.token?.id, to.token?.id]).toEqual([move.id, NEW]);
  });

  it('R21: from and to the waiting list, with its place', () => {
    const move = sent({ seats: [0] }, { seats: [0] });
    move.a.issue('walk_in');
    back(move);
    expect(move.a.list()).toEqual([1, 2]);
    expect(move.b.list()).toEqual([]);
  });

  it('R21: called before, it is called again, unless somebody else is or the patient is elsewhere (R27)', () => {
    const call = (c: Clinic): void => {
      c.do('callThis', { tokenId: c.id(1) });
    };
    const busy = sent({ seats: [2] }, {}, call);
    busy.a.do('callThis', { tokenId: busy.a.issue('walk_in') });
    expect(because(busy)).toMatchObject({ because: 'place_is_taken' });
    const elsewhere = sent({ seats: [2] }, {}, call);
    elsewhere.a.elsewhere = [ashaElsewhere({ doctorId: doctorId(3) })];
    expect(because(elsewhere)).toMatchObject({ because: 'place_is_taken' });
    elsewhere.a.elsewhere = [];
    back(elsewhere);
    expect(elsewhere.a.field(elsewhere.id, 'stage')).toBe('called');
  });

  it('R21, R19: called before, it is so again though somebody was held back since', () => {
    const move = sent({ seats: [2] }, {}, (c) => {
      c.do('callThis', { tokenId: c.id(1) });
    });
    move.a.do('hold', { tokenId: move.a.issue('walk_in') });
    back(move);
    expect(move.a.field(move.id, 'stage')).toBe('called');
  });

  it('R21: who was given a seat by the settling before (R9) would be given it again: refused', () => {
    const a = clinic({ seats: [0, 1] });
    const b = clinic({ seats: [1, 1], prefix: 'B', doctor: 2 });
    const id = a.issue('walk_in', { slotId: a.slotId(9) });
    a.at('10:05');
    b.at('10:05');
    const moved = transfer(a.book, b.book, { tokenId: id, newTokenId: NEW }, a.context);
    if (!moved.ok) throw new Error(moved.error.message);
    a.apply(moved.value.from);
    b.apply(moved.value.to);
    const [left, joined] = [moved.value.from.events, moved.value.to.events];
    expect(story(left)).toEqual(['tokenPromoted A-001', 'tokenTransferred A-001']);
    expect(because({ a, b, id, left, joined })).toMatchObject({ because: 'others_would_move' });
  });

  it('R21: not where the transfer moved somebody else', () => {
    const move = sent({ seats: [1] }, { seats: [1] }, (a) => a.issue('walk_in'));
    expect(refusal(ask(move))).toEqual({
      code: 'CONFLICT',
      message: 'The transfer of A-001 can no longer be taken back exactly.',
      details: {
        rule: 'R21',
        tokenId: move.id,
        number: 'A-001',
        because: 'others_were_moved',
        offer: null,
      },
    });
    const there = sent({ seats: [1] }, { seats: [1] });
    const twice = { ...there, joined: [...there.joined, ...there.left] };
    expect(because(twice)).toMatchObject({ because: 'others_were_moved', offer: 'transfer' });
  });

  it('R21: not where taking it back would move somebody, here or there', () => {
    const there = sent();
    there.b.issue('walk_in');
    expect(because(there)).toEqual({
      rule: 'R21',
      tokenId: NEW,
      number: 'B-001',
      because: 'others_would_move',
      offer: null,
    });
    const here = sent({ slots: [slotAt('9:00', '10:00', 0), slotAt('10:00', '11:00', 0)] });
    here.a.book = { ...here.a.book, slots: here.a.book.slots.map((slot) => ({ ...slot, capacity: 1 })) };
    expect(because(here)).toMatchObject({ tokenId: here.id, because: 'others_would_move' });
  });

  it('R21: not where its seat has been taken', () => {
    const move = sent();
    move.a.issue('walk_in');
    expect(because(move)).toMatchObject({ number: 'A-001', because: 'place_is_taken', offer: null });
  });

  it('R21: not where either token was changed since', () => {
    const there = sent();
    there.b.do('hold', { tokenId: NEW });
    expect(because(there)).toMatchObject({ number: 'B-001', because: 'changed_since', offer: 'transfer' });
    const gone = sent();
    gone.b.do('cancel', { tokenId: NEW, reason: 'patient' });
    expect(because(gone)).toMatchObject({ number: 'B-001', because: 'changed_since', offer: null });
    const here = sent();
    here.a.do('correct', { tokenId: here.id, note: 'wrong door' });
    expect(because(here)).toMatchObject({ number: 'A-001', because: 'changed_since' });
  });

  it('R21: only once', () => {
    const move = sent();
    back(move);
    expect(because(move)).toMatchObject({ because: 'changed_since' });
  });

  it('R21: not by the events of something later, though nothing happened since those', () => {
    const there = sent();
    const held = there.b.do('hold', { tokenId: NEW }).events;
    expect(because({ ...there, joined: held })).toMatchObject({ because: 'changed_since' });
    const here = sent();
    const { events } = here.a.do('correct', { tokenId: here.id, note: 'wrong door' });
    expect(because({ ...here, left: events })).toMatchObject({ because: 'changed_since' });
    // A token that came by a transfer, and was corrected since, is changed.
    const corrected = there.b.do('correct', { tokenId: NEW, note: 'x' }).events;
    expect(because({ ...there, joined: corrected })).toMatchObject({ because: 'changed_since' });
  });

  it('R21: not by the events of an issue that was no transfer', () => {
    const move = sent();
    const request = move.b.request('walk_in');
    const { events } = move.b.do('issue', request);
    const asked = { tokenId: move.id, newTokenId: request.id, left: move.left, joined: events };
    const refused = refusal(takeBackTransfer(move.a.book, move.b.book, asked, move.a.context));
    expect(refused.details).toMatchObject({ because: 'changed_since', offer: 'transfer' });
  });

  it('R21: unknown tokens, no events, closed books: refused', () => {
    const move = sent();
    expect(refusal(ask({ ...move, id: tokenId(5) })).code).toBe('NOT_FOUND');
    expect(because({ ...move, left: [] })).toMatchObject({ because: 'nothing_to_undo' });
    expect(because({ ...move, joined: [] })).toMatchObject({ because: 'nothing_to_undo' });
    move.b.do('closeDay', undefined);
    expect(because(move)).toEqual({ rule: 'R16' });
    const here = sent();
    here.a.do('closeDay', undefined);
    expect(because(here)).toEqual({ rule: 'R16' });
  });

  it('R21: neither side is reinstated by itself', () => {
    const move = sent();
    back(move);
    expect(refusal(move.b.try('reinstate', { tokenId: NEW }))).toMatchObject({
      code: 'CONFLICT',
      message: 'B-001 went back to the doctor before.',
      details: { rule: 'R21' },
    });
  });

  it('R21, R23: undo is refused on both sides, the arriving one too', () => {
    const move = sent();
    for (const [c, tokenId, events] of [
      [move.a, move.id, move.left],
      [move.b, NEW, move.joined],
    ] as const) {
      expect(refusal(c.try('undo', { tokenId, events })).details).toMatchObject({
        because: 'nothing_to_undo',
      });
    }
    back(move);
    const cancelled = move.b.last?.events ?? [];
    expect(refusal(move.b.try('undo', { tokenId: NEW, events: cancelled })).details).toMatchObject({
      because: 'nothing_to_undo',
    });
  });
});
