import type { CheckedInput } from '../../../shared/contract';
import type { Settings } from '../../../shared/model/settings';
import { fail, ok, type Result } from '../../../shared/result';
import { keepPlaceNotesOf } from '../backup/notes';
import { beginCall, type Call, type Handlers } from '../call';
import type { Environment } from '../environment';
import type { WindowOpener } from '../outside/windows';
import { whatDoorAsks } from '../people/door';
import { afterwards } from '../run/failures';
import { oneAtATime } from '../run/one-at-a-time';
import type { Plan } from '../run/plan';
import { runPlan } from '../run/run';
import { stampOf } from '../run/stamp';
import { answerClock } from './clock';
import { computerHandlers } from './computer';
import { diagnosticsHandlers } from './diagnostics';
import { folderHandlers } from './folders';
import { changeSettings, goBack, lookAtChange } from './settings';
import { appStatus } from './status';

function forgetPlaces(environment: Environment, { backup }: Settings): Promise<void> {
  const { store, backupFolder } = environment;
  const folders = [backupFolder, ...backup.folders.map(({ path }) => path)];
  return afterwards(environment, 'forgetting backup places', () => keepPlaceNotesOf(store, folders));
}

/** How the clinic works, where its files are, and the app itself. */
export function clinicHandlers(
  windows: WindowOpener,
): Handlers<
  | 'settings.read'
  | 'settings.change'
  | 'reasons.list'
  | 'rules.impact'
  | 'rules.goBack'
  | 'app.status'
  | 'clock.answer'
  | 'windows.open'
  | keyof typeof computerHandlers
  | keyof typeof folderHandlers
  | keyof typeof diagnosticsHandlers
> {
  // Each is looked at for a while before it is made, and would undo what another changed meanwhile.
  const inTurn = oneAtATime();
  const changing =
    <N extends 'settings.change' | 'rules.goBack'>(
      name: N,
      planFrom: (call: Call, wish: CheckedInput<N>) => Promise<Result<Plan<Settings>>>,
    ) =>
    ({ environment, caller, requestId, act }: Call, wish: CheckedInput<N>): Promise<Result<Settings>> =>
      inTurn(async () => {
        const call = await beginCall(environment, caller, { requestId, act });
        const plan = await planFrom(call, wish);
        return plan.ok ? runPlan(call, plan.value, stampOf(call, name, wish)) : plan;
      });
  const changeInTurn = changing('settings.change', changeSettings);
  return {
    ...computerHandlers,
    ...folderHandlers,
    ...diagnosticsHandlers,
    'app.status': appStatus,
    'clock.answer': answerClock,
    'settings.read': async ({ settings }) => ok(settings),
    'reasons.list': async ({ settings }) => ok(settings.reasons),
    'settings.change': async (call, wish) => {
      const changed = await changeInTurn(call, wish);
      if (changed.ok && wish.backup?.folders) await forgetPlaces(call.environment, changed.value);
      return changed;
    },
    'rules.impact': lookAtChange,
    'rules.goBack': changing('rules.goBack', goBack),
    'windows.open': async ({ environment, caller }, { screen, doctorId, ...wishes }) => {
      // Nobody who locks this computer's screen could open it again.
      const isLocked = (screen === 'kiosk' || screen === 'board') && !caller.device;
      if (isLocked && (await whatDoorAsks(environment)) === 'staff')
        return fail('CONFLICT', 'First choose the PIN that closes kiosk and board again.', {
          reason: 'no_pin',
        });
      windows.open(screen, doctorId ?? null, wishes);
      return ok({});
    },
  };
}
