import { notifyManager, QueryClient } from '@tanstack/react-query';

// At once, not in a timer: a window in the background has its timers slowed down.
notifyManager.setScheduler(queueMicrotask);

/**
 * Holds what the main process says. Nothing in it grows stale by itself: `stale.ts` says what does, and `sync.ts` when.
 * The main process is no network, and never offline.
 */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      // Errors are values here, kept beside the last good answer: `query.ts` asks again.
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchIntervalInBackground: true,
    },
  },
});
