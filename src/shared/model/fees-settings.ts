import { z } from 'zod';
import { currencySchema } from './currency';
import { doctorIdSchema } from './ids';
import { MOST_AMOUNT } from './money';
import { textSchema } from './text';

const amountSchema = z.int().min(0).max(MOST_AMOUNT);
const ownAmountSchema = amountSchema.nullable().default(null);

/** A fee of one doctor; null: as everybody's. */
const ownFeesSchema = z.object({
  doctorId: doctorIdSchema,
  walk_in: ownAmountSchema,
  online: ownAmountSchema,
  paid: ownAmountSchema,
  follow_up: ownAmountSchema,
  emergency: ownAmountSchema,
});
export type OwnFees = z.infer<typeof ownFeesSchema>;

/** `name@bank`, as the clinic's bank or app shows it. */
export const upiIdPattern = /^[a-zA-Z0-9._-]{2,64}@[a-zA-Z][a-zA-Z0-9.-]{1,63}$/;

export const feesSettingsSchema = z.object({
  on: z.boolean().default(false).describe('Whether the clinic writes down here what is paid.'),
  currency: currencySchema
    .nullable()
    .default(null)
    .describe('The currency, as in ISO 4217; null: that of the country.'),
  everybody: z
    .object({
      walk_in: amountSchema.default(0),
      online: amountSchema.default(0),
      paid: amountSchema.default(0),
      follow_up: amountSchema.default(0),
      emergency: amountSchema.default(0),
    })
    .prefault({})
    .describe('What a visit costs by its kind, in the smallest unit of the currency.'),
  doctors: z.array(ownFeesSchema).max(500).default([]).describe('Doctors whose visits cost something else.'),
  upiId: z
    .union([z.literal(''), z.string().trim().regex(upiIdPattern, 'A UPI id looks like name@bank.')])
    .default('')
    .describe('Where UPI payments go; empty: no code is shown.'),
  upiName: textSchema(60).default('').describe('Whom the UPI code names; empty: the clinic.'),
  receipts: z.boolean().default(true).describe('Prints a receipt for each payment.'),
  receiptLine: textSchema(200).default('').describe('One line of your own on each receipt.'),
  prefix: z
    .string()
    .trim()
    .regex(/^[A-Z0-9/-]{0,10}$/, 'Up to ten capital letters, digits, hyphens or slashes.')
    .default('R-')
    .describe('What stands before the number of each receipt.'),
});
export type FeesSettings = z.infer<typeof feesSettingsSchema>;
