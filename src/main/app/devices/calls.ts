import type { deviceCalls } from '../../../shared/contract/devices';
import { ok, type Result } from '../../../shared/result';
import { refuseUnmanaged } from '../access/caller';
import type { Call, Handlers } from '../call';
import type { Environment } from '../environment';
import type { Devices } from './devices';

type Names = keyof typeof deviceCalls;

/** Other PCs and tablets: pairing, roles, revoking. */
export function deviceHandlers({ store }: Environment, devices: Devices): Handlers<Names> {
  return {
    'devices.list': managed(async () => ok([...(await store.devices())])),
    'devices.network': managed(async () => ok(devices.network())),
    'devices.startPairing': managed((wish) => devices.startPairing(wish)),
    'devices.stopPairing': managed(async () => {
      devices.stopPairing();
      return ok({});
    }),
    'devices.rename': managed(({ deviceId, name }) => devices.rename(deviceId, name)),
    'devices.revoke': managed(({ deviceId }) => devices.revoke(deviceId)),
  };
}

/** Refuses devices that may not let others in. */
function managed<I, O>(handler: (input: I) => Promise<Result<O>>) {
  return async ({ caller }: Call, input: I): Promise<Result<O>> => refuseUnmanaged(caller) ?? handler(input);
}
