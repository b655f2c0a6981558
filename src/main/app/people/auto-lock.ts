import { MINUTE } from '../../../shared/model/time';
import type { Session } from '../access/sessions';
import type { Environment } from '../environment';
import { afterwards } from '../run/failures';
import type { Clock } from '../time/clock';

/** A station locks this much late at most. */
const LOOK_EVERY_MS = 5_000;

type Parts = Pick<Environment, 'store' | 'clock' | 'sessions' | 'publish' | 'log'>;

/** Covers every station at which no key was pressed for as long as the settings say. Nothing that runs there is stopped. */
export async function lockIdle({ store, clock, sessions, publish }: Parts): Promise<void> {
  const { lockAfterMinutes } = (await store.settings()).people;
  if (lockAfterMinutes === 0) return;
  const idle = sessions
    .all()
    .filter(([, session]) => !session.locked && idleFor(session, clock) >= lockAfterMinutes * MINUTE);
  for (const [station] of idle) sessions.change(station, { locked: true });
  if (idle.length > 0) publish({ type: 'personsChanged' });
}

/** By whichever clock says longer: a computer that slept has not lived meanwhile. */
function idleFor({ stirredAt, shownAt }: Session, clock: Clock): number {
  return Math.max(clock.elapsed() - stirredAt, clock.now() - shownAt);
}

/** Answers how to stop. */
export function startAutoLock(environment: Parts): () => void {
  const timer = setInterval(
    () => void afterwards(environment, 'locking stations', () => lockIdle(environment)),
    LOOK_EVERY_MS,
  );
  return () => clearInterval(timer);
}
