import { describe, expect, it } from 'vitest';
import { boardOf, nextStep } from '../../src/renderer/src/screens/doctor/derive';
import { whySentence } from '../../src/renderer/src/screens/doctor/why';
import { active, listed, T0, view } from './samples';

const place = { code: 'best_waiting' } as const;

describe('the doctor’s board shows main’s order and decides none of it', () => {
  it('keeps the order of the queue and of the waiting list', () => {
    const [a, b] = [active(1), active(2)];
    const [c, d] = [listed(3), listed(4)];
    const board = boardOf(
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
    const board = boardOf(
      view({ tokens: [token], queue: [{ tokenId: token.id, place }], waiting: [token.id] }),
    );
    expect(board.queue).toHaveLength(1);
    expect(board.waiting).toHaveLength(0);
  });

  it('finds who is held back and who is not here', () => {
    const held = active(1, { stage: 'on_hold' });
    const booked = active(2, { stage: 'booked', checkedInAt: null });
    const board = boardOf(view({ tokens: [held, booked] }));
    expect(board.held).toEqual([held]);
    expect(board.booked).toEqual([booked]);
  });
});

describe('Space is the obvious next step', () => {
  const called = active(1, { stage: 'called' });
  const inside = active(2, { stage: 'in_consultation' });

  it('finishes who is in the room first, then starts who is called', () => {
    const both = boardOf(view({ tokens: [called, inside], called: called.id, inConsultation: inside.id }));
    expect(nextStep(both)).toEqual({ kind: 'serve', token: inside });
    expect(nextStep(boardOf(view({ tokens: [called], called: called.id })))).toMatchObject({
      kind: 'start',
    });
  });

  it('calls the next who is here, even from the waiting list, and nobody who is not', () => {
    const here = listed(3);
    const away = listed(4, null);
    const board = boardOf(view({ tokens: [here, away], waiting: [away.id, here.id] }));
    expect(nextStep(board)).toEqual({ kind: 'callNext', expected: here });
    expect(nextStep(boardOf(view({ tokens: [away], waiting: [away.id] })))).toEqual({ kind: 'none' });
  });
});

describe('R20: each place has its reason in a sentence', () => {
  const minutes = (waited: number) =>
    whySentence(
      { code: 'fair_share', waitedMs: waited * 60_000, targetMinutes: 30, score: waited / 30 },
      'Asia/Kolkata',
    );

  it('tells waits within the target from those beyond it', () => {
    expect(minutes(12)).toBe('Waited 12 of at most 30 min');
    expect(minutes(31)).toBe('Waited 31 min; should be 30');
  });

  it('gives times in the clinic’s time zone', () => {
    expect(whySentence({ code: 'slot_order', slotStart: T0 }, 'Asia/Kolkata')).toMatch(/9:00.am/);
  });
});
