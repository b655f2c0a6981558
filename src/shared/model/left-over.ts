import { z } from 'zod';
import { holderSchema } from './token';

/** R28: somebody whom the closing ended, and whom opening the day again leaves over: the patient has another token, or was erased. */
export const leftOverSchema = holderSchema.extend({ because: z.enum(['second_token', 'erased']) });
export type LeftOver = z.infer<typeof leftOverSchema>;

export const reopenedSchema = z.object({ leftOver: z.array(leftOverSchema) });
export type Reopened = z.infer<typeof reopenedSchema>;
