import { type Alarm, type AlarmLog, alarmLogSchema } from '../../../shared/model/alarm';
import { fail, ok, type Result } from '../../../shared/result';
import { keptFact } from '../../store/store';
import { theClock } from '../access/caller';
import { beginCall, type Call } from '../call';
import type { Environment } from '../environment';
import { oneAtATime } from '../run/one-at-a-time';
import { acknowledged, carriedOver, followAlarms } from './alarms';
import { findingsNow } from './findings';

const META_KEY = 'alarms';

/** The log is read, changed and written by one after the other. */
const inTurn = oneAtATime();

/** Today's log, the latest alarm last. It outlives a restart: what somebody answered does not ring again. */
export async function alarmsToday({ environment: { store }, today }: Call): Promise<readonly Alarm[]> {
  const log = await keptFact(store, META_KEY, alarmLogSchema);
  if (log === undefined) return [];
  return log.serviceDay === today ? log.alarms : carriedOver(log.alarms);
}

async function keep(
  { environment, today }: Call,
  alarms: readonly Alarm[],
  rings: readonly Alarm[],
): Promise<void> {
  const log: AlarmLog = { serviceDay: today, alarms: [...alarms] };
  await environment.store.saveMeta(META_KEY, JSON.stringify(log));
  environment.publish({ type: 'alarmsChanged', rings: [...rings] });
}

/** One look at everything: what begins, rings again or ends is written and told. Not by a clock that is doubted (R35). */
export async function watchAlarms(environment: Environment): Promise<void> {
  if (environment.clockTrust.isDoubted()) return;
  await inTurn(async () => {
    const call = await beginCall(environment, theClock);
    const known = await alarmsToday(call);
    const findings = await findingsNow(call);
    const { alarms, rings } = followAlarms(known, findings, call.settings.alarms, call.now);
    if (alarms !== known) await keep(call, alarms, rings);
  });
}

/** Errors: NOT_FOUND: there is no such alarm today. */
export function acknowledge(call: Call, alarmId: string): Promise<Result<Alarm>> {
  return inTurn(async () => {
    const known = await alarmsToday(call);
    const alarms = acknowledged(known, alarmId, call.caller.person?.id ?? null, call.now);
    if (alarms !== known) await keep(call, alarms, []);
    const alarm = alarms.find(({ id }) => id === alarmId);
    return alarm ? ok(alarm) : fail('NOT_FOUND', 'There is no such alarm today.');
  });
}
