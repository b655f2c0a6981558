import { fail, ok } from '../../../shared/result';
import { beginCall, type Handlers } from '../call';
import type { WindowOpener } from '../outside/windows';
import { whatDoorAsks } from '../people/door';
import { oneAtATime } from '../run/one-at-a-time';
import { runPlan } from '../run/run';
import { stampOf } from '../run/stamp';
import { folderHandlers } from './folders';
import { changeSettings, goBack, lookAtChange } from './settings';
import { appStatus } from './status';

/** How the clinic works, where its files are, and the app itself. */
export function clinicHandlers(
  windows: WindowOpener,
): Handlers<
  | 'settings.read'
  | 'settings.change'
  | 'rules.impact'
  | 'rules.goBack'
  | 'app.status'
  | 'windows.open'
  | keyof typeof folderHandlers
> {
  // Each is looked at for a while before it is made, and would undo what another changed meanwhile.
  const inTurn = oneAtATime();
  return {
    ...folderHandlers,
    'app.status': appStatus,
    'settings.read': async ({ settings }) => ok(settings),
    'settings.change': async ({ environment, caller, requestId, act }, change) =>
      inTurn(async () => {
        const call = await beginCall(environment, caller, { requestId, act });
        const plan = await changeSettings(call, change);
        return plan.ok ? runPlan(call, plan.value, stampOf(call, 'settings.change', change)) : plan;
      }),
    'rules.impact': lookAtChange,
    'rules.goBack': async ({ environment, caller, requestId, act }, wish) =>
      inTurn(async () => {
        const call = await beginCall(environment, caller, { requestId, act });
        const plan = await goBack(call, wish);
        return plan.ok ? runPlan(call, plan.value, stampOf(call, 'rules.goBack', wish)) : plan;
      }),
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
