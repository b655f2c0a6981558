import { z } from 'zod';
import { serviceDaySchema } from './time';

/** Only words: the app knows no amounts. */
export const followUpTerms = ['free', 'cheaper'] as const;

export const MOST_FOLLOW_UP_DAYS = 365;
export const MOST_FOLLOW_UP_VISITS = 20;

/** How long, and how often, somebody whom a doctor has seen may come again for less. */
export const followUpRuleSchema = z.object({
  /** After a new visit; the last of them counts still. */
  days: z.int().min(1).max(MOST_FOLLOW_UP_DAYS),
  visits: z.int().min(1).max(MOST_FOLLOW_UP_VISITS),
  terms: z.enum(followUpTerms),
});
export type FollowUpRule = z.infer<typeof followUpRuleSchema>;

const seen = {
  lastDay: serviceDaySchema,
  /** 0: on the very day. */
  daysAgo: z.int().min(0),
};

/** Whether a follow-up with a doctor is due to a patient on a day, or why not. */
export const followUpSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('due'),
    ...seen,
    /** The last day on which it is. */
    until: serviceDaySchema,
    /** This one among them. */
    left: z.int().min(1),
    terms: followUpRuleSchema.shape.terms,
  }),
  z.object({ kind: z.literal('over'), ...seen, until: serviceDaySchema }),
  z.object({ kind: z.literal('used_up'), ...seen }),
  z.object({ kind: z.literal('never_seen') }),
  /** This doctor has none. */
  z.object({ kind: z.literal('no_rule') }),
]);
export type FollowUp = z.infer<typeof followUpSchema>;
