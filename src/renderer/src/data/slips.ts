import { useMemo } from 'react';
import type { TokenId } from '../../../shared/model/ids';
import type { ListedPrintJob, PrintJob } from '../../../shared/model/print-job';
import { useCall } from './query';

/** What became of a token's slip; undefined until the main process says. */
export function usePrintJob(tokenId: TokenId): PrintJob | undefined {
  return useCall('slips.job', { tokenId }).value;
}

/** The slips that did not come out, may not have, or are held up in a queue; null: not known yet. */
export function useSlipsToMend(): readonly ListedPrintJob[] | null {
  const { value } = useCall('slips.jobs', { states: ['failed', 'unknown', 'printing'] });
  return useMemo(() => value?.filter(({ job }) => job.problem !== null) ?? null, [value]);
}
