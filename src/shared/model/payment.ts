import { z } from 'zod';
import { actorSchema } from './actor';
import { doctorIdSchema, drawerCountIdSchema, paymentIdSchema, personIdSchema, tokenIdSchema } from './ids';
import { MOST_AMOUNT } from './money';
import { textSchema } from './text';
import { instantSchema, serviceDaySchema } from './time';
import { sourceSchema } from './token';

/** How money comes. */
export const moneyWays = ['cash', 'upi', 'card'] as const;
export const moneyWaySchema = z.enum(moneyWays);

/** The same, and what is let off: then no money comes, and nothing is due any more. */
export const paymentWays = [...moneyWays, 'waived'] as const;
export const paymentWaySchema = z.enum(paymentWays);
export type PaymentWay = z.infer<typeof paymentWaySchema>;

export const MOST_REASON = 200;
export const whySchema = textSchema(MOST_REASON);

/** One row of what was paid. It is never changed: what was wrong is put right by another that names it. */
export const paymentSchema = z.object({
  id: paymentIdSchema,
  /** 1, 2, 3 … of the whole clinic, without a gap. */
  receipt: z.int().min(1),
  /** The token it was taken with; and the one with which its visit began (R21): a payment goes with the visit. */
  tokenId: tokenIdSchema,
  visitId: tokenIdSchema,
  /** Of the day it was made, in whose evening it is counted. */
  serviceDay: serviceDaySchema,
  at: instantSchema,
  /** In the smallest unit; below zero: given back. */
  amount: z.int().min(-MOST_AMOUNT).max(MOST_AMOUNT),
  currency: z.string(),
  way: paymentWaySchema,
  /** Why it was let off or put right; empty where it was neither, and once the patient was erased. */
  reasonText: z.string(),
  /** The row that it puts right; null: none. */
  corrects: paymentIdSchema.nullable(),
  /** What the visit cost then, of which doctor and kind: that holds for it from then on. */
  fee: z.int().min(0),
  doctorId: doctorIdSchema,
  source: sourceSchema,
  by: actorSchema,
});
export type Payment = z.infer<typeof paymentSchema>;

/** A row with what is shown beside it. */
export const shownPaymentSchema = paymentSchema.extend({
  /** `R-000123`. */
  number: z.string(),
  /** Who took it; null: nobody was signed in. */
  personName: z.string().nullable(),
  /** How much of it was put right so far. */
  putRight: z.int().min(0),
});
export type ShownPayment = z.infer<typeof shownPaymentSchema>;

/** How a visit stands. */
export const visitBalanceSchema = z.object({
  currency: z.string(),
  fee: z.int().min(0),
  /** Paid or let off, less what was given back. */
  paid: z.int(),
  /** Money alone. */
  money: z.int(),
  /** What is still to be paid. */
  due: z.int().min(0),
  /** What the clinic owes: more was paid than the visit costs. */
  owed: z.int().min(0),
});
export type VisitBalance = z.infer<typeof visitBalanceSchema>;

/** All that is known of what was paid for the visit of a token. */
export const visitPaymentsSchema = visitBalanceSchema.extend({
  /** Whether the clinic writes down payments; rows of before stay. */
  on: z.boolean(),
  payments: z.array(shownPaymentSchema),
  /** What a UPI code for what is due says; null: there is none. */
  upi: z.string().nullable(),
});
export type VisitPayments = z.infer<typeof visitPaymentsSchema>;

/** What a slip says of it. */
export const slipPaymentSchema = visitBalanceSchema.extend({
  payments: z.array(
    shownPaymentSchema.pick({ id: true, number: true, amount: true, way: true, at: true, personName: true }),
  ),
  upi: z.string().nullable(),
  receiptLine: z.string(),
  /** The slip is the receipt of this payment; null: it is the slip of a token. */
  receiptOf: paymentIdSchema.nullable(),
});
export type SlipPayment = z.infer<typeof slipPaymentSchema>;

/** A float put into a drawer, or what was found in it. Never changed either. */
export const drawerCountSchema = z.object({
  id: drawerCountIdSchema,
  kind: z.enum(['float', 'count']),
  serviceDay: serviceDaySchema,
  at: instantSchema,
  /** Whose cash; null: of all who took some. */
  personId: personIdSchema.nullable(),
  currency: z.string(),
  amount: z.int().min(0).max(MOST_AMOUNT),
  /** What should have been there then: of a count the float and the cash; of a float the float before. */
  expected: z.int(),
  reasonText: z.string(),
  by: actorSchema,
});
export type DrawerCount = z.infer<typeof drawerCountSchema>;

const sumsSchema = z.object({
  cash: z.int(),
  upi: z.int(),
  card: z.int(),
  waived: z.int(),
  /** Cash, UPI and card. */
  money: z.int(),
  /** How many rows. */
  rows: z.int().min(0),
});
export type PaymentSums = z.infer<typeof sumsSchema>;

const drawerSchema = z.object({
  sums: sumsSchema,
  float: z.int().min(0),
  /** The float and the cash. */
  expected: z.int(),
  /** The last count; null: none yet. */
  count: drawerCountSchema.nullable(),
});

/** A day of payments, as it is counted in the evening. */
export const paymentDaySchema = z.object({
  on: z.boolean(),
  serviceDay: serviceDaySchema,
  currency: z.string(),
  /** First and last receipt; null: there was none. */
  receipts: z.object({ first: z.string(), last: z.string() }).nullable(),
  all: drawerSchema,
  /** Who took any, by name; `personId` null: whoever was not signed in. */
  people: z.array(
    drawerSchema.extend({ personId: personIdSchema.nullable(), personName: z.string().nullable() }),
  ),
  counts: z.array(
    drawerCountSchema.extend({ personName: z.string().nullable(), byName: z.string().nullable() }),
  ),
});
export type PaymentDay = z.infer<typeof paymentDaySchema>;
