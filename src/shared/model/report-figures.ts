/**
 * Every figure that reports have, and what it is made of. How each is worked out, in words, is docs/reports.md; the same names are
 * the screens' keys (`reports:figure.<name>`, `reports:formula.<name>`).
 */

/** What a figure counts in. `minutes` and `hours` may have a fraction; a `share` is 0 to 1. */
export const figureUnits = ['count', 'minutes', 'hours', 'share', 'perHour'] as const;
export type FigureUnit = (typeof figureUnits)[number];

/**
 * Kinds of visits that are counted, each by what is known of one token alone. A figure that counts one, or is a share of it, leads to
 * its tokens.
 */
export const cohorts = [
  'patients',
  'newPatients',
  'returningPatients',
  'unknownPatients',
  'served',
  'waited',
  'withTarget',
  'overTarget',
  'quoted',
  'insideQuote',
  'beforeQuote',
  'afterQuote',
  'expected',
  'noShows',
  'cancelled',
  'leftUnseen',
  'notSeen',
  'displaced',
  'overflow',
  'promoted',
  'extras',
  'transferred',
  'undone',
  'open',
  'issued',
] as const;
export type Cohort = (typeof cohorts)[number];

interface FigureFacts {
  readonly unit: FigureUnit;
  /** Whose tokens stand behind it; null: it is not of single tokens. */
  readonly cohort: Cohort | null;
  /** Of a share: what it is a share of. */
  readonly of?: Cohort;
}

const count = (cohort: Cohort): FigureFacts => ({ unit: 'count', cohort });
const share = (cohort: Cohort, of: Cohort): FigureFacts => ({ unit: 'share', cohort, of });
const minutes = (cohort: Cohort | null): FigureFacts => ({ unit: 'minutes', cohort });

export const figures = {
  patients: count('patients'),
  newPatients: count('newPatients'),
  returningPatients: count('returningPatients'),
  unknownPatients: count('unknownPatients'),
  served: count('served'),
  open: count('open'),
  waited: count('waited'),
  waitMedian: minutes('waited'),
  waitP90: minutes('waited'),
  overTarget: count('overTarget'),
  overTargetShare: share('overTarget', 'withTarget'),
  stayMedian: minutes('served'),
  quoted: count('quoted'),
  insideQuote: count('insideQuote'),
  insideQuoteShare: share('insideQuote', 'quoted'),
  beforeQuote: count('beforeQuote'),
  afterQuote: count('afterQuote'),
  quoteBias: minutes('quoted'),
  expected: count('expected'),
  noShows: count('noShows'),
  noShowShare: share('noShows', 'expected'),
  cancelled: count('cancelled'),
  cancelledEarlyMedian: { unit: 'hours', cohort: 'cancelled' },
  leftUnseen: count('leftUnseen'),
  notSeen: count('notSeen'),
  displaced: count('displaced'),
  overflow: count('overflow'),
  promoted: count('promoted'),
  extras: count('extras'),
  transferred: count('transferred'),
  days: { unit: 'count', cohort: null },
  firstCallLateMedian: minutes(null),
  idleMinutes: minutes(null),
  gapMedian: minutes(null),
  overrunMedian: minutes(null),
  hoursWorked: { unit: 'hours', cohort: null },
  hoursWithPatients: { unit: 'hours', cohort: null },
  consultationMedian: minutes('served'),
  issued: count('issued'),
  hoursIssuing: { unit: 'count', cohort: null },
  issuedPerHour: { unit: 'perHour', cohort: 'issued' },
  corrections: { unit: 'count', cohort: null },
  undos: { unit: 'count', cohort: null },
  slots: { unit: 'count', cohort: null },
  seats: { unit: 'count', cohort: null },
  seatsUsed: { unit: 'count', cohort: null },
  useShare: { unit: 'share', cohort: null },
  overflowUsed: { unit: 'count', cohort: null },
  seatsEmpty: { unit: 'count', cohort: null },
  tokens: count('patients'),
} as const satisfies Readonly<Record<string, FigureFacts>>;
export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as [FigureName, ...FigureName[]];

/**
 * What the rows of a table are. A row's key is: `total` empty; `group` the day, the first day of the week or month, or the weekday
 * (1 Monday to 7); `source`, `channel` as tokens have it; `hour` of the clock (hours after midnight of a long day above 23); `doctor`
 * an id; `lead` days between issue and service day (`0`, `1`, `2-3`, `4-7`, `8-14`, `15+`); `weekday` 1 to 7; `heat` weekday and hour,
 * `1-9`; `wait` the first of ten minutes of a wait, `180` and more; `error` the first of ten minutes of how much later than the middle
 * of its range a call came, `-120` and less to `120` and more; `early` how long before its slot one was cancelled (`after`, `0-1`, `1-4`, `4-24`, `24+` hours, `none` without a
 * slot); `slot` the printed start in minutes of the day; `weekdaySlot` both, `1-540`; `person` who issued, see `people` of the report.
 */
export const dimensions = [
  'total',
  'group',
  'source',
  'channel',
  'hour',
  'doctor',
  'lead',
  'weekday',
  'heat',
  'wait',
  'error',
  'early',
  'slot',
  'weekdaySlot',
  'person',
  'personHour',
] as const;
export type Dimension = (typeof dimensions)[number];

interface ReportFacts {
  readonly figures: readonly FigureName[];
  /** Tables with all of these figures. */
  readonly by: readonly Dimension[];
  /** Tables with some figures of their own. */
  readonly also: readonly { readonly by: Dimension; readonly figures: readonly FigureName[] }[];
}

export const reports = {
  patients: {
    figures: ['patients', 'newPatients', 'returningPatients', 'unknownPatients', 'served', 'open'],
    by: ['total', 'group', 'source', 'hour', 'doctor'],
    also: [],
  },
  waits: {
    figures: ['waited', 'waitMedian', 'waitP90', 'overTarget', 'overTargetShare', 'stayMedian'],
    by: ['total', 'group', 'source', 'hour', 'doctor'],
    also: [
      { by: 'wait', figures: ['waited'] },
      { by: 'heat', figures: ['waited', 'waitMedian', 'waitP90', 'overTargetShare'] },
    ],
  },
  quoted: {
    figures: ['quoted', 'insideQuote', 'insideQuoteShare', 'beforeQuote', 'afterQuote', 'quoteBias'],
    by: ['total', 'group', 'source', 'channel', 'hour', 'doctor'],
    also: [{ by: 'error', figures: ['quoted'] }],
  },
  missed: {
    figures: [
      ...(['expected', 'noShows', 'noShowShare', 'cancelled', 'cancelledEarlyMedian', 'leftUnseen'] as const),
      ...(['notSeen', 'displaced', 'overflow', 'promoted', 'extras', 'transferred'] as const),
    ],
    by: ['total', 'group', 'source', 'lead', 'weekday', 'hour', 'doctor'],
    also: [{ by: 'early', figures: ['cancelled'] }],
  },
  rooms: {
    figures: [
      ...(['days', 'firstCallLateMedian', 'idleMinutes', 'gapMedian', 'overrunMedian'] as const),
      ...(['hoursWorked', 'hoursWithPatients', 'consultationMedian'] as const),
    ],
    by: ['total', 'group', 'weekday', 'doctor'],
    also: [],
  },
  people: {
    figures: ['issued', 'hoursIssuing', 'issuedPerHour', 'corrections', 'undos'],
    by: ['total', 'group', 'person', 'hour'],
    also: [{ by: 'personHour', figures: ['issued', 'corrections', 'undos'] }],
  },
  capacity: {
    figures: ['slots', 'seats', 'seatsUsed', 'useShare', 'overflowUsed', 'seatsEmpty'],
    by: ['total', 'group', 'weekday', 'doctor', 'slot'],
    also: [{ by: 'weekdaySlot', figures: ['seats', 'seatsUsed', 'useShare'] }],
  },
} as const satisfies Readonly<Record<string, ReportFacts>>;
export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as [ReportName, ...ReportName[]];
