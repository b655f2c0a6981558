import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type BenchClinic, openBenchClinic } from './clinic';
import { visit } from './visit';

const DATABASE = 'opd-tokens.db';

/** Where a run works; and where databases that take long to make are kept for the next. */
export interface Workshop {
  /** A new empty folder. */
  folder(): string;
  /** A copy of its own of the database that `build` makes; what was made by the same version before is used again. */
  copyOf(
    name: string,
    build: (clinic: BenchClinic) => Promise<void>,
    age?: (path: string) => void,
  ): Promise<string>;
  /** Another copy of a closed database. */
  again(path: string): string;
  remove(): void;
}

/** `kept`: the folder for what is used again. */
export async function openWorkshop(kept: string): Promise<Workshop> {
  mkdirSync(kept, { recursive: true });
  const work = mkdtempSync(join(kept, 'run-'));
  let count = 0;
  const folder = (): string => {
    count += 1;
    const path = join(work, String(count));
    mkdirSync(path);
    return path;
  };
  const shape = await shapeOfData(join(folder(), DATABASE));

  async function made(
    name: string,
    build: (clinic: BenchClinic) => Promise<void>,
    age?: (path: string) => void,
  ): Promise<string> {
    const place = join(kept, `${name}-${shape}`);
    if (existsSync(place)) return place;
    for (const old of readdirSync(kept)) {
      // One of an earlier shape, which nobody will use again.
      if (old.slice(0, -shape.length) === `${name}-`) rmSync(join(kept, old), { recursive: true });
    }
    const part = folder();
    const path = join(part, DATABASE);
    const clinic = await openBenchClinic(path);
    await build(clinic);
    await clinic.close();
    if (age) {
      age(path);
      // Written past the app: whatever it had noted of the file is no more so. It is opened once as one that was brought here.
      rmSync(join(part, 'opd-tokens.json'), { force: true });
      await (await openBenchClinic(path)).close();
    }
    renameSync(part, place);
    return place;
  }

  const copy = (from: string): string => {
    const to = folder();
    cpSync(from, to, { recursive: true });
    return join(to, DATABASE);
  };
  return {
    folder,
    copyOf: async (name, build, age) => copy(await made(name, build, age)),
    again: (path) => copy(join(path, '..')),
    remove: () => rmSync(work, { recursive: true, force: true }),
  };
}

/** What this version writes for one visit, by its hash: databases of another shape are made anew. */
async function shapeOfData(path: string): Promise<string> {
  const clinic = await openBenchClinic(path);
  await visit(clinic, 0);
  await clinic.close();
  const database = new Database(path, { readonly: true });
  const schema = database.prepare('SELECT name, type, sql FROM sqlite_schema ORDER BY name').all() as {
    name: string;
    type: string;
  }[];
  const hash = createHash('sha256').update(JSON.stringify(schema));
  for (const { name, type } of schema) {
    if (type !== 'table' || name === 'meta') continue;
    hash.update(JSON.stringify(database.prepare(`SELECT * FROM ${name}`).all()));
  }
  database.close();
  return hash.digest('hex').slice(0, 12);
}
