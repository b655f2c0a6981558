import { z } from 'zod';
import { command, nothing, query } from './call';

/** What helps to find out why the app does not work, without anybody in it. */
export const diagnosticsCalls = {
  /** All of it as one text, to read before it is given away. Errors: UNAVAILABLE where it cannot be made. */
  'diagnostics.read': query(nothing, z.object({ text: z.string() }), ['staff']),
  /** Saves it, as it is then, in the folder for exports. Errors: UNAVAILABLE. */
  'diagnostics.save': command(nothing, z.object({ path: z.string() }), ['staff']),
} as const;
