import type { BoardDoctor } from '../../../../shared/model/board';
import { waitText } from '../../i18n/format';
import { Icon, type IconName } from '../../ui/Icon';
import { Both, First, type Say } from './words';

interface FactsProps {
  readonly shown: BoardDoctor;
  /** In a small tile there is room for one. */
  readonly only: 'late' | null;
}

/** Late, how many wait, how long: what does not fit the line is left out, the least important first. */
export function Facts({ shown, only }: FactsProps) {
  const { lateMinutes, waiting, wait, state } = shown;
  const isOver = state === 'finished' || state === 'closed';
  const late = lateMinutes > 0 && !isOver;
  if (only === 'late') return late && <Late minutes={lateMinutes} />;
  return (
    <div className="flex h-[1.5em] flex-wrap gap-x-[1.1em] overflow-hidden leading-[1.5]">
      {late && <Late minutes={lateMinutes} />}
      {wait !== null && (
        <Fact icon="hourglass" say={(t, one) => t('board:waitNow', { wait: waitText(wait, one) })} />
      )}
      {!isOver && <Fact icon="users" say={(t) => t('board:waiting', { count: waiting })} />}
    </div>
  );
}

function Late({ minutes }: { readonly minutes: number }) {
  return (
    <span
      data-testid="board-late"
      className="figures inline-flex shrink-0 items-center gap-[0.35em] rounded-pill bg-warn-soft px-[0.6em] leading-[1.5] font-semibold whitespace-nowrap text-warn"
    >
      <Icon name="clock" className="size-[1em]" />
      <First say={(t) => t('board:late', { count: minutes })} />
    </span>
  );
}

function Fact({ icon, say }: { readonly icon: IconName; readonly say: Say }) {
  return (
    <span className="figures inline-flex items-center gap-[0.4em] whitespace-nowrap text-ink-soft">
      <Icon name={icon} className="size-[1em]" />
      <First say={say} />
    </span>
  );
}

interface NextProps {
  readonly shown: BoardDoctor;
  readonly dense: boolean;
}

/** The next few numbers, as many as fit; in a small tile the wait stands at their end. */
export function Next({ shown, dense }: NextProps) {
  const { next, called, inConsultation, wait } = shown;
  const alsoInside = called !== null ? inConsultation : null;
  return (
    <div className="flex h-[1.9em] items-center gap-[0.6em] leading-[1.9]">
      {next.length > 0 && (
        <Both say={(t) => t('board:next')} className="shrink-0 text-ink-soft [&>*]:whitespace-nowrap" />
      )}
      <ol
        data-testid="board-next"
        className="flex h-[1.31em] min-w-0 grow flex-wrap gap-x-[0.7em] overflow-hidden text-[1.45em] leading-[1.31]"
      >
        {next.map(({ number, name }) => (
          <li key={number} className="whitespace-nowrap">
            <bdi dir="ltr" className="signage">
              {number}
            </bdi>
            {name !== null && (
              <bdi className="ms-[0.35em] text-[0.62em] font-semibold text-ink-soft">{name}</bdi>
            )}
          </li>
        ))}
      </ol>
      {alsoInside !== null && !dense && (
        <span className="inline-flex shrink-0 items-center gap-[0.4em] whitespace-nowrap text-ink-soft">
          <Icon name="door" className="size-[1em]" />
          <bdi dir="ltr" className="signage text-[1.2em]">
            {alsoInside.number}
          </bdi>
          <First say={(t) => t('board:inside')} />
        </span>
      )}
      {dense && wait !== null && (
        <span className="figures inline-flex shrink-0 items-center gap-[0.35em] whitespace-nowrap text-ink-soft">
          <Icon name="hourglass" className="size-[1em]" />
          <First
            say={(t, one) =>
              wait.toMinutes > 5 && wait.fromMinutes < wait.toMinutes && wait.toMinutes < 120
                ? t('board:minutes', { from: wait.fromMinutes, to: wait.toMinutes })
                : waitText(wait, one)
            }
          />
        </span>
      )}
    </div>
  );
}
