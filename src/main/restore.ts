import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { WayBack } from '../shared/model/way-back';
import { DATABASE } from './data-folder';
import { keepPrivate } from './private-files';
import { restore } from './recovery/restore';
import { salvage } from './recovery/salvage';
import { setDatabaseAside } from './recovery/set-aside';
import { believe, readOnce, waysBack } from './recovery/ways';
import { lockDatabase } from './store/sqlite/lock';
import { chooseNewClinic } from './store/sqlite/marker';
import { probe } from './store/sqlite/probe';

const usage = `npm run restore -- --data DIR [--list | --copy FILE | --salvage | --as-it-is | --new] --yes
Brings a clinic's data back. Close the app or the server before. What lies there now is put aside, whole; nothing is deleted.
  --data DIR             the folder that opd-tokens.db is in, or was in
  --list                 says what is wrong, and what the data can go back to; this is done where nothing else is asked for
  --copy FILE            goes back to this copy: one of the list, or any other
  --passphrase-file FILE for a copy that is encrypted: its first line
  --salvage              reads what can be read of damaged data into a new file, which --copy takes
  --as-it-is             opens the data as they are from now on
  --new                  begins a new clinic
  --yes                  without it nothing is changed`;

const options = {
  data: { type: 'string' },
  list: { type: 'boolean' },
  copy: { type: 'string' },
  'passphrase-file': { type: 'string' },
  salvage: { type: 'boolean' },
  'as-it-is': { type: 'boolean' },
  new: { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const nativeBinding = process.env.OPD_SQLITE_BINDING;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) return say(usage);
  if (values.data === undefined) throw new Error(`Which data? See below.\n\n${usage}`);
  const folder = resolve(values.data);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  keepPrivate(folder, { isOurs: false });
  const path = join(folder, DATABASE);
  const now = new Date();
  const { copy } = values;
  if (copy === undefined && !values.salvage && !values['as-it-is'] && !values.new) return list(path);
  if (!values.yes) throw new Error('Nothing was changed. Say it again with --yes.');
  if (copy !== undefined) {
    const passphrase = passphraseIn(values['passphrase-file']);
    const { content, aside } = await restore({ path, copy: resolve(copy), passphrase, now, nativeBinding });
    say(
      `The data are those of the copy: ${content.tokens} tokens, the last event ${timeOf(content.lastEventAt)}.`,
    );
    if (aside !== null) say(`What was here before lies in ${aside}.`);
    return;
  }
  const unlock = lockDatabase({ path, nativeBinding });
  try {
    if (values.salvage) return await saveWhatCanBeRead(path, now);
    if (values['as-it-is']) {
      believe(path, { withLog: true }, now);
      return say('The data are opened as they are from now on.');
    }
    const aside = setDatabaseAside(path, now);
    chooseNewClinic(path);
    say(`The next start begins a new clinic.${aside === null ? '' : ` What was here lies in ${aside}.`}`);
  } finally {
    unlock();
  }
}

function list(path: string): void {
  const found = probe({ path, nativeBinding });
  if (found.state === 'problem') say(`What is wrong: ${found.finding.problem} (${found.finding.detail}).`);
  else say(found.state === 'new' ? 'There were never any data here.' : 'The data are in order.');
  const ways = waysBack(path, [], readOnce(path, { nativeBinding }));
  if (ways.length === 0) say(`There is no copy in ${join(dirname(path), 'backups')}.`);
  for (const way of ways) say(lineOf(way));
}

function lineOf({ path, madeAt, facts, isEncrypted, lost }: WayBack): string {
  const content = facts
    ? `${facts.clinicName || 'no name'}, ${facts.tokens} tokens, last event ${timeOf(facts.lastEventAt)}`
    : 'what is in it is known when it is read';
  const missing = lost === null ? '' : `; ${lost.tokens} later tokens are not in it`;
  return `${timeOf(madeAt)}  ${path}${isEncrypted ? ' (encrypted)' : ''}\n    ${content}${missing}`;
}

async function saveWhatCanBeRead(path: string, now: Date): Promise<void> {
  const { file, tables } = await salvage({ path, now, nativeBinding });
  for (const { table, rows, lost } of tables) {
    say(`${table}: ${rows}${lost === 0 ? '' : `, ${lost ?? 'nobody knows how many'} lost`}`);
  }
  if (file === null) throw new Error('What can be read is not enough to work with.');
  say(`Saved to ${file}. Go on with --copy and this file.`);
}

function passphraseIn(file: string | undefined): string | undefined {
  return file === undefined ? undefined : readFileSync(file, 'utf8').split(/\r?\n/)[0];
}

const timeOf = (instant: number | null): string =>
  instant === null ? 'never' : new Date(instant).toISOString();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
