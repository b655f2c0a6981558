import type { CallName } from '../../../shared/contract';
import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { exportReport } from './export';
import { type Readings, readReport, readTokens } from './read';
import { reportSheet } from './sheet';
import { changeSummaries, summariesNow } from './summaries';
import { removeView, savedViews, saveView } from './views';

/** What happened, over any days. */
export function reportHandlers(): Handlers<Extract<CallName, `reports.${string}`>> {
  const readings: Readings = new Map();
  return {
    'reports.read': (call, wish) => readReport(call, wish, readings),
    'reports.sheet': reportSheet,
    'reports.stop': async (_call, { readingId }) => {
      readings.get(readingId)?.stop();
      return ok({});
    },
    'reports.tokens': readTokens,
    'reports.export': exportReport,
    'reports.views': async (call) => ok(await savedViews(call)),
    'reports.saveView': saveView,
    'reports.removeView': removeView,
    'reports.summaries': async (call) => ok(await summariesNow(call)),
    'reports.changeSummaries': changeSummaries,
  };
}
