import { z } from 'zod';
import { bookingSchema } from '../model/desk';
import { tokenIdSchema } from '../model/ids';
import { languageSchema } from '../model/language';
import { ticketSchema } from '../model/view';
import { command, done, query, requestId } from './call';

/** What only the kiosk does. */
export const kioskCalls = {
  'kiosk.findBookings': query(z.strictObject({ query: z.string().min(3).max(200) }), z.array(bookingSchema), [
    'kiosk',
  ]),
  /** Checks in a booking that this very query finds. */
  'kiosk.checkIn': command(
    z.strictObject({
      query: z.string().min(3).max(200),
      tokenId: tokenIdSchema,
      language: languageSchema.optional(),
      requestId,
    }),
    ticketSchema,
    ['kiosk'],
  ),
  /** The staff's PIN closes the kiosk window. */
  'kiosk.leave': command(z.strictObject({ pin: z.string().max(20) }), done, ['kiosk']),
} as const;
