import { describe, expect, it } from 'vitest';
import { dayPlus } from '../../src/renderer/src/data/days';
import { happenedText } from '../../src/renderer/src/parts/happened';
import { reasonSentence } from '../../src/renderer/src/parts/reason';
import { linkOf } from '../../src/renderer/src/parts/transferLink';
import { columnOf } from '../../src/renderer/src/screens/desk/columns/derive';
import { needsLook, overdueOf } from '../../src/renderer/src/screens/desk/overdue';
import { remarkText } from '../../src/renderer/src/screens/desk/remarks';
import { mayDo, mayDoOn } from '../../src/renderer/src/screens/desk/token/actions';
import type { HistoryLine } from '../../src/shared/model/change';
import { serviceDaySchema } from '../../src/shared/model/time';
import { type ActiveToken, type Token, unseenWays } from '../../src/shared/model/token';
import { active, doctorId, listed, T0, view } from './samples';

const day = serviceDaySchema.parse;

function cancelled(n: number, over: Partial<Extract<Token, { status: 'cancelled' }>> = {}): Token {
  const { seatedAt: _seat, slotId: _slot, stage: _stage, ...facts } = active(n);
  return {
    ...facts,
    status: 'cancelled',
    cancelledAt: T0,
    cancelReason: 'transferred',
    lastSlotId: null,
    transferredTo: active(n + 1).id,
    ...over,
  };
}

describe('what the boards say of a token', () => {
  const held = (heldFor: ActiveToken['heldFor'], callsToGo: number): string | null => {
    const token = active(1, { stage: 'on_hold', heldFor, heldAt: T0, heldAtCall: 1 });
    const place = { code: 'held_back', since: T0, callsToGo } as const;
    return remarkText(token, columnOf(view({ tokens: [token], heldBack: [{ tokenId: token.id, place }] })));
  };

  it('is why somebody stepped back, and after how many others they come', () => {
    expect(held('no_answer', 2)).toBe('Did not answer: comes after 2 others');
    expect(held('asked', 1)).toBe('Stepped out: comes after 1 other');
    expect(held('no_answer', 0)).toBe('Did not answer: comes next');
  });

  it('is with which doctor the patient is', () => {
    const token = active(1);
    const where = { tokenId: token.id, doctorId, doctorName: 'Dr Rao', room: '1', number: 'B-001' };
    const say = (stage: 'called' | 'in_consultation', room: string) =>
      remarkText(token, columnOf(view({ tokens: [token], elsewhere: [{ ...where, room, stage }] })));
    expect(say('in_consultation', '1')).toBe('Is with Dr Rao in room 1');
    expect(say('called', '')).toBe('Called to Dr Rao');
  });

  it('is that a seat was lost and the place kept, as long as they are here', () => {
    const lostSlotId = active(1).slotId;
    const board = columnOf(view({}));
    expect(remarkText({ ...listed(1), lostSlotId }, board)).toBe(
      'Lost the seat to an emergency, keeps the place',
    );
    expect(remarkText({ ...listed(1, null), lostSlotId }, board)).toBe('Lost the seat to an emergency');
    expect(remarkText(active(1, { lostSlotId, stage: 'called' }), board)).toBeNull();
    expect(remarkText(active(1, { stage: 'called', unanswered: 1 }), board)).toContain('a no-show');
  });
});

describe('what can be done with a token', () => {
  it('is to take an upgrade back only where there was one', () => {
    const born = active(1, { source: 'emergency', priority: 1 });
    expect(mayDo('takeBackUpgrade', born)).toBe(false);
    expect(mayDo('takeBackUpgrade', { ...born, upgradedFrom: 'online' })).toBe(true);
    // R4: an emergency is of today.
    expect(mayDo('moveToDay', born)).toBe(false);
  });

  it('is to take a transfer back from either side, until something else happened', () => {
    const here = active(2, { transferredFrom: active(1).id });
    expect(mayDo('takeBackTransfer', here)).toBe(true);
    expect(mayDo('takeBackTransfer', { ...here, updatedAt: T0 + 1 })).toBe(false);
    expect(mayDo('takeBackTransfer', cancelled(1))).toBe(true);
    expect(mayDo('takeBackTransfer', cancelled(1, { cancelReason: 'transfer_undone' }))).toBe(false);
    expect(linkOf(here)).toBe(active(1).id);
    expect(linkOf(cancelled(1))).toBe(active(2).id);
    // Who goes on with another number is not put back in the queue.
    expect(mayDo('reinstate', cancelled(1))).toBe(false);
    expect(mayDo('reinstate', cancelled(1, { cancelReason: 'transfer_undone' }))).toBe(false);
  });

  it('is, on a yesterday opened again, to say that somebody was seen', () => {
    const today = '2026-11-23';
    expect(mayDoOn(today, 'serve', active(1))).toBe(true);
    expect(mayDoOn(today, 'cancel', active(1))).toBe(true);
    expect(mayDoOn(today, 'move', active(1))).toBe(false);
    expect(mayDoOn(today, 'serve', cancelled(1))).toBe(false);
    expect(mayDoOn('2026-11-22', 'serve', active(1))).toBe(false);
  });
});

describe('who would be a no-show now', () => {
  it('is asked about where the clock gives them time anew, and not while it marks by itself', () => {
    const tokens = [active(1, { stage: 'booked', checkedInAt: null }), active(2, { stage: 'booked' })];
    const overdue = tokens.map(({ id: tokenId }, index) => ({ tokenId, at: T0 + 10 - index }));
    const list = overdueOf([view({ tokens, overdue })]);
    expect(list.map(({ token }) => token.number)).toEqual(['A-002', 'A-001']);
    expect(needsLook(list)).toBe(true);
    expect(needsLook(overdueOf([view({ tokens, overdue, now: T0 + 60 })]))).toBe(false);
    expect(needsLook([])).toBe(false);
  });
});

describe('what happened', () => {
  it('R16: of somebody not seen says how the day ended, and of a cancelled token that it was cancelled', () => {
    const said = [...unseenWays, 'staff' as const].map((cancelReason) =>
      happenedText({ type: 'tokenCancelled', cancelReason, corrected: null }),
    );
    expect(said).toEqual([
      'Left without being seen',
      'Sent away',
      'Not seen: the doctor was gone',
      'Not seen: the day closed by itself',
      'Not seen: the day was closed',
      'Cancelled',
    ]);
    expect(happenedText({ type: 'tokenIssued', cancelReason: null, corrected: null })).toBe('Issued');
  });

  it('R16: of a correction says what it was of', () => {
    const said = (['said', 'source', 'patient'] as const).map((corrected) =>
      happenedText({ type: 'tokenCorrected', cancelReason: null, corrected }),
    );
    expect(said).toEqual([
      'Name, phone or note corrected',
      'Made a walk-in',
      'Patient in the register changed',
    ]);
  });
});

describe('a reason', () => {
  const say = (reason: HistoryLine['reason']): string =>
    reasonSentence(
      {
        ...{
          at: T0,
          type: 'tokenTransferred',
          status: 'cancelled',
          slot: null,
          reason,
          otherNumber: 'B-004',
        },
        ...{ cancelReason: 'transferred', corrected: null, personName: null },
      },
      'Asia/Kolkata',
    );
  it('names where a token went on, by doctor or by day', () => {
    const link = { code: 'transferred', rule: 'R21', doctorId, tokenId: active(1).id } as const;
    expect(say(link)).toBe('Sent to another doctor, as B-004.');
    expect(say({ ...link, serviceDay: day('2026-11-24') })).toContain('Tuesday');
  });
  it('of a closed slot blames no emergency', () => {
    expect(say({ code: 'slot_closed', rule: 'R15', slotId: active(1).slotId })).toBe('The slot was closed.');
  });
});

it('the day after the last of a month is the first of the next', () => {
  expect(dayPlus(day('2026-02-28'), 1)).toBe('2026-03-01');
  expect(dayPlus(day('2026-03-01'), -1)).toBe('2026-02-28');
});
