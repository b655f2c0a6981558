import type { AppStatus } from '../../../shared/model/app-status';
import { currencyOf } from '../../../shared/model/fees';
import { fail, ok, type Result } from '../../../shared/result';
import { chosenFor } from '../access/shown';
import type { Call } from '../call';
import { hasBlanks } from '../paper/printed-blanks';
import { hasPracticeData } from '../practice/practice';
import { clockState } from './clock';

/** What every page knows of the app. Errors: FORBIDDEN for a page that is only printed. */
export async function appStatus(call: Call): Promise<Result<AppStatus>> {
  const { environment, caller, now, today, settings } = call;
  const { screen, doctorId, device } = caller;
  if (screen === 'slip' || screen === 'document' || screen === 'clock')
    return fail('FORBIDDEN', 'This screen may not do that.');
  const { store, clock, version, practice = false, practiceDoor, training = false } = environment;
  const { clinicName, timeZone, country } = settings.clinic;
  return ok({
    version,
    clinicName,
    timeZone,
    country,
    serviceDay: today,
    now,
    empty: (await store.doctors()).length === 0,
    setUp: settings.clinic.setUp,
    practice,
    canPractise: practiceDoor !== undefined && device === undefined,
    hasPracticeData: !practice && (await hasPracticeData(store)),
    blanksPrinted: await hasBlanks(store),
    showsSome: chosenFor(caller, settings) !== null,
    asksNeed: settings.rules.askNeedAtKiosk,
    fees: settings.fees.on ? { currency: currencyOf(settings) } : null,
    clockShifted: clock.offset !== 0,
    clock: await clockState(call),
    manages: device?.manages ?? true,
    onlyLooks: caller.role === 'manager',
    training,
    window: { screen, doctorId },
  });
}
