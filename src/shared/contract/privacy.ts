import { z } from 'zod';
import { tokenIdSchema } from '../model/ids';
import { foundPatientSchema, keptVisitSchema } from '../model/privacy';
import { command, query, requestId } from './call';

/** More visits than anyone has; a limit all the same. */
export const MOST_VISITS = 2_000;
const ticked = z.array(tokenIdSchema).min(1, 'Please tick a visit.').max(MOST_VISITS);

/** What is kept of one patient, as a file, and gone. */
export const privacyCalls = {
  /** Whoever has ever been here, by name, phone or slip: three letters or digits at least, else nobody. */
  'privacy.find': query(z.strictObject({ query: z.string().max(200) }), z.array(foundPatientSchema), [
    'staff',
  ]),
  /** All visits of the patient of this token, and of whoever has the same phone. Errors: NOT_FOUND. */
  'privacy.visits': query(z.strictObject({ tokenId: tokenIdSchema }), z.array(keptVisitSchema), ['staff']),
  /** Saves all that is kept with these visits as one file. Errors: NOT_FOUND, UNAVAILABLE. */
  'privacy.export': command(
    z.strictObject({ tokenIds: ticked }),
    z.object({ path: z.string(), tokens: z.int() }),
    ['staff'],
  ),
  /**
   * Nobody can tell any more whose these visits were; that they were, when and with which doctor stays. Errors: NOT_FOUND;
   * CONFLICT one is not over; UNAVAILABLE a slip that was saved as a file cannot be deleted.
   */
  'privacy.erase': command(z.strictObject({ tokenIds: ticked, requestId }), z.object({ tokens: z.int() }), [
    'staff',
  ]),
} as const;
