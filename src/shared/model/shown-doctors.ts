import { z } from 'zod';
import { doctorIdSchema } from './ids';

/** More doctors no clinic has. */
const MOST = 500;

/** The doctors that a board or a kiosk shows; none: all. Who does not work here any more falls away by itself. */
export const shownDoctorsSchema = z.array(doctorIdSchema).max(MOST);

/** Of the windows at the PC that keeps the data, and of the pages that other reception PCs open. Devices have their own. */
export const shownSettingsSchema = z.object({
  board: shownDoctorsSchema.default([]).describe('The doctors whom the board at reception shows; none: all.'),
  kiosk: shownDoctorsSchema
    .default([])
    .describe('The doctors for whom the kiosk at reception gives tokens; none: all.'),
});
