import { z } from 'zod';
import { cleanText } from './fold';
import { doctorIdSchema, patientIdSchema, slotIdSchema, tokenIdSchema } from './ids';
import { instantSchema, serviceDaySchema } from './time';

/** Highest priority first; a source's priority is its place in this list, from 1. */
export const sources = ['emergency', 'paid', 'follow_up', 'walk_in', 'online'] as const;
export const sourceSchema = z.enum(sources);
export type Source = z.infer<typeof sourceSchema>;

export type Priority = 1 | 2 | 3 | 4 | 5;
export const priorityOf: Readonly<Record<Source, Priority>> = {
  emergency: 1,
  paid: 2,
  follow_up: 3,
  walk_in: 4,
  online: 5,
};

/** `main` counts A-001 …; `paper` counts the blanks of an outage, A-P01 … (R25). */
export const seriesSchema = z.enum(['main', 'paper']);
export type Series = z.infer<typeof seriesSchema>;

export const stages = ['booked', 'checked_in', 'called', 'in_consultation', 'on_hold'] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

export const statuses = ['active', 'waiting', 'displaced', 'served', 'cancelled', 'no_show'] as const;
export const statusSchema = z.enum(statuses);
export type TokenStatus = z.infer<typeof statusSchema>;

/** Where a token was issued; decides who counts as here from the start (R18). */
export const channels = ['kiosk', 'desk', 'http', 'paper'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

/** A token's place in its series; four digits are more than a doctor sees in a day. */
export const sequenceSchema = z.int().min(1).max(9999);

/** R26: a need that goes first among equals; never above an emergency, and never a seat. */
export const precedences = ['senior', 'pregnant', 'disabled', 'infant', 'other'] as const;
export const precedenceSchema = z.enum(precedences);
export type Precedence = z.infer<typeof precedenceSchema>;
/** Null: no need. Made once, for making a schema costs more than asking it. */
export const precedenceOrNoneSchema = precedenceSchema.nullable();

/** R26: who says so: what is kept of the patient, the patient alone, or staff, whose word stands. */
export const precedenceOrigins = ['register', 'patient', 'staff'] as const;
/** What a follow-up was by the doctor's rule when its token was issued; all but `due` are only claimed. */
export const followUpMarks = ['due', 'never_seen', 'over', 'used_up', 'unknown'] as const;
export const followUpMarkSchema = z.enum(followUpMarks);
export type FollowUpMark = z.infer<typeof followUpMarkSchema>;

/** Why it is an emergency, or what staff wrote down. */
export const noteSchema = z.string().max(500, 'Please use at most 500 letters.').transform(cleanText);

const facts = {
  id: tokenIdSchema,
  doctorId: doctorIdSchema,
  serviceDay: serviceDaySchema,
  series: seriesSchema,
  sequence: z.int().min(1),
  /** What people see and hear: `A-017`. */
  number: z.string(),
  source: sourceSchema,
  priority: z.literal([1, 2, 3, 4, 5]),
  channel: channelSchema,
  patientName: z.string(),
  /** Phone or e-mail; may be empty. */
  patientContact: z.string(),
  /** Who that is in the register; name and contact stay as they were said. Null: nobody known. */
  patientId: patientIdSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Since when the patient is here; null: not yet. */
  checkedInAt: instantSchema.nullable(),
  /** How often R5 took this token's seat. */
  displacements: z.int().min(0),
  /** R8: the slot that was asked for by name. */
  wishedSlotId: slotIdSchema.nullable(),
  /** Why it is an emergency, or what staff wrote down. */
  note: z.string(),
  /** R21: the token this one continues, of another doctor. */
  transferredFrom: tokenIdSchema.nullable(),
  /** R26; null: none. */
  precedence: precedenceOrNoneSchema,
  /** R26: who said so, or that there is none; null: nobody, or before this was kept. */
  precedenceFrom: z.enum(precedenceOrigins).nullable(),
  /** Null: it was none, the doctor has no such rule, or nobody looked. */
  followUp: followUpMarkSchema.nullable(),
  /** R6: the slot whose seat an emergency took; who is here keeps its place in the queue. */
  lostSlotId: slotIdSchema.nullable(),
  /** R24: what it was before it became an emergency. */
  upgradedFrom: sourceSchema.nullable(),
  /** R27: when it last ceased to be called or with the doctor. */
  leftDoorAt: instantSchema.nullable(),
};

/** Called, recalled, in the room: what happened at the doctor's door. */
const visit = {
  calledAt: instantSchema.nullable(),
  startedAt: instantSchema.nullable(),
};

export const activeTokenSchema = z.object({
  ...facts,
  ...visit,
  status: z.literal('active'),
  slotId: slotIdSchema,
  /** The moment it got this seat (R13). */
  seatedAt: instantSchema,
  /** Called in beyond the seats (R18, R25); takes none. */
  extra: z.boolean(),
  stage: stageSchema,
  /** Recalls since the last call (R19). */
  recalls: z.int().min(0),
  /** Last call or recall. */
  lastCalledAt: instantSchema.nullable(),
  /** R19: the book's number of calls when this token was held back. */
  heldAtCall: z.int().min(0).nullable(),
  heldAt: instantSchema.nullable(),
  /** R19: by agreement, or because it did not answer. */
  heldFor: z.enum(['asked', 'no_answer']).nullable(),
  /** R19: rounds of calls it did not answer; the second makes it a no-show. */
  unanswered: z.int().min(0),
});

const onList = {
  /** Since when it is on the list; a transfer carries it along (R21). */
  listedAt: instantSchema,
  /** Place in line on the list (R10); a transfer may fall between two. */
  listSequence: z.number(),
};
export const waitingTokenSchema = z.object({ ...facts, ...onList, status: z.literal('waiting') });
export const displacedTokenSchema = z.object({ ...facts, ...onList, status: z.literal('displaced') });

export const servedTokenSchema = z.object({
  ...facts,
  ...visit,
  status: z.literal('served'),
  slotId: slotIdSchema,
  seatedAt: instantSchema,
  extra: z.boolean(),
  servedAt: instantSchema,
});

/**
 * R16: whoever was here or waiting when the day was closed: left by themselves, sent away by staff, the doctor was gone;
 * closed by the clock with nobody to say; or nobody said (all that there was before these were told apart).
 */
export const unseenWays = ['left_unseen', 'sent_away', 'doctor_gone', 'closed_by_clock', 'not_seen'] as const;
export type UnseenWay = (typeof unseenWays)[number];
/** What staff may say; the clock has its own word. */
export const unseenWaySchema = z.enum(unseenWays).exclude(['closed_by_clock']);

export const cancelReasons = [
  'patient',
  'staff',
  'transferred',
  ...unseenWays,
  'undone',
  'transfer_undone',
] as const;
export const cancelReasonSchema = z.enum(cancelReasons);
export type CancelReason = z.infer<typeof cancelReasonSchema>;

export const cancelledTokenSchema = z.object({
  ...facts,
  status: z.literal('cancelled'),
  cancelledAt: instantSchema,
  cancelReason: cancelReasonSchema,
  /** The seat it gave back, if it had one. */
  lastSlotId: slotIdSchema.nullable(),
  /** R21: the token that continues this one. */
  transferredTo: tokenIdSchema.nullable(),
});

export const noShowTokenSchema = z.object({
  ...facts,
  status: z.literal('no_show'),
  noShowAt: instantSchema,
  lastSlotId: slotIdSchema,
});

export const tokenSchema = z.discriminatedUnion('status', [
  activeTokenSchema,
  waitingTokenSchema,
  displacedTokenSchema,
  servedTokenSchema,
  cancelledTokenSchema,
  noShowTokenSchema,
]);

export type Token = z.infer<typeof tokenSchema>;
export type ActiveToken = z.infer<typeof activeTokenSchema>;
export type ListedToken = z.infer<typeof waitingTokenSchema> | z.infer<typeof displacedTokenSchema>;
export type ServedToken = z.infer<typeof servedTokenSchema>;

export function isListed(token: Token): token is ListedToken {
  return token.status === 'waiting' || token.status === 'displaced';
}

/** Open: active, waiting or displaced; anything else is final (R17). */
export function isOpen(token: Token): token is ActiveToken | ListedToken {
  return token.status === 'active' || isListed(token);
}

/** R16: not cancelled by anybody, but not seen by the end of the day. */
export function isUnseen(reason: CancelReason): reason is UnseenWay {
  return unseenWays.some((way) => way === reason);
}

/** A follow-up without a right to it: nobody has to act on it, and it moves nobody. Null: it is none. */
export function claimOf({
  source,
  followUp,
}: Pick<Token, 'source' | 'followUp'>): Exclude<FollowUpMark, 'due'> | null {
  return source === 'follow_up' && followUp !== 'due' ? followUp : null;
}

/** `A-017`, `A-P01`. Never changed once given. */
export function tokenNumber(prefix: string, series: Series, sequence: number): string {
  return series === 'paper'
    ? `${prefix}-P${String(sequence).padStart(2, '0')}`
    : `${prefix}-${String(sequence).padStart(3, '0')}`;
}

/** Whom a token is for, where a line is all that is said of it. */
export const holderSchema = z.object({
  tokenId: tokenIdSchema,
  number: z.string(),
  patientName: z.string(),
  patientContact: z.string(),
});
