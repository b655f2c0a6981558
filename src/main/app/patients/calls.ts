import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { findInRegister } from './find';
import { knownPatients } from './known';
import { patientPage } from './page';
import { mergePatients, savePatient, separatePatients } from './save';

export const patientCommands = {
  'patients.save': savePatient,
  'patients.merge': mergePatients,
  'patients.separate': separatePatients,
} satisfies Commands;

/** The patient register. */
export const patientHandlers: Handlers<'patients.known' | 'patients.find' | 'patients.page'> = {
  'patients.known': knownPatients,
  'patients.find': findInRegister,
  'patients.page': patientPage,
};
