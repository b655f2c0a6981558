import { expect, test } from 'vitest';
import type { Context } from '../../src/main/engine';
import { Draft } from '../../src/main/engine/draft';
import { callable, firstCallable } from '../../src/main/engine/queue';
import type { Book } from '../../src/shared/model/book';
import { fc } from '../helpers/fast-check';
import { plans } from './model/arbitrary';
import { stepsOf, World } from './model/world';

/** All that a command reads of the counts. */
function counted(book: Book, context: Context) {
  const draft = new Draft(book, context);
  const { rankTime, arrival, waiting } = draft;
  return {
    ...{ rankTime, arrival, waiting },
    place: draft.nextListSequence(),
    last: [draft.lastSequence('main'), draft.lastSequence('paper')],
    seats: draft.slots.map(({ id }) => [draft.used(id), draft.emergencies(id)]),
  };
}

test('what is handed on from one command to the next is what counting anew gives, on random days', () => {
  let compared = 0;
  fc.assert(
    fc.property(plans(60), (plan) => {
      const world = new World(plan);
      for (const step of stepsOf(plan)) {
        world.take(step, step.other ? 1 : 0);
        for (const book of world.books) {
          const anew = { ...book, tokens: [...book.tokens], slots: [...book.slots] };
          expect(counted(book, world.context)).toEqual(counted(anew, world.context));
          compared += 1;
        }
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(1_000);
});

test('R18: the first who may be called is the first of all who may, on random days', () => {
  let called = 0;
  fc.assert(
    fc.property(plans(60), (plan) => {
      const world = new World(plan);
      for (const step of stepsOf(plan)) {
        world.take(step, step.other ? 1 : 0);
        for (const book of world.books) {
          const [first] = callable(book, world.context);
          expect(firstCallable(book, world.context)).toEqual(first);
          if (first) called += 1;
        }
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(called).toBeGreaterThan(500);
});
