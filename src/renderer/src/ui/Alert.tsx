import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

export type AlertTone = 'info' | 'success' | 'warn' | 'danger';

const looks: Record<AlertTone, { icon: IconName; colour: string }> = {
  info: { icon: 'info', colour: 'bg-accent-soft text-on-accent-soft' },
  success: { icon: 'check', colour: 'bg-success-soft text-success' },
  warn: { icon: 'warn', colour: 'bg-warn-soft text-warn' },
  danger: { icon: 'warn', colour: 'bg-danger-soft text-danger' },
};

interface Props {
  readonly tone: AlertTone;
  readonly title: string;
  readonly text?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly children?: ReactNode;
  readonly testId?: string | undefined;
  readonly className?: string | undefined;
}

/** A message that stays where it belongs on the page; announced when it appears. */
export function Alert({ tone, title, text, icon, children, testId, className }: Props) {
  const look = looks[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      className={cx('flex items-start gap-3 rounded-card px-4 py-3', look.colour, className)}
    >
      <Icon name={icon ?? look.icon} className="mt-[0.1em] size-[1.4em]" />
      <div className="min-w-0 grow">
        <p className="font-bold">{title}</p>
        {text !== undefined && <p className="text-pretty">{text}</p>}
        {children}
      </div>
    </div>
  );
}
