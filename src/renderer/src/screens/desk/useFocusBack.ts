import { useEffect, useLayoutEffect, useRef } from 'react';
import { useDeskView } from '../../stores/deskView';
import { focusPhone } from './useDeskKeys';

/**
 * When the last of what lay over the columns closes, the cursor is where it was before the first of them, else in the phone. A dialog
 * hands the focus back itself, but not where one was opened from another: what was typed next went nowhere.
 */
export function useFocusBack(): void {
  const isOpen = useDeskView(({ overlay }) => overlay !== null);
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  useEffect(
    () =>
      useDeskView.subscribe(({ overlay }, last) => {
        if (overlay !== null && last.overlay === null) before.current = document.activeElement;
      }),
    [],
  );
  useLayoutEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!hasClosed) return;
    const focusBack = (): void => {
      if (document.activeElement !== document.body) return;
      const field = before.current;
      if (field instanceof HTMLElement && field !== document.body && field.isConnected) field.focus();
      else focusPhone();
    };
    // At once, for what is typed at once; and when the dialog has let go of the rest of the page.
    focusBack();
    const frame = requestAnimationFrame(focusBack);
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
}
