import type { AppEvent } from '../../../shared/contract';
import { assertNever } from '../../../shared/result';
import { subscribe } from '../api/client';
import { setClock, statusMirror } from './app';
import { bookChanged, forgetRevisions, refreshBooks } from './books';
import { generation } from './generation';
import { printJobChanged } from './printJobs';
import { summariesMirror, useSummaries } from './summaries';

/** Slots begin and end, and waits grow, without any event. */
const REFRESH_MS = 20_000;

/** Subscribes first and fetches then, so that nothing falls between. Once per window. */
export function startSync(): void {
  subscribe(onEvent);
  fetchAll();
  setInterval(fetchAll, REFRESH_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') fetchAll();
  });
}

function onEvent(event: AppEvent): void {
  switch (event.type) {
    case 'bookChanged':
      bookChanged(event);
      summariesMirror.refresh();
      return;
    case 'printJobChanged':
      printJobChanged(event.job);
      return;
    case 'noticesChanged':
      // The desk alone shows the call list, and listens for itself.
      return;
    case 'dayChanged':
      setClock(event.now);
      startAnew();
      return;
    case 'everythingChanged':
      startAnew();
      return;
    default:
      assertNever(event);
  }
}

function startAnew(): void {
  generation.next();
  useSummaries.setState((state) => ({
    doctors: state.doctors?.map((one) => ({ ...one, revision: -1 })) ?? null,
  }));
  forgetRevisions();
  fetchAll();
}

function fetchAll(): void {
  statusMirror.refresh();
  summariesMirror.refresh();
  refreshBooks();
}
