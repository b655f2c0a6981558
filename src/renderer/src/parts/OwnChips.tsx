import { useApp } from '../stores/app';
import { isClockOff, StateChips } from '../ui/Chips';

/** What everybody must know of this window, where nothing else of it is at hand. */
export function OwnChips() {
  const status = useApp((state) => state.status);
  const lost = useApp((state) => state.connection === 'lost');
  return (
    <div className="flex flex-wrap gap-2">
      <StateChips clockShifted={status !== null && isClockOff(status)} lost={lost} />
    </div>
  );
}
