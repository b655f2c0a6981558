import { describe, expect, it } from 'vitest';
import { transfer } from '../../src/main/engine';
import { type Clinic, clinic, NEXT_DAY, refusal, slotId, story, tokenId } from './helpers/clinic';
import { asha } from './helpers/doors';

const NEW = tokenId(900_001);

describe('R21: a move to another day', () => {
  const days = (): [Clinic, Clinic] => {
    const a = clinic({ seats: [1] });
    const next = clinic({ seats: [1] });
    next.book = { ...next.book, serviceDay: NEXT_DAY };
    return [a, next];
  };

  it('R21: between two books of one doctor: not checked in there, without the time waited', () => {
    const [a, next] = days();
    const id = a.issue('walk_in', { ...asha, precedence: 'senior' });
    next.issue('online');
    a.at('8:30');
    const moved = transfer(a.book, next.book, { tokenId: id, newTokenId: NEW }, a.context);
    if (!moved.ok) throw new Error(moved.error.message);
    a.apply(moved.value.from);
    next.apply(moved.value.to);
    expect(next.token(NEW)).toMatchObject({
      serviceDay: NEXT_DAY,
      checkedInAt: null,
      status: 'waiting',
      listedAt: a.now,
      precedence: 'senior',
    });
    expect(a.why(id)).toMatchObject({ code: 'transferred', serviceDay: NEXT_DAY });
  });

  it('R21: somebody displaced here is not displaced there', () => {
    const a = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0 } });
    const next = clinic({ seats: [0] });
    next.book = { ...next.book, serviceDay: NEXT_DAY };
    const id = a.issue('walk_in');
    a.issue('emergency');
    expect(a.where(id)).toBe('displaced');
    const moved = transfer(a.book, next.book, { tokenId: id, newTokenId: NEW }, a.context);
    expect(moved).toMatchObject({
      ok: true,
      value: { to: { token: { status: 'waiting', displacements: 1 } } },
    });
  });

  it('R21, R4: not an emergency, which is of today', () => {
    const [a, next] = days();
    const id = a.issue('emergency');
    const answer = transfer(a.book, next.book, { tokenId: id, newTokenId: NEW }, a.context);
    expect(refusal(answer)).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 is an emergency, and that is of today.',
      details: { rule: 'R4' },
    });
  });

  it('R21, R8: to a slot asked for, which must have a seat and may be too near (R11)', () => {
    const [a, next] = days();
    const id = a.issue('walk_in');
    next.issue('online');
    const request = { tokenId: id, newTokenId: NEW, slotId: next.slotId(9) };
    expect(refusal(transfer(a.book, next.book, request, a.context))).toEqual({
      code: 'CONFLICT',
      message: 'That slot is full.',
      details: { rule: 'R8', tokenId: id, slotId: next.slotId(9) },
    });
    const b = clinic({ seats: [1], prefix: 'B', doctor: 2 });
    const away = a.issue('online');
    const near = { ...a.context, rules: { ...a.rules, promotionLeadMinutes: 240 } };
    const asked = { tokenId: away, newTokenId: NEW, slotId: b.slotId(9) };
    const sentThere = transfer(a.book, b.book, asked, near);
    expect(sentThere.ok && story(sentThere.value.to.events)).toEqual(['tokenIssued B-001']);
    const other = { ...asked, slotId: slotId(4) };
    expect(refusal(transfer(a.book, b.book, other, near))).toMatchObject({
      code: 'NOT_FOUND',
      details: { rule: 'R8' },
    });
  });
});
