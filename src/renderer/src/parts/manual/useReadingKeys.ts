import { type RefObject, useEffect, useRef } from 'react';

/** How far an arrow key moves the page, in px. */
const STEP = 60;

/** The page is read by keys while the cursor stays in the search; with something in it arrows walk through what was found. */
export function useReadingKeys(reading: RefObject<HTMLElement | null>, goBack: () => void): void {
  const latest = useRef(goBack);
  useEffect(() => {
    latest.current = goBack;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, target } = event;
      const room = reading.current;
      if (room === null || ctrlKey || metaKey) return;
      const isSearching = target instanceof HTMLInputElement && target.value !== '';
      if (altKey && key === 'ArrowLeft') latest.current();
      else if (altKey) return;
      else if (key === 'PageDown' || key === 'PageUp') {
        room.scrollBy(0, room.clientHeight * 0.9 * (key === 'PageDown' ? 1 : -1));
      } else if (!isSearching && (key === 'ArrowDown' || key === 'ArrowUp')) {
        room.scrollBy(0, key === 'ArrowDown' ? STEP : -STEP);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [reading]);
}
