/** Why main refuses a change of doctors, weeks and days: its own sentences. */
export { refusals } from '../../../../../shared/refusals';
