/** What a figure is to reach. */
export interface Aim {
  readonly at: 'most' | 'least';
  readonly figure: number;
}

/** One line of the table. */
export interface Row {
  readonly part: string;
  readonly what: string;
  /** What was measured, with its unit. */
  readonly measured: string;
  /** What it is measured against, in the same run, and its figure. */
  readonly floor: string;
  /** What the aim is about: `×` of the floor, ms, bytes, a second. */
  readonly figure: number;
  readonly unit: string;
  readonly aim: Aim | null;
}

/** A line of a chart: what it costs, by how much there is. */
export interface Series {
  readonly chart: 'history' | 'length';
  readonly name: string;
  /** Milliseconds, by number of tokens. */
  readonly points: readonly (readonly [number, number])[];
}

export const most = (figure: number): Aim => ({ at: 'most', figure });
export const least = (figure: number): Aim => ({ at: 'least', figure });

export function isReached({ figure, aim }: Pick<Row, 'figure' | 'aim'>): boolean | null {
  if (aim === null) return null;
  return aim.at === 'most' ? figure <= aim.figure : figure >= aim.figure;
}

/** With as many digits as say something. */
export function rounded(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value
    .toPrecision(value >= 10 ? 3 : 2)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

export const ms = (value: number): string => `${rounded(value)} ms`;
export const perSecond = (value: number): string => `${rounded(value)}/s`;
