import { useDeferredValue, useEffect } from 'react';
import { inBrowser, inStation } from '../../api/client';
import { useStayAwake } from '../../api/useStayAwake';
import { setLanguage } from '../../i18n';
import { useStaffTitle } from '../../i18n/staffTitle';
import { LeaveDialog } from '../../parts/leave/LeaveDialog';
import { useLeaveGesture } from '../../parts/leave/useLeaveGesture';
import { isClockOff } from '../../ui/Chips';
import { Splash } from '../../ui/Splash';
import { Voice } from '../../voice/Voice';
import { Board } from './Board';
import './board.css';
import { useBoard } from '../../data/board';
import { useBoardCalls } from '../../data/boardCalls';
import { useStatus } from '../../data/status';

/** The waiting room's screen: no mouse, nobody at it, and no keys but those by which staff close it. */
export default function BoardScreen() {
  const { view: current, silent } = useBoard();
  // Drawn in pieces that let a frame between them: what moves goes on moving.
  const view = useDeferredValue(current);
  const calls = useBoardCalls(({ calls }) => calls);
  const status = useStatus();
  const language = view?.language;
  const leaving = useLeaveGesture();
  useStaffTitle('board');
  useStayAwake();
  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);
  if (view === null) return <Splash lost={silent} />;
  return (
    <>
      <Board
        view={view}
        silent={silent}
        clockShifted={status !== null && isClockOff(status)}
        practice={status?.practice ?? false}
      />
      <Voice calls={calls} voice={view.voice} />
      {leaving.asked && (!inBrowser || inStation) && <LeaveDialog screen="board" onBack={leaving.stay} />}
    </>
  );
}
