import { z } from 'zod';
import type { Role } from '../model/actor';
import { doctorIdSchema, requestIdSchema, tokenIdSchema } from '../model/ids';
import { stageSchema } from '../model/token';

export type { Role };

interface Call<K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType> {
  /** A query changes nothing; a command may be repeated safely with the same requestId. */
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  readonly roles: readonly Role[];
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  by: readonly Role[],
): Call<'query', I, O> {
  return { kind: 'query', input, output, roles: by };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  by: readonly Role[],
): Call<'command', I, O> {
  return { kind: 'command', input, output, roles: by };
}

export const nothing = z.strictObject({});
/** The answer of a command that has nothing to tell but that it was done. */
export const done = z.object({});
export const requestId = requestIdSchema.optional();
/** How much of a list one answer holds; the default as well. */
export const MOST_OF_A_PAGE = 1_000;
export const pageLimit = z.coerce.number<number>().int().min(1).max(MOST_OF_A_PAGE).optional();
/**
 * How a window showed a token when somebody chose what to do with it; stage null: without a seat, or over. If it
 * stands otherwise by then, the command is refused: two windows on one patient never do two things.
 */
export const seenSchema = z.strictObject({ stage: stageSchema.nullable(), recalls: z.int().min(0) });
export type Seen = z.infer<typeof seenSchema>;
export const byToken = z.strictObject({ tokenId: tokenIdSchema, seen: seenSchema.optional(), requestId });
export const byDoctor = z.strictObject({ doctorId: doctorIdSchema, requestId });
