import { z } from 'zod';

/** A part of a name as networks know it: `reception` of `reception.local`. Room is left for a `-2`. */
export const hostLabelSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?!localhost$)[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
    'Up to 40 letters from a to z, digits and hyphens.',
  );

/** The HTTP API for other PCs, tablets and an online booking site. */
export const networkSettingsSchema = z.object({
  listen: z
    .enum(['off', 'this_pc', 'network'])
    .default('off')
    .describe('Who may reach the app: nobody else, programs on this PC, or devices on the clinic’s network.'),
  hostName: hostLabelSchema
    .or(z.literal(''))
    .default('')
    .describe('The name devices find this PC by, without .local; empty: made of the computer’s.'),
  port: z.int().min(1024).max(65_535).default(4180),
  /** PEM files of the clinic's own; both or neither. */
  certificatePath: z.string().trim().max(500).default(''),
  keyPath: z.string().trim().max(500).default(''),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;
