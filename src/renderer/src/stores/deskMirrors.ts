import { create } from 'zustand';
import { MOST_OF_A_PAGE } from '../../../shared/contract/call';
import type { RecentChange } from '../../../shared/model/change';
import { type AppError, ok, type Result } from '../../../shared/result';
import { call } from '../api/client';
import { dayPlus, isOpenAgain } from '../parts/days';
import { useApp } from './app';
import { createRefresher, type Refresher } from './refresher';

interface MirrorState<T> {
  /** null until the first answer; the last good one afterwards. */
  readonly value: T | null;
  readonly error: AppError | null;
}

/** What the desk keeps in view of one query. */
function createMirror<T>(ask: () => Promise<Result<T>>) {
  const use = create<MirrorState<T>>(() => ({ value: null, error: null }));
  const mirror: Refresher = createRefresher(async () => {
    const answer = await ask();
    if (answer.ok) use.setState({ value: answer.value, error: null });
    else use.setState({ error: answer.error });
    return answer.ok;
  });
  return { use, refresh: mirror.refresh };
}

/** The call list: who must be told of a change. */
export const notices = createMirror(() => call('notices.list', {}));
/** What was done today, newest first: as many as the history shows, and whether there are more. */
export const recentChanges = createMirror(() => latestChanges(useHistoryLength.getState()));
/** The slips that did not come out, may not have, or are held up in a queue. */
export const slipsToMend = createMirror(async () => {
  const answer = await call('slips.jobs', { states: ['failed', 'unknown', 'printing'] });
  return answer.ok ? ok(answer.value.filter(({ job }) => job.problem !== null)) : answer;
});
/** R28: yesterday’s books that were opened again, with whoever is in them. */
export const openAgain = createMirror(async () => {
  const today = useApp.getState().status?.serviceDay;
  if (today === undefined) return ok([]);
  const answer = await call('books.closePreview', { serviceDay: dayPlus(today, -1) });
  return answer.ok ? ok(answer.value.filter(isOpenAgain)) : answer;
});

/** Printers and backup. */
export const station = createMirror(() => call('station.status', {}));

const HISTORY_PAGE = 40;

/** How many changes the history shows. */
export const useHistoryLength = create<number>(() => HISTORY_PAGE);

export function showMoreHistory(): void {
  useHistoryLength.setState((shown) => shown + HISTORY_PAGE, true);
  recentChanges.refresh();
}

export function showShortHistory(): void {
  useHistoryLength.setState(HISTORY_PAGE, true);
  recentChanges.refresh();
}

/** The latest changes, page by page, and one more than is wanted: it says whether there are more. */
async function latestChanges(wanted: number): Promise<Result<readonly RecentChange[]>> {
  const changes: RecentChange[] = [];
  while (changes.length <= wanted) {
    const limit = Math.min(MOST_OF_A_PAGE, wanted + 1 - changes.length);
    const last = changes.at(-1);
    const cursor = last && { doctorId: last.doctorId, revision: last.revision };
    const page = await call('changes.recent', { limit, cursor });
    if (!page.ok) return page;
    changes.push(...page.value);
    if (page.value.length < limit) break;
  }
  return ok(changes);
}
