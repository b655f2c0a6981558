import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Under each other, at the width of the page. */
  readonly wide?: boolean;
}

/** One component in all its states. */
export function Shelf({ title, children, wide = false }: Props) {
  return (
    <section aria-label={title} className="flex shrink-0 flex-col gap-3">
      <h2 className="text-title font-bold">{title}</h2>
      <div className={wide ? 'flex flex-col gap-3' : 'flex flex-wrap items-center gap-3'}>{children}</div>
    </section>
  );
}
