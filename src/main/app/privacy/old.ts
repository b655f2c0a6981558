import type { Settings } from '../../../shared/model/settings';
import type { ServiceDay } from '../../../shared/model/time';
import { theClock } from '../access/caller';
import { actorOf, type Call } from '../call';
import type { Environment } from '../environment';
import { lineOf } from '../run/audit-line';
import { breathe } from '../run/breathe';
import { daysAfter } from '../time/calendar';
import { deletePapers, papersOf } from './papers';

/** Some milliseconds of work: no step is felt at the desk. */
const STEP = 20;
/** In one round: a year of a large clinic is done within a day. */
const STEPS = 10;

/** Visits of before this day are erased by themselves; null: none are. */
export function erasedBefore({ privacy }: Settings, today: ServiceDay): ServiceDay | null {
  return privacy.eraseAfterDays === null ? null : daysAfter(today, -privacy.eraseAfterDays);
}

/** How many visits another setting would erase that this one does not. */
export async function wouldErase(
  { store }: Environment,
  before: Settings,
  after: Settings,
  today: ServiceDay,
): Promise<number> {
  const [was, is] = [erasedBefore(before, today), erasedBefore(after, today)];
  return is === null || (was !== null && was >= is) ? 0 : store.countToErase(is);
}

/**
 * Whose visits were long ago is erased, a little in each round: what is done is done, and a restart goes on with the
 * rest. Once nothing is left one line says how many it were. The traces go when nobody has an open token.
 */
export async function eraseOld(call: Call): Promise<void> {
  const { environment, settings, today } = call;
  const { store, log, publish } = environment;
  const before = erasedBefore(settings, today);
  for (let step = 0; before !== null && step < STEPS; step += 1) {
    const tokens = await store.tokensToErase(before, STEP);
    const isLast = tokens.length < STEP;
    if (tokens.length > 0) {
      const deleted = await deletePapers(call, await papersOf(call, tokens));
      if (!deleted.ok) log.warn('a slip stays though its patient is erased');
    }
    const line = lineOf({ kind: 'clock.erase', input: { before } }, actorOf(theClock), call.now);
    await store.eraseInSteps(
      tokens.map(({ id }) => id),
      isLast ? line : null,
    );
    if (isLast) {
      if (tokens.length > 0) publish({ type: 'everythingChanged' });
      break;
    }
    await breathe();
  }
  if ((await store.doctorsWithOpenTokens(today)).length === 0)
    await store.wipeTraces(Number.MAX_SAFE_INTEGER);
}
