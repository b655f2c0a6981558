import { create } from 'zustand';
import { type AppError, ok, type Result } from '../../../shared/result';
import { call } from '../api/client';
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
/** What was done today, newest first. */
export const recentChanges = createMirror(() => call('changes.recent', {}));
/** The slips that did not come out, may not have, or are held up in a queue. */
export const slipsToMend = createMirror(async () => {
  const answer = await call('slips.jobs', { states: ['failed', 'unknown', 'printing'] });
  return answer.ok ? ok(answer.value.filter(({ job }) => job.problem !== null)) : answer;
});
/** Printers and backup. */
export const station = createMirror(() => call('station.status', {}));
