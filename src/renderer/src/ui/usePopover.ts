import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** What lies open over a field now. */
const open = new Set<() => void>();

/** For a key that means the whole window: what lay over a field does not stay behind, over what comes now. */
export function closePopovers(): void {
  if (open.size === 0) return;
  flushSync(() => {
    for (const close of open) close();
  });
}

interface PopoverState {
  readonly isOpen: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** @param onClosed where the cursor goes on; else it is back on the field, where Enter opens it again */
export function usePopover(onClosed?: () => void): PopoverState {
  const [isOpen, setOpen] = useState(false);
  const latest = useRef(onClosed);
  useEffect(() => {
    latest.current = onClosed;
  });
  useEffect(() => {
    if (!isOpen) return;
    const close = (): void => setOpen(false);
    open.add(close);
    return () => {
      open.delete(close);
      latest.current?.();
    };
  }, [isOpen]);
  return { isOpen, setOpen };
}
