import { useEffect } from 'react';
import { create } from 'zustand';
import type { TokenId } from '../../../shared/model/ids';
import type { PrintJob } from '../../../shared/model/print-job';
import { call } from '../api/client';

interface PrintJobsState {
  readonly byToken: Readonly<Record<string, PrintJob>>;
}

const usePrintJobs = create<PrintJobsState>(() => ({ byToken: {} }));

/** Keeps the newer of two reports on one slip: an answer may be older than an event that overtook it. */
export function printJobChanged(job: PrintJob): void {
  usePrintJobs.setState((state) => {
    const known = state.byToken[job.tokenId];
    if (known !== undefined && known.updatedAt > job.updatedAt) return state;
    return { byToken: { ...state.byToken, [job.tokenId]: job } };
  });
}

/** What became of a token's slip; undefined until the main process says. */
export function usePrintJob(tokenId: TokenId): PrintJob | undefined {
  useEffect(() => {
    let shown = true;
    void call('slips.job', { tokenId }).then((answer) => {
      if (shown && answer.ok) printJobChanged(answer.value);
    });
    return () => {
      shown = false;
    };
  }, [tokenId]);
  return usePrintJobs((state) => state.byToken[tokenId]);
}

/** Nothing of one patient stays for the next. */
export function forgetPrintJobs(): void {
  usePrintJobs.setState({ byToken: {} });
}
