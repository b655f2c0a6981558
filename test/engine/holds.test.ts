import { expect, test } from 'vitest';
import { comingUp, orderHoldsUntil, phasesHoldUntil, viewSlots, waitingInOrder } from '../../src/main/engine';
import { rankQueue } from '../../src/main/engine/queue';
import type { Book } from '../../src/shared/model/book';
import { fc } from '../helpers/fast-check';
import { plans } from './model/arbitrary';
import { stepsOf, World } from './model/world';

type Context = World['context'];

const order = (book: Book, context: Context) => ({
  queue: rankQueue(book, context).map(({ token }) => token.id),
  list: waitingInOrder(book.tokens, context).map(({ id }) => id),
  coming: comingUp(book, context, 10),
});
const phases = (book: Book, context: Context) => viewSlots(book, context).map(({ phase }) => phase);

test('until the order of a queue and the phase of a slot are told to hold they do, on random days', () => {
  let [held, ended] = [0, 0];
  fc.assert(
    fc.property(plans(40), fc.nat(1_000_000), (plan, between) => {
      const world = new World(plan);
      for (const step of stepsOf(plan)) {
        world.take(step, step.other ? 1 : 0);
        const { context, now } = world;
        for (const book of world.books) {
          for (const [shown, until] of [
            [order, orderHoldsUntil(book, context)],
            [phases, phasesHoldUntil(book, context)],
          ] as const) {
            const last = Math.min(until, now + 100 * 60 * 60_000) - 1;
            if (last <= now) continue;
            const before = shown(book, context);
            for (const at of [now + 1, now + 1 + (between % (last - now)), last]) {
              expect(shown(book, { ...context, now: at })).toEqual(before);
              held += 1;
            }
            if (until === Infinity) continue;
            const after = shown(book, { ...context, now: until + 5 });
            if (JSON.stringify(after) !== JSON.stringify(before)) ended += 1;
          }
        }
      }
    }),
    { numRuns: 200, endOnFailure: true },
  );
  expect(held).toBeGreaterThan(5_000);
  // Of what may end then, some does.
  expect(ended).toBeGreaterThan(300);
});
