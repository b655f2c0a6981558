import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  /** Its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly icon: IconName;
  readonly tone?: 'plain' | 'danger';
}

/** A small square button in a dense row; says what it does on hover and focus. */
export function IconButton({ label, icon, tone = 'plain', ...rest }: Props) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <AriaButton
        preventFocusOnPress
        {...rest}
        aria-label={label}
        className={cx(
          'inline-flex size-8 cursor-pointer items-center justify-center rounded-small text-ink-soft transition-ground',
          'data-disabled:cursor-default data-disabled:opacity-40',
          tone === 'danger'
            ? 'data-hovered:bg-danger-soft data-hovered:text-danger'
            : 'data-hovered:bg-sunken data-hovered:text-ink',
        )}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip
        offset={6}
        className="rounded-small bg-plate px-2.5 py-1 text-caption font-medium text-on-plate shadow-raised"
      >
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
