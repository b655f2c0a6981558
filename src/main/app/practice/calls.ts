import { fail, ok, type Result } from '../../../shared/result';
import { actorOf, type Handlers } from '../call';
import type { Environment } from '../environment';
import type { PracticeDoor } from '../outside/practice-door';
import { lineOf } from '../run/audit-line';
import { afterwards } from '../run/failures';
import { hasPracticeData, keepPracticeData } from './practice';

/** In to the practice day, out of it, and out of what earlier versions made of it. */
export function practiceHandlers(
  environment: Environment,
): Handlers<'practice.enter' | 'practice.leave' | 'practice.settle'> {
  const { store, practice = false, practiceDoor } = environment;

  async function through(
    pass: (door: PracticeDoor) => Promise<Result<Record<string, never>>>,
  ): Promise<Result<Record<string, never>>> {
    if (practiceDoor === undefined)
      return fail('FORBIDDEN', 'The practice day is opened and left at the PC that keeps the data.');
    return pass(practiceDoor);
  }

  return {
    'practice.enter': () =>
      through(async (door) =>
        practice ? fail('CONFLICT', 'This is the practice day already.') : door.enter(),
      ),
    'practice.leave': () =>
      through(async (door) => (practice ? door.leave() : fail('CONFLICT', 'This is not the practice day.'))),
    'practice.settle': async (call, { keep }) => {
      if (practice || !(await hasPracticeData(store)))
        return fail('CONFLICT', 'There are no practice data among the clinic’s.');
      const kind = keep ? 'practice.keep' : 'practice.setAside';
      const line = lineOf({ kind, input: {} }, actorOf(call.caller), call.now);
      const record = () => afterwards(environment, 'recording', () => store.addAuditLine(line));
      if (!keep) {
        return through(async (door) => {
          // Before these data are closed: the line goes aside with them.
          await record();
          return door.setAside();
        });
      }
      await keepPracticeData(store);
      await record();
      environment.publish({ type: 'everythingChanged' });
      return ok({});
    },
  };
}
