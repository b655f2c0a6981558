import { z } from 'zod';

/**
 * The closed list of what can go wrong in an expected way.
 * Screens and HTTP clients branch on the code; people read the message.
 */
export const errorCodes = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_EARLY',
  'DUPLICATE_TOKEN',
  'FORBIDDEN',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** One sentence a receptionist understands. */
  message: z.string(),
  /** The same for programs: ids, limits, instants. */
  details: z.record(z.string(), z.json()).optional(),
  /** For INTERNAL only: what to quote to support; the log holds the rest. */
  reference: z.string().optional(),
});

export type ErrorCode = (typeof errorCodes)[number];
export type AppError = z.infer<typeof appErrorSchema>;
export type ErrorDetails = NonNullable<AppError['details']>;
