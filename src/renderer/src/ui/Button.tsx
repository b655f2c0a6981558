import type { RefAttributes } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import { Spinner } from './Spinner';

type ButtonTone = 'primary' | 'signal' | 'quiet' | 'plain' | 'danger';
type ButtonSize = 'small' | 'medium' | 'large' | 'touch';

interface Props
  extends Omit<AriaButtonProps, 'className' | 'children' | 'style'>,
    RefAttributes<HTMLButtonElement> {
  readonly children: string;
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  /** The key that does the same; shown, so that it is learnt. */
  readonly shortcut?: string;
  readonly busy?: boolean;
  readonly className?: string;
}

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent data-hovered:bg-accent-hover shadow-card',
  signal: 'bg-signal text-on-signal data-hovered:bg-signal-hover shadow-card',
  quiet: 'bg-surface text-ink border border-line-strong data-hovered:bg-sunken',
  plain: 'text-ink-soft data-hovered:bg-sunken data-hovered:text-ink',
  danger: 'bg-danger text-on-danger data-hovered:bg-danger-hover',
};

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-8 px-2.5 text-small gap-1.5 rounded-small',
  medium: 'min-h-11 px-4 text-body gap-2 rounded-control',
  large: 'min-h-18 px-6 text-title gap-3 rounded-card',
  /** At least 20 mm for a finger. */
  touch: 'touch-target px-7 text-lead gap-3 rounded-card',
};

/**
 * A press by mouse does not move the focus, so that the doctor's Space key keeps meaning "the next step".
 */
export function Button({
  children,
  tone = 'quiet',
  size = 'medium',
  icon,
  shortcut,
  busy = false,
  className,
  ...rest
}: Props) {
  return (
    <AriaButton
      preventFocusOnPress
      {...rest}
      isPending={busy}
      className={cx(
        'inline-flex cursor-pointer items-center justify-center font-semibold transition-ground select-none',
        'data-pressed:translate-y-px data-disabled:cursor-default data-disabled:border-transparent',
        'data-disabled:bg-line/50 data-disabled:text-ink-faint data-disabled:shadow-none data-pending:cursor-wait',
        tones[tone],
        sizes[size],
        className,
      )}
    >
      {busy ? <Spinner /> : icon !== undefined && <Icon name={icon} directional={arrows.has(icon)} />}
      <span className="min-w-0">{children}</span>
      {shortcut !== undefined && <Key>{shortcut}</Key>}
    </AriaButton>
  );
}

const arrows: ReadonlySet<IconName> = new Set(['back', 'forward', 'return']);

/** A key of the keyboard, as drawn on one. */
function Key({ children }: { readonly children: string }) {
  return (
    <kbd className="ms-1 rounded-small border border-current px-1.5 font-sans text-[0.72em] leading-[1.55] font-semibold opacity-75">
      {children}
    </kbd>
  );
}
