type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
interface Locks {
  request(type: 'screen'): Promise<{ release(): Promise<void> }>;
}

/**
 * The browser takes the lock away when the page is hidden, so it is asked for again on return. Not every browser has
 * one, and over plain http none gives it: then the device's own settings must do. Answers how to let go.
 */
export function keepAwake(page: Page, locks: Locks): () => void {
  let kept: { release(): Promise<void> } | null = null;
  let ended = false;
  const ask = async (): Promise<void> => {
    if (page.visibilityState !== 'visible') return;
    try {
      const lock = await locks.request('screen');
      if (ended) return void lock.release();
      kept = lock;
    } catch (error) {
      console.warn('The display may fall asleep.', error);
    }
  };
  const onVisible = (): void => void ask();
  void ask();
  page.addEventListener('visibilitychange', onVisible);
  return () => {
    ended = true;
    page.removeEventListener('visibilitychange', onVisible);
    void kept?.release();
  };
}
