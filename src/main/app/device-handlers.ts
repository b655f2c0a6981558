import type { deviceCalls } from '../../shared/contract/devices';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

/** Other PCs and tablets: pairing, roles, revoking. */
export function deviceHandlers(_environment: Environment): Handlers<keyof typeof deviceCalls> {
  return {};
}
