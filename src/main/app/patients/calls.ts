import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { patientCard, printCard } from './card';
import { findInRegister } from './find';
import { followUpFor } from './follow-up-call';
import { knownPatients } from './known';
import { mergePatients, separatePatients } from './merge';
import { cardHolder, tokensOfCard } from './of-card';
import { alsoWithOfToken, patientPage } from './page';
import { savePatient } from './save';

export const patientCommands = {
  'patients.save': savePatient,
  'patients.merge': mergePatients,
  'patients.separate': separatePatients,
} satisfies Commands;

/** The patient register. */
export const patientHandlers: Handlers<
  | 'patients.known'
  | 'patients.alsoWith'
  | 'patients.ofCard'
  | 'patients.followUp'
  | 'tokens.ofCard'
  | 'patients.find'
  | 'patients.page'
  | 'documents.card'
  | 'patients.card'
> = {
  'patients.known': knownPatients,
  'patients.alsoWith': alsoWithOfToken,
  'patients.ofCard': cardHolder,
  'tokens.ofCard': tokensOfCard,
  'patients.followUp': followUpFor,
  'patients.find': findInRegister,
  'patients.page': patientPage,
  'documents.card': patientCard,
  'patients.card': printCard,
};
