import type { adminCalls } from '../../../shared/contract/clinic';
import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { refuseUnmanaged } from '../devices/calls';
import type { Environment } from '../environment';
import { oneAtATime } from '../run/one-at-a-time';
import { changeSettings } from './settings';

/** How the clinic works: its settings. */
export function adminHandlers(environment: Environment): Handlers<keyof typeof adminCalls> {
  // Each is looked at for a while before it is made, and would undo what another changed meanwhile.
  const inTurn = oneAtATime();
  return {
    'settings.read': async () => ok(await environment.store.settings()),
    'settings.change': async (change, caller) =>
      // What is about this PC alone: who may reach it.
      (change.network === undefined ? null : refuseUnmanaged(caller)) ??
      inTurn(() => changeSettings(environment, change)),
  };
}
