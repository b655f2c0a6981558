import { type CopiesMade, type PlaceProblem, placeProblems } from '../../../shared/model/backups';
import type { CopyReason } from '../../../shared/model/copy';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { Environment } from '../environment';
import type { CopyFailure, CopyRoom } from '../outside/copy-room';
import { afterwards } from '../run/failures';
import { hourOf } from './hours';
import { passphraseOf, saveLastNote, savePlaceNote } from './notes';
import { type Place, placesOf } from './places';
import { inTurn } from './turn';

type Done = Result<CopiesMade>;

/** What is said of a place that took no copy. */
export function placeProblemOf({ problem }: CopyFailure): PlaceProblem {
  // What is wrong with a copy that was just written is that it does not read back.
  return placeProblems.find((one) => one === problem) ?? 'not_proved';
}

/**
 * A copy of the data in every place, proved; what is too old there goes. Errors: UNAVAILABLE, with the reason of the first
 * place, if no place took one; else which did not. One asked for while another is made is the same.
 */
export async function makeCopies(call: Call, reason: CopyReason, only?: readonly string[]): Promise<Done> {
  const { environment } = call;
  const { copies, copying } = environment;
  if (copies === undefined) return refused('UNAVAILABLE', 'backup_not_here');
  copying.making ??= inTurn(environment, 'copy', (progress) =>
    copyEverywhere(call, copies, { reason, only, progress }),
  ).finally(() => {
    copying.making = null;
  });
  return copying.making;
}

interface Wish {
  readonly reason: CopyReason;
  /** Folders; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly progress: (part: number) => void;
}

async function copyEverywhere(call: Call, copies: CopyRoom, { reason, only, progress }: Wish): Promise<Done> {
  const { environment, now, settings } = call;
  const { store, copying, backupFolder: work } = environment;
  const places = (await placesOf(environment, settings)).filter(
    ({ folder }) => only?.includes(folder) ?? true,
  );
  // What is saved while it is made is for the next one.
  copying.hasChanged = false;
  if (only === undefined) copying.hasClosed = false;
  const lastEventAt = (await store.lastEventAt()) ?? null;
  const snapshot = await copies.run('snapshot', { work }, (part) => progress(0.2 * part));
  const outcomes: Outcome[] = [];
  if (snapshot.ok) {
    const { path } = snapshot.value;
    const [own, ...others] = places;
    // The nearest first; the others beside one another, so that one that hangs holds up none.
    const into = async (place: Place, tell: (part: number) => void): Promise<Outcome> => ({
      place,
      problem: await copyInto(call, copies, place, { path, reason, progress: tell }),
    });
    if (own) outcomes.push(await into(own, progress));
    outcomes.push(...(await Promise.all(others.map((place) => into(place, () => undefined)))));
    await copies.run('tidy', { folder: work });
  } else {
    environment.log.error('the data could not be copied', snapshot.error);
    const problem = placeProblemOf(snapshot.error);
    for (const place of places) outcomes.push({ place, problem: await noteProblem(call, place, problem) });
  }
  const isMade = outcomes.some(({ problem }) => problem === null);
  if (isMade && only === undefined) {
    const hour = hourOf(now, settings);
    await afterwards(environment, 'noting the backup', () =>
      saveLastNote(store, { at: now, hour, lastEventAt }),
    );
  } else if (!isMade) {
    copying.hasChanged = true;
    if (reason === 'day_closed') copying.hasClosed = true;
  }
  const failed = outcomes.flatMap(({ place: { folder, isOwn }, problem }) =>
    problem === null ? [] : [{ folder, isOwn, problem }],
  );
  const [first] = failed;
  return isMade || !first ? ok({ failed }) : refused('UNAVAILABLE', `backup_${first.problem}`);
}

interface Outcome {
  readonly place: Place;
  /** Null: it is there. */
  readonly problem: PlaceProblem | null;
}

/** Null: it is there. */
async function copyInto(
  call: Call,
  copies: CopyRoom,
  place: Place,
  { path, reason, progress }: { path: string; reason: CopyReason; progress: (part: number) => void },
): Promise<PlaceProblem | null> {
  const { environment, now, settings } = call;
  const { store, copying, log, version, backupFolder } = environment;
  const passphrase = place.encrypted ? await passphraseOf(store) : null;
  if (place.encrypted && passphrase === null) return noteProblem(call, place, 'no_passphrase');
  // While the clock may be wrong nothing is deleted for its age.
  const isSure = environment.clockTrust.mayDelete();
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const { folder, isOwn, hasHeld, limit } = place;
  const wish = {
    ...{ source: path, work: backupFolder, place: { folder, isOwn, hasHeld }, passphrase, now, reason },
    appVersion: version,
    keeping: isSure ? { timeZone, dayStartsAtMinute, limit } : null,
  };
  const made = await copies.run('copy', wish, (part) => progress(0.2 + 0.8 * part));
  if (!made.ok) {
    log.error('a copy could not be made', made.error);
    return noteProblem(call, place, placeProblemOf(made.error));
  }
  if (made.value.removed.length > 0) log.info('old copies were removed', made.value.removed.length);
  copying.triedAt.delete(folder);
  const note = { ...made.value.look, problem: null, problemAt: null };
  await afterwards(environment, 'noting the backup', () => savePlaceNote(store, folder, note));
  return null;
}

async function noteProblem(
  { environment, now }: Pick<Call, 'environment' | 'now'>,
  { folder }: Place,
  problem: PlaceProblem,
): Promise<PlaceProblem> {
  const { store, copying, clock } = environment;
  copying.triedAt.set(folder, clock.elapsed());
  await afterwards(environment, 'noting the backup', () =>
    savePlaceNote(store, folder, { problem, problemAt: now }),
  );
  return problem;
}

/** Ends what runs, soon; nothing half made stays under the name of a copy. */
export async function stopCopying({ copies, copying }: Environment): Promise<void> {
  copying.isStopped = true;
  await copies?.stop();
  await copying.running?.done;
  await copying.due;
}
