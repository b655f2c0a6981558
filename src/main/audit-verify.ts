import { parseArgs } from 'node:util';
import type { AuditFault, AuditPlace } from '../shared/model/audit';
import { existingDatabase } from './data-folder';
import { checkAuditFile } from './store/sqlite/audit-file';

const usage = `npm run audit:verify -- --data DIR [--kept LINE:HASH]
Checks that what is on record is as it was written. The app may be open; nothing is changed.
  --data DIR         the folder that opd-tokens.db is in
  --kept LINE:HASH   a line and its hash, as this command said them some time ago
Ends with 0: it holds; 1: it is broken; 2: it could not be checked.`;

const BROKEN = 1;
const NOT_CHECKED = 2;

function main(): number {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, kept: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return say(usage, 0);
  const { path } = existingDatabase(values.data, usage);
  const kept = keptPlace(values.kept);
  const { good, fault, isAsKept } = checkAuditFile(path, process.env.OPD_SQLITE_BINDING, kept);
  if (fault) return say(`Broken. ${good.id} lines hold; then ${sentence(fault)}`, BROKEN);
  if (kept && !isAsKept) {
    return say(`Broken. The lines fit each other, but line ${kept.id} is not the one that was kept.`, BROKEN);
  }
  say(`It holds: ${good.id} lines${kept ? `, and line ${kept.id} is the one that was kept` : ''}.`, 0);
  return good.id === 0 ? 0 : say(`Keep this elsewhere: ${good.id}:${good.hash}`, 0);
}

function keptPlace(text: string | undefined): AuditPlace | null {
  if (text === undefined) return null;
  const [, id, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (id === undefined || hash === undefined) {
    throw new Error('--kept needs a line and its hash, such as 120:5f2c… with all 64 digits.');
  }
  return { id: Number(id), hash };
}

function sentence({ id, kind, at }: AuditFault): string {
  const when = at === null ? '' : `, which says that it was written at ${new Date(at).toISOString()}`;
  switch (kind) {
    case 'changed':
      return `line ${id}${when}, is not as it was written.`;
    case 'missing':
      return `line ${id} is missing.`;
    case 'cut_off':
      return `line ${id} and all after it are gone.`;
    case 'added':
      return `line ${id}${when}, was never written by the app.`;
  }
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = NOT_CHECKED;
}
