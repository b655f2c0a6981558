import { describe, expect, it } from 'vitest';
import { sortBook } from '../../src/renderer/src/screens/doctor/derive';
import { nextStep, toolsFor } from '../../src/renderer/src/screens/doctor/steps';
import { whySentence } from '../../src/renderer/src/screens/doctor/why';
import { active, listed, T0, view } from './samples';

const place = { code: 'best_waiting' } as const;

describe('the doctor’s board shows main’s order and decides none of it', () => {
  it('keeps the order of the queue and of the waiting list', () => {
    const [a, b] = [active(1), active(2)];
    const [c, d] = [listed(3), listed(4)];
    const board = sortBook(
      view({
        tokens: [a, b, c, d],
        queue: [
          { tokenId: b.id, place },
          { tokenId: a.id, place },
        ],
        waiting: [d.id, c.id],
      }),
    );
    expect(board.queue.map(({ token }) => token.number)).toEqual(['A-002', 'A-001']);
    expect(board.waiting.map(({ number }) => number)).toEqual(['A-004', 'A-003']);
  });

  it('shows a waiting emergency that heads the queue once', () => {
    const token = listed(1);
    const board = sortBook(
      view({ tokens: [token], queue: [{ tokenId: token.id, place }], waiting: [token.id] }),
    );
    expect(board.queue).toHaveLength(1);
    expect(board.waiting).toHaveLength(0);
  });

  it('finds who is held back and who is not here', () => {
    const held = active(1, { stage: 'on_hold' });
    const booked = active(2, { stage: 'booked', checkedInAt: null });
    const place = { code: 'held_back', since: T0, callsToGo: 2 } as const;
    const heldBack = [{ tokenId: held.id, place }];
    const board = sortBook(view({ tokens: [held, booked], heldBack }));
    expect(board.held).toEqual([{ token: held, callsToGo: 2 }]);
    expect(board.booked).toEqual([booked]);
  });
});

describe('Space is the obvious next step', () => {
  const called = active(1, { stage: 'called' });
  const inside = active(2, { stage: 'in_consultation' });

  const step = (over: Parameters<typeof view>[0], onBreak = false) => {
    const book = view(over);
    return nextStep(book, sortBook(book), onBreak);
  };

  it('finishes who is in the room first, then starts who is called', () => {
    const both = { tokens: [called, inside], called: called.id, inConsultation: inside.id };
    expect(step(both)).toEqual({ kind: 'serve', token: inside });
    expect(step({ tokens: [called], called: called.id })).toMatchObject({ kind: 'start' });
  });

  it('finishes who is left from the day before before anything else', () => {
    expect(step({ tokens: [called], called: called.id, left: inside })).toEqual({
      kind: 'serve',
      token: inside,
    });
  });

  it('calls whom main says is next, and nobody if that is nobody', () => {
    const [here, away] = [listed(3), listed(4, null)];
    const both = { tokens: [here, away], waiting: [away.id, here.id] };
    expect(step({ ...both, next: here.id })).toEqual({ kind: 'callNext', expected: here });
    expect(step({ tokens: [away], waiting: [away.id] })).toEqual({ kind: 'none' });
  });

  it('ends a break before anybody is called, and calls once it is over', () => {
    const here = listed(3);
    const book = { tokens: [here], next: here.id };
    expect(step(book, true)).toEqual({ kind: 'endBreak' });
    expect(step(book, false)).toEqual({ kind: 'callNext', expected: here });
  });

  it('ends the day once everybody is seen and no slot is left, never before', () => {
    const seen = { ...active(5), status: 'served', servedAt: T0 } as const;
    expect(step({ tokens: [seen] })).toEqual({ kind: 'closeDay' });
    expect(step({ tokens: [seen], status: 'closed' })).toEqual({ kind: 'closed' });
    expect(step({ tokens: [] })).toEqual({ kind: 'none' });
    expect(step({ tokens: [seen, listed(6, null)], waiting: [listed(6).id] })).toEqual({ kind: 'none' });
  });
});

describe('what can be done with one token', () => {
  it('is never a call while somebody is on the way to the door', () => {
    for (const token of [active(1), listed(2), active(3, { stage: 'on_hold' })]) {
      expect(toolsFor(token, false).has('call')).toBe(true);
      expect(toolsFor(token, true).has('call')).toBe(false);
    }
  });

  it('fits how the token stands', () => {
    expect([...toolsFor(null, false)]).toEqual([]);
    expect(toolsFor(active(1, { stage: 'called' }), true).has('recall')).toBe(true);
    expect([...toolsFor(active(1, { stage: 'in_consultation' }), false)]).toEqual(['why', 'hold']);
    expect(toolsFor(listed(2, null), false).has('checkIn')).toBe(true);
    expect(toolsFor(active(1, { stage: 'booked', checkedInAt: null }), false).has('noShow')).toBe(true);
  });
});

describe('R20: each place has its reason in a sentence', () => {
  const minutes = (waited: number) =>
    whySentence(
      { code: 'fair_share', waitedMs: waited * 60_000, targetMinutes: 30, score: waited / 30 },
      'Asia/Kolkata',
    );

  it('tells waits within the target from those beyond it', () => {
    expect(minutes(12)).toBe('Waiting for 12 min so far');
    expect(minutes(31)).toBe('Waiting for 31 min already, longer than is usual');
  });

  it('gives times in the clinic’s time zone', () => {
    expect(whySentence({ code: 'slot_order', slotStart: T0 }, 'Asia/Kolkata')).toMatch(/9:00.am/);
  });
});
