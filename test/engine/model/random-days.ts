import type { Book } from '../../../src/shared/model/book';
import { fc } from '../../helpers/fast-check';
import { plans } from './arbitrary';
import { stepsOf, World } from './world';

/** Looks at every book after every step of so many random days, each of at most so many steps. */
export function onRandomDays(
  days: number,
  mostSteps: number,
  look: (book: Book, context: World['context']) => void,
): void {
  fc.assert(
    fc.property(plans(mostSteps), (plan) => {
      const world = new World(plan);
      for (const step of stepsOf(plan)) {
        world.take(step, step.other ? 1 : 0);
        for (const book of world.books) look(book, world.context);
      }
    }),
    { numRuns: days, endOnFailure: true },
  );
}
