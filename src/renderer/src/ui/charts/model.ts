/** The colours that a series may have: of the design, so that they follow light and dark. */
export const chartColours = {
  main: 'var(--bar)',
  second: 'var(--follow-up)',
  third: 'var(--paid)',
  warn: 'var(--signal)',
  bad: 'var(--bar-overflow)',
  quiet: 'var(--line-strong)',
  ink: 'var(--ink)',
} as const;
export type ChartColour = keyof typeof chartColours;

/** One of the things that a chart shows for each of its points. */
export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  readonly colour: ChartColour;
  readonly as: 'bar' | 'line';
  /** Bars of one stack stand on each other. */
  readonly stack?: string;
  /** What it is compared with: drawn with dashes. */
  readonly isBefore?: boolean;
}

/** A place on the axis, with a value for each series; null: there is none. */
export interface ChartPoint {
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}

/** A line across the chart that the values are held against. */
export interface ChartMark {
  readonly name: string;
  /** Of the value axis, or of the other: the key of a point. */
  readonly at: { readonly value: number } | { readonly point: string };
}

export interface ChartData {
  readonly series: readonly ChartSeries[];
  readonly points: readonly ChartPoint[];
  /** What stands along the value axis: `Minutes`, `Patients`. */
  readonly unit: string;
  /** What stands along the other: `Day`, `Hour of the day`. */
  readonly along: string;
  readonly marks?: readonly ChartMark[];
}
