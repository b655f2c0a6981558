import { readdir, readFile, stat } from 'node:fs/promises';
import { cpus, freemem, release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import { DATABASE } from '../data-folder';
import { databaseFacts, namesIn } from '../store/sqlite/facts';
import { scrubber } from './scrub';

/** Of each log, its end. */
const MOST_OF_A_LOG = 400_000;

export interface ReportSources {
  /** All that belongs to the data is in here. */
  readonly folder: string;
  /** The file; default: by its usual name in the folder. */
  readonly database?: string;
  readonly logFolder: string;
  readonly version: string;
  readonly nativeBinding: string | undefined;
  /** What only the running app knows: printers, clock. Figures and our own words; a text in it is scrubbed all the same. */
  readonly running?: Readonly<Record<string, unknown>>;
}

/**
 * All that helps to find out why the app does not work, as one text that whoever sends it can read before: versions, the
 * state of the database, settings without any text a person wrote, sizes, logs. No patient, nobody who works here, no PIN
 * and no way in. It needs no app and no database that opens: what cannot be read says so.
 */
export async function diagnosticsReport(sources: ReportSources): Promise<string> {
  const { folder, logFolder, version, nativeBinding, running = {} } = sources;
  const path = sources.database ?? join(folder, DATABASE);
  const facts = orElse(() => databaseFacts(path, nativeBinding), null);
  const names = orElse(() => namesIn(path, nativeBinding), []);
  const scrub = scrubber([...names, ...written(facts?.settings)]);
  const sections: [title: string, content: unknown][] = [
    ['Made', { at: new Date().toISOString(), app: version, ...computer() }],
    ['Running', running],
    ['Database', withoutTexts(facts)],
    ['Database cannot be read', facts === null ? reasonWhy(() => databaseFacts(path, nativeBinding)) : null],
    ['Files', await sizes(folder)],
  ];
  const told = sections
    .filter(([, content]) => content !== null)
    .map(([title, content]) => `## ${title}\n${JSON.stringify(content, null, 1)}`);
  const logs = await logsOf(logFolder);
  return scrub([...told, ...logs].join('\n\n'));
}

function computer(): Record<string, unknown> {
  const { node, electron = null, chrome = null } = process.versions;
  const memory = { free: freemem(), total: totalmem(), ours: process.memoryUsage().rss };
  const system = `${process.platform} ${release()} ${process.arch}`;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { node, electron, chrome, system, zone, cores: cpus().length, memory, up: Math.round(uptime()) };
}

/** Settings of ours that are one of a few words, and tell nothing of anybody. */
const words = new Set([
  ...['way', 'paper', 'language', 'secondLanguage', 'timeZone', 'callOrder', 'joinRunningSlot', 'country'],
  ...['preemptionScope', 'setUp', 'source', 'sqlite', 'journalMode', 'check'],
]);

/** Figures and yes or no as they are; of a text no more than that there is one. */
function withoutTexts(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (words.has(key) || value === '') return value;
    return key === 'value' ? withoutTexts(orElse(() => JSON.parse(value) as unknown, '…')) : '…';
  }
  if (Array.isArray(value)) return { entries: value.length };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutTexts(one, name)]));
}

/** What somebody wrote into the settings, as against our own words: a clinic’s name, a line on slips, a printer. */
function written(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    if (key === 'value') return written(orElse(() => JSON.parse(value) as unknown, null));
    return words.has(key) || /^[a-z_]*$/.test(value) ? [] : [value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => written(one, Array.isArray(value) ? '' : name));
}

/** Bytes and files of each folder beside the data; no name of a file, which may be anything. */
async function sizes(folder: string): Promise<Record<string, { files: number; bytes: number }>> {
  const found: Record<string, { files: number; bytes: number }> = {};
  const ours = /^(backups|training-backups|logs|slips|documents|exports|voice|set-aside|practice)$/;
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of all.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const [top = '', ...rest] = path.slice(folder.length + 1).split(/[\\/]/);
    const name = rest.length === 0 && top.startsWith(DATABASE) ? top : ours.test(top) ? top : 'other';
    const bytes = await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    const before = found[name] ?? { files: 0, bytes: 0 };
    found[name] = { files: before.files + 1, bytes: before.bytes + bytes };
  }
  return found;
}

async function logsOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.log')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => String(error));
      return `## Log ${name}\n${text.slice(-MOST_OF_A_LOG)}`;
    }),
  );
}

function orElse<T, U>(work: () => T, otherwise: U): T | U {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** null: it can be read. */
function reasonWhy(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
