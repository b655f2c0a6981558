import { useLost } from '../data/link';
import { useStatus } from '../data/status';
import { isClockOff, StateChips } from '../ui/Chips';

/** What everybody must know of this window, where nothing else of it is at hand. */
export function OwnChips() {
  const status = useStatus();
  const lost = useLost();
  return (
    <div className="flex flex-wrap gap-2">
      <StateChips clockShifted={status !== null && isClockOff(status)} lost={lost} />
    </div>
  );
}
