import { z } from 'zod';
import { actorSchema } from './actor';
import { reasonSchema } from './reason';
import { slotSchema } from './slot';
import { tokenSchema } from './token';

export const tokenEventTypes = [
  'tokenIssued',
  'tokenPromoted',
  'tokenDisplaced',
  'tokenMoved',
  'tokenReleased',
  'tokenCheckedIn',
  'tokenCalled',
  'tokenRecalled',
  'tokenHeld',
  'tokenStarted',
  'tokenServed',
  'tokenCancelled',
  'tokenNoShow',
  'tokenReinstated',
  'tokenTransferred',
  'tokenUpgraded',
  'tokenUpgradeTakenBack',
  'tokenPrecedenceSet',
  'tokenCorrected',
  'tokenRestored',
] as const;

export const slotEventTypes = [
  'slotAdded',
  'slotChanged',
  'slotClosed',
  'slotReopened',
  'slotDelayed',
] as const;

/** When it happened, through whom, and why (R20). */
const facts = {
  at: z.int(),
  /** Null: before this was kept. */
  by: actorSchema.nullable(),
  reason: reasonSchema,
};

/** What happened to one token, with the whole token before and after: replaying the events rebuilds the book. */
export const tokenEventSchema = z.object({
  type: z.enum(tokenEventTypes),
  ...facts,
  before: tokenSchema.nullable(),
  after: tokenSchema,
});

export const slotEventSchema = z.object({
  type: z.enum(slotEventTypes),
  ...facts,
  before: slotSchema.nullable(),
  after: slotSchema,
});

/** R16, R28: the day as a whole. */
export const dayEventTypes = ['bookClosed', 'bookReopened'] as const;

/** R22: the doctor's break begins, ends (`until` null), or will give nothing back. */
export const breakEventSchema = z.object({
  type: z.literal('breakChanged'),
  ...facts,
  until: z.int().nullable(),
  givesBack: z.boolean(),
});

export const bookEventSchema = z.union([
  tokenEventSchema,
  slotEventSchema,
  z.object({ type: z.enum(dayEventTypes), ...facts }),
  breakEventSchema,
]);

export type TokenEvent = z.infer<typeof tokenEventSchema>;
export type SlotEvent = z.infer<typeof slotEventSchema>;

export type BookEvent = z.infer<typeof bookEventSchema>;

/** What happened to one slot. */
export function isSlotEvent(event: BookEvent): event is SlotEvent {
  return 'after' in event && !('number' in event.after);
}

export function isTokenEvent(event: BookEvent): event is TokenEvent {
  return 'after' in event && 'number' in event.after;
}
