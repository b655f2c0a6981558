import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeReport } from './diagnostics/write';

const usage = `npm run diagnostics -- --data DIR [--out FILE]
Writes all that helps to find out why the app does not work as one text, without patients, staff, PINs or ways in.
The app may be open or broken; nothing else is changed. Read it before you send it.
  --data DIR    the folder that opd-tokens.db is, or was, in
  --out FILE    where it is written; default: exports/diagnostics-….txt in that folder`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return say(usage);
  if (values.data === undefined) throw new Error(`Which data? See below.\n\n${usage}`);
  const folder = resolve(values.data);
  const sources = {
    folder,
    logFolder: join(folder, 'logs'),
    version: process.env.npm_package_version ?? 'unknown',
    nativeBinding: process.env.OPD_SQLITE_BINDING,
  };
  say(await writeReport(sources, values.out === undefined ? undefined : resolve(values.out)));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
