import type { Series } from './rows';

interface Chart {
  readonly title: string;
  /** What the axes show, with their units. */
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Series[];
}

const WIDTH = 760;
const HEIGHT = 400;
const PLOT = { left: 64, right: 40, top: 48, bottom: 56 };
const LEGEND_LINE = 18;

/** Both to be told apart by whoever sees few colours, and legible on white and on black. */
const STROKES = [
  ['#3b82d6', ''],
  ['#d97706', '6 4'],
  ['#16a34a', '2 3'],
  ['#b3589a', '10 4 2 4'],
] as const;

/** A place on an axis of powers of ten; nothing at all stands a little before one. */
const decades = (value: number): number => Math.log10(Math.max(value, 1));

/** Lines over an axis of powers of ten, as a picture that is legible on light and dark pages. */
export function chartOf({ title, x, y, lines }: Chart): string {
  const all = lines.flatMap(({ points }) => points);
  const most = Math.max(...all.map(([, cost]) => cost), Number.MIN_VALUE);
  const step = niceStep(most / 5);
  const top = Math.ceil(most / step) * step;
  const last = Math.max(1, Math.ceil(decades(Math.max(...all.map(([amount]) => amount), 1)) - 0.0001));
  const legend = lines.length * LEGEND_LINE;
  const bottom = HEIGHT - PLOT.bottom;
  const placeX = (amount: number): number =>
    round(PLOT.left + (decades(amount) / last) * (WIDTH - PLOT.left - PLOT.right));
  const placeY = (cost: number): number => round(bottom - (cost / top) * (bottom - PLOT.top));
  const costs = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  const amounts = Array.from({ length: last + 1 }, (_, index) => 10 ** index);
  const parts = [
    text(PLOT.left, 24, title, 'class="title"'),
    ...costs.flatMap((cost) => [
      `<line class="grid" x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${placeY(cost)}" y2="${placeY(cost)}"/>`,
      text(PLOT.left - 8, placeY(cost) + 4, String(Number(cost.toPrecision(6))), 'text-anchor="end"'),
    ]),
    ...amounts.map((amount) => text(placeX(amount), bottom + 20, label(amount, all), 'text-anchor="middle"')),
    text((WIDTH + PLOT.left) / 2, bottom + 42, x, 'text-anchor="middle"'),
    text(PLOT.left, PLOT.top - 8, y),
    ...lines.flatMap((line, index) => drawn(line, index, placeX, placeY)),
    ...lines.flatMap(({ name }, index) => {
      const at = HEIGHT + index * LEGEND_LINE;
      return [
        `<line ${stroke(index)} x1="${PLOT.left}" x2="${PLOT.left + 32}" y1="${at}" y2="${at}"/>`,
        text(PLOT.left + 40, at + 4, name),
      ];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT + legend}" role="img" aria-label="${escaped(title)}">
<style>
  text { font: 13px system-ui, sans-serif; fill: #57606a; }
  .title { font-size: 15px; font-weight: 600; }
  .grid { stroke: #8c959f; stroke-opacity: 0.35; }
  @media (prefers-color-scheme: dark) { text { fill: #b6bec8; } }
</style>
${parts.join('\n')}
</svg>
`;
}

/** The first place of the axis stands for none as well, where there is one with none. */
function label(amount: number, points: readonly (readonly [number, number])[]): string {
  if (amount === 1 && points.some(([value]) => value === 0)) return '0';
  return amount.toLocaleString('en');
}

function drawn(
  { points }: Series,
  index: number,
  placeX: (amount: number) => number,
  placeY: (cost: number) => number,
): string[] {
  const places = points.map(([amount, cost]) => [placeX(amount), placeY(cost)] as const);
  const color = STROKES[index % STROKES.length]?.[0];
  return [
    `<polyline fill="none" ${stroke(index)} points="${places.map((place) => place.join(',')).join(' ')}"/>`,
    ...places.map(([cx, cy]) => `<circle fill="${color}" r="3.5" cx="${cx}" cy="${cy}"/>`),
  ];
}

function stroke(index: number): string {
  const [color, dashes] = STROKES[index % STROKES.length] ?? STROKES[0];
  return `stroke="${color}" stroke-width="2"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}`;
}

/** 1, 2 or 5 times a power of ten, at least this. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least * 0.999) ?? 10 * power;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more === '' ? '' : ` ${more}`}>${escaped(words)}</text>`;
