import { memo, useContext } from 'react';
import type { BoardDoctor } from '../../../../shared/model/board';
import { nameFor } from '../../../../shared/model/doctor';
import { isolated } from '../../i18n/format';
import { DoctorPhoto } from '../../parts/doctors/DoctorPhoto';
import { Fit } from './Fit';
import { Plate } from './Plate';
import type { Tile } from './plan';
import { Facts, Late, Next } from './TileFacts';
import { Both, Languages } from './words';

interface Props {
  readonly shown: BoardDoctor;
  readonly tile: Tile;
  readonly timeZone: string;
  /** Some doctor on this board has a photo: who has none has the letter in its place. */
  readonly hasPhotos: boolean;
  /** Nothing moves: what is shown is old. */
  readonly still: boolean;
}

/** One doctor: whom to send where, now and next. */
export const DoctorTile = memo(function DoctorTile({ shown, tile, timeZone, hasPhotos, still }: Props) {
  const { doctor } = shown;
  return (
    <li
      data-testid={`board-doctor-${doctor.prefix}`}
      data-state={shown.state}
      className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-card bg-surface p-[0.5rem]"
      style={{ fontSize: `${tile.text}rem`, gap: tile.dense ? '0.25rem' : '0.6rem' }}
    >
      <div className="flex shrink-0 items-center gap-[0.6em] px-[0.4em]">
        {hasPhotos && (
          <DoctorPhoto
            doctor={doctor}
            letters={doctor.prefix}
            className={tile.dense ? 'size-[1.56em] text-[1em]' : 'size-[2.9em] text-[1em]'}
          />
        )}
        <div className="min-w-0 grow">
          <div className="flex items-center gap-[0.5em]">
            <h2 className="min-w-0 grow text-[1.2em] leading-[1.3] font-bold">
              <Fit>
                <DoctorName doctor={doctor} letters={lettersIn(tile, hasPhotos)} />
              </Fit>
            </h2>
            {tile.dense && <Late shown={shown} />}
          </div>
          {!tile.dense && (
            <p dir="auto" className="leading-[1.4] text-ink-soft">
              <Fit>{doctor.specialization}</Fit>
            </p>
          )}
        </div>
      </div>
      <Plate shown={shown} tile={tile} timeZone={timeZone} still={still} />
      <div className="shrink-0 px-[0.4em]">
        <Next shown={shown} timeZone={timeZone} dense={tile.dense} />
        {tile.lines > 0 && <Facts shown={shown} timeZone={timeZone} lines={tile.lines} />}
      </div>
    </li>
  );
});

/** About as many letters of a name stand in its line before they are set smaller. */
function lettersIn({ width, text }: Tile, hasPhotos: boolean): number {
  return (width - (hasPhotos ? 3.5 * text : 0)) / (text * 1.2 * 0.52);
}

interface NameProps extends Pick<BoardDoctor, 'doctor'> {
  readonly letters: number;
}

/** In each language of the board, where they differ and stand beside each other; else in the first. */
function DoctorName({ doctor, letters }: NameProps) {
  const { language, secondLanguage } = useContext(Languages);
  const first = nameFor(doctor, language);
  const second = secondLanguage === null ? first : nameFor(doctor, secondLanguage);
  const only = second === first || first.length + second.length > letters;
  return <Both say={(_t, one) => isolated(nameFor(doctor, one))} only={only} />;
}
