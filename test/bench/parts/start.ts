import { spawn } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { alternate } from '../alternate';
import type { Part } from '../part';
import { most, ms } from '../rows';
import { median, ratioOf } from '../statistics';
import { historyOf } from './growth';

/** A practice’s clock stands still: nothing happens by itself while it starts. */
const TRAINING = '2026-01-05T08:30';

/** The server from its first instruction until it says where it is, on a database that was closed in order. */
export const start: Part = {
  name: 'start',
  async run({ workshop, quick, oldest, tell }) {
    const ages = [0, oldest] as const;
    const folders = await Promise.all(ages.map(async (age) => forTraining(await historyOf(workshop, age))));
    for (const signal of quick ? (['SIGTERM'] as const) : (['SIGTERM', 'SIGKILL'] as const)) {
      const [young, old] = folders.map((folder) => ({
        run: () => startServer(folder),
        between: () => end(signal),
      }));
      let running: Awaited<ReturnType<typeof begin>> | undefined;
      const startServer = async (folder: string): Promise<void> => {
        running = await begin(folder);
      };
      const end = async (how: NodeJS.Signals): Promise<void> => running?.end(how);
      if (!young || !old) return;
      const times = await alternate(quick ? 2 : 5, { young, old }, { warmUp: quick ? 0 : 1 });
      const how = signal === 'SIGTERM' ? 'closed in order' : 'after a crash';
      tell({
        part: 'start',
        what: `server ready, ${ages[1].toLocaleString('en')} tokens of history, ${how}`,
        measured: ms(median(times.old)),
        floor: `${ms(median(times.young))}, with none`,
        figure: ratioOf(times.old, times.young),
        unit: '×',
        aim: most(1.2),
      });
    }
  },
};

/** Practice has its database in a folder of its own; answers the data folder. */
function forTraining(path: string): string {
  const folder = dirname(path);
  const practice = join(dirname(folder), `${basename(folder)}-data`, 'practice');
  mkdirSync(dirname(practice), { recursive: true });
  renameSync(folder, practice);
  return dirname(practice);
}

async function begin(folder: string): Promise<{ end(signal: NodeJS.Signals): Promise<void> }> {
  const program = join(process.cwd(), 'out/main/serve.js');
  const args = [program, '--data', folder, '--port', '0', '--open', '--training', TRAINING];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<number | null>((done) => child.once('exit', done));
  const ready = new Promise<void>((done) => child.stdout.once('data', () => done()));
  const code = await Promise.race([ready, gone]);
  if (code !== undefined) throw new Error(`The server ended with ${code}.`);
  return {
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
