import type { RefObject } from 'react';
import { NumberPad } from './keyboard/Keyboard';
import { useKeys } from './useKeys';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly pin: string;
  readonly onType: (text: string) => void;
}

/** The keys for the staff's PIN, on the screen. */
export function LeavePad({ input, pin, onType }: Props) {
  return <NumberPad keys={useKeys(input, pin, onType)} extras={[]} />;
}
