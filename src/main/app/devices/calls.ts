import type { deviceCalls } from '../../../shared/contract/devices';
import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import type { Devices } from './devices';

type Names = keyof typeof deviceCalls;

/** Other PCs and tablets: pairing, roles, revoking. */
export function deviceHandlers({ store }: Environment, devices: Devices): Handlers<Names> {
  return {
    'devices.list': async () => ok([...(await store.devices())]),
    'devices.network': async () => ok(devices.network()),
    'devices.startPairing': async (_call, wish) => devices.startPairing(wish),
    'devices.stopPairing': async () => {
      devices.stopPairing();
      return ok({});
    },
    'devices.rename': async (_call, { deviceId, name }) => devices.rename(deviceId, name),
    'devices.chooseDoctors': async (_call, { deviceId, shows }) => devices.chooseDoctors(deviceId, shows),
    'devices.revoke': async (_call, { deviceId }) => devices.revoke(deviceId),
  };
}
