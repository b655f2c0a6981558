import { z } from 'zod';
import { doctorIdSchema, tokenIdSchema } from '../model/ids';
import { ticketSchema } from '../model/ticket';
import { serviceDaySchema } from '../model/time';
import { statusSchema, tokenSchema } from '../model/token';
import { pageLimit, query } from './call';

/** Tokens looked up by programs. */
export const tokenLookupCalls = {
  /** One token as things stand now. */
  'tokens.get': query(z.strictObject({ tokenId: tokenIdSchema }), ticketSchema, [
    'staff',
    'doctor',
    'booking',
  ]),
  /**
   * The tokens of a day (default: today) that fit everything given, by number: the first `limit` of them, or of those
   * after the token `cursor`. Fewer than `limit`: there are no more.
   */
  'tokens.search': query(
    z.strictObject({
      serviceDay: serviceDaySchema.optional(),
      doctorId: doctorIdSchema.optional(),
      status: statusSchema.optional(),
      /** Part of the number, name or contact. */
      query: z.string().trim().max(200).optional(),
      limit: pageLimit,
      /** The id of the last token of the page before. */
      cursor: tokenIdSchema.optional(),
    }),
    z.array(tokenSchema),
    ['staff', 'doctor'],
  ),
} as const;
