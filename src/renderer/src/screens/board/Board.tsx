import { memo, useMemo } from 'react';
import type { BoardView } from '../../../../shared/model/board';
import { useBoardCalls } from '../../data/boardCalls';
import { useSame } from '../../data/useSame';
import { BANNER_REM } from '../../parts/practice/PracticeBanner';
import { cx } from '../../ui/cx';
import { DoctorTile } from './DoctorTile';
import { Foot } from './Foot';
import { Header } from './Header';
import { LastCalls } from './LastCalls';
import { planBoard } from './plan';
import { Quiet, type QuietKind } from './Quiet';
import { useScreenSize } from './useScreenSize';
import { useTurns } from './useTurns';
import { Languages } from './words';

interface Props {
  readonly view: BoardView;
  /** Main is not heard: what is shown is how things stood. */
  readonly silent: boolean;
  readonly clockShifted: boolean;
  /** Under a practice day's banner there is less room. */
  readonly practice: boolean;
}

/** The board: doctors in tiles, the last calls, notices; in one or two languages, on as many pages as it takes. */
export const Board = memo(function Board({ view, silent, clockShifted, practice }: Props) {
  const screen = useScreenSize();
  // Nearly every change of a view leaves the plan as it is; with it, all tiles but one.
  const { subjects, size, labelLetters } = useSame({
    subjects: view.doctors.map(({ doctor, called, inConsultation }) => ({
      number: longest([`${doctor.prefix}-000`, called?.number ?? '', inConsultation?.number ?? '']),
      room: doctor.room,
    })),
    size: practice ? { ...screen, height: screen.height - BANNER_REM } : screen,
    labelLetters: lettersOf(view),
  });
  const plan = useMemo(
    () => planBoard(subjects, size, { silent, labelLetters }),
    [subjects, size, silent, labelLetters],
  );
  const languages = useSame({ language: view.language, secondLanguage: view.secondLanguage });
  const lastCall = useBoardCalls((state) => state.calls.at(-1));
  const calledAt = view.doctors.findIndex(({ called }) => called?.number === lastCall?.number);
  const wanted =
    lastCall === undefined || calledAt < 0
      ? null
      : { index: Math.floor(calledAt / plan.perPage), key: lastCall.key };
  const page = useTurns(plan.pages, wanted);
  const shown = view.doctors.slice(page * plan.perPage, (page + 1) * plan.perPage);
  const isOver = view.doctors.every(({ state }) => state === 'finished' || state === 'closed');
  const hasPhotos = view.doctors.some(({ doctor }) => doctor.photo !== null);
  const side = plan.calls === 'side';

  return (
    <Languages value={languages}>
      <main
        data-testid="board"
        data-silent={silent}
        data-doctors={view.doctors.length}
        data-page={page + 1}
        className="flex h-full flex-col gap-[0.7rem] overflow-hidden p-[1rem]"
      >
        <Header view={view} clockShifted={clockShifted} height={plan.header} />
        <div
          className={cx(
            'flex min-h-0 grow gap-[0.7rem]',
            side ? 'flex-row' : 'flex-col',
            silent && 'opacity-65 grayscale',
          )}
        >
          {isOver ? (
            <Quiet kind={quietOf(view)} />
          ) : (
            <>
              <ul
                className="grid min-h-0 min-w-0 grow gap-[0.7rem]"
                style={{
                  gridTemplateColumns: `repeat(${plan.columns}, minmax(0, 1fr))`,
                  gridTemplateRows: `repeat(${plan.rows}, minmax(0, 1fr))`,
                }}
              >
                {shown.map((one) => (
                  <DoctorTile
                    key={one.doctor.id}
                    shown={one}
                    tile={plan.tile}
                    timeZone={view.timeZone}
                    hasPhotos={hasPhotos}
                    still={silent}
                  />
                ))}
              </ul>
              <LastCalls
                calls={view.calls}
                timeZone={view.timeZone}
                place={plan.calls}
                extent={side ? plan.side : plan.strip}
              />
            </>
          )}
        </div>
        <Foot view={view} silent={silent} page={page} pages={isOver ? 1 : plan.pages} height={plan.foot} />
      </main>
    </Languages>
  );
});

/** How much the words above a number need: the script is wide, a name stands beside them, there are two languages. */
function lettersOf({ language, secondLanguage, doctors }: BoardView): number {
  const own = [language, ...(secondLanguage === null ? [] : [secondLanguage])];
  const words = own.reduce((sum, one) => sum + (one === 'ta' ? 11 : 8.5), 1);
  const names = doctors.map(({ called, inConsultation }) => (called ?? inConsultation)?.name ?? '');
  const name = longest(['', ...names]).length;
  return words + (name === 0 ? 0 : name < 10 ? 5 : 9);
}

/** A board of some doctors says nothing of the others. */
function quietOf({ shows, doctors }: BoardView): QuietKind {
  if (shows === 'none_left') return 'noneLeft';
  if (doctors.length === 0) return shows === 'all' ? 'noDoctors' : 'noDoctorsHere';
  return shows === 'all' ? 'allFinished' : 'allFinishedHere';
}

function longest(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b.length > a.length ? b : a));
}
