import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { MOST_OF_A_PAGE } from '../../../shared/contract/call';
import type { RecentChange } from '../../../shared/model/change';
import { ok, type Result } from '../../../shared/result';
import { call } from '../api/client';
import { client } from './client';
import { type Held, nothing } from './held';
import { optionsOf } from './query';

/** What was done today, newest first: as many as are wanted, and one more if there are more. */
export function useRecentChanges(wanted: number): Held<readonly RecentChange[]> {
  const options = optionsOf('changes.recent', { limit: wanted }, () => latestChanges(wanted));
  return useQuery({ ...options, placeholderData: keepPreviousData }, client).data ?? nothing;
}

/** Page by page. */
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
