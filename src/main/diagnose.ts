import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { diagnosticsReport } from './diagnostics/report';

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
  const text = await diagnosticsReport({
    folder,
    logFolder: join(folder, 'logs'),
    version: process.env.npm_package_version ?? 'unknown',
    nativeBinding: process.env.OPD_SQLITE_BINDING,
  });
  const time = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
  const path =
    values.out === undefined ? join(folder, 'exports', `diagnostics-${time}.txt`) : resolve(values.out);
  if (values.out === undefined) mkdirSync(join(folder, 'exports'), { recursive: true, mode: 0o700 });
  writeFileSync(path, text, { mode: 0o600 });
  say(path);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
