import { z } from 'zod';
import { bookKeySchema } from './model/book';
import {
  bookingSchema,
  foundTokenSchema,
  historyLineSchema,
  knownPatientSchema,
  noticeSchema,
  previewInputSchema,
  previewSchema,
  recentChangeSchema,
  stationSchema,
} from './model/desk';
import { slotEventTypes, tokenEventTypes } from './model/event';
import { doctorIdSchema, noticeIdSchema, requestIdSchema, slotIdSchema, tokenIdSchema } from './model/ids';
import { languageSchema } from './model/language';
import { patientContactSchema, patientNameSchema } from './model/patient';
import { capacitySchema } from './model/slot';
import { instantSchema, serviceDaySchema } from './model/time';
import { noteSchema, sourceSchema, tokenSchema } from './model/token';
import {
  appStatusSchema,
  bookViewSchema,
  doctorSummarySchema,
  printJobSchema,
  screenSchema,
  ticketSchema,
} from './model/view';

/** Who calls: the kind of window (or, over HTTP, of device). */
export const roles = ['staff', 'kiosk', 'doctor', 'slip'] as const;
export type Role = (typeof roles)[number];

interface Call<I extends z.ZodType, O extends z.ZodType> {
  /** A query changes nothing; a command may be repeated safely with the same requestId. */
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
  readonly roles: readonly Role[];
}

function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  by: readonly Role[],
): Call<I, O> {
  return { kind: 'query', input, output, roles: by };
}
function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  by: readonly Role[],
): Call<I, O> {
  return { kind: 'command', input, output, roles: by };
}

const nothing = z.strictObject({});
const done = z.object({});
const requestId = requestIdSchema.optional();
const byToken = z.strictObject({ tokenId: tokenIdSchema, requestId });
const byDoctor = z.strictObject({ doctorId: doctorIdSchema, requestId });

export const issueInputSchema = z.strictObject({
  doctorId: doctorIdSchema,
  source: sourceSchema,
  patientName: patientNameSchema,
  patientContact: patientContactSchema,
  /** R8: this slot and no other. */
  slotId: slotIdSchema.optional(),
  /** Default: today. */
  serviceDay: serviceDaySchema.optional(),
  /** R18; default: by where it is issued. */
  checkedIn: z.boolean().optional(),
  /** R17: issue even though the patient has an open token here. */
  allowDuplicate: z.boolean().optional(),
  note: z.string().max(500).optional(),
  /** Of the slip; default: the clinic's. */
  language: languageSchema.optional(),
  requestId,
});

/** Every command and query there is; IPC and HTTP both come from here. */
export const contract = {
  'app.status': query(nothing, appStatusSchema, ['staff', 'kiosk', 'doctor']),
  'app.loadDemo': command(nothing, done, ['staff']),
  'windows.open': command(
    z.strictObject({ screen: screenSchema, doctorId: doctorIdSchema.optional() }),
    done,
    ['staff', 'doctor'],
  ),

  'doctors.summaries': query(nothing, z.array(doctorSummarySchema), ['staff', 'kiosk', 'doctor']),
  'books.view': query(
    z.strictObject({ doctorId: doctorIdSchema, serviceDay: serviceDaySchema.optional() }),
    bookViewSchema,
    ['staff', 'doctor'],
  ),

  'tokens.issue': command(issueInputSchema, ticketSchema, ['staff', 'kiosk']),
  'tokens.checkIn': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.cancel': command(byToken.extend({ reason: z.enum(['patient', 'staff']).optional() }), tokenSchema, [
    'staff',
    'doctor',
  ]),
  'tokens.noShow': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.reinstate': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.start': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.serve': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.recall': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.hold': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.call': command(byToken, tokenSchema, ['staff', 'doctor']),
  /** R8: to another slot of the same doctor. */
  'tokens.move': command(byToken.extend({ slotId: slotIdSchema }), tokenSchema, ['staff']),
  /** R8: lets go of the slot that was asked for. */
  'tokens.release': command(byToken, tokenSchema, ['staff']),
  /** R21: answers the new token, of the other doctor. */
  'tokens.transfer': command(
    byToken.extend({ doctorId: doctorIdSchema, allowDuplicate: z.boolean().optional() }),
    tokenSchema,
    ['staff', 'doctor'],
  ),
  /** R24: to emergency, with the reason why. */
  'tokens.upgrade': command(byToken.extend({ note: noteSchema.pipe(z.string().min(1)) }), tokenSchema, [
    'staff',
    'doctor',
  ]),
  /** Name, contact or note as they should have been. */
  'tokens.correct': command(
    byToken.extend({
      patientName: patientNameSchema.optional(),
      patientContact: patientContactSchema.optional(),
      note: noteSchema.optional(),
    }),
    tokenSchema,
    ['staff'],
  ),
  /** R23: takes back the last command on this token. */
  'tokens.undo': command(byToken, tokenSchema, ['staff', 'doctor']),
  'tokens.find': query(
    z.strictObject({ query: z.string().max(200), serviceDay: serviceDaySchema.optional() }),
    z.array(foundTokenSchema),
    ['staff'],
  ),
  /** R20: why here? Oldest first. */
  'tokens.history': query(z.strictObject({ tokenId: tokenIdSchema }), z.array(historyLineSchema), [
    'staff',
    'doctor',
  ]),
  'patients.known': query(z.strictObject({ contact: z.string().max(200) }), z.array(knownPatientSchema), [
    'staff',
  ]),
  /** What a command would do; it is not done. Refused as the command would be. */
  'commands.preview': query(previewInputSchema, previewSchema, ['staff']),
  'changes.recent': query(nothing, z.array(recentChangeSchema), ['staff']),

  'notices.list': query(nothing, z.array(noticeSchema), ['staff']),
  'notices.tick': command(z.strictObject({ noticeId: noticeIdSchema, told: z.boolean() }), done, ['staff']),

  'slots.close': command(
    byDoctor.extend({ slotId: slotIdSchema, serviceDay: serviceDaySchema.optional() }),
    done,
    ['staff'],
  ),
  'slots.reopen': command(
    byDoctor.extend({ slotId: slotIdSchema, serviceDay: serviceDaySchema.optional() }),
    done,
    ['staff'],
  ),
  'slots.change': command(
    byDoctor.extend({
      slotId: slotIdSchema,
      serviceDay: serviceDaySchema.optional(),
      capacity: capacitySchema,
    }),
    done,
    ['staff'],
  ),
  /** R22: minutes late today; 0 takes it back. */
  'doctors.setDelay': command(byDoctor.extend({ minutes: z.int().min(0).max(720) }), done, [
    'staff',
    'doctor',
  ]),

  'station.status': query(nothing, stationSchema, ['staff', 'kiosk', 'doctor']),
  'backups.make': command(nothing, done, ['staff']),

  'kiosk.findBookings': query(z.strictObject({ query: z.string().min(3).max(200) }), z.array(bookingSchema), [
    'kiosk',
  ]),
  /** Checks in a booking that this very query finds. */
  'kiosk.checkIn': command(
    z.strictObject({
      query: z.string().min(3).max(200),
      tokenId: tokenIdSchema,
      language: languageSchema.optional(),
      requestId,
    }),
    ticketSchema,
    ['kiosk'],
  ),
  /** The staff's PIN closes the kiosk window. */
  'kiosk.leave': command(z.strictObject({ pin: z.string().max(20) }), done, ['kiosk']),

  'queue.callNext': command(byDoctor, tokenSchema, ['staff', 'doctor']),

  'slips.ticket': query(z.strictObject({ tokenId: tokenIdSchema }), ticketSchema, ['staff', 'slip']),
  'slips.reprint': command(byToken, printJobSchema, ['staff']),
  'slips.job': query(z.strictObject({ tokenId: tokenIdSchema }), printJobSchema, [
    'staff',
    'kiosk',
    'doctor',
  ]),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller may write: before trimming and defaults. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a use case gets: checked. */
export type CheckedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** Facts that go out to windows after a commit. They carry no personal data: who may see it fetches it. */
export const appEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('bookChanged'),
    ...bookKeySchema.shape,
    revision: z.int(),
    facts: z.array(
      z.object({
        type: z.enum([...tokenEventTypes, ...slotEventTypes, 'bookClosed']),
        tokenId: tokenIdSchema.nullable(),
        number: z.string().nullable(),
      }),
    ),
  }),
  z.object({ type: z.literal('printJobChanged'), job: printJobSchema }),
  /** The call list changed. */
  z.object({ type: z.literal('noticesChanged') }),
  z.object({ type: z.literal('dayChanged'), serviceDay: serviceDaySchema, now: instantSchema }),
  /** Doctors or settings changed, or another database was opened: fetch everything again. */
  z.object({ type: z.literal('everythingChanged') }),
]);
export type AppEvent = z.infer<typeof appEventSchema>;
