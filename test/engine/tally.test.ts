import { expect, test } from 'vitest';
import type { Context } from '../../src/main/engine';
import { Draft } from '../../src/main/engine/draft';
import { callable, firstCallable } from '../../src/main/engine/queue';
import type { Book } from '../../src/shared/model/book';
import { onRandomDays } from './model/random-days';

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
  onRandomDays(60, 60, (book, context) => {
    const anew = { ...book, tokens: [...book.tokens], slots: [...book.slots] };
    expect(counted(book, context)).toEqual(counted(anew, context));
    compared += 1;
  });
  expect(compared).toBeGreaterThan(1_000);
});

test('R18: the first who may be called is the first of all who may, on random days', () => {
  let called = 0;
  onRandomDays(60, 60, (book, context) => {
    const [first] = callable(book, context);
    expect(firstCallable(book, context)).toEqual(first);
    if (first) called += 1;
  });
  expect(called).toBeGreaterThan(500);
});
