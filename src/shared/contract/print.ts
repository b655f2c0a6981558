import { z } from 'zod';
import { tokenIdSchema } from '../model/ids';
import { printJobSchema, ticketSchema } from '../model/view';
import { byToken, command, query } from './call';

/** Slips and what became of them. */
export const printCalls = {
  'slips.ticket': query(z.strictObject({ tokenId: tokenIdSchema }), ticketSchema, ['staff', 'slip']),
  'slips.reprint': command(byToken, printJobSchema, ['staff']),
  'slips.job': query(z.strictObject({ tokenId: tokenIdSchema }), printJobSchema, [
    'staff',
    'kiosk',
    'doctor',
  ]),
} as const;
