import { memo } from 'react';
import type { BoardCall } from '../../../../shared/model/board';
import { timeText } from '../../i18n/format';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import { Fit } from './Fit';
import { Both, First } from './words';

interface Props {
  readonly calls: readonly BoardCall[];
  readonly timeZone: string;
  readonly place: 'side' | 'strip';
  /** Width beside the doctors, height below them; rem. */
  readonly extent: number;
}

/** The last five numbers called, for whoever looked away. The newest first. */
export const LastCalls = memo(function LastCalls({ calls, timeZone, place, extent }: Props) {
  const side = place === 'side';
  return (
    <section
      data-testid="board-last-calls"
      className={cx(
        'flex shrink-0 gap-[0.8rem] overflow-hidden rounded-card bg-surface',
        side ? 'flex-col p-[1.2rem]' : 'items-center px-[1rem] py-[0.4rem]',
      )}
      style={side ? { width: `${extent}rem` } : { height: `${extent}rem` }}
    >
      <h2
        className={cx(
          'shrink-0 leading-[1.35] font-bold text-ink-soft',
          side ? 'text-[1.7rem]' : 'max-w-[9rem] text-[1.25rem]',
        )}
      >
        <Both say={(t) => t('board:lastCalls')} apart="below" />
      </h2>
      {calls.length === 0 && (
        <p
          className={cx(
            'leading-[1.4] text-ink-soft',
            side ? 'm-auto text-center text-[1.8rem]' : 'text-[1.6rem]',
          )}
        >
          <Both say={(t) => t('board:noCalls')} apart={side ? 'below' : 'beside'} />
        </p>
      )}
      <ol className={cx('flex min-h-0 min-w-0 grow', side ? 'flex-col' : 'h-full flex-row')}>
        {calls.map((call) => (
          <LastCall key={call.key} call={call} timeZone={timeZone} side={side} />
        ))}
      </ol>
    </section>
  );
});

interface CallProps {
  readonly call: BoardCall;
  readonly timeZone: string;
  readonly side: boolean;
}

function LastCall({ call, timeZone, side }: CallProps) {
  return (
    <li
      data-testid={`board-last-${call.number}`}
      className={cx(
        'flex min-w-0 basis-1/5 flex-col justify-center border-line',
        side ? 'border-t-[0.15rem]' : 'items-center border-s-[0.15rem]',
      )}
    >
      <div className={cx('flex items-baseline gap-[0.7rem] whitespace-nowrap', side && 'w-full')}>
        <bdi
          dir="ltr"
          className={cx(
            'signage leading-[1.15]',
            side ? 'text-[4rem]' : call.number.length > 5 ? 'text-[1.9rem]' : 'text-[2.5rem]',
          )}
        >
          {call.number}
        </bdi>
        {call.recall && <Icon name="bell" className="size-[1.4rem] text-signal" />}
        {side && <CalledAt call={call} timeZone={timeZone} className="ms-auto text-[1.3rem]" />}
      </div>
      <div
        className={cx(
          'flex max-w-full items-baseline gap-[0.8rem] leading-[1.35] whitespace-nowrap',
          side ? 'text-[1.9rem]' : 'text-[1.35rem]',
        )}
      >
        <Fit className="font-semibold">
          {call.room === '' ? (
            <First say={(t) => t('board:noRoom')} />
          ) : (
            <>
              <First say={(t) => t('board:room')} className="text-ink-soft" /> <bdi>{call.room}</bdi>
            </>
          )}
        </Fit>
        {!side && <CalledAt call={call} timeZone={timeZone} className="text-[1.1rem] portrait:hidden" />}
      </div>
      {!side && (
        <CalledAt
          call={call}
          timeZone={timeZone}
          className="hidden text-[1.1rem] leading-[1.35] portrait:block"
        />
      )}
    </li>
  );
}

function CalledAt({ call, timeZone, className }: Omit<CallProps, 'side'> & { readonly className: string }) {
  return (
    <First
      say={(_t, language) => timeText(call.at, timeZone, language)}
      className={cx('figures shrink-0 text-ink-soft', className)}
    />
  );
}
