import type { Environment } from '../../src/main/app/environment';
import type { CopyRoom } from '../../src/main/app/outside/copy-room';
import { doCopyJob } from '../../src/main/copies/jobs';
import type { Tools } from '../../src/main/copies/room';

/** The same work as the worker thread's, in this thread: guessing a passphrase is made easy. */
export function copyRoomHere(database: string, tools: Partial<Tools> = {}): CopyRoom {
  return {
    run: (job, input, progress) => doCopyJob(job, input, { workFactor: 10, ...tools, database, progress }),
    stop: async () => undefined,
  };
}

/** Waits for whatever is being done about copies. */
export async function copied({
  environment: { copying },
}: {
  readonly environment: Environment;
}): Promise<void> {
  await copying.due;
  while (copying.running) await copying.running.done;
}
