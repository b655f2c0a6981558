import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import { Legend } from './Legend';
import { type ChartData, type ChartMark, type ChartPoint, type ChartSeries, chartColours } from './model';

interface Props {
  readonly data: ChartData;
  readonly height?: number;
  /** In pixels, where it cannot be measured: on paper. */
  readonly width?: number;
  /** What lies behind a point is to be shown. */
  readonly onPick?: ((point: string) => void) | undefined;
}

const axis = { stroke: 'var(--line-strong)', tick: { fill: 'var(--ink-soft)', fontSize: 13 } } as const;
const title = { fill: 'var(--ink-soft)', fontSize: 13, fontWeight: 600 } as const;

/**
 * Bars and lines over one axis. To be looked at: whoever cannot see it is told the same by the sentence and the table
 * beside it, where every figure can be pressed too.
 */
export default function Plot({ data, height = 280, width, onPick }: Props) {
  const { series, points, unit, along, marks = [] } = data;
  const labels = new Map(points.map(({ key, label }) => [key, label]));
  return (
    <div aria-hidden="true" className="flex min-w-0 flex-col gap-2" data-chart="plot">
      <Legend series={series} />
      <ResponsiveContainer width={width ?? '100%'} height={height}>
        <ComposedChart
          data={[...points]}
          margin={{ top: 22, right: 12, bottom: 22, left: 12 }}
          accessibilityLayer={false}
          barGap={1}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            {...axis}
            dataKey="key"
            tickFormatter={(key: string) => labels.get(key) ?? key}
            minTickGap={6}
            tickMargin={6}
            label={{ ...title, value: along, position: 'insideBottom', offset: -18 }}
          />
          <YAxis
            {...axis}
            width={52}
            allowDecimals={false}
            tickFormatter={(value: number) => String(value).replace('-', '\u2212')}
            domain={[0, 'auto']}
            label={{ ...title, value: unit, position: 'top', offset: 10, textAnchor: 'start', dx: -14 }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--sunken)', fillOpacity: 0.6, stroke: 'var(--line-strong)' }}
            content={(props) => <Told {...props} data={data} />}
          />
          {series.map((one) => drawn(one, onPick))}
          {marks.map(markOf)}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The library looks at its children’s types: no component of our own may stand between. */
function drawn({ key, name, colour, as, stack, isBefore }: ChartSeries, onPick: Props['onPick']) {
  const dataKey = ({ values }: ChartPoint): number | null => values[key] ?? null;
  const paint = chartColours[colour];
  if (as === 'line') {
    return (
      <Line
        key={key}
        name={name}
        dataKey={dataKey}
        stroke={paint}
        strokeWidth={2.5}
        {...(isBefore === true && { strokeDasharray: '6 4' })}
        dot={{ r: 3, fill: paint, strokeDasharray: '0' }}
        connectNulls={false}
        isAnimationActive={false}
      />
    );
  }
  return (
    <Bar
      key={key}
      name={name}
      dataKey={dataKey}
      fill={paint}
      stroke={paint}
      {...(isBefore === true && { fillOpacity: 0.35, strokeDasharray: '3 2' })}
      {...(stack !== undefined && { stackId: stack })}
      {...(onPick !== undefined && {
        className: 'cursor-pointer',
        onClick: ({ payload }: { payload?: ChartPoint }) => {
          if (payload !== undefined) onPick(payload.key);
        },
      })}
      maxBarSize={64}
      isAnimationActive={false}
    />
  );
}

function markOf({ name, at }: ChartMark) {
  const label = { ...title, value: name, position: 'insideTopRight' as const, fill: 'var(--ink)' };
  const look = { key: name, stroke: 'var(--ink)', strokeDasharray: '2 3', strokeWidth: 1.5, label };
  const { key, ...rest } = look;
  return 'value' in at ? (
    <ReferenceLine key={key} {...rest} y={at.value} ifOverflow="extendDomain" />
  ) : (
    <ReferenceLine key={key} {...rest} x={at.point} />
  );
}

/** What a point says under the mouse. */
function Told({ active, label, data }: Pick<TooltipContentProps, 'active' | 'label'> & Pick<Props, 'data'>) {
  const point = data.points.find(({ key }) => key === label);
  if (!active || point === undefined) return null;
  return (
    <div className="rounded-control border border-line-strong bg-surface px-3 py-2 text-small shadow-raised">
      <p className="font-bold">{point.label}</p>
      {data.series.map(({ key, name }) => (
        <p key={key} className="figures">
          {name}: <strong>{point.values[key] ?? '–'}</strong>
        </p>
      ))}
    </div>
  );
}
