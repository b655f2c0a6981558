import type { ReportWish } from '../../shared/model/report';
import type { Dimension, FigureName } from '../../shared/model/report-figures';
import type { ReadClinic, ReadPeriod } from '../app/outside/reading-room';
import type { Days } from './days';
import type { Rows } from './dimension';
import type { Groups } from './groups';
import type { VisitSource } from './source';

/** One table while it is being counted: rows by their places, and what their cells are. */
export interface Counted {
  readonly rows: Pick<Rows, 'keyOf' | 'places'>;
  readonly seen: ReadonlyMap<number, readonly (number | null)[]>;
  /** Of a row nobody was seen in. */
  readonly empty: readonly (number | null)[];
}

/** What a report counts in one period, for these tables. */
export type Counter = (
  order: Counting,
  tables: readonly { readonly by: Dimension; readonly figures: readonly FigureName[] }[],
) => { readonly tables: readonly Counted[]; readonly visits: number };

export interface Counting {
  readonly source: VisitSource;
  readonly wish: ReportWish;
  readonly period: ReadPeriod;
  readonly clinic: ReadClinic;
  readonly days: Days;
  readonly groups: Groups;
}
