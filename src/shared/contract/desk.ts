import { z } from 'zod';
import { callListLineSchema } from '../model/call-list';
import { cardNumbersSchema } from '../model/card-holder';
import { historyLineSchema, recentChangeSchema } from '../model/change';
import { foundTokenSchema, whoseTokenSchema } from '../model/found-token';
import { callListLineIdSchema, tokenIdSchema } from '../model/ids';
import { serviceDaySchema } from '../model/time';
import { command, done, nothing, pageLimit, query } from './call';

/** What the reception desk looks up. */
export const deskCalls = {
  /** The first `limit` of them, or of those after the token `cursor`. Fewer than `limit`: there are no more. */
  'tokens.find': query(
    z.strictObject({
      query: z.string().max(200),
      serviceDay: serviceDaySchema.optional(),
      limit: pageLimit,
      cursor: tokenIdSchema.optional(),
    }),
    z.array(foundTokenSchema),
    ['staff'],
  ),
  /** Whose patient holds this slip; a doctor's scanner reads others' slips too. */
  /** Of which token a slip's link is; null: of none here. */
  'tokens.ofLink': query(
    z.strictObject({ secret: z.string().max(40) }),
    z.object({ tokenId: tokenIdSchema.nullable() }),
    ['staff', 'kiosk', 'doctor'],
  ),
  'tokens.whose': query(z.strictObject({ tokenId: tokenIdSchema }), whoseTokenSchema, ['staff', 'doctor']),
  /** The open tokens of today of whoever holds a scanned card, and nothing of who that is. */
  'tokens.ofCard': query(cardNumbersSchema, z.object({ tokenIds: z.array(tokenIdSchema) }), [
    'staff',
    'doctor',
  ]),
  /** R20: why here? Oldest first. */
  'tokens.history': query(z.strictObject({ tokenId: tokenIdSchema }), z.array(historyLineSchema), [
    'staff',
    'doctor',
  ]),
  /** Today's, the latest first: the first `limit` of them, or of those before the change `cursor`. */
  'changes.recent': query(
    z.strictObject({
      limit: pageLimit,
      cursor: recentChangeSchema.pick({ doctorId: true, revision: true }).optional(),
    }),
    z.array(recentChangeSchema),
    ['staff'],
  ),
  'callList.view': query(nothing, z.array(callListLineSchema), ['staff', 'doctor']),
  'callList.tick': command(z.strictObject({ lineId: callListLineIdSchema, told: z.boolean() }), done, [
    'staff',
    'doctor',
  ]),
} as const;
