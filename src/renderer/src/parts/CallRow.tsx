import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import type { CallListLine } from '../../../shared/model/call-list';
import { useTick } from '../data/useCallList';
import { cx } from '../ui/cx';
import { Icon } from '../ui/Icon';

interface Props {
  readonly line: CallListLine;
  readonly isFirst: boolean;
  /** Ends with the token's number. */
  readonly testId: string;
  /** Whom to call, and what to say. */
  readonly children: ReactNode;
}

/** Somebody who must be told; ticked off once told, in every window. */
export function CallRow({ line, isFirst, testId, children }: Props) {
  const tick = useTick(line);
  const isTold = line.toldAt !== null;
  return (
    <Checkbox
      isSelected={isTold}
      autoFocus={isFirst}
      onChange={(told) => void tick(told)}
      data-testid={testId}
      className={cx(
        'group flex cursor-pointer items-start gap-3 rounded-control border border-line p-3 data-focus-visible:outline-3 data-focus-visible:outline-focus',
        isTold ? 'text-ink-soft' : 'bg-surface',
      )}
    >
      <span className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-small border-2 border-line-strong group-data-selected:border-accent group-data-selected:bg-accent">
        <Icon name="check" className="invisible size-4 text-on-accent group-data-selected:visible" />
      </span>
      <span className="min-w-0 grow">{children}</span>
    </Checkbox>
  );
}
