import { useSyncExternalStore } from 'react';
import { SHORT_SIDE, type Size } from './plan';

/** The screen in rem, sixty along its shorter side; board.css sets the root font size to match. */
export function useScreenSize(): Size {
  const pixels = useSyncExternalStore(
    (changed) => {
      window.addEventListener('resize', changed);
      return () => window.removeEventListener('resize', changed);
    },
    () => `${innerWidth} ${innerHeight}`,
  );
  const [width = 0, height = 0] = pixels.split(' ').map(Number);
  const rem = Math.min(width, height) / SHORT_SIDE;
  return { width: width / rem, height: height / rem };
}
