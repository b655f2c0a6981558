import { z } from 'zod';
import { doctorIdSchema, patientIdSchema, slotIdSchema, tokenIdSchema } from '../model/ids';
import { languageSchema } from '../model/language';
import { checkedPaperRowSchema, paperRowsSchema } from '../model/paper';
import { patientContactSchema, patientNameSchema } from '../model/patient';
import { whyFields } from '../model/reasons';
import { birthSchema, onCardSchema } from '../model/registered-patient';
import { ticketSchema } from '../model/ticket';
import { serviceDaySchema } from '../model/time';
import { noteSchema, precedenceOrNoneSchema, sourceSchema, statusSchema, tokenSchema } from '../model/token';
import { byDoctor, byToken, command, pageLimit, query, requestId } from './call';

export const issueInputSchema = z.strictObject({
  doctorId: doctorIdSchema,
  source: sourceSchema,
  patientName: patientNameSchema,
  patientContact: patientContactSchema,
  /** Who that is in the register; default: whoever has this name and contact, or somebody new. */
  patientId: patientIdSchema.optional(),
  /** R8: this slot and no other. */
  slotId: slotIdSchema.optional(),
  /** Default: today. */
  serviceDay: serviceDaySchema.optional(),
  /** R18; default: by where it is issued. */
  checkedIn: z.boolean().optional(),
  /** R17: issue even though the patient has an open token here. */
  allowDuplicate: z.boolean().optional(),
  note: noteSchema.optional(),
  /** R26: null: none, whatever is known of the patient; default: what follows from that. */
  precedence: precedenceOrNoneSchema.optional(),
  /** As a card says, that was shown: kept with whoever is new in the register. */
  birth: birthSchema.optional(),
  /** The rest of such a card. Whoever has its numbers already is meant, if name and contact are nobody's. */
  card: onCardSchema.optional(),
  /** Of the slip; default: the clinic's. */
  language: languageSchema.optional(),
  /** Of an emergency: why it is one. */
  ...whyFields,
  requestId,
});

/** The token as it is then, with what is said and is no reason to refuse. */
export const changedTokenSchema = tokenSchema.and(ticketSchema.pick({ warnings: true }));
export type ChangedToken = z.infer<typeof changedTokenSchema>;

/** What is done with tokens: each is one command of the engine. */
export const tokenCalls = {
  'tokens.issue': command(issueInputSchema, ticketSchema, ['staff', 'kiosk', 'booking']),
  'tokens.checkIn': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  'tokens.cancel': command(
    byToken.extend({ reason: z.enum(['patient', 'staff']).optional(), ...whyFields }),
    changedTokenSchema,
    ['staff', 'doctor', 'booking'],
  ),
  'tokens.noShow': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  'tokens.reinstate': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  'tokens.start': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  'tokens.serve': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  'tokens.recall': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  'tokens.hold': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  /** R18: out of turn; the note says why, and is kept. */
  'tokens.call': command(byToken.extend({ note: noteSchema.optional(), ...whyFields }), changedTokenSchema, [
    'staff',
    'doctor',
  ]),
  /** R8: to another slot of the same doctor. */
  'tokens.move': command(byToken.extend({ slotId: slotIdSchema }), changedTokenSchema, ['staff']),
  /** R21: to another day of the same doctor, to this slot or any; answers the new token. */
  'tokens.moveToDay': command(
    byToken.extend({
      serviceDay: serviceDaySchema,
      slotId: slotIdSchema.optional(),
      allowDuplicate: z.boolean().optional(),
    }),
    changedTokenSchema,
    ['staff'],
  ),
  /** R8: lets go of the slot that was asked for. */
  'tokens.release': command(byToken, changedTokenSchema, ['staff']),
  /** R21: answers the new token, of the other doctor. */
  'tokens.transfer': command(
    byToken.extend({ doctorId: doctorIdSchema, allowDuplicate: z.boolean().optional() }),
    changedTokenSchema,
    ['staff', 'doctor'],
  ),
  /** R24: to emergency, with the reason why: a code, words, or both. */
  'tokens.upgrade': command(
    byToken.extend({ note: noteSchema.optional(), ...whyFields }),
    changedTokenSchema,
    ['staff', 'doctor'],
  ),
  /** R24: not an emergency after all, with the reason why. */
  'tokens.takeBackUpgrade': command(
    byToken.extend({ note: noteSchema.pipe(z.string().min(1)) }),
    changedTokenSchema,
    ['staff', 'doctor'],
  ),
  /** R26: a need that goes first among equals; null takes it away. */
  'tokens.setPrecedence': command(
    byToken.extend({ precedence: precedenceOrNoneSchema }),
    changedTokenSchema,
    ['staff', 'doctor'],
  ),
  /** Name, contact or note as they should have been. */
  'tokens.correct': command(
    byToken.extend({
      patientName: patientNameSchema.optional(),
      patientContact: patientContactSchema.optional(),
      note: noteSchema.optional(),
      /** An open follow-up that is none after all. */
      source: z.literal('walk_in').optional(),
    }),
    changedTokenSchema,
    ['staff'],
  ),
  /** R23: takes back the last command on this token. */
  'tokens.undo': command(byToken, changedTokenSchema, ['staff', 'doctor']),
  /** R18. With `expected`, whom the window showed as next: refused if it would be somebody else. */
  'queue.callNext': command(byDoctor.extend({ expected: tokenIdSchema.optional() }), changedTokenSchema, [
    'staff',
    'doctor',
  ]),
  /** R25: paper blanks of an outage, entered afterwards in the order of their times: all of them, or none. */
  'tokens.paper': command(
    byDoctor.extend({ serviceDay: serviceDaySchema.optional(), rows: paperRowsSchema }),
    z.object({
      /** In the order of the rows. */
      tokens: z.array(tokenSchema),
      warnings: ticketSchema.shape.warnings,
    }),
    ['staff'],
  ),
  /** R25: what would become of each row now, and what looks odd in it. */
  'tokens.checkPaper': query(
    z.strictObject({
      doctorId: doctorIdSchema,
      serviceDay: serviceDaySchema.optional(),
      rows: paperRowsSchema,
    }),
    z.array(checkedPaperRowSchema),
    ['staff'],
  ),
  /** One token as things stand now. */
  'tokens.get': query(z.strictObject({ tokenId: tokenIdSchema }), ticketSchema, [
    'staff',
    'doctor',
    'booking',
  ]),
  /**
   * The tokens of a day (default: today) that fit everything given, by number: the first `limit` of them, or of those
   * after the token `cursor`. Fewer than `limit`: there are no more.
   */
  'tokens.search': query(
    z.strictObject({
      serviceDay: serviceDaySchema.optional(),
      doctorId: doctorIdSchema.optional(),
      status: statusSchema.optional(),
      /** Part of the number, name or contact. */
      query: z.string().trim().max(200).optional(),
      limit: pageLimit,
      /** The id of the last token of the page before. */
      cursor: tokenIdSchema.optional(),
    }),
    z.array(tokenSchema),
    ['staff', 'doctor'],
  ),
} as const;
