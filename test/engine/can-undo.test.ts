import { expect, test } from 'vitest';
import { canUndo, undo } from '../../src/main/engine';
import { isTokenEvent } from '../../src/shared/model/event';
import { fc } from '../helpers/fast-check';
import { plans } from './model/arbitrary';
import { type Change, stepsOf, World } from './model/world';

/** So many of the latest changes are asked about after each step. */
const LATEST = 5;

test('R23: a change can be undone exactly where undoing it would be done, on random days', () => {
  const asked = { yes: 0, no: 0 };
  fc.assert(
    fc.property(plans(40), (plan) => {
      const world = new World(plan);
      const changes: Change[] = [];
      for (const step of stepsOf(plan)) {
        changes.push(...world.take(step, step.other ? 1 : 0));
        for (const { after, decision } of changes.slice(-LATEST)) {
          const book = world.books.find(({ doctorId }) => doctorId === after.doctorId) ?? after;
          const tokens = new Set(decision.events.filter(isTokenEvent).map((event) => event.after.id));
          for (const tokenId of tokens) {
            const request = { tokenId, events: decision.events };
            const can = undo(book, request, world.context).ok;
            expect(canUndo(book, request, world.context)).toBe(can);
            asked[can ? 'yes' : 'no'] += 1;
          }
        }
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
  expect(asked.yes).toBeGreaterThan(100);
  expect(asked.no).toBeGreaterThan(100);
});
