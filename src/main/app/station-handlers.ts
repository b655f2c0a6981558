import type { stationCalls } from '../../shared/contract/station';
import type { AppStatus } from '../../shared/model/view';
import { fail, ok, type Result } from '../../shared/result';
import { isDemo, loadDemo } from './demo';
import { contextNow, type Environment } from './environment';
import type { Handlers, WindowOpener } from './handlers';
import { makeBackup, stationStatus } from './station';

/** The app itself: windows, demo, backup, health. */
export function stationHandlers(
  environment: Environment,
  windows: WindowOpener,
): Handlers<keyof typeof stationCalls> {
  return {
    'app.status': async (_input, { screen, doctorId, device }) =>
      screen === 'slip' || screen === 'document'
        ? fail('FORBIDDEN', 'This screen may not do that.')
        : statusFor(environment, { screen, doctorId }, device?.manages ?? true),
    'app.loadDemo': () => loadDemo(environment),
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
  manages: boolean,
): Promise<Result<AppStatus>> {
  const { store, clock, version } = environment;
  const { now, today } = await contextNow(environment);
  const { clinicName, timeZone } = (await store.settings()).clinic;
  return ok({
    version,
    clinicName,
    timeZone,
    serviceDay: today,
    now,
    empty: (await store.doctors()).length === 0,
    demo: await isDemo(environment),
    clockShifted: clock.offset !== 0,
    manages,
    training: environment.training ?? false,
    window,
  });
}
