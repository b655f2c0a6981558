import { join } from 'node:path';
import { version } from '../../package.json';
import { readOptions, usage, WrongStart } from './serve/options';
import { type RunningServer, runServer } from './serve/run';

/** The app without Electron: `npm run serve`. One line says where it is; two signals end it, the first one gently. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const folders = {
    pages: join(import.meta.dirname, '../renderer'),
    docs: join(import.meta.dirname, 'api-docs'),
    voice: join(import.meta.dirname, '../../resources/voice'),
    trial: join(import.meta.dirname, 'trial.js'),
    reader: join(import.meta.dirname, 'reader.js'),
    advise: join(import.meta.dirname, 'advise.js'),
    copier: join(import.meta.dirname, 'copier.js'),
    phone: join(import.meta.dirname, 'phone'),
  };
  const server = await runServer(options, version, folders);
  endOnSignal(server);
  const kind = options.training !== undefined ? ' (training)' : options.practice ? ' (practice)' : '';
  const code =
    server.firstCode === null
      ? ''
      : ` (code for the first reception PC, for five minutes: ${server.firstCode})`;
  process.stdout.write(`OPD Tokens is ready at ${server.address}${kind}${code}\n`);
}

/** A terminal signals a whole group, and npm passes it on as well: what comes this soon is the same signal again. */
const SAME_SIGNAL_MS = 500;

function endOnSignal(server: RunningServer): void {
  let endingSince: number | undefined;
  const end = (): void => {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    endingSince = performance.now();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => giveUp(error),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Whoever started us is gone, and could not even say so.
  process.on('disconnect', end);
}

/** One sentence for whoever started it. */
function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof WrongStart ? '' : 'OPD Tokens could not start: '}${reason}\n`);
  process.exit(1);
}

main().catch(giveUp);
