import type { HeatCell } from '../../ui/charts/HeatMap';
import type { ChartData } from '../../ui/charts/model';

/** What lies behind a figure, so that its tokens can be shown: whatever the caller asks main for them with. */
export interface Behind<W> {
  readonly title: string;
  readonly wish: W;
}

export interface ViewCell<W> {
  readonly text: string;
  /** What it is compared with; null: nothing. */
  readonly was: string | null;
  /** Null: a figure that is not made of tokens, or of none. */
  readonly behind: Behind<W> | null;
}

export interface ViewTable<W> {
  /** The first is of the rows’ names. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    /** All of it: stands at the foot. */
    readonly isTotal?: boolean;
    readonly cells: readonly ViewCell<W>[];
  }[];
}

type ViewChart<W> =
  | { readonly kind: 'plot'; readonly data: ChartData; readonly behind: ReadonlyMap<string, Behind<W>> }
  | {
      readonly kind: 'heat';
      readonly corner: string;
      readonly columns: readonly string[];
      readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
      readonly behind: ReadonlyMap<string, Behind<W>>;
    };

/** One thing that a report shows: what it means, as a chart, in a sentence, and as the table behind it. */
export interface View<W> {
  readonly key: string;
  /** What it means, with its unit. */
  readonly title: string;
  /** What there is to be seen, for who reads and for who cannot see it. */
  readonly sentence: string;
  /** Null: there is nothing to draw. */
  readonly chart: ViewChart<W> | null;
  readonly table: ViewTable<W>;
}
