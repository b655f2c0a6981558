import { type HeadWidth, headWidths } from '../../../shared/model/print-settings';
import { Said, type Speaker } from './speakers';

interface Props {
  readonly dots: HeadWidth;
  readonly speakers: readonly Speaker[];
}

/** In dots of the printer. */
const [STEP, TALL, SHORT, HEIGHT, EDGE] = [32, 26, 12, 84, 3];
/** Numbers stand side by side too closely: each second one is lower. */
const LINES = [48, 74] as const;

/**
 * From edge to edge of the slip, each dot a dot: a narrower head cuts off its end, and with it the number of dots that was
 * chosen.
 */
export function Ruler({ dots, speakers }: Props) {
  const steps = Array.from({ length: Math.floor(dots / STEP) }, (_, index) => (index + 1) * STEP);
  const widths = headWidths.filter((width) => width <= dots);
  return (
    <section className="slip-ruler" data-testid="slip-ruler">
      <svg
        viewBox={`0 0 ${dots} ${HEIGHT}`}
        style={{ direction: 'ltr' }}
        aria-hidden="true"
        shapeRendering="crispEdges"
      >
        <rect width={dots} height={EDGE} />
        {steps.map((at) => (
          <rect key={at} x={at - 1} width={2} height={SHORT} />
        ))}
        {widths.map((width, index) => (
          <g key={width}>
            <rect x={width - EDGE} width={EDGE} height={TALL} />
            <text x={width} y={LINES[index % 2]} textAnchor="end" fontSize={22} fontWeight={700}>
              {width}
            </text>
          </g>
        ))}
      </svg>
      <p>
        <Said speakers={speakers} say={({ t }) => t('slip:ruler', { dots })} />
      </p>
    </section>
  );
}
