import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/Icon';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly text: ReactNode;
  readonly testId: string;
  /** The ways to settle it. */
  readonly children: ReactNode;
}

/** Something that wants a look, in one line above the columns until it is settled. */
export function LookBar({ icon, title, text, testId, children }: Props) {
  return (
    <section
      role="status"
      data-testid={testId}
      className="flex shrink-0 items-center gap-3 rounded-control bg-warn-soft px-3 py-1.5 text-warn"
    >
      <Icon name={icon} className="size-[1.3em]" />
      <p className="min-w-0 grow truncate">
        <strong>{title}</strong> <span className="figures text-small">{text}</span>
      </p>
      {children}
    </section>
  );
}
