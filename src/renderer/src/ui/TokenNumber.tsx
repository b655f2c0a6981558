import { cx } from './cx';

interface Props {
  readonly children: string;
  readonly size?: 'row' | 'panel' | 'column' | 'wall';
  readonly className?: string;
  readonly testId?: string;
}

const sizes = {
  row: 'text-lead',
  panel: 'text-[clamp(3.25rem,6.2vw,6.5rem)] leading-[1.05]',
  column: 'text-[clamp(4rem,min(9vw,15vh),11rem)] leading-[1.05]',
  wall: 'text-[clamp(6rem,24vmin,17rem)] leading-[0.9]',
} as const;

/** What people see and hear: bold, narrow, figures of one width, never broken or mirrored. */
export function TokenNumber({ children, size = 'row', className, testId }: Props) {
  // `A-017` may be larger than `ENT-017` on an upright screen.
  const short = children.length <= 5;
  return (
    <span
      dir="ltr"
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      className={cx(
        'signage whitespace-nowrap',
        sizes[size],
        size === 'wall' && short && 'portrait:text-[31vmin]',
        className,
      )}
    >
      {children}
    </span>
  );
}
