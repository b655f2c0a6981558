import type { BoardDoctor } from '../../../../shared/model/board';
import { shortWaitText } from '../../i18n/waits';
import { Icon, type IconName } from '../../ui/Icon';
import { Fit } from './Fit';
import { Both, First, type Say } from './words';

interface FactsProps {
  readonly shown: BoardDoctor;
  readonly timeZone: string;
  readonly lines: number;
}

/** Late, who is inside, how long one waits, how many do: what does not fit is left out, the least important first. */
export function Facts({ shown, timeZone, lines }: FactsProps) {
  const { called, inConsultation, waiting, wait, state } = shown;
  const isOver = state === 'finished' || state === 'closed';
  return (
    <div
      className="flex flex-wrap content-start gap-x-[1.1em] overflow-hidden leading-[1.5]"
      style={{ height: `${lines * 1.5}em` }}
    >
      <Late shown={shown} />
      {called !== null && inConsultation !== null && (
        <span className="inline-flex items-center gap-[0.4em] whitespace-nowrap text-ink-soft">
          <Icon name="door" className="size-[1em]" />
          <First say={(t) => t('board:inside')} />
          <bdi dir="ltr" className="signage text-[1.15em] leading-none text-ink">
            {inConsultation.number}
          </bdi>
        </span>
      )}
      {wait !== null && (
        <Fact
          icon="hourglass"
          say={(t, one) => t('board:waitNow', { wait: shortWaitText(wait, timeZone, one) })}
        />
      )}
      {!isOver && waiting > 0 && <Fact icon="users" say={(t) => t('board:waiting', { count: waiting })} />}
    </div>
  );
}

/** R22, unless the doctor is on time or done. */
export function Late({ shown: { lateMinutes, state } }: Pick<FactsProps, 'shown'>) {
  if (lateMinutes === 0 || state === 'finished' || state === 'closed') return null;
  return (
    <span
      data-testid="board-late"
      className="figures inline-flex shrink-0 items-center gap-[0.35em] rounded-pill bg-warn-soft px-[0.6em] leading-[1.5] font-semibold whitespace-nowrap text-warn"
    >
      <Icon name="clock" className="size-[1em]" />
      <First say={(t) => t('board:late', { count: lateMinutes })} />
    </span>
  );
}

function Fact({ icon, say }: { readonly icon: IconName; readonly say: Say }) {
  return (
    <span className="figures inline-flex max-w-full items-center gap-[0.4em] whitespace-nowrap text-ink-soft">
      <Icon name={icon} className="size-[1em]" />
      <Fit>
        <First say={say} />
      </Fit>
    </span>
  );
}

interface NextProps {
  readonly shown: BoardDoctor;
  readonly timeZone: string;
  readonly dense: boolean;
}

/**
 * The next few numbers, as many as fit, one at least, whole; in a small tile the wait stands at their end. Where there
 * is no room for the words beside them, these are set smaller.
 */
export function Next({ shown, timeZone, dense }: NextProps) {
  const { next, wait } = shown;
  return (
    <div className="flex h-[1.8em] items-center gap-[0.6em] leading-[1.8]">
      {next.length > 0 && (
        <Fit className="max-w-[40%] shrink-0 text-ink-soft">
          <Both say={(t) => t('board:next')} only={dense} />
        </Fit>
      )}
      <ol
        data-testid="board-next"
        className="flex h-[1.24em] min-w-min grow basis-0 flex-wrap gap-x-[0.7em] overflow-hidden text-[1.45em] leading-[1.24]"
      >
        {next.map(({ number, name }) => (
          <li key={number} className="flex items-baseline gap-[0.3em] whitespace-nowrap">
            <bdi dir="ltr" className="signage">
              {number}
            </bdi>
            {name !== null && (
              <bdi className="max-w-[13em] truncate text-[0.62em] font-semibold text-ink-soft">{name}</bdi>
            )}
          </li>
        ))}
      </ol>
      {dense && wait !== null && (
        <span className="figures inline-flex max-w-[45%] min-w-0 items-center gap-[0.35em] whitespace-nowrap text-ink-soft">
          <Icon name="hourglass" className="size-[1em] shrink-0" />
          <Fit className="grow">
            <First say={(_, one) => shortWaitText(wait, timeZone, one)} />
          </Fit>
        </span>
      )}
    </div>
  );
}
