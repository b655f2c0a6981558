import type { Instant } from '../../../shared/model/time';
import type { Store } from '../../store/store';
import { theClock } from '../access/caller';
import { beginCall } from '../call';
import type { Environment } from '../environment';
import type { PracticeClinic } from '../outside/practice-door';
import { calendar } from '../time/calendar';
import { fillWithSamples } from './samples';

/** Fills practice data that are empty, and sets their own clock to an hour in which there is something to do. */
export async function preparePractice(
  environment: Environment,
  clinic: PracticeClinic | null,
): Promise<void> {
  await fillWithSamples(environment.store, clinic ?? {});
  await setPracticeClock(environment);
}

/**
 * The practice day's slots are in the morning. At any other hour its clock is set to 8:45 of the day, or just behind
 * the last thing that happened there. The clinic's own clock is another one, and never set.
 */
export async function setPracticeClock(environment: Environment): Promise<void> {
  const { store, clock, log } = environment;
  if (clock.offset !== 0) return;
  const { today, now, settings } = await beginCall(environment, theClock);
  const { timeZone } = settings.clinic;
  const at = (minute: number): Instant => calendar.instantOf(today, minute, timeZone);
  if (now >= at(8 * 60) && now < at(11 * 60 + 30)) return;
  const last = (await store.lastEventAt()) ?? 0;
  const resumed = last >= at(8 * 60) && last < at(12 * 60 + 30) ? last + 1_000 : 0;
  clock.setTo(Math.max(at(8 * 60 + 45), resumed));
  log.info('practice clock set', new Date(clock.now()).toISOString());
}

/** Earlier versions filled the clinic's own database with the practice day, and set the clock at each start. */
const FILLED_BY_AN_EARLIER_VERSION = 'demo';

/** Whether the clinic's own data began as an earlier version's practice day, and nobody has settled that yet. */
export async function hasPracticeData(store: Store): Promise<boolean> {
  return (await store.meta(FILLED_BY_AN_EARLIER_VERSION)) === 'yes';
}

/** They are the clinic's from now on. */
export async function keepPracticeData(store: Store): Promise<void> {
  await store.saveMeta(FILLED_BY_AN_EARLIER_VERSION, 'no');
}
