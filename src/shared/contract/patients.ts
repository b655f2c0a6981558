import { z } from 'zod';
import { alsoWithSchema } from '../model/also-with';
import { cardHolderSchema, cardNumbersSchema } from '../model/card-holder';
import { followUpSchema } from '../model/follow-up';
import { doctorIdSchema, patientIdSchema, tokenIdSchema } from '../model/ids';
import { knownPatientSchema } from '../model/known-patient';
import { patientContactSchema, patientNameSchema } from '../model/patient';
import { patientCardSchema } from '../model/patient-card';
import { foundPatientRowSchema, patientPageSchema } from '../model/patient-page';
import { registerSavedSchema } from '../model/register-saved';
import { patientFactsSchema } from '../model/registered-patient';
import { instantSchema, serviceDaySchema } from '../model/time';
import { command, query, requestId } from './call';

/** A patient is named by one of the tokens, which stands on record with whatever is done or looked at. */
const ofToken = z.strictObject({ tokenId: tokenIdSchema });
const withOther = ofToken.extend({ otherId: patientIdSchema, requestId });

/** The patient register. */
export const patientCalls = {
  /** Patients seen before whose phone has these digits, four at least; whose begins so first. */
  'patients.known': query(z.strictObject({ contact: z.string().max(200) }), z.array(knownPatientSchema), [
    'staff',
  ]),
  /** R27: with which other doctors the patient of a token is on its day. Errors: NOT_FOUND. */
  'patients.alsoWith': query(ofToken, z.array(alsoWithSchema), ['staff', 'doctor']),
  /** Whose card was scanned: the clinic's own, or one of the health account. */
  'patients.ofCard': query(cardNumbersSchema, cardHolderSchema, ['staff']),
  /**
   * Whether a follow-up with a doctor is due on a day; default: today. Of whom a token with these would be. Errors: NOT_FOUND;
   * INVALID_INPUT too far away.
   */
  'patients.followUp': query(
    z.strictObject({
      doctorId: doctorIdSchema,
      serviceDay: serviceDaySchema.optional(),
      patientName: patientNameSchema,
      patientContact: patientContactSchema,
      patientId: patientIdSchema.optional(),
    }),
    followUpSchema,
    ['staff'],
  ),
  /** Former patients as well as today's: by words of the name in any order, digits of a phone, numbers or the year of birth; three letters at least. */
  'patients.find': query(z.strictObject({ query: z.string().max(200) }), z.array(foundPatientRowSchema), [
    'staff',
  ]),
  /** All that is known of the patient of a token. Errors: NOT_FOUND. */
  'patients.page': query(ofToken, patientPageSchema, ['staff']),
  /**
   * What is known of the patient of a token, anew. Who is not in the register yet is added. `seen`: when it was changed last,
   * as it was shown. Answers which open tokens follow. Errors: NOT_FOUND; CONFLICT it was changed since.
   */
  'patients.save': command(
    ofToken.extend({ facts: patientFactsSchema, seen: instantSchema.optional(), requestId }),
    registerSavedSchema,
    ['staff'],
  ),
  /** Another row turned out to be the same person: this one stands for it. Errors: NOT_FOUND, CONFLICT. */
  'patients.merge': command(withOther, registerSavedSchema, ['staff']),
  /** It was somebody else after all: that row stands for itself again, as it was. Errors: NOT_FOUND, CONFLICT. */
  'patients.separate': command(withOther, registerSavedSchema, ['staff']),
  /** What stands on the card of the patient of a token. Errors: NOT_FOUND, also who is not in the register. */
  'documents.card': query(ofToken, patientCardSchema, ['staff', 'slip']),
  /** Prints that card at the desk's printer. Errors: NOT_FOUND; as of `printers.test`. */
  'patients.card': command(
    ofToken,
    z.object({ printer: z.string().nullable(), pdfPath: z.string().nullable() }),
    ['staff'],
  ),
} as const;
