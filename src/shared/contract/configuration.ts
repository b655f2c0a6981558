import { z } from 'zod';
import { configurationFaultSchema } from '../model/configuration';
import { planPreviewSchema } from '../model/plan-preview';
import { settingsImpactSchema } from '../model/settings';
import { command, done, nothing, query, requestId } from './call';

/** Two hundred doctors with a photo each; more is another file. */
const MOST_OF_A_FILE = 100_000_000;
const file = z.string().max(MOST_OF_A_FILE, 'This file is too large.');

/** How the clinic works as one file, and from one. */
export const configurationCalls = {
  /** Saves it in the folder for exports. Errors: UNAVAILABLE. */
  'configuration.export': command(nothing, z.object({ path: z.string(), doctors: z.int() }), ['staff']),
  /** What a file would change; nothing is. Errors: INVALID_INPUT: it is none, or of a newer version. */
  'configuration.preview': query(
    z.strictObject({ file }),
    z.object({
      /** If there are any nothing can be taken over, and the rest is empty. */
      faults: z.array(configurationFaultSchema),
      added: z.array(z.string()),
      changed: z.array(z.string()),
      leaves: z.int(),
      oneOffs: z.int(),
      closures: z.int(),
      roles: z.array(z.string()),
      /** By their path, `rules.maxRecalls`. */
      settings: z.array(z.string()),
      /** R34: whom other days would move. */
      plan: planPreviewSchema,
      would: settingsImpactSchema,
    }),
    ['staff'],
  ),
  /**
   * All of it or nothing. What the file does not name stays, and nobody is retired. Errors: INVALID_INPUT with `faults`, or it
   * is none or of a newer version; CONFLICT somebody was booked meanwhile.
   */
  'configuration.import': command(z.strictObject({ file, requestId }), done, ['staff']),
} as const;
