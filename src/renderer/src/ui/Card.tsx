import type { ReactNode } from 'react';
import { cx } from './cx';

interface Props {
  readonly title: string;
  /** How many are in it. */
  readonly count?: number;
  readonly hint?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled part of a desk screen. */
export function Card({ title, count, hint, children, className }: Props) {
  return (
    <section
      aria-label={title}
      className={cx(
        'flex min-h-0 flex-col rounded-card border border-line bg-surface shadow-card',
        className,
      )}
    >
      <header className="flex items-baseline gap-2 px-4 pt-3 pb-2">
        <h2 className="text-body font-bold">{title}</h2>
        {count !== undefined && <span className="figures font-bold text-ink-faint">{count}</span>}
        {hint !== undefined && <span className="ms-auto text-end text-caption text-ink-faint">{hint}</span>}
      </header>
      {children}
    </section>
  );
}
