import { theClock } from '../access/caller';
import { actorOf } from '../call';
import type { Environment } from '../environment';
import { lineOf } from '../run/audit-line';
import { afterwards } from '../run/failures';

/** On record at the first start of a version: which one, and which was there before. */
export async function recordVersion(environment: Environment, from: string | null): Promise<void> {
  const { store, clock, version: to } = environment;
  const line = lineOf({ kind: 'updates.installed', input: {} }, actorOf(theClock), clock.now());
  await afterwards(environment, 'recording', () => store.addAuditLine({ ...line, details: { from, to } }));
}
