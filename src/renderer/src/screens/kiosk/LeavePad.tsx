import type { PadField } from '../../parts/leave/LeaveDialog';
import { LetterPad, NumberPad } from './keyboard/Keyboard';
import { useKeys } from './useKeys';

/** The keys for the staff's initials and PIN, on the screen. */
export function LeavePad({ kind, input, value, type }: PadField) {
  const keys = useKeys(input, value, type);
  return kind === 'letters' ? <LetterPad keys={keys} language="en" /> : <NumberPad keys={keys} extras={[]} />;
}
