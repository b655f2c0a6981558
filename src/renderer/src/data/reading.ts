import { useEffect, useState } from 'react';
import { subscribe } from '../api/client';

/** How much of a long report is read, 0 to 1; null: nothing is known of it. */
export function useReadingProgress(readingId: string): number | null {
  const [progress, setProgress] = useState<{ readonly of: string; readonly part: number } | null>(null);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.type === 'reportProgress' && event.readingId === readingId)
          setProgress({ of: readingId, part: event.part });
      }),
    [readingId],
  );
  return progress?.of === readingId ? progress.part : null;
}
