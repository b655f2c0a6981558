import type { AppEvent } from '../../../shared/contract';
import { assertNever } from '../../../shared/result';
import { inBrowser, subscribe } from '../api/client';
import { watchLink } from '../api/http-events';
import { loseConnection, setClock, statusMirror, useApp } from './app';
import { bookChanged, forgetRevisions, refreshBooks } from './books';
import { generation } from './generation';
import { printJobChanged } from './printJobs';
import { summariesMirror, useSummaries } from './summaries';

/** Slots begin and end, and waits grow, without any event. */
const REFRESH_MS = 20_000;

/** Main beats every two seconds; three missed ones are a silence that must be said. */
const SILENCE_MS = 6_500;
const LISTEN_MS = 1_000;

let heardAt = 0;

/** Subscribes first and fetches then, so that nothing falls between. Once per window. */
export function startSync(): void {
  heardAt = performance.now();
  subscribe(onEvent);
  watchLink((up) => {
    if (!up) loseConnection();
  });
  fetchAll();
  setInterval(noticeSilence, LISTEN_MS);
  setInterval(fetchAll, REFRESH_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') fetchAll();
  });
}

/** A main process that hangs answers nothing and refuses nothing: only its silence tells. */
function noticeSilence(): void {
  // A browser's tab that nobody sees lets go of its stream.
  if (inBrowser && document.visibilityState === 'hidden') heardAt = performance.now();
  if (performance.now() - heardAt > SILENCE_MS) loseConnection();
}

function onEvent(event: AppEvent): void {
  heardAt = performance.now();
  // Back from a silence: what was said in it is lost.
  if (useApp.getState().connection === 'lost') startAnew();
  switch (event.type) {
    case 'heartbeat':
      return;
    case 'stationChanged':
    case 'devicesChanged':
      // Asked for where it is shown.
      return;
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
