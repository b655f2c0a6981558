import type { ReactNode } from 'react';
import { cx } from './cx';

type TicketTone = 'seated' | 'called';

interface Props {
  readonly tone: TicketTone;
  /** The part one tears off: the number. */
  readonly stub: ReactNode;
  readonly children: ReactNode;
  /** Whether the stub is above the rest, not beside it. */
  readonly upright?: boolean;
  readonly className?: string;
}

/**
 * The app's signature: a paper ticket with its perforation. Marigold while the patient is called,
 * green otherwise.
 */
export function Ticket({ tone, stub, children, upright = false, className }: Props) {
  const colour = tone === 'called' ? 'bg-signal text-on-signal' : 'bg-ticket text-on-ticket';
  return (
    <div
      className={cx(
        'relative flex overflow-hidden rounded-ticket shadow-raised',
        upright ? 'flex-col' : 'flex-row',
        colour,
        className,
      )}
    >
      <div
        className={cx(
          'flex flex-col justify-center',
          upright ? 'grow items-center px-7 pt-5 pb-4' : 'px-6 py-5',
        )}
      >
        {stub}
      </div>
      <Perforation upright={upright} />
      <div
        className={cx('flex min-w-0 flex-col justify-center', upright ? 'px-7 pt-5 pb-6' : 'grow px-6 py-5')}
      >
        {children}
      </div>
    </div>
  );
}

function Perforation({ upright }: { readonly upright: boolean }) {
  const notch = 'absolute size-7 rounded-pill bg-page';
  return (
    <div
      aria-hidden="true"
      className={cx(
        'relative shrink-0 border-current opacity-100',
        upright ? 'mx-6 border-t-2 border-dashed' : 'my-4 border-s-2 border-dashed',
      )}
    >
      <span
        className={cx(notch, upright ? '-start-10 -top-3.5' : '-start-[calc(0.875rem+1px)] -top-[1.9rem]')}
      />
      <span
        className={cx(notch, upright ? '-end-10 -top-3.5' : '-start-[calc(0.875rem+1px)] -bottom-[1.9rem]')}
      />
    </div>
  );
}
