import type { Handlers } from '../call';
import { knownPatients } from './known';

/** The patient register. */
export const patientHandlers: Handlers<'patients.known'> = {
  'patients.known': knownPatients,
};
