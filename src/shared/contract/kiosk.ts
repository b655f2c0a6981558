import { z } from 'zod';
import { bookingSchema } from '../model/booking';
import { tokenIdSchema } from '../model/ids';
import { languageSchema } from '../model/language';
import { pinSchema } from '../model/pin';
import { ticketSchema } from '../model/ticket';
import { command, done, nothing, query, requestId } from './call';

/** What only the kiosk does, and how staff get out of it. */
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
  /** The staff's PIN closes the window it is typed in: a kiosk, or a board. */
  'kiosk.leave': command(z.strictObject({ pin: z.string().max(20) }), done, ['kiosk', 'board']),
  /** Of the PIN no page ever learns more than whether it is still the one every copy of the app comes with. */
  'kiosk.pin': query(nothing, z.object({ isFactory: z.boolean() }), ['staff']),
  'kiosk.changePin': command(z.strictObject({ pin: pinSchema }), done, ['staff']),
} as const;
