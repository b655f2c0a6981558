import type { ReactNode } from 'react';
import type { BoardDoctor } from '../../../../shared/model/board';
import { useIsBefore } from '../../data/useNow';
import { timeText } from '../../i18n/format';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import { Fit } from './Fit';
import { LINE, roomOf, type Tile } from './plan';
import { Both } from './words';

interface Props {
  readonly shown: BoardDoctor;
  readonly tile: Tile;
  readonly timeZone: string;
  /** Nothing moves: what is shown is old. */
  readonly still: boolean;
}

/** So long a new call moves. */
const FRESH_MS = 20_000;

/** The plate everybody looks at: the number and the room; marigold while somebody is asked to come in. */
export function Plate({ shown, tile, timeZone, still }: Props) {
  const { called, inConsultation, doctor } = shown;
  const fresh = useIsBefore(called === null || still ? null : called.since + FRESH_MS);
  const look = called !== null ? 'called' : inConsultation !== null ? 'inside' : 'idle';
  const token = called ?? inConsultation;
  const place = roomOf(doctor.room, tile);
  const number = token !== null && (
    <Sign text={token.number} size={tile.number} tile={tile} testId="board-number" />
  );
  const room = doctor.room !== '' && (
    <Sign
      text={place.lines ? doctor.room.replace(/\s+/u, '\n') : doctor.room}
      size={place.size}
      tile={tile}
      testId="board-room"
    />
  );
  return (
    <div
      data-testid="board-plate"
      data-look={look}
      data-fresh={fresh}
      className={cx(
        'flex min-h-0 grow flex-col items-center justify-center overflow-hidden rounded-control px-[0.55rem]',
        look === 'called' && 'bg-signal text-on-signal',
        look === 'inside' && 'bg-ticket text-on-ticket',
        look === 'idle' && 'bg-sunken text-ink-soft',
        fresh && 'animate-(--animate-call) outline-[0.25rem] -outline-offset-[0.45rem] outline-on-signal',
      )}
    >
      {tile.direction === 'stack' ? (
        <div className="flex h-full flex-col items-center justify-evenly">
          {token === null ? (
            <Idle shown={shown} tile={tile} timeZone={timeZone} />
          ) : (
            <div className="flex flex-col items-center">
              <Labels size={tile.label} start={<Asked shown={shown} />} />
              {number}
            </div>
          )}
          <div className="flex flex-col items-center">
            <Labels size={tile.label} start={<RoomLabel shown={shown} both />} />
            {room}
          </div>
        </div>
      ) : (
        <div className="flex max-w-full flex-col" style={{ width: `${tile.sign}rem` }}>
          <Labels
            size={tile.label}
            start={token !== null && <Asked shown={shown} />}
            end={<RoomLabel shown={shown} both={tile.bothRooms} />}
          />
          <div className="flex items-center justify-between gap-[0.6rem]">
            {token === null ? <Idle shown={shown} tile={tile} timeZone={timeZone} /> : number}
            {room}
          </div>
        </div>
      )}
    </div>
  );
}

interface LabelsProps {
  readonly size: number;
  readonly start: ReactNode;
  readonly end?: ReactNode;
}

/** The words above number and room, in one line. */
function Labels({ size, start, end }: LabelsProps) {
  return (
    <div
      className="flex max-w-full items-center justify-between gap-[0.8em] leading-[1.3] font-semibold whitespace-nowrap"
      style={{ fontSize: `${size}rem` }}
    >
      <div className="flex min-w-0 grow items-center gap-[0.4em] overflow-hidden">{start}</div>
      {end}
    </div>
  );
}

/** What the patient is asked to do, or where the patient is; the name as far as it is shown. */
function Asked({ shown: { called, inConsultation } }: Pick<Props, 'shown'>) {
  const name = (called ?? inConsultation)?.name ?? null;
  const label =
    called === null ? 'board:inside' : called.recalls > 0 ? 'board:calledAgain' : 'board:pleaseCome';
  return (
    <>
      {called !== null && <Icon name="bell" className="size-[1.1em] shrink-0" />}
      {name !== null && (
        <Fit className="max-w-[65%] shrink-0 font-extrabold">
          <bdi>{name}</bdi>
        </Fit>
      )}
      <Fit className="grow">
        <Both say={(t) => t(label)} />
      </Fit>
    </>
  );
}

function RoomLabel({ shown, both }: Pick<Props, 'shown'> & { readonly both: boolean }) {
  const { doctor, called } = shown;
  if (doctor.room !== '') return <Both say={(t) => t('board:room')} only={!both} className="shrink-0" />;
  return called !== null && <Both say={(t) => t('board:noRoom')} only={!both} className="shrink-0" />;
}

interface SignProps {
  readonly text: string;
  readonly size: number;
  readonly tile: Pick<Tile, 'narrow'>;
  readonly testId: string;
}

/** Capitals and figures only, so the line needs no room below them. */
function Sign({ text, size, tile, testId }: SignProps) {
  return (
    <bdi
      dir="ltr"
      data-testid={testId}
      className="signage px-[0.03em] text-center whitespace-pre"
      style={{
        fontSize: `${size}rem`,
        lineHeight: LINE,
        ...(tile.narrow ? { fontStretch: '62.5%' } : {}),
      }}
    >
      {text}
    </bdi>
  );
}

/** Two lines in each language take no more room than the number that will stand there. */
const IDLE_LINES = 4;

function Idle({ shown: { state, from }, tile, timeZone }: Pick<Props, 'shown' | 'tile' | 'timeZone'>) {
  const size = Math.min(tile.text * 1.25, (tile.number * LINE) / (IDLE_LINES * 1.3));
  return (
    <div data-testid="board-idle" className="min-w-0" style={{ fontSize: `${size}rem` }}>
      <Both
        say={(t, language) =>
          t(`board:state.${state}`, { time: from === null ? '' : timeText(from, timeZone, language) })
        }
        apart="below"
        className="leading-[1.3] font-semibold [&>*]:line-clamp-2"
      />
    </div>
  );
}
