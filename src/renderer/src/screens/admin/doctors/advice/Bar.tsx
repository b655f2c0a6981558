import { cx } from '../../../../ui/cx';

interface Props {
  /** Of the longest, from 0 to 1. */
  readonly share: number;
  /** What there is, or what is suggested. */
  readonly tone: 'now' | 'suggested';
  readonly text: string;
}

/** A figure with its bar; the figure is what is read. */
export function Bar({ share, tone, text }: Props) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="flex h-3 min-w-8 grow rounded-small bg-sunken">
        <span
          className={cx('rounded-small', tone === 'now' ? 'bg-line-strong' : 'bg-accent')}
          style={{ inlineSize: `${100 * Math.min(1, share)}%` }}
        />
      </span>
      <span className="w-16 shrink-0 whitespace-nowrap">{text}</span>
    </span>
  );
}
