import type { CopyReason } from '../../../shared/model/copy';
import type { Call } from '../call';
import { hourOf, isBackupHour } from './hours';
import { makeCopies } from './make';
import { lastNote, noteOf, placeNotes, trialNote } from './notes';
import { placesOf } from './places';
import { tryNewest } from './trial';

/** Where it did not work, it is tried again so often. */
const AGAIN_MS = 5 * 60_000;
const TRIAL_AGAIN_MS = 60 * 60_000;
const WEEK_MS = 7 * 24 * 60 * 60_000;

type Work = () => Promise<unknown>;

/**
 * Begins what is due, and does not wait for it: a copy in this hour if anything has happened since the last one, or because the
 * day was closed; a copy in a place that is back; and once a week the trial of the newest one.
 */
export async function backUpIfDue(call: Call): Promise<void> {
  const { environment } = call;
  const { copies, copying, log } = environment;
  if (copies === undefined || copying.running || copying.isStopped) return;
  const reason = await reasonNow(call);
  const work =
    reason === null
      ? ((await copyWhereItIsBack(call)) ?? (await trialIfDue(call)))
      : () => makeCopies(call, reason);
  if (work) copying.due = work().catch((error: unknown) => log.error('backup failed', error));
}

async function hasChanged({ environment: { store, copying } }: Call): Promise<boolean> {
  if (copying.hasChanged) return true;
  // By being another, and not by being later: whatever the clock did meanwhile.
  const last = await lastNote(store);
  const lastEventAt = (await store.lastEventAt()) ?? null;
  return lastEventAt !== null && lastEventAt !== (last?.lastEventAt ?? null);
}

async function reasonNow(call: Call): Promise<CopyReason | null> {
  const { environment, now, today, settings } = call;
  const { store, copying, backupFolder } = environment;
  if (!isTimeFor(call, backupFolder) || !(await hasChanged(call))) return null;
  const isClosed = copying.hasClosed && (await store.doctorsWithOpenTokens(today)).length === 0;
  if (isClosed && settings.backup.onDayClose) return 'day_closed';
  const isNewHour = (await lastNote(store))?.hour !== hourOf(now, settings);
  return isNewHour && isBackupHour(now, settings) ? 'hour' : null;
}

/** Not where it did not work a moment ago. */
function isTimeFor({ environment: { copying, clock } }: Call, folder: string, pause = AGAIN_MS): boolean {
  const triedAt = copying.triedAt.get(folder);
  return triedAt === undefined || clock.elapsed() - triedAt >= pause;
}

/** Looked at first: a copy that cannot go anywhere is not made every five minutes. */
async function copyWhereItIsBack(call: Call): Promise<Work | null> {
  const { environment, now, settings } = call;
  const { store, copies, copying, clock } = environment;
  const notes = await placeNotes(store);
  const waiting = (await placesOf(environment, settings)).filter(
    ({ folder, isOwn }) => !isOwn && noteOf(notes, folder).problem !== null && isTimeFor(call, folder),
  );
  if (waiting.length === 0 || copies === undefined) return null;
  for (const { folder } of waiting) copying.triedAt.set(folder, clock.elapsed());
  return async () => {
    const looks = await Promise.all(
      waiting.map(async ({ folder, isOwn, hasHeld }) => ({
        folder,
        look: await copies.run('look', { place: { folder, isOwn, hasHeld }, now }),
      })),
    );
    const back = looks.filter(({ look }) => look.ok).map(({ folder }) => folder);
    if (back.length > 0 && !copying.isStopped) await makeCopies(call, 'hour', back);
  };
}

async function trialIfDue(call: Call): Promise<Work | null> {
  const { environment, now } = call;
  const { store, copying, clock } = environment;
  if ((await lastNote(store)) === null) return null;
  const trial = await trialNote(store);
  const isDue = trial === null || now - trial.at >= WEEK_MS || trial.at - now >= WEEK_MS;
  if (!isDue) return null;
  if (copying.trialTriedAt !== null && clock.elapsed() - copying.trialTriedAt < TRIAL_AGAIN_MS) return null;
  copying.trialTriedAt = clock.elapsed();
  return () => tryNewest(call);
}
