import { useContext } from 'react';
import type { BoardView } from '../../../../shared/model/board';
import { useMinute } from '../../data/useNow';
import { dayText, timeText } from '../../i18n/format';
import { StateChips } from '../../ui/Chips';
import { Fit } from './Fit';
import { Both, Languages } from './words';

interface Props {
  readonly view: BoardView;
  readonly clockShifted: boolean;
  readonly height: number;
}

/** Whose board this is, and the time: the proof that it lives. */
export function Header({ view, clockShifted, height }: Props) {
  const { language } = useContext(Languages);
  const now = useMinute();
  return (
    <header
      className="flex shrink-0 items-center gap-[1.2rem] overflow-hidden px-[0.4rem]"
      style={{ height: `${height}rem` }}
    >
      <h1 dir="auto" className="min-w-0 grow text-[2.2rem] leading-[1.3] font-bold">
        <Fit>{view.clinicName}</Fit>
      </h1>
      <StateChips clockShifted={clockShifted} lost={false} />
      <Both
        say={(_t, one) => dayText(view.serviceDay, one)}
        apart="below"
        className="ms-auto shrink-0 text-end text-[1.35rem] leading-[1.4] whitespace-nowrap text-ink-soft"
      />
      <time
        data-testid="board-clock"
        className="signage shrink-0 text-[3.6rem] leading-none whitespace-nowrap"
        lang={language}
      >
        {timeText(now, view.timeZone, language)}
      </time>
    </header>
  );
}
