import type { z } from 'zod';
import {
  type RecoveryCallName,
  type RecoveryInput,
  type RecoveryRefusal,
  type RecoveryState,
  recoveryCalls,
  type Salvaged,
} from '../../shared/contract/recovery';
import { codeOf } from '../../shared/error-code';
import type { Finding } from '../../shared/model/finding';
import { fail, ok, type Result } from '../../shared/result';
import type { Log } from '../app/environment';
import { CopyError, PlaceError } from '../copies/problem';
import { DatabaseInUseError } from '../store/sqlite/lock';
import { chooseNewClinic } from '../store/sqlite/marker';
import { NoRoomError, restore } from './restore';
import { salvage } from './salvage';
import { setDatabaseAside } from './set-aside';
import { believe, readOnce, waysBack } from './ways';

export interface RecoveryRoom {
  /** Like the app’s. There is one window now, the one of recovery. */
  receive(name: unknown, input: unknown): Promise<Result<unknown>>;
}

interface Parts {
  /** Of the clinic’s database. */
  readonly path: string;
  readonly nativeBinding: string | undefined;
  readonly finding: Finding;
  readonly log: Log;
  /** Opens the data again, whatever lies there now; the window of recovery goes. */
  readonly retry: () => void;
  readonly quit: () => void;
  readonly showFolder: () => Promise<void>;
  /** Writes the report for support. Answers where. */
  readonly writeReport: () => Promise<string>;
  /** Somebody chooses a file; null: nobody did. */
  readonly chooseFile: () => Promise<string | null>;
}

type Handlers = {
  readonly [N in RecoveryCallName]: (input: z.output<(typeof recoveryCalls)[N]['input']>) => Promise<void>;
};

/** What can be done while the clinic’s data are not open. Nothing of them is written before somebody asks for it. */
export function createRecoveryRoom(parts: Parts): RecoveryRoom {
  const { path, nativeBinding, log } = parts;
  const chosen: string[] = [];
  const present = readOnce(path, { nativeBinding });
  let busy: number | null = null;
  let refusal: RecoveryRefusal | null = null;
  let salvaged: Salvaged | null = null;
  let report: string | null = null;

  /** One thing at a time; it goes on after the answer, and is told by `look`. */
  function begin(what: string, work: () => Promise<void>): void {
    if (busy !== null) return;
    busy = 0;
    refusal = null;
    log.info('recovery:', what);
    work()
      .catch((error: unknown) => {
        refusal = refusalOf(error);
        log.error(`recovery: ${what} failed`, error);
      })
      .finally(() => {
        busy = null;
      });
  }
  const progress = (part: number): void => {
    busy = Math.min(1, part);
  };
  const state = (): RecoveryState => ({
    finding: parts.finding,
    dataFolder: path.replace(/[\\/][^\\/]*$/, ''),
    // What is there is not listed again and again while it is worked on.
    ways: busy === null ? waysBack(path, chosen, present) : [],
    busy,
    refusal,
    salvaged,
    report,
  });

  const handlers: Omit<Handlers, 'recovery.look'> = {
    'recovery.choose': async () => {
      const file = await parts.chooseFile();
      if (file !== null && !chosen.includes(file)) chosen.push(file);
    },
    'recovery.restore': async ({ path: copy, passphrase }) =>
      begin('going back to a copy', async () => {
        const known = waysBack(path, chosen, present).some((way) => way.path === copy);
        if (!known) throw new CopyError('missing');
        const { aside } = await restore({ path, copy, passphrase, nativeBinding, now: new Date(), progress });
        log.info('recovery: the data of before were put aside', aside);
        parts.retry();
      }),
    'recovery.salvage': async () =>
      begin('reading what can be read', async () => {
        const found = await salvage({ path, nativeBinding, now: new Date(), progress });
        salvaged = { tables: found.tables, isUsable: found.file !== null };
        if (found.file !== null) chosen.push(found.file);
      }),
    'recovery.retry': async () => parts.retry(),
    'recovery.believe': async ({ withLog }) =>
      begin('opening the data as they are', async () => {
        believe(path, { withLog }, new Date());
        parts.retry();
      }),
    'recovery.begin': async () =>
      begin('beginning a new clinic', async () => {
        log.info('recovery: what was here was put aside', setDatabaseAside(path, new Date()));
        chooseNewClinic(path);
        parts.retry();
      }),
    'recovery.report': async () =>
      begin('writing the report', async () => {
        report = await parts.writeReport();
      }),
    'recovery.showFolder': parts.showFolder,
    'recovery.quit': async () => parts.quit(),
  };

  return {
    async receive(name, input) {
      if (typeof name !== 'string' || !Object.hasOwn(recoveryCalls, name)) {
        return fail('UNAVAILABLE', 'The data are not open.');
      }
      const known = name as RecoveryCallName;
      const checked = recoveryCalls[known].input.safeParse(input ?? {});
      if (!checked.success) return fail('INVALID_INPUT', 'The input is not as it should be.');
      if (known === 'recovery.look') return ok(state());
      const handle = handlers[known] as (given: RecoveryInput<typeof known>) => Promise<void>;
      await handle(checked.data as RecoveryInput<typeof known>);
      return ok({});
    },
  };
}

function refusalOf(error: unknown): RecoveryRefusal {
  if (error instanceof CopyError) return error.problem;
  if (error instanceof NoRoomError) return 'room';
  if (error instanceof PlaceError && error.problem === 'no_room') return 'room';
  if (error instanceof DatabaseInUseError) return 'in_use';
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'SQLITE_FULL' ? 'room' : 'failed';
}
