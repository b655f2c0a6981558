import { type ChartSeries, chartColours } from './model';

/** What the colours stand for; one series needs none, its title says it. */
export function Legend({ series }: { readonly series: readonly ChartSeries[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small">
      {series.map(({ key, name, colour, as, isBefore }) => (
        <li key={key} className="flex items-center gap-1.5">
          <svg aria-hidden="true" className="size-4" viewBox="0 0 16 16">
            {as === 'bar' ? (
              <rect
                x="1.5"
                y="1.5"
                width="13"
                height="13"
                rx="2"
                fill={chartColours[colour]}
                fillOpacity={isBefore === true ? 0.35 : 1}
                stroke={chartColours[colour]}
                strokeDasharray={isBefore === true ? '3 2' : undefined}
              />
            ) : (
              <path
                d="M0 8h16"
                stroke={chartColours[colour]}
                strokeWidth="3"
                strokeDasharray={isBefore === true ? '4 2' : undefined}
              />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
