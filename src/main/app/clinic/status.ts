import type { stationCalls } from '../../../shared/contract/station';
import type { AppStatus } from '../../../shared/model/app-status';
import { fail, ok, type Result } from '../../../shared/result';
import { makeBackup, stationStatus } from '../backup/station';
import type { Caller, Handlers, WindowOpener } from '../call';
import { contextNow, type Environment } from '../environment';
import { hasPracticeData } from '../practice/practice';

/** The app itself: windows, backup, health. */
export function stationHandlers(
  environment: Environment,
  windows: WindowOpener,
): Handlers<keyof typeof stationCalls> {
  return {
    'app.status': async (_input, { screen, doctorId, device }) =>
      screen === 'slip' || screen === 'document'
        ? fail('FORBIDDEN', 'This screen may not do that.')
        : statusFor(environment, { screen, doctorId }, device),
    'windows.open': async ({ screen, doctorId, ...wishes }) => {
      windows.open(screen, doctorId ?? null, wishes);
      return ok({});
    },
    'station.status': async () => ok(await stationStatus(environment)),
    'backups.make': () => makeBackup(environment),
  };
}

async function statusFor(
  environment: Environment,
  window: AppStatus['window'],
  device: Caller['device'],
): Promise<Result<AppStatus>> {
  const { store, clock, version, practice = false, practiceDoor } = environment;
  const { now, today } = await contextNow(environment);
  const { clinicName, timeZone } = (await store.settings()).clinic;
  return ok({
    version,
    clinicName,
    timeZone,
    serviceDay: today,
    now,
    empty: (await store.doctors()).length === 0,
    practice,
    canPractise: practiceDoor !== undefined && device === undefined,
    hasPracticeData: !practice && (await hasPracticeData(store)),
    clockShifted: clock.offset !== 0,
    manages: device?.manages ?? true,
    training: environment.training ?? false,
    window,
  });
}
