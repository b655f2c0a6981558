import { z } from 'zod';
import { tokenIdSchema } from '../model/ids';
import {
  reportCellSchema,
  reportedVisitSchema,
  reportSchema,
  reportSheetSchema,
  reportWishSchema,
  savedViewSchema,
  summariesSchema,
  summaryPeriods,
} from '../model/report';
import { dimensions } from '../model/report-figures';
import { command, done, nothing, pageLimit, query } from './call';

/** By which whoever asked follows and stops it. */
const readingId = z.string().trim().min(1).max(60);

/** What happened: figures over any days, and the tokens behind each. Read beside the app, which goes on meanwhile. */
export const reportCalls = {
  /**
   * `compare`: with the period before and the same weekdays. Of a long one `reportProgress` events say how far it is.
   * Errors: INVALID_INPUT the days are the wrong way round, or too many; CONFLICT it was stopped; UNAVAILABLE nothing is read here.
   */
  'reports.read': query(
    reportWishSchema.extend({ readingId: readingId.optional(), compare: z.boolean().default(true) }),
    reportSchema,
    ['staff'],
  ),
  /** The same as it is put on A4. Errors: as `reports.read`. */
  'reports.sheet': query(reportWishSchema, reportSheetSchema, ['staff', 'slip']),
  /** Whoever waits for it is told that it was stopped. One that is over already is none. */
  'reports.stop': command(z.strictObject({ readingId }), done, ['staff']),
  /** By day, doctor and number: the first `limit`, or those after the token `after`. `total`: how many there are in all. */
  'reports.tokens': query(
    reportWishSchema.extend({ cell: reportCellSchema, limit: pageLimit, after: tokenIdSchema.optional() }),
    z.object({ total: z.int(), tokens: z.array(reportedVisitSchema) }),
    ['staff'],
  ),
  /** A table of a report as CSV, or every visit, one line a token; in the folder for exports. Errors: as `reports.read`. */
  'reports.export': command(
    reportWishSchema.extend({ what: z.union([z.enum(dimensions), z.literal('visits')]) }),
    z.object({ path: z.string(), lines: z.int() }),
    ['staff'],
  ),
  'reports.views': query(nothing, z.array(savedViewSchema), ['staff']),
  /** Of one name there is one: the later takes the place of the earlier. Errors: CONFLICT there are too many. */
  'reports.saveView': command(savedViewSchema, done, ['staff']),
  'reports.removeView': command(z.strictObject({ name: z.string().max(60) }), done, ['staff']),
  'reports.summaries': query(nothing, summariesSchema, ['staff']),
  /**
   * `to`: nowhere; the folder for exports; or one for which whoever sits at this computer is asked.
   * Errors: UNAVAILABLE nobody sits there, or the folder for exports cannot be made.
   */
  'reports.changeSummaries': command(
    z.strictObject({
      to: z.enum(['nowhere', 'exports', 'asked']).optional(),
      periods: z.array(z.enum(summaryPeriods)).optional(),
    }),
    summariesSchema,
    ['staff'],
  ),
} as const;
