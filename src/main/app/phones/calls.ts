import { ok } from '../../../shared/result';
import type { Handlers } from '../call';

export const phoneHandlers: Handlers<'phones.state'> = {
  'phones.state': async ({ environment: { patientPages } }) =>
    ok(patientPages?.state() ?? { state: 'off', problem: null, address: null }),
};
