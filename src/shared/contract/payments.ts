import { z } from 'zod';
import { paymentIdSchema, personIdSchema, tokenIdSchema } from '../model/ids';
import { languageSchema } from '../model/language';
import { MOST_AMOUNT } from '../model/money';
import {
  drawerCountSchema,
  moneyWaySchema,
  paymentDaySchema,
  paymentSchema,
  visitBalanceSchema,
  visitPaymentsSchema,
  whySchema,
} from '../model/payment';
import { printJobSchema } from '../model/print-job';
import { serviceDaySchema } from '../model/time';
import { command, query, requestId } from './call';

const amountSchema = z
  .int('An amount is a whole number of the smallest unit.')
  .min(1, 'An amount is more than nothing.')
  .max(MOST_AMOUNT, `An amount is below ${MOST_AMOUNT + 1} of the smallest unit.`);
const reasonText = whySchema.refine((text) => text !== '', 'Please say why.');

const paying = z.strictObject({
  tokenId: tokenIdSchema,
  /** In the smallest unit of the clinic's currency. */
  amount: amountSchema,
  /** What had been paid as it was shown: if it is otherwise by now, nothing is taken. */
  seen: z.int().optional(),
  /** Of the receipt; default: that of the token's slip. */
  language: languageSchema.optional(),
  requestId,
});

const done = z.object({ payment: paymentSchema, balance: visitBalanceSchema });
export type PaymentDone = z.infer<typeof done>;

/** What is paid for visits. */
export const paymentCalls = {
  /** What the visit of a token costs, and what was paid for it. Errors: NOT_FOUND. */
  'payments.ofToken': query(z.strictObject({ tokenId: tokenIdSchema }), visitPaymentsSchema, ['staff']),
  /** Tokens of a day for which something is due; default: today. None where no fees are used. */
  'payments.unpaid': query(
    z.strictObject({ serviceDay: serviceDaySchema.optional() }),
    z.array(z.object({ tokenId: tokenIdSchema, due: z.int().min(1) })),
    ['staff'],
  ),
  /** Errors: NOT_FOUND; CONFLICT nothing is due, or less, or it was paid meanwhile, or no fees are used. */
  'payments.take': command(paying.extend({ way: moneyWaySchema }), done, ['staff']),
  /** Lets off what is due, or a part of it. Errors: the same. */
  'payments.waive': command(paying.extend({ reasonText }), done, ['staff']),
  /** Gives back what was paid, or a part of it: a row of its own, of today. Errors: NOT_FOUND; CONFLICT that much is not left. */
  'payments.putRight': command(
    z.strictObject({
      paymentId: paymentIdSchema,
      /** Default: all that is left of it. */
      amount: amountSchema.optional(),
      reasonText,
      language: languageSchema.optional(),
      requestId,
    }),
    done,
    ['staff'],
  ),
  /** Prints a receipt once more. Errors: NOT_FOUND; UNAVAILABLE the station prints no slips. */
  'payments.receipt': command(z.strictObject({ paymentId: paymentIdSchema, requestId }), printJobSchema, [
    'staff',
  ]),
  /** A day's payments by person and way, beside what was counted; default: today. */
  'payments.day': query(z.strictObject({ serviceDay: serviceDaySchema.optional() }), paymentDaySchema, [
    'staff',
  ]),
  /** A float put in, or what was found in a drawer. Errors: CONFLICT it is not what was expected, and nobody said why; no fees are used. */
  'payments.count': command(
    z.strictObject({
      kind: drawerCountSchema.shape.kind,
      /** Whose; missing: of all. */
      personId: personIdSchema.optional(),
      serviceDay: serviceDaySchema.optional(),
      amount: z.int().min(0).max(MOST_AMOUNT),
      reasonText: whySchema.default(''),
      requestId,
    }),
    drawerCountSchema,
    ['staff'],
  ),
  /** Saves the payments of some days as CSV. Errors: UNAVAILABLE it could not be written. */
  'payments.export': command(
    z.strictObject({ from: serviceDaySchema, to: serviceDaySchema }),
    z.object({ path: z.string(), rows: z.int() }),
    ['staff'],
  ),
} as const;
