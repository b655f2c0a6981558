import { describe, expect, it } from 'vitest';
import { nothing, take } from '../../src/renderer/src/data/held';
import { share } from '../../src/renderer/src/data/share';
import { ok } from '../../src/shared/result';
import { active, T0, view } from './samples';

const place = { code: 'slot_order', slotStart: T0 } as const;
const copyOf = <T>(value: T): T => structuredClone(value);

describe('one update renders what changed: the rest of a book is the same object as before', () => {
  const tokens = [1, 2, 3].map((n) => active(n));
  const queue = tokens.map(({ id }) => ({ tokenId: id, place }));
  const before = view({ tokens, queue });

  it('is the held book itself if nothing changed', () => {
    expect(share(before, copyOf(before))).toBe(before);
    const held = { ...nothing, value: before, generation: 1 };
    expect(take('books.view', held, ok(copyOf(before)), 1, 1)).toBe(held);
  });

  it('keeps every token but the one that changed', () => {
    const [first, second, third] = copyOf(tokens);
    if (!first || !second || !third) throw new Error('Three tokens.');
    const after = share(before, copyOf(view({ tokens: [first, { ...second, note: 'Hurt' }, third], queue })));
    expect(after.tokens[0]).toBe(before.tokens[0]);
    expect(after.tokens[1]).toEqual({ ...second, note: 'Hurt' });
    expect(after.tokens[2]).toBe(before.tokens[2]);
    expect(after.queue).toBe(before.queue);
    expect(after.slots).toBe(before.slots);
    expect(after.doctor).toBe(before.doctor);
  });

  it('knows a place by its token: once the first is called, everybody moves up and nobody is another', () => {
    const after = share(before, copyOf(view({ tokens, queue: queue.slice(1) })));
    expect(after.queue).toHaveLength(2);
    expect(after.queue[0]).toBe(before.queue[1]);
    expect(after.queue[1]).toBe(before.queue[2]);
  });

  it('says what the answer says, whatever was held', () => {
    for (const next of [
      view({ tokens: [], queue: [] }),
      view({ tokens: tokens.toReversed(), queue, next: null }),
    ])
      expect(share(before, copyOf(next))).toEqual(next);
  });
});
