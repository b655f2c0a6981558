import HeatMap from '../../ui/charts/HeatMap';
import Plot from '../../ui/charts/Plot';
import type { Behind, View } from './view';

interface Props<W> {
  readonly view: View<W>;
  /** In pixels, where it cannot be measured: on paper. */
  readonly width?: number;
  readonly onShow?: (behind: Behind<W>) => void;
}

/** The chart of a view. */
export function ViewChart<W>({ view: { chart, title }, width, onShow }: Props<W>) {
  if (chart === null) return null;
  const pick =
    onShow === undefined
      ? undefined
      : (key: string): void => {
          const behind = chart.behind.get(key);
          if (behind !== undefined) onShow(behind);
        };
  if (chart.kind === 'plot') {
    return <Plot data={chart.data} onPick={pick} {...(width !== undefined && { width, height: 220 })} />;
  }
  return (
    <HeatMap title={title} corner={chart.corner} columns={chart.columns} rows={chart.rows} onPick={pick} />
  );
}
