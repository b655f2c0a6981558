import { z } from 'zod';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { cohorts, dimensions, figureNames, reportNames } from './report-figures';
import { nameSchema } from './text';
import { instantSchema, serviceDaySchema } from './time';
import { channelSchema, sourceSchema } from './token';

export const reportGroupings = ['day', 'weekday', 'week', 'month'] as const;

/** Ten years and their leap days: more was mistyped. */
export const MOST_DAYS = 3_653;

const HOURS = 36;

/** Which tokens: those that fit everything given. */
export const reportFilterSchema = z.strictObject({
  doctorIds: z.array(doctorIdSchema).min(1).max(500).optional(),
  sources: z.array(sourceSchema).min(1).optional(),
  /** Hours of the clock from the first to the last, both with it; above 23 after midnight of a long day. */
  hours: z
    .strictObject({
      from: z
        .int()
        .min(0)
        .max(HOURS - 1),
      to: z
        .int()
        .min(0)
        .max(HOURS - 1),
    })
    .optional(),
});
export type ReportFilter = z.infer<typeof reportFilterSchema>;

/** What somebody looks at, without the days. Saved views keep it. */
export const reportLookSchema = reportFilterSchema.extend({
  report: z.enum(reportNames),
  /** Weeks begin on Monday. */
  groupBy: z.enum(reportGroupings).default('day'),
});

/** Both days with it. */
export const reportWishSchema = reportLookSchema.extend({ from: serviceDaySchema, to: serviceDaySchema });
export type ReportWish = z.infer<typeof reportWishSchema>;

const cell = z.number().nullable();

/** A row of a table: its figures in the order of the table's; null where nothing can be said. */
export const reportRowSchema = z.object({
  key: z.string(),
  cells: z.array(cell),
  /** The same of the period before: in `group` of the row in its place. Null: there is none, or it was not asked for. */
  before: z.array(cell).nullable(),
  /** The same of as many days, ending so many whole weeks earlier that none is in both: each on its weekday. Null of over 92 days. */
  weekday: z.array(cell).nullable(),
});

export const reportTableSchema = z.object({
  by: z.enum(dimensions),
  figures: z.array(z.enum(figureNames)),
  rows: z.array(reportRowSchema),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

const period = z.object({ from: serviceDaySchema, to: serviceDaySchema });

export const reportSchema = z.object({
  report: z.enum(reportNames),
  from: serviceDaySchema,
  to: serviceDaySchema,
  groupBy: z.enum(reportGroupings),
  /** With what it is compared. */
  before: period,
  weekday: period,
  tables: z.array(reportTableSchema),
  /** Whoever the rows name, also who does not work here any more. */
  doctors: z.array(z.object({ id: doctorIdSchema, name: z.string(), active: z.boolean() })),
  /** Keys of `person`: a person's id, a device's, or the screen's name; `clock` and `gone` besides. Null: has no name of its own. */
  people: z.array(z.object({ key: z.string(), name: z.string().nullable() })),
  /** Tokens looked at, in all three periods. */
  visits: z.int(),
  /** Of days of the range that are over, and were never closed. */
  unclosed: z.array(z.object({ doctorId: doctorIdSchema, serviceDay: serviceDaySchema })),
  /** When it was read: a day that is still going on, or to come, says less than others. */
  today: serviceDaySchema,
});
export type Report = z.infer<typeof reportSchema>;

/** A report with what stands at the head of its paper. */
export const reportSheetSchema = z.object({
  /** Nobody in it is real. */
  practice: z.boolean(),
  clinicName: z.string(),
  timeZone: z.string(),
  now: instantSchema,
  /** Whose tokens alone it is of; none: of every doctor. */
  doctors: z.array(z.string()),
  report: reportSchema,
});
export type ReportSheet = z.infer<typeof reportSheetSchema>;

export const visitOutcomes = [
  'open',
  'served',
  'no_show',
  'cancelled',
  'left_unseen',
  'sent_away',
  'doctor_gone',
  'closed_by_clock',
  'not_seen',
  'transferred',
  'undone',
] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** What befell it besides. */
export const visitMarks = [
  'displaced',
  'promoted',
  'overflow',
  'extra',
  'corrected',
  'restored',
  'reinstated',
  'continues',
  'upgraded',
] as const;

/** One token as reports know it: nobody is named in it. */
export const reportedVisitSchema = z.object({
  /** Null: its token cannot be found. */
  tokenId: tokenIdSchema.nullable(),
  number: z.string(),
  serviceDay: serviceDaySchema,
  doctorId: doctorIdSchema,
  source: sourceSchema,
  channel: channelSchema,
  outcome: z.enum(visitOutcomes),
  issuedAt: instantSchema,
  arrivedAt: instantSchema.nullable(),
  /** The first call that counts. */
  calledAt: instantSchema.nullable(),
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** Printed start of its slot, minutes of the day; null: it had none. */
  slotStartMinute: z.int().nullable(),
  waitMinutes: z.number().nullable(),
  quotedFrom: instantSchema.nullable(),
  quotedTo: instantSchema.nullable(),
  /** Seen here before; null: it is not known who that is. */
  returning: z.boolean().nullable(),
  marks: z.array(z.enum(visitMarks)),
});
export type ReportedVisit = z.infer<typeof reportedVisitSchema>;

/** The tokens behind one figure of one row. */
export const reportCellSchema = z.strictObject({
  cohort: z.enum(cohorts),
  by: z.enum(dimensions).default('total'),
  key: z.string().max(60).default(''),
});

/** What a saved view shows, and over which days: counted from today, so that it is still right next month. */
export const reportRangeSchema = z.union([
  z.enum(['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'last30', 'thisYear']),
  z.strictObject({ from: serviceDaySchema, to: serviceDaySchema }),
]);
export const savedViewSchema = z.strictObject({
  name: nameSchema(60, 'Please give the view a name.'),
  look: reportLookSchema,
  range: reportRangeSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const summaryPeriods = ['day', 'week', 'month'] as const;
export type SummaryPeriod = (typeof summaryPeriods)[number];

/** Summaries that are written by themselves. */
export const summariesSchema = z.object({
  /** Where to; null: none are written. */
  folder: z.string().nullable(),
  periods: z.array(z.enum(summaryPeriods)),
  /** The newest that was written; null: none yet. */
  last: z.object({ path: z.string(), at: instantSchema }).nullable(),
  /** Since when it did not work; tried again until it does. Null: nothing is wrong. */
  problem: z.object({ code: z.enum(['folder_gone', 'not_written']), since: instantSchema }).nullable(),
});
export type Summaries = z.infer<typeof summariesSchema>;
