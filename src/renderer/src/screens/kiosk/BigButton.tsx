import { Button } from 'react-aria-components';
import { cx } from '../../ui/cx';
import { Icon, type IconName } from '../../ui/Icon';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly testId: string;
  readonly onPress: () => void;
  /** For one word that must be found from afar. */
  readonly large?: boolean;
}

/** One answer to the question on the screen: a picture, a few words, and room for any finger. */
export function BigButton({ icon, title, text, testId, onPress, large = false }: Props) {
  return (
    <Button
      preventFocusOnPress
      data-testid={testId}
      onPress={onPress}
      className={cx(
        'touch-target flex w-full min-w-0 cursor-pointer items-center gap-6 rounded-ticket border-2 border-transparent bg-surface p-6 text-start shadow-card',
        'transition-ground data-hovered:border-accent data-pressed:border-accent data-pressed:bg-accent-soft portrait:p-8',
      )}
    >
      <span className="flex size-16 shrink-0 items-center justify-center rounded-card bg-accent-soft text-on-accent-soft portrait:size-20">
        <Icon name={icon} directional={icon === 'return'} className="size-9 portrait:size-11" />
      </span>
      <span className="min-w-0 grow">
        <span className={cx('block leading-tight font-bold', large ? 'text-headline/[1.35]' : 'text-title')}>
          {title}
        </span>
        {text !== undefined && <span className="block text-lead text-pretty text-ink-soft">{text}</span>}
      </span>
      <Icon name="forward" directional className="size-8 text-ink-faint" />
    </Button>
  );
}
