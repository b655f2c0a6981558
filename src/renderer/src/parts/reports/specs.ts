import type { Dimension, FigureName, ReportName } from '../../../../shared/model/report-figures';

/** One chart of a report: which table it draws, and what of it. The figure named first is the one compared and told. */
export type Spec = { readonly key: string; readonly by: Dimension } & (
  | { readonly as: 'bars' | 'lines' | 'stack'; readonly figures: readonly [FigureName, ...FigureName[]] }
  | { readonly as: 'heat'; readonly figures: readonly [FigureName] }
);

const bars = <K extends string>(
  key: K,
  by: Dimension,
  ...figures: readonly [FigureName, ...FigureName[]]
) => ({ key, by, as: 'bars' as const, figures });
const lines = <K extends string>(
  key: K,
  by: Dimension,
  ...figures: readonly [FigureName, ...FigureName[]]
) => ({ key, by, as: 'lines' as const, figures });
const stack = <K extends string>(
  key: K,
  by: Dimension,
  ...figures: readonly [FigureName, ...FigureName[]]
) => ({ key, by, as: 'stack' as const, figures });
const heat = <K extends string>(key: K, by: Dimension, figure: FigureName) => ({
  key,
  by,
  as: 'heat' as const,
  figures: [figure] as const,
});

/** Each report’s charts, what matters most first; their titles are `reports:view.<report>.<key>`. */
export const specs = {
  patients: [
    stack('group', 'group', 'newPatients', 'returningPatients', 'unknownPatients'),
    bars('hour', 'hour', 'patients'),
    bars('source', 'source', 'patients'),
    bars('doctor', 'doctor', 'patients'),
  ],
  waits: [
    lines('group', 'group', 'waitMedian', 'waitP90'),
    heat('heat', 'heat', 'waitMedian'),
    bars('wait', 'wait', 'waited'),
    bars('share', 'group', 'overTargetShare'),
    bars('hour', 'hour', 'waitMedian', 'waitP90'),
    bars('source', 'source', 'waitMedian', 'waitP90'),
    bars('doctor', 'doctor', 'waitMedian', 'waitP90'),
  ],
  quoted: [
    bars('group', 'group', 'insideQuoteShare'),
    bars('error', 'error', 'quoted'),
    bars('channel', 'channel', 'insideQuoteShare'),
    bars('bias', 'doctor', 'quoteBias'),
    bars('hour', 'hour', 'insideQuoteShare'),
    bars('source', 'source', 'insideQuoteShare'),
  ],
  missed: [
    bars('group', 'group', 'noShowShare'),
    stack('lost', 'group', 'cancelled', 'leftUnseen', 'notSeen'),
    bars('lead', 'lead', 'noShowShare'),
    bars('source', 'source', 'noShowShare'),
    bars('weekday', 'weekday', 'noShowShare'),
    bars('hour', 'hour', 'noShowShare'),
    bars('doctor', 'doctor', 'noShowShare'),
    bars('early', 'early', 'cancelled'),
    bars('moved', 'group', 'displaced', 'overflow', 'promoted'),
  ],
  rooms: [
    bars('group', 'group', 'firstCallLateMedian'),
    bars('idle', 'group', 'idleMinutes'),
    bars('overrun', 'group', 'overrunMedian'),
    bars('weekday', 'weekday', 'firstCallLateMedian'),
    bars('hours', 'doctor', 'hoursWorked', 'hoursWithPatients'),
    bars('doctor', 'doctor', 'consultationMedian', 'gapMedian'),
  ],
  people: [
    bars('person', 'person', 'issued'),
    bars('perHour', 'person', 'issuedPerHour'),
    bars('corrections', 'person', 'corrections', 'undos'),
    heat('personHour', 'personHour', 'issued'),
    bars('hour', 'hour', 'issued'),
    bars('group', 'group', 'issued'),
  ],
  capacity: [
    bars('group', 'group', 'useShare'),
    heat('weekdaySlot', 'weekdaySlot', 'useShare'),
    bars('slot', 'slot', 'seats', 'seatsUsed'),
    bars('doctor', 'doctor', 'useShare'),
    bars('weekday', 'weekday', 'useShare'),
  ],
} as const satisfies Readonly<Record<ReportName, readonly Spec[]>>;

/** What a chart is of as a whole: a stack of new and returning patients is of patients. */
export function wholeOf({ as, key, figures: [main] }: Spec): FigureName {
  return as === 'stack' && key === 'group' ? 'patients' : main;
}
