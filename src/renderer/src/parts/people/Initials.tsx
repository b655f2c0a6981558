import { cx } from '../../ui/cx';

interface Props {
  readonly initials: string;
  readonly muted?: boolean;
  readonly size?: 'small' | 'large';
}

/** A person's sign: the initials that they type. */
export function Initials({ initials, muted = false, size = 'small' }: Props) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'flex shrink-0 items-center justify-center rounded-pill font-bold',
        size === 'small' ? 'size-7 text-caption' : 'size-10 text-small',
        muted ? 'bg-sunken text-ink-faint' : 'bg-accent-soft text-on-accent-soft',
      )}
    >
      {initials}
    </span>
  );
}
