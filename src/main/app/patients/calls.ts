import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { findInRegister } from './find';
import { knownPatients } from './known';
import { mergePatients, separatePatients } from './merge';
import { alsoWithOfToken, patientPage } from './page';
import { savePatient } from './save';

export const patientCommands = {
  'patients.save': savePatient,
  'patients.merge': mergePatients,
  'patients.separate': separatePatients,
} satisfies Commands;

/** The patient register. */
export const patientHandlers: Handlers<
  'patients.known' | 'patients.alsoWith' | 'patients.find' | 'patients.page'
> = {
  'patients.known': knownPatients,
  'patients.alsoWith': alsoWithOfToken,
  'patients.find': findInRegister,
  'patients.page': patientPage,
};
