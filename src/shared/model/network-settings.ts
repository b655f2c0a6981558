import { z } from 'zod';

/** The HTTP API for other PCs, tablets and an online booking site. */
export const networkSettingsSchema = z.object({
  listen: z
    .enum(['off', 'this_pc', 'network'])
    .default('off')
    .describe('Who may reach the app: nobody else, programs on this PC, or devices on the clinic’s network.'),
  port: z.int().min(1024).max(65_535).default(4180),
  /** PEM files of the clinic's own; both or neither. */
  certificatePath: z.string().trim().max(500).default(''),
  keyPath: z.string().trim().max(500).default(''),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;
