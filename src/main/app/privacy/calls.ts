import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { erasePatient } from './erase';
import { exportPatient } from './export';
import { findPatients, visitsOf } from './find';

export const privacyCommands = { 'privacy.erase': erasePatient } satisfies Commands;

/** What is kept of one patient. */
export const privacyHandlers: Handlers<'privacy.find' | 'privacy.visits' | 'privacy.export'> = {
  'privacy.find': findPatients,
  'privacy.visits': visitsOf,
  'privacy.export': exportPatient,
};
