import type { Book } from '../../../shared/model/book';
import { ok, type Result } from '../../../shared/result';
import type { Context } from '../../engine';
import type { BookChange, Fact, Reading, Transaction } from '../../store/store';
import { type Call, contextOf, doorsSince } from '../call';
import type { Learning } from '../waits/pace';
import { changeOf } from './change';
import { afterwards } from './failures';
import { withRegister } from './follow-register';
import type { Decided, Deciding, Plan } from './plan';
import { standingAmong } from './standing';

/**
 * Decides and applies a command in one transaction, and learns from it; whoever listens to the store hears of it.
 * @param request names the command and all of its content, if it may be sent again (R17)
 * Errors: those of its decision, and of `Store.transact`.
 */
export async function runPlan<A>(
  call: Call,
  plan: Plan<A>,
  request?: Transaction['request'],
): Promise<Result<A>> {
  const { environment } = call;
  const { store } = environment;
  const learning = learningOf(call);
  const commit = await store.transact<A>({ ...transactionOf(call, plan), request }, (books, reading) => {
    const at = decidingIn(call, reading);
    const decided = plan.decide(books, at);
    if (!decided.ok) return decided;
    const change = changeOf(call, withRegister(decided.value, at), reading);
    return ok({ ...change, facts: learning.from(change.books) });
  });
  if (!commit.ok) {
    learning.unwound();
    return plan.explain ? { ok: false, error: await plan.explain(commit.error) } : commit;
  }
  const { repeated, answer } = commit.value;
  if (!repeated) await afterwards(environment, 'learning', learning.committed);
  return ok(await completed(call, plan, answer));
}

/** What this command teaches of how long things take; that nothing can be learned from it does not stop it. */
function learningOf(
  call: Call,
): Omit<Learning, 'from'> & { from(books: readonly BookChange[]): readonly Fact[] } {
  const { pace, clockTrust, log } = call.environment;
  const learning = pace.learning();
  return {
    ...learning,
    from(books) {
      // R35: nor while nobody knows what time it is.
      if (clockTrust.isDoubted()) return [];
      try {
        return learning.from(books, contextOf(call));
      } catch (error) {
        log.error('done, but not all that follows', 'learning', error);
        return [];
      }
    },
  };
}

/** What was done is answered, also where nothing can be added to it. */
async function completed<A>({ environment }: Call, { complete }: Plan<A>, answer: A): Promise<A> {
  let whole = answer;
  if (complete) await afterwards(environment, 'answering', async () => (whole = await complete(answer)));
  return whole;
}

/**
 * The same without doing it: `describe` is shown the books as they are and what would be decided, from one moment.
 * Errors: those of the decision, and of `describe`.
 */
export function lookAt<A, T>(
  call: Call,
  plan: Plan<A>,
  describe: (books: readonly Book[], decided: Decided<A>, at: Deciding) => Result<T>,
): Promise<Result<T>> {
  return call.environment.store.look(transactionOf(call, plan), (books, reading) => {
    const at = decidingIn(call, reading);
    const decided = plan.decide(books, at);
    return decided.ok ? describe(books, withRegister(decided.value, at), at) : decided;
  });
}

/** What the store is to load. */
function transactionOf(
  { today, now }: Call,
  {
    books,
    tokens = [],
    printJobs = [],
    patients = {},
    everyDoctor = false,
    settingsVersions = false,
    everyPerson = false,
    paymentDay,
  }: Omit<Plan<unknown>, 'decide' | 'complete' | 'explain'>,
): Transaction {
  return {
    ...{ books, tokens, printJobs, patients, everyDoctor, settingsVersions, everyPerson, paymentDay },
    ...{ today, now },
  };
}

/** By the settings of the transaction, which may be newer than those at the door. */
function decidingIn(call: Call, reading: Reading): Deciding {
  const inside = { ...call, settings: reading.settings };
  return {
    reading,
    contextOn: (day): Context => ({
      ...contextOf(inside),
      elsewhere: reading.atDoors(day, doorsSince(inside)),
      standing: (id) => standingAmong(id, reading.patient)?.id ?? id,
    }),
  };
}
