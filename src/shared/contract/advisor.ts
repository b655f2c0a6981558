import { adviceSchema, adviceWishSchema } from '../model/advice';
import { doctorIdSchema } from '../model/ids';
import { query } from './call';

/** How many to book in each slot, from what was measured. Nothing changes: a week is changed by `doctors.save`. */
export const advisorCalls = {
  /**
   * Where too little was seen it says so, and advises nothing. Errors: NOT_FOUND; INVALID_INPUT the seats are not those of
   * the slots, or too many slots or patients to calculate with; UNAVAILABLE nothing is calculated here.
   */
  'advisor.suggest': query(adviceWishSchema.extend({ doctorId: doctorIdSchema }), adviceSchema, ['staff']),
} as const;
