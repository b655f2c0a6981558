import { z } from 'zod';
import { doctorIdSchema, slotIdSchema, tokenIdSchema } from './ids';
import { instantSchema, serviceDaySchema } from './time';
import { precedenceSchema } from './token';

const particulars = {
  /** R26: the need that counted. */
  precedence: precedenceSchema.optional(),
  /** R6: ranked by the slot it lost to an emergency. */
  lostSlotId: slotIdSchema.optional(),
};

/** Why a token stands where it stands in the doctor's queue (R18, R19). */
export const placeSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('emergency'), since: instantSchema }),
  /** Was held back and is due again. */
  z.object({ code: z.literal('held_back_due'), since: instantSchema }),
  /** Its slot has begun: waited `waitedMs` of a class target of `targetMinutes`; score is their ratio. */
  z.object({
    code: z.literal('fair_share'),
    waitedMs: z.int(),
    targetMinutes: z.number(),
    score: z.number(),
    ...particulars,
  }),
  z.object({ code: z.literal('slot_order'), slotStart: instantSchema, ...particulars }),
  /** From the waiting list, nobody with a seat being left (R10, R26). */
  z.object({ code: z.literal('best_waiting'), ...particulars }),
  /** Held back and not due before so many calls of others. */
  z.object({ code: z.literal('held_back'), since: instantSchema, callsToGo: z.int() }),
]);

/**
 * R20: why something was decided, as data. The screens turn it into a sentence in their language;
 * the rule is the number in docs/allocation.md.
 */
export const reasonSchema = z.discriminatedUnion('code', [
  /** An ordinary seat was free. */
  z.object({ code: z.literal('free_seat'), rule: z.enum(['R3', 'R8', 'R9', 'R24']), slotId: slotIdSchema }),
  /** A seat kept for emergencies, above capacity. */
  z.object({
    code: z.literal('overflow_seat'),
    rule: z.enum(['R4', 'R8', 'R9', 'R24']),
    slotId: slotIdSchema,
  }),
  /** Took the seat of `gaveWay`. */
  z.object({
    code: z.literal('preempted'),
    rule: z.literal('R5'),
    slotId: slotIdSchema,
    gaveWay: tokenIdSchema,
  }),
  /** Gave its seat in `slotId` to `to`; `movedTo` is its new slot, or null for the waiting list. */
  z.object({
    code: z.literal('gave_way'),
    rule: z.literal('R6'),
    slotId: slotIdSchema,
    to: tokenIdSchema,
    movedTo: slotIdSchema.nullable(),
  }),
  /** No seat anywhere it may sit. */
  z.object({ code: z.literal('no_seat'), rule: z.literal('R7') }),
  /** Waits for the slot it asked for. */
  z.object({ code: z.literal('asked_slot_full'), rule: z.literal('R8'), slotId: slotIdSchema }),
  /** Lost its seat because the slot shrank or closed. */
  z.object({ code: z.literal('slot_shrunk'), rule: z.enum(['R15', 'R34']), slotId: slotIdSchema }),
  z.object({ code: z.literal('slot_closed'), rule: z.enum(['R15', 'R34']), slotId: slotIdSchema }),
  /** Week, leave, one-off session or closure of the clinic: the day is planned otherwise now. */
  z.object({ code: z.literal('plan_changed'), rule: z.literal('R34') }),
  z.object({
    code: z.literal('asked_by_staff'),
    rule: z.enum(['R8', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R22', 'R23', 'R26']),
    /** Why, in the words of whoever asked. */
    note: z.string().optional(),
  }),
  /** What is kept of the patient in the register says so now. */
  z.object({ code: z.literal('known_of_patient'), rule: z.literal('R26') }),
  /** Did not come within the time allowed. */
  z.object({ code: z.literal('not_here_in_time'), rule: z.literal('R13'), deadline: instantSchema }),
  /** Called, recalled, and did not answer. */
  z.object({
    code: z.literal('did_not_answer'),
    rule: z.enum(['R13', 'R19']),
    recalls: z.int(),
    /** R19: which unanswered round this was; the second makes a no-show. */
    round: z.int().optional(),
  }),
  z.object({ code: z.literal('day_closed'), rule: z.literal('R16') }),
  z.object({ code: z.literal('day_reopened'), rule: z.literal('R28') }),
  z.object({ code: z.literal('is_here'), rule: z.literal('R18') }),
  /** Head of the doctor's queue; see `place`. */
  z.object({ code: z.literal('next_in_queue'), rule: z.literal('R18'), place: placeSchema }),
  /** Beyond the seats, in the running or nearest slot. */
  z.object({
    code: z.literal('called_extra'),
    rule: z.literal('R18'),
    slotId: slotIdSchema,
    note: z.string().optional(),
  }),
  z.object({
    code: z.literal('transferred'),
    rule: z.literal('R21'),
    doctorId: doctorIdSchema,
    tokenId: tokenIdSchema,
    /** Set where it is another day of the same doctor. */
    serviceDay: serviceDaySchema.optional(),
  }),
  /** The transfer was taken back. */
  z.object({
    code: z.literal('transfer_undone'),
    rule: z.literal('R21'),
    doctorId: doctorIdSchema,
    tokenId: tokenIdSchema,
  }),
  /** Not an emergency after all; `slotId`: the seat that stayed, or null. */
  z.object({
    code: z.literal('not_an_emergency'),
    rule: z.literal('R24'),
    slotId: slotIdSchema.nullable(),
    note: z.string(),
  }),
  z.object({ code: z.literal('kept_own_seat'), rule: z.literal('R24'), slotId: slotIdSchema }),
  z.object({ code: z.literal('paper_entry'), rule: z.literal('R25'), slotId: slotIdSchema }),
]);

export type Reason = z.infer<typeof reasonSchema>;
export type QueuePlace = z.infer<typeof placeSchema>;
