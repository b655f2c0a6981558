import { Button } from 'react-aria-components';
import { cx } from '../../ui/cx';
import { Icon, type IconName } from '../../ui/Icon';

interface Props {
  readonly icon: IconName;
  readonly colour: string;
  readonly title: string;
  readonly text: string;
  readonly testId: string;
  readonly onOpen: () => void;
}

/** A large way in: the desk, or the kiosk. */
export function WayCard({ icon, colour, title, text, testId, onOpen }: Props) {
  return (
    <Button
      data-testid={testId}
      onPress={onOpen}
      className="group flex w-full min-w-0 cursor-pointer items-center gap-5 rounded-ticket border border-line bg-surface p-5 text-start shadow-card transition-shadow data-hovered:border-accent data-hovered:shadow-raised"
    >
      <span className={cx('flex size-18 shrink-0 items-center justify-center rounded-card', colour)}>
        <Icon name={icon} className="size-10" />
      </span>
      <span className="min-w-0 grow">
        <span className="block text-title font-bold">{title}</span>
        <span className="block text-pretty text-ink-soft">{text}</span>
      </span>
      <Icon name="forward" directional className="size-7 text-ink-faint group-data-hovered:text-accent" />
    </Button>
  );
}
