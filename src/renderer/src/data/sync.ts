import { QueryObserver } from '@tanstack/react-query';
import type { AppEvent } from '../../../shared/contract';
import { watchFound } from '../api/by-name';
import { call, inBrowser, subscribe } from '../api/client';
import { watchLink } from '../api/http-events';
import { client } from './client';
import { clinicNow, setClock } from './clock';
import { findLink, isLinkLost, loseLink } from './link';
import { makeStale, optionsOf, startAnew, tell } from './query';
import { isStaleAfter, isStaleInTime } from './stale';

/** Slots begin and end, and waits grow, without any event. */
const REFRESH_MS = 20_000;

type Followed = 'app.status' | 'doctors.summaries';

/** Main beats every two seconds; three missed ones are a silence that must be said. */
const SILENT_SECONDS = 7;
const LISTEN_MS = 1_000;

/**
 * How often this page looked up and had heard nothing. Counted, not timed: a page that was itself busy or asleep
 * looks up only once, before the words that waited for it.
 */
let silentSeconds = 0;

/**
 * Subscribes first and fetches then, so that nothing falls between. Once per window.
 * @param followed asked for from the start, whatever is shown: a dialog that needs it must not open empty
 */
export function startSync(followed: readonly Followed[]): void {
  subscribe(onEvent);
  watchLink((up) => {
    silentSeconds = 0;
    if (!up) loseLink();
    else if (isLinkLost()) startAnew();
  });
  watchFound(findLink);
  for (const name of followed) follow(name);
  setInterval(noticeSilence, LISTEN_MS);
  setInterval(refresh, REFRESH_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refresh();
  });
}

function follow(name: Followed): void {
  const options = optionsOf<unknown>(name, {}, () => call(name, {}));
  new QueryObserver(client, options).subscribe(() => undefined);
}

function refresh(): void {
  makeStale(isStaleInTime);
}

/** A main process that hangs answers nothing and refuses nothing: only its silence tells. */
function noticeSilence(): void {
  silentSeconds += 1;
  // A browser's tab that nobody sees lets go of its stream.
  if (inBrowser && document.visibilityState === 'hidden') silentSeconds = 0;
  if (silentSeconds >= SILENT_SECONDS) loseLink();
}

/** R35: somebody set this computer's clock, by which the page counts on between two answers. */
const OFF_MS = 5_000;
const isClockOff = (now: number): boolean => Math.abs(now - clinicNow()) > OFF_MS;

function onEvent(event: AppEvent): void {
  silentSeconds = 0;
  if (event.type === 'dayChanged' || (event.type === 'heartbeat' && isClockOff(event.now)))
    setClock(event.now);
  if (event.type === 'printJobChanged') tell('slips.job', { tokenId: event.job.tokenId }, event.job);
  const isAllStale = event.type === 'dayChanged' || event.type === 'everythingChanged';
  // Back from a silence: what was said in it is lost.
  if (isAllStale || isLinkLost()) startAnew();
  else makeStale((name, input, held) => isStaleAfter(event, name, input, held));
}
