import { cx } from './cx';

interface Props {
  readonly children: string;
  readonly size?: 'row' | 'panel' | 'wall';
  readonly className?: string;
  readonly testId?: string;
}

const sizes = {
  row: 'text-lead',
  panel: 'text-[clamp(3.5rem,6.2vw,6.5rem)] leading-[0.95]',
  wall: 'text-[clamp(6rem,24vmin,17rem)] leading-[0.9]',
} as const;

/** What people see and hear: bold, narrow, figures of one width, never broken or mirrored. */
export function TokenNumber({ children, size = 'row', className, testId }: Props) {
  return (
    <span
      dir="ltr"
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      className={cx('signage whitespace-nowrap', sizes[size], className)}
    >
      {children}
    </span>
  );
}
