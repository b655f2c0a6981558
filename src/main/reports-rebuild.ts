import { parseArgs } from 'node:util';
import { existingDatabase } from './data-folder';
import { rebuildReports } from './store/sqlite/rebuild-reports';

const usage = `npm run reports:rebuild -- --data DIR
Writes what reports read anew, from what happened. The app must be closed. What no event tells stays as it is: the range that was
told at the issue, and who had been here before and was erased since.
  --data DIR         the folder that opd-tokens.db is in`;

function main(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const { path } = existingDatabase(values.data, usage);
  let told = 0;
  rebuildReports({ path, nativeBinding: process.env.OPD_SQLITE_BINDING }, (part) => {
    if (Math.floor(part * 10) <= told) return;
    told = Math.floor(part * 10);
    process.stdout.write(`${told * 10} %\n`);
  });
  process.stdout.write('Done.\n');
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
