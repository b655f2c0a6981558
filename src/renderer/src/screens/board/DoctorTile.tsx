import type { BoardDoctor } from '../../../../shared/model/board';
import { Fit } from './Fit';
import { Plate } from './Plate';
import type { Tile } from './plan';
import { Facts, Late, Next } from './TileFacts';

interface Props {
  readonly shown: BoardDoctor;
  readonly tile: Tile;
  readonly timeZone: string;
  /** Nothing moves: what is shown is old. */
  readonly still: boolean;
}

/** One doctor: whom to send where, now and next. */
export function DoctorTile({ shown, tile, timeZone, still }: Props) {
  const { doctor } = shown;
  return (
    <li
      data-testid={`board-doctor-${doctor.prefix}`}
      data-state={shown.state}
      className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-card bg-surface p-[0.5rem]"
      style={{ fontSize: `${tile.text}rem`, gap: tile.dense ? '0.25rem' : '0.6rem' }}
    >
      <div className="shrink-0 px-[0.4em]">
        <div className="flex items-center gap-[0.5em]">
          <h2 dir="auto" className="min-w-0 grow text-[1.2em] leading-[1.3] font-bold">
            <Fit>{doctor.name}</Fit>
          </h2>
          {tile.dense && <Late shown={shown} />}
        </div>
        {!tile.dense && (
          <p dir="auto" className="leading-[1.4] text-ink-soft">
            <Fit>{doctor.specialization}</Fit>
          </p>
        )}
      </div>
      <Plate shown={shown} tile={tile} timeZone={timeZone} still={still} />
      <div className="shrink-0 px-[0.4em]">
        <Next shown={shown} timeZone={timeZone} dense={tile.dense} />
        {tile.lines > 0 && <Facts shown={shown} timeZone={timeZone} lines={tile.lines} />}
      </div>
    </li>
  );
}
