import { useEffect } from 'react';
import { setLanguage } from '../../i18n';
import { useApp } from '../../stores/app';
import { followBoard, useBoard } from '../../stores/board';
import { Splash } from '../../ui/Splash';
import { Board } from './Board';
import './board.css';

/** The waiting room's screen: no mouse, no keys, nobody at it. */
export default function BoardScreen() {
  const view = useBoard((state) => state.view);
  const silent = useBoard((state) => state.silent);
  const status = useApp((state) => state.status);
  const language = view?.language;
  useEffect(followBoard, []);
  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);
  if (view === null) return <Splash lost={silent} />;
  return (
    <Board
      view={view}
      silent={silent}
      demo={status?.demo ?? false}
      clockShifted={status?.clockShifted ?? false}
      training={status?.training ?? false}
    />
  );
}
