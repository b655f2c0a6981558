import type { BackupPlace, BackupStatus, BackupWarning } from '../../../shared/model/backups';
import type { Instant } from '../../../shared/model/time';
import type { Call } from '../call';
import { DAY_MS } from '../time/plausible';
import { nextBackupAt } from './hours';
import { noteOf, passphraseOf, placeNotes, trialNote } from './notes';
import { placesOf } from './places';

/** How it stands with the copies, as of when somebody last looked at each place. */
export async function backupStatus(call: Call): Promise<BackupStatus> {
  const { environment, now, settings, caller } = call;
  const { store, copying, chooseFolder } = environment;
  const lastEventAt = (await store.lastEventAt()) ?? null;
  const notes = await placeNotes(store);
  const places = (await placesOf(environment, settings)).map(({ folder, isOwn, limitMb, encrypted }) => {
    const note = noteOf(notes, folder);
    return {
      ...note,
      ...{ folder, isOwn, limitMb, encrypted },
      isOld: isOld(note.lastProvedAt, lastEventAt, now),
    };
  });
  const trial = await trialNote(store);
  const { running } = copying;
  return {
    places,
    lastProvedAt: latestOf(places, now),
    warning: warningOf(places, trial?.problem != null, now),
    nextAt: nextBackupAt(now, settings),
    running: running && { work: running.work, part: running.part },
    trial,
    hasPassphrase: (await passphraseOf(store)) !== null,
    canChoose: chooseFolder !== undefined && caller.device === undefined,
  };
}

/** More than a day old, and something has happened since. One of the future says nothing of today. */
function isOld(provedAt: Instant | null, lastEventAt: Instant | null, now: Instant): boolean {
  if (provedAt === null) return false;
  if (provedAt > now + DAY_MS) return true;
  return now - provedAt > DAY_MS && lastEventAt !== null && lastEventAt > provedAt;
}

function latestOf(places: readonly BackupPlace[], now: Instant): Instant | null {
  const proved = places.flatMap(({ lastProvedAt }) =>
    lastProvedAt === null || lastProvedAt > now + DAY_MS ? [] : [lastProvedAt],
  );
  return proved.length === 0 ? null : Math.max(...proved);
}

function warningOf(places: readonly BackupPlace[], isTrialBad: boolean, now: Instant): BackupWarning {
  const problem = places.find((place) => place.problem !== null)?.problem ?? null;
  if (problem !== null) return problem;
  if (isTrialBad) return 'trial';
  if (latestOf(places, now) === null) return 'none_yet';
  return places.some((place) => place.isOld) ? 'old' : null;
}
