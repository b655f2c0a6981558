import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { KeptInstaller, UpdateChoice, UpdateStatus } from '../../shared/model/updates';
import type { UpdateRoom } from '../app/outside/update-room';
import { UpdateFailure } from './failure';
import { fileFor, type Here } from './feed';
import { fetchInstaller, lookAt } from './fetch';
import { isAsSigned, type Kept, keptIn, tidyKept } from './kept';
import { type Source, sourceOf } from './source';
import { compareVersions } from './version';

interface Parts {
  /** Each version that was fetched has a folder in it. */
  readonly folder: string;
  readonly installed: string;
  readonly cameFrom: string | null;
  readonly isNew: boolean;
  /** What the app was built with; null: nothing can be checked. */
  readonly key: KeyObject | null;
  readonly here: Here;
  readonly choice: { read(): UpdateChoice; write(choice: UpdateChoice): void };
  readonly now: () => number;
  /** How it stands has changed. */
  readonly changed: () => void;
  readonly warn: (...words: unknown[]) => void;
  /** What puts it in place; null: the file is opened. */
  readonly commandFor: (path: string, isOlder: boolean) => string | null;
  readonly openFile: (path: string) => Promise<boolean>;
  readonly sourceFor?: (choice: UpdateChoice) => Source | null;
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** So much further, before anybody hears of it. */
const STEP = 0.02;

/** Nothing is asked of any network or folder but in `look` and `fetch`, and only where somebody chose one. */
export function createUpdateRoom(parts: Parts): UpdateRoom {
  const { folder, installed, cameFrom, isNew, key, here, choice, now, changed, commandFor } = parts;
  const { sourceFor = sourceOf } = parts;
  let running: { work: 'look' | 'fetch'; part: number; stop: AbortController; done: Promise<void> } | null =
    null;
  let looked: UpdateStatus['looked'] = null;
  let offer: UpdateStatus['offer'] = null;
  let opening = false;

  const isNewer = (version: string): boolean => compareVersions(version, installed) > 0;
  const kept = async (): Promise<readonly Kept[]> => (key ? keptIn(folder, key, here) : []);
  const shown = ({ version, path }: Kept): KeptInstaller => ({
    ...{ version, path },
    command: commandFor(path, !isNewer(version)),
  });
  const pick = (all: readonly Kept[], which: 'ready' | 'before'): Kept | undefined =>
    which === 'ready'
      ? all.find(({ version }) => isNewer(version))
      : all.find(({ version }) => compareVersions(version, installed) < 0);

  async function find(work: 'look' | 'fetch', signal: AbortSignal): Promise<void> {
    const source = sourceFor(choice.read());
    if (key === null || source === null) return;
    const found = await lookAt(source, key, signal);
    const { version, notes } = found.feed;
    const ready = pick(await kept(), 'ready');
    const isKept = ready && compareVersions(version, ready.version) <= 0 && (await isAsSigned(ready));
    // Signed long ago, and shown again: it takes the place of nothing newer.
    if (!isNewer(version) || (isKept && ready.version !== version)) {
      offer = null;
      return;
    }
    const file = fileFor(found.feed, here);
    offer = { version, notes, bytes: file.bytes };
    if (work === 'look' || isKept) return;
    await fetchInstaller({
      source,
      found,
      file,
      folder: join(folder, version),
      signal,
      progress: tellProgress,
      ...(parts.freeBytes && { freeBytes: parts.freeBytes }),
    });
    const before = pick(await kept(), 'before')?.version;
    await tidyKept(folder, [installed, version, ...(before === undefined ? [] : [before])]);
  }

  function tellProgress(part: number): void {
    if (running === null || part - running.part < STEP) return;
    running.part = part;
    changed();
  }

  async function begin(work: 'look' | 'fetch'): Promise<void> {
    if (running !== null) {
      const { work: other, done, stop } = running;
      // What was told to stop looks at a place that is not meant any more.
      const isEnough = (work === 'look' || other === work) && !stop.signal.aborted;
      await done;
      return isEnough ? undefined : begin(work);
    }
    const stop = new AbortController();
    const done = find(work, stop.signal)
      .then(
        () => {
          looked = { at: now(), problem: null };
        },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          parts.warn('no update', error);
          const problem = error instanceof UpdateFailure ? error.problem : 'denied';
          // What was offered there is not to be had any more.
          if (problem !== 'no_room' && problem !== 'denied') offer = null;
          looked = { at: now(), problem };
        },
      )
      .finally(() => {
        running = null;
        changed();
      });
    running = { work, part: 0, stop, done };
    changed();
    await done;
  }

  return {
    async status() {
      const all = await kept();
      const [ready, before] = [pick(all, 'ready'), pick(all, 'before')];
      return {
        installed,
        hasKey: key !== null,
        choice: choice.read(),
        running: running && { work: running.work, part: running.part },
        looked,
        offer,
        ready: ready ? shown(ready) : null,
        before: before ? shown(before) : null,
        cameFrom,
        isNew,
      };
    },
    choose(wish) {
      choice.write(wish);
      running?.stop.abort();
      looked = null;
      offer = null;
      changed();
    },
    look: () => begin('look'),
    fetch: () => begin('fetch'),
    stop: () => running?.stop.abort(),
    async checked(which) {
      const one = pick(await kept(), which);
      if (!one || !(await isAsSigned(one))) return null;
      return shown(one);
    },
    async open({ path }) {
      // Of two windows at once one opens it: an installer beside itself replaces files under its own hands.
      if (opening) return false;
      opening = true;
      try {
        return await parts.openFile(path);
      } finally {
        opening = false;
      }
    },
  };
}
