import { join } from 'node:path';
import type { BackupTrial, ListedCopy } from '../../../shared/model/backups';
import type { CopyFacts } from '../../../shared/model/copy';
import { type RefusalReason, refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { CopyFailure } from '../outside/copy-room';
import { passphraseOf, saveTrialNote } from './notes';
import { placesOf } from './places';
import { inTurn } from './turn';

/** The copies of every place that can be reached, the newest first. */
export async function listAll(call: Call): Promise<ListedCopy[]> {
  const { environment, settings } = call;
  const { copies } = environment;
  if (copies === undefined) return [];
  const places = await placesOf(environment, settings);
  const lists = await Promise.all(places.map(({ folder }) => copies.run('list', { folder })));
  return lists.flatMap((list) => (list.ok ? list.value : [])).sort((one, other) => other.madeAt - one.madeAt);
}

/** Errors: NOT_FOUND: no such copy in a place of the settings; CONFLICT with the reason: it is not as it should be. */
export async function proveOne(
  call: Call,
  { folder, file }: { readonly folder: string; readonly file: string },
): Promise<Result<CopyFacts>> {
  const { environment, now } = call;
  const { copies, store, backupFolder: work, copying, log } = environment;
  if (copies === undefined) return refused('UNAVAILABLE', 'backup_not_here');
  const known = (await listAll(call)).find((copy) => copy.folder === folder && copy.file === file);
  if (!known) return refused('NOT_FOUND', 'copy_unknown');
  if (copying.running) return refused('CONFLICT', 'backup_busy');
  const passphrase = await passphraseOf(store);
  const proved = await inTurn(environment, 'prove', (progress) =>
    copies.run('prove', { path: join(folder, file), work, passphrase, now }, progress),
  );
  if (proved.ok) return ok(proved.value);
  log.warn('a copy was not proved', proved.error);
  return refused('CONFLICT', reasonOf(proved.error));
}

/** What is said of a copy that is not as it should be, or could not be looked at. */
function reasonOf({ problem }: CopyFailure): RefusalReason {
  switch (problem) {
    case 'gone':
    case 'no_room':
    case 'denied':
    case 'no_answer':
    case 'no_passphrase':
    case 'not_proved':
    case 'failed':
      return `backup_${problem}`;
    default:
      return `copy_${problem}`;
  }
}

/**
 * Puts the newest copy back on trial, in a file of its own that goes again; what came of it is kept. Errors: NOT_FOUND: there
 * is none.
 */
export async function tryNewest(call: Call): Promise<Result<BackupTrial>> {
  const { environment, now } = call;
  const { copies, store, backupFolder: work, copying, log } = environment;
  if (copies === undefined) return refused('UNAVAILABLE', 'backup_not_here');
  // One of the future is no newest one, unless there is no other.
  const all = await listAll(call);
  const newest = all.find(({ madeAt }) => madeAt <= now) ?? all.at(-1);
  if (!newest) return refused('NOT_FOUND', 'copy_unknown');
  if (copying.running) return refused('CONFLICT', 'backup_busy');
  const passphrase = await passphraseOf(store);
  const { madeAt, facts } = newest;
  const path = join(newest.folder, newest.file);
  const trial = await inTurn(environment, 'trial', async (progress): Promise<BackupTrial> => {
    const tried = await copies.run('trial', { path, work, passphrase, now }, progress);
    const known = tried.ok ? tried.value : facts;
    if (!tried.ok) log.error('the newest copy could not be put back on trial', tried.error);
    const result = {
      ...{ at: now, madeAt, tokens: known?.tokens ?? 0, lastDay: known?.lastDay ?? null },
      problem: tried.ok ? null : tried.error.problem,
    };
    // One that was stopped says nothing of the copy.
    if (tried.ok || !copying.isStopped) await saveTrialNote(store, result);
    return result;
  });
  return ok(trial);
}
