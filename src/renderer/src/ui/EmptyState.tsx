import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  /** The one thing to do about it. */
  readonly children?: ReactNode;
  readonly testId?: string;
}

/** Nothing to show, said calmly, with what happens or what to do next. */
export function EmptyState({ icon, title, text, children, testId }: Props) {
  return (
    <div
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      className="m-auto flex max-w-xl flex-col items-center gap-4 p-6 text-center"
    >
      <span className="flex size-20 items-center justify-center rounded-pill bg-accent-soft text-on-accent-soft">
        <Icon name={icon} className="size-10" />
      </span>
      <h1 className="text-headline font-bold">{title}</h1>
      {text !== undefined && <p className="text-lead text-pretty text-ink-soft">{text}</p>}
      {children}
    </div>
  );
}
