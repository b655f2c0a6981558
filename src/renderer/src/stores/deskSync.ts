import { useEffect } from 'react';
import type { AppEvent } from '../../../shared/contract';
import { assertNever } from '../../../shared/result';
import { subscribe } from '../api/client';
import { dayBookChanged, forgetDayBooks, refreshDayBooks } from './deskBooks';
import { notices, openAgain, recentChanges, station } from './deskMirrors';

/** Slots begin and waits grow without any event. */
const REFRESH_MS = 20_000;

/** Keeps what only the desk shows in step with the main process, beside what every window follows. */
export function useDeskSync(): void {
  useEffect(() => {
    const end = subscribe(onEvent);
    fetchAll();
    const timer = setInterval(fetchAll, REFRESH_MS);
    return () => {
      end();
      clearInterval(timer);
    };
  }, []);
}

function onEvent(event: AppEvent): void {
  switch (event.type) {
    case 'bookChanged':
      dayBookChanged(event);
      openAgain.refresh();
      recentChanges.refresh();
      return;
    case 'noticesChanged':
      notices.refresh();
      return;
    case 'printJobChanged':
    case 'stationChanged':
      station.refresh();
      return;
    case 'heartbeat':
    case 'devicesChanged':
      return;
    case 'dayChanged':
    case 'everythingChanged':
      forgetDayBooks();
      fetchAll();
      return;
    default:
      assertNever(event);
  }
}

function fetchAll(): void {
  refreshDayBooks();
  notices.refresh();
  openAgain.refresh();
  recentChanges.refresh();
  station.refresh();
}
