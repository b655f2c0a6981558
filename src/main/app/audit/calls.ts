import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { exportAudit } from './export';
import { countReasons, listAudit } from './list';

/** Lines of the chain checked in one call: some milliseconds. */
const PIECE = 1_000;

/** Who did and looked at what, and whether the record of it holds. */
export const auditHandlers: Handlers<'audit.list' | 'audit.export' | 'audit.verify' | 'audit.reasons'> = {
  'audit.list': listAudit,
  'audit.export': exportAudit,
  'audit.verify': async ({ environment: { store } }, { from }) => ok(await store.checkAudit(from, PIECE)),
  'audit.reasons': countReasons,
};
