import { theClock } from '../access/caller';
import { actorOf, type Call } from '../call';
import { lineOf } from '../run/audit-line';
import { afterwards } from '../run/failures';
import { hourAt } from '../time/calendar';

/** The clinic's hours in which nobody is there, and its line is free. */
const NIGHT = new Set([22, 23, 0, 1, 2, 3, 4]);
/** Longer than a night, shorter than a day. */
const ONCE_A_NIGHT_MS = 12 * 60 * 60_000;

/** When it was last tried by itself, in ms that the app has lived. */
const triedAt = new WeakMap<object, number>();

/**
 * Begins to look for a new version, and fetches it, where somebody chose that it does so by itself: once a night, and with nobody
 * waiting. It is never installed by itself. What runs is not waited for.
 */
export async function fetchAtNight(call: Call): Promise<void> {
  const { environment, now, today, settings } = call;
  const { updates, clock, store } = environment;
  if (updates === undefined || !NIGHT.has(hourAt(now, settings.clinic.timeZone))) return;
  const last = triedAt.get(updates);
  if (last !== undefined && clock.elapsed() - last < ONCE_A_NIGHT_MS) return;
  const { hasKey, choice, running } = await updates.status();
  if (!hasKey || !choice.atNight || choice.source === 'off' || running !== null) return;
  if ((await store.doctorsWithOpenTokens(today)).length > 0) return;
  triedAt.set(updates, clock.elapsed());
  const line = lineOf({ kind: 'clock.update', input: {} }, actorOf(theClock), now);
  await afterwards(environment, 'recording', () => store.addAuditLine(line));
  void updates.fetch().catch((error: unknown) => environment.log.error('the update failed', error));
}
