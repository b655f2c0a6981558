import type { CallName } from '../../../shared/contract';
import { refused } from '../../../shared/refusals';
import { fail, ok } from '../../../shared/result';
import { actorOf, type Handlers } from '../call';
import { lineOf } from '../run/audit-line';
import { afterwards } from '../run/failures';
import { makeCopies } from './make';
import { savePassphrase } from './notes';
import { backupStatus } from './status';
import { listAll, proveOne, tryNewest } from './trial';

export const backupHandlers: Handlers<Extract<CallName, `backups.${string}`>> = {
  'backups.status': async (call) => ok(await backupStatus(call)),
  'backups.list': async (call) => ok(await listAll(call)),
  'backups.make': (call) => makeCopies(call, 'hand'),
  'backups.prove': proveOne,
  'backups.trial': tryNewest,
  'backups.setPassphrase': async ({ environment }, { passphrase, again }) => {
    if (passphrase !== again) return refused('INVALID_INPUT', 'passphrase_differs', { field: 'again' });
    await savePassphrase(environment.store, passphrase);
    environment.publish({ type: 'printersChanged' });
    return ok({});
  },
  'backups.removePassphrase': async ({ environment, settings: { backup } }) => {
    const isNeeded = backup.encrypted || backup.folders.some(({ encrypted }) => encrypted);
    if (isNeeded) return refused('CONFLICT', 'passphrase_needed');
    await savePassphrase(environment.store, '');
    environment.publish({ type: 'printersChanged' });
    return ok({});
  },
  'backups.goBack': async ({ environment, caller, now }) => {
    const { practice = false, practiceDoor, store } = environment;
    if (practiceDoor === undefined)
      return fail('FORBIDDEN', 'This is done at the PC that keeps the data: npm run restore.');
    if (practice) return fail('CONFLICT', 'This is the practice day: it has no copies.');
    // Before these data are closed: the line is put aside with them, or stays if nobody goes back.
    const line = lineOf({ kind: 'backups.closed', input: {} }, actorOf(caller), now);
    await afterwards(environment, 'recording', () => store.addAuditLine(line));
    return practiceDoor.goBack();
  },
  'backups.chooseFolder': async ({ environment: { chooseFolder }, caller }) => {
    if (chooseFolder === undefined || caller.device !== undefined)
      return refused('UNAVAILABLE', 'backup_no_dialog');
    return ok({ path: await chooseFolder() });
  },
};
