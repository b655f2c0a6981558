import { useMemo } from 'react';
import { MOST_DAYS, type Report, type ReportWish } from '../../../../shared/model/report';
import { useCall } from '../../data/query';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { daysIn, type Period } from './period';
import { type Looked, wishOf } from './wish';

export interface Problem {
  readonly why: 'stopped' | 'impossible' | 'failed';
  readonly text: string;
}

interface Asked {
  readonly report: Report | undefined;
  /** Why there is none; null: it is on its way. */
  readonly problem: Problem | null;
  /** By which it is followed and stopped. */
  readonly readingId: string;
}

/**
 * The report of what somebody looks at, read anew for every other wish.
 * @param times raised to ask once more, where it was stopped or did not come
 */
export function useReport(looked: Looked, period: Period, times: number): Asked {
  const wish = JSON.stringify(wishOf(looked, period));
  const impossible = impossibleText(period);
  const input = useMemo(
    () => ({ ...(JSON.parse(wish) as ReportWish), readingId: `${times}-${crypto.randomUUID()}` }),
    [wish, times],
  );
  const { value, error } = useCall('reports.read', impossible === null ? input : null);
  const { readingId } = input;
  if (impossible !== null)
    return { report: undefined, problem: { why: 'impossible', text: impossible }, readingId };
  if (error === undefined) return { report: value, problem: null, readingId };
  const why = error.code === 'CONFLICT' ? 'stopped' : 'failed';
  return { report: undefined, problem: { why, text: staffErrorText(error) }, readingId };
}

/** What main would refuse as well, said at once. */
function impossibleText(period: Period): string | null {
  if (period.from > period.to) return i18n.t('reports:state.wrongWay');
  return daysIn(period) > MOST_DAYS ? i18n.t('reports:state.tooLong') : null;
}
