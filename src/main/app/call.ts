import type { CallName, CallOutput, CheckedInput } from '../../shared/contract';
import type { Actor } from '../../shared/model/actor';
import type { Settings } from '../../shared/model/settings';
import { type Instant, MINUTE, type ServiceDay } from '../../shared/model/time';
import type { Result } from '../../shared/result';
import type { Context } from '../engine';
import type { Caller } from './access/caller';
import type { Environment } from './environment';
import type { Act } from './run/audit-line';
import { serviceDayAt } from './time/calendar';

/** One call from the door on: who asks, when, and by which settings. All of it is read once. */
export interface Call {
  readonly environment: Environment;
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly now: Instant;
  /** The service day at `now`. */
  readonly today: ServiceDay;
  readonly settings: Settings;
  /** R17: the caller's name for this command, if it may be sent again. */
  readonly requestId: string | undefined;
  /** What of it goes on record if it changes anything; null: nothing does. */
  readonly act: Act | null;
}

/** Reads the clock and the settings for a call. */
export async function beginCall(
  environment: Environment,
  caller: Caller,
  { requestId, act = null }: Partial<Pick<Call, 'requestId' | 'act'>> = {},
): Promise<Call> {
  const { store, clock, clockTrust, pace } = environment;
  await clockTrust.ready();
  await pace.ready();
  const settings = await store.settings();
  const now = clock.now();
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const today = serviceDayAt(now, timeZone, dayStartsAtMinute);
  return { environment, caller, now, today, settings, requestId, act };
}

/** What the engine may know of the world in this call, but for who is with another doctor (R27). */
export function contextOf({ environment, caller, now, today, settings }: Call): Context {
  const { rules, clinic } = settings;
  const watchedSince = environment.watch.since();
  const { dayStartsAtMinute, country } = clinic;
  return { now, today, rules, dayStartsAtMinute, country, watchedSince, by: actorOf(caller) };
}

/** The same for a day of books: with who is at which doctor's door, for reading. Default: today. */
export async function contextOfDay(call: Call, day: ServiceDay = call.today): Promise<Context> {
  const elsewhere = await call.environment.store.atDoors(day, doorsSince(call));
  return { ...contextOf(call), elsewhere };
}

/** R27: who left a door before this can no longer matter to R13. */
export function doorsSince({ now, settings }: Pick<Call, 'now' | 'settings'>): Instant {
  return Math.max(0, now - settings.rules.noShowTimeoutMinutes * MINUTE);
}

/** Who acts, as every event and every line of the audit keeps it. */
export function actorOf({ role, screen, device, person }: Caller): Actor {
  return { role, screen, deviceId: device?.id ?? null, personId: person?.id ?? null };
}

/** The handlers of some calls; all of them together make the app. */
export type Handlers<Names extends CallName> = {
  readonly [N in Names]: (call: Call, input: CheckedInput<N>) => Promise<Result<CallOutput<N>>>;
};
