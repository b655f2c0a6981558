import { useEffect } from 'react';
import { inBrowser } from './client';
import { keepAwake } from './keep-awake';

/** Keeps the display of another device on while this page is looked at; in the app main does it. */
export function useStayAwake(): void {
  useEffect(() => {
    if (inBrowser && 'wakeLock' in navigator) return keepAwake(document, navigator.wakeLock);
    return undefined;
  }, []);
}
