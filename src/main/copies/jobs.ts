import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyContent } from '../../shared/model/copy';
import { ok, type Result } from '../../shared/result';
import type { CopyFailure, CopyJob, CopyJobs, ProofWish } from '../app/outside/copy-room';
import { openDatabase } from '../store/sqlite/open';
import { failureOf } from './failure';
import { inspect } from './inspect';
import { removeLeftovers } from './list';
import { CopyError } from './problem';
import { proveCopy } from './prove';
import { checkRoom, copyTo, inside, listed, lookAt, ownCopies, sizeOfData, type Tools } from './room';
import { snapshot } from './snapshot';
import { unpack } from './unpack';

type Doing = {
  readonly [J in CopyJob]: (input: CopyJobs[J]['input'], tools: Tools) => Promise<CopyJobs[J]['output']>;
};

const doing: Doing = {
  async snapshot({ work }, tools) {
    mkdirSync(work, { recursive: true });
    removeLeftovers(work);
    // The snapshot, and what is unpacked again to prove it.
    checkRoom(work, sizeOfData(tools.database) * 2, tools);
    const path = join(work, `opd-tokens-snapshot-${process.pid}.db.part`);
    await snapshot(tools.database, path, tools);
    return { path };
  },
  copy: copyTo,
  look: async ({ place, now }, tools) => lookAt(place, now, tools),
  list: async ({ folder }, tools) => ownCopies(folder, tools).map(listed),
  prove: async ({ path, work, passphrase, now }, { nativeBinding, progress, freeBytes }) => {
    if (!existsSync(path)) throw new CopyError('missing');
    mkdirSync(work, { recursive: true });
    const secret = { passphrase: passphrase ?? undefined };
    return proveCopy(path, { work, now, nativeBinding, progress, freeBytes, ...secret });
  },
  trial,
  async tidy({ folder }) {
    removeLeftovers(folder);
    return {};
  },
};

/** The copy proved, then opened as the app opens its data: brought up to date, its counts as before. */
async function trial({ path, work, passphrase, now }: ProofWish, tools: Tools): Promise<CopyContent> {
  const { nativeBinding, progress, freeBytes } = tools;
  return inside(work, 'trial', async (folder) => {
    const secret = { passphrase: passphrase ?? undefined };
    const half = (part: number): void => progress?.(part / 2);
    const said = await proveCopy(path, {
      work: folder,
      now,
      nativeBinding,
      progress: half,
      freeBytes,
      ...secret,
    });
    const database = join(folder, 'opd-tokens.db');
    await unpack(path, database, { ...secret, freeBytes });
    openDatabase({ path: database, nativeBinding }).close();
    const found = inspect(database, { nativeBinding });
    if (found.tokens !== said.tokens || found.events !== said.events) throw new CopyError('counts');
    progress?.(1);
    return found;
  });
}

/** Does one of them here and now. Never throws: what went wrong is a word of a closed list. */
export async function doCopyJob<J extends CopyJob>(
  job: J,
  input: CopyJobs[J]['input'],
  tools: Tools,
): Promise<Result<CopyJobs[J]['output'], CopyFailure>> {
  try {
    return ok(await doing[job](input, tools));
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
