import { z } from 'zod';
import type { ChangedToken } from '../../shared/contract/tokens';
import { slotIdSchema, tokenIdSchema } from '../../shared/model/ids';
import { reasonSchema } from '../../shared/model/reason';
import { slotSchema } from '../../shared/model/slot';
import { type Ticket, ticketSchema } from '../../shared/model/ticket';
import { instantSchema } from '../../shared/model/time';
import {
  activeTokenSchema,
  cancelReasonSchema,
  stageSchema,
  statusSchema,
  type Token,
} from '../../shared/model/token';

const facts = activeTokenSchema.pick({
  id: true,
  number: true,
  doctorId: true,
  serviceDay: true,
  source: true,
  priority: true,
  patientName: true,
  patientContact: true,
  patientId: true,
  createdAt: true,
  updatedAt: true,
  checkedInAt: true,
  displacements: true,
  note: true,
  channel: true,
  wishedSlotId: true,
  transferredFrom: true,
  precedence: true,
  precedenceFrom: true,
  followUp: true,
  upgradedFrom: true,
});

/** A token on HTTP: one flat shape for every status; what a status has no use for is null. */
export const tokenViewSchema = facts.extend({
  status: statusSchema,
  /** Of an active token: how far the visit is. */
  stage: stageSchema.nullable(),
  /** The seat it has; null without one. */
  slotId: slotIdSchema.nullable(),
  /** Called in beyond the seats. */
  extra: z.boolean(),
  calledAt: instantSchema.nullable(),
  startedAt: instantSchema.nullable(),
  servedAt: instantSchema.nullable(),
  cancelledAt: instantSchema.nullable(),
  cancelReason: cancelReasonSchema.nullable(),
  noShowAt: instantSchema.nullable(),
  transferredTo: tokenIdSchema.nullable(),
});
type TokenView = z.infer<typeof tokenViewSchema>;

const nothingElse = {
  stage: null,
  slotId: null,
  extra: false,
  calledAt: null,
  startedAt: null,
  servedAt: null,
  cancelledAt: null,
  cancelReason: null,
  noShowAt: null,
  transferredTo: null,
} as const;

const fields = Object.keys(tokenViewSchema.shape);

/** Just these fields; the answer's schema checks them on the way out. */
export function viewToken(token: Token): TokenView {
  const whole: Readonly<Record<string, unknown>> = { ...nothingElse, ...token };
  return Object.fromEntries(fields.map((field) => [field, whole[field]])) as TokenView;
}

/** A token after a command: with what is said, and was no reason to refuse. */
export const changedViewSchema = tokenViewSchema.extend(ticketSchema.pick({ warnings: true }).shape);

export function viewChanged({ warnings, ...token }: ChangedToken): z.infer<typeof changedViewSchema> {
  return { ...viewToken(token as Token), warnings };
}

/** A token with what its holder wants to know: when, how many before, how long, and why. */
export const ticketViewSchema = tokenViewSchema.extend({
  slot: slotSchema.pick({ startMinute: true, endMinute: true }).nullable(),
  /** How many will be called before it, as things stand. */
  ahead: z.int(),
  wait: ticketSchema.shape.wait,
  /** R20: why it stands where it stands. */
  reason: reasonSchema,
  warnings: ticketSchema.shape.warnings,
  otherwise: ticketSchema.shape.otherwise,
  alsoWith: ticketSchema.shape.alsoWith,
});

export function viewTicket({
  token,
  slot,
  ahead,
  wait,
  reason,
  warnings,
  otherwise,
  alsoWith,
}: Ticket): z.infer<typeof ticketViewSchema> {
  return { ...viewToken(token), slot, ahead, wait, reason, warnings, otherwise, alsoWith };
}
