import { z } from 'zod';
import { bookSchema } from './book';
import { paceViewSchema } from './day';
import { doctorSchema } from './doctor';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { placeSchema } from './reason';
import { slotViewSchema } from './slot';
import { instantSchema } from './time';
import { tokenSchema } from './token';
import { waitRangeSchema } from './wait';

export const queueEntrySchema = z.object({ tokenId: tokenIdSchema, place: placeSchema });
export type QueueEntry = z.infer<typeof queueEntrySchema>;

/** R27: where the patient of a token is: with which doctor, under which number. */
export const elsewhereSchema = z.object({
  tokenId: tokenIdSchema,
  doctorId: doctorIdSchema,
  doctorName: z.string(),
  room: z.string(),
  number: z.string(),
  stage: z.enum(['called', 'in_consultation']),
});

/** One doctor's day, ready to show to staff. */
export const bookViewSchema = bookSchema
  .omit({ slots: true, prefix: true, doctorId: true, breakGivesBack: true })
  .extend({
    doctor: doctorSchema,
    now: instantSchema,
    slots: z.array(slotViewSchema),
    called: tokenIdSchema.nullable(),
    inConsultation: tokenIdSchema.nullable(),
    /** R18: who is here, in the order they will be called. */
    queue: z.array(queueEntrySchema),
    /** R19: stepped back, and after how many calls of others each is due. */
    heldBack: z.array(queueEntrySchema),
    /** R27: whose patient another doctor has called or has inside. */
    elsewhere: z.array(elsewhereSchema),
    /** R13: with a seat, not here, and past their time: whom staff may mark by hand; the clock marks them at `at`. */
    overdue: z.array(z.object({ tokenId: tokenIdSchema, at: instantSchema })),
    /** R28: this day is closed, and may be opened again as it was. */
    canReopen: z.boolean(),
    /** R28, R35: the clock closed today before its time, and it can be opened again: whom that marked; else null. */
    closedTooSoon: z.object({ noShows: z.int(), notSeen: z.int() }).nullable(),
    /** R19: before this the called one may not be called again; null: nobody is called. */
    recallFrom: instantSchema.nullable(),
    /** R10: the waiting list, best first. */
    waiting: z.array(tokenIdSchema),
    /** How long each who is still to be called will wait from now. */
    waits: z.array(waitRangeSchema.extend({ tokenId: tokenIdSchema })),
    /** Whom "call next" would call now; null: nobody is here, or somebody called has not come in yet. */
    next: tokenIdSchema.nullable(),
    /** Until when the doctor is on a break; null: at work. */
    breakUntil: instantSchema.nullable(),
    /** R16: still in the room since the day before. */
    left: tokenSchema.nullable(),
    pace: paceViewSchema,
    /** R19: how often somebody who does not answer is called again. */
    maxRecalls: z.int(),
    /** R19: after how many calls of others somebody held back is due. */
    heldBackCalls: z.int(),
  });
export type BookView = z.infer<typeof bookViewSchema>;
