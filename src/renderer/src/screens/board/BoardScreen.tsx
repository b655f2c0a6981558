import { useApp } from '../../stores/app';
import { Splash } from '../../ui/Splash';

/** The waiting room's screen. */
export default function BoardScreen() {
  const lost = useApp((state) => state.connection === 'lost');
  return <Splash lost={lost} />;
}
