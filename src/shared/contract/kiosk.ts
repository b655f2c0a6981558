import { z } from 'zod';
import { bookingSchema } from '../model/booking';
import { tokenIdSchema } from '../model/ids';
import { languageSchema } from '../model/language';
import { pinSchema } from '../model/pin';
import { ticketSchema } from '../model/ticket';
import { command, done, nothing, query, requestId } from './call';

const doorAsksSchema = z.enum(['person', 'pin', 'staff', 'nothing']);

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
  /** What closes the window it is asked in: somebody who works here, the clinic's PIN, staff elsewhere, or anybody. */
  'kiosk.door': query(nothing, z.object({ asks: doorAsksSchema }), ['kiosk', 'board']),
  /**
   * Closes the window it is typed in: a kiosk, or a board. Errors: FORBIDDEN wrong, `details.reason` role where that person
   * may not, no_pin where there is none; TOO_EARLY.
   */
  'kiosk.leave': command(
    z.strictObject({ pin: z.string().max(20), initials: z.string().trim().max(10).optional() }),
    done,
    ['kiosk', 'board'],
  ),
  /** Of the PIN no page ever learns more than whether the clinic has chosen one, and whether it is asked for. */
  'kiosk.pin': query(nothing, z.object({ isSet: z.boolean(), asks: doorAsksSchema }), ['staff']),
  'kiosk.changePin': command(z.strictObject({ pin: pinSchema }), done, ['staff']),
} as const;
