import type { BoardDoctor } from '../../../../shared/model/board';
import { timeText } from '../../i18n/format';
import { useNow } from '../../stores/useNow';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import { LINE, type Tile } from './plan';
import { Both } from './words';

interface Props {
  readonly shown: BoardDoctor;
  readonly tile: Tile;
  readonly timeZone: string;
  readonly still: boolean;
}

/** So long a new call moves. */
const FRESH_MS = 20_000;

/** The plate everybody looks at: the number and the room; marigold while somebody is asked to come in. */
export function Plate({ shown, tile, timeZone, still }: Props) {
  const { called, inConsultation, doctor } = shown;
  const now = useNow();
  const fresh = called !== null && !still && now - called.since < FRESH_MS;
  const token = called ?? inConsultation;
  const look = called !== null ? 'called' : inConsultation !== null ? 'inside' : 'idle';
  return (
    <div
      data-testid="board-plate"
      data-look={look}
      data-fresh={fresh}
      className={cx(
        'flex min-h-0 grow items-center gap-[0.5rem] overflow-hidden rounded-control px-[0.9rem]',
        tile.direction === 'stack' ? 'flex-col justify-evenly' : 'flex-row justify-between',
        look === 'called' && 'bg-signal text-on-signal',
        look === 'inside' && 'bg-ticket text-on-ticket',
        look === 'idle' && 'bg-sunken text-ink-soft',
        fresh && 'animate-(--animate-call) outline-[0.3rem] -outline-offset-[0.55rem] outline-on-signal',
      )}
    >
      {token === null ? (
        <Idle shown={shown} timeZone={timeZone} />
      ) : (
        <div className={cx('flex min-w-0 flex-col', tile.direction === 'stack' && 'items-center')}>
          <p className="flex items-center gap-[0.4em] leading-[1.3] font-semibold whitespace-nowrap">
            {look === 'called' && <Icon name="bell" className="size-[1.1em]" />}
            <Both say={(t) => t(labelOf(shown))} />
            {token.name !== null && <bdi className="font-bold">{token.name}</bdi>}
          </p>
          <Sign text={token.number} size={tile.number} testId="board-number" />
        </div>
      )}
      {doctor.room !== '' && (
        <div
          className={cx('flex shrink-0 flex-col', tile.direction === 'stack' ? 'items-center' : 'items-end')}
        >
          <Both say={(t) => t('board:room')} className="leading-[1.3] font-semibold whitespace-nowrap" />
          <Sign text={doctor.room} size={tile.number} testId="board-room" />
        </div>
      )}
      {doctor.room === '' && called !== null && (
        <Both say={(t) => t('board:noRoom')} apart="below" className="max-w-[12em] font-bold" />
      )}
    </div>
  );
}

function labelOf({ called }: BoardDoctor) {
  if (called === null) return 'board:inside';
  return called.recalls > 0 ? 'board:calledAgain' : 'board:pleaseCome';
}

/** Capitals and figures only, so the line needs no room below them. */
function Sign({
  text,
  size,
  testId,
}: {
  readonly text: string;
  readonly size: number;
  readonly testId: string;
}) {
  return (
    <bdi
      dir="ltr"
      data-testid={testId}
      className="signage whitespace-nowrap"
      style={{ fontSize: `${size}rem`, lineHeight: LINE }}
    >
      {text}
    </bdi>
  );
}

function Idle({ shown: { state, from }, timeZone }: Pick<Props, 'shown' | 'timeZone'>) {
  return (
    <Both
      say={(t, language) =>
        t(`board:state.${state}`, { time: from === null ? '' : timeText(from, timeZone, language) })
      }
      apart="below"
      className="min-w-0 py-[0.3em] text-[1.25em] leading-[1.35] font-semibold text-pretty"
    />
  );
}
