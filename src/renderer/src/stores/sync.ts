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
const SILENT_SECONDS = 7;
const LISTEN_MS = 1_000;

/**
 * How often this page looked up and had heard nothing. Counted, not timed: a page that was itself busy or asleep
 * looks up only once, before the words that waited for it.
 */
let silentSeconds = 0;

/** Subscribes first and fetches then, so that nothing falls between. Once per window. */
export function startSync(): void {
  subscribe(onEvent);
  watchLink((up) => {
    silentSeconds = 0;
    if (!up) loseConnection();
    else if (useApp.getState().connection === 'lost') startAnew();
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
  silentSeconds += 1;
  // A browser's tab that nobody sees lets go of its stream.
  if (inBrowser && document.visibilityState === 'hidden') silentSeconds = 0;
  if (silentSeconds >= SILENT_SECONDS) loseConnection();
}

function onEvent(event: AppEvent): void {
  silentSeconds = 0;
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
