import { execFileSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import Database from 'better-sqlite3';
import type { Extent } from './part';

/** Where and of what a run was made. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
  readonly commit: string;
  readonly day: string;
  /** Of the last minute, when it was looked at. */
  readonly load: number;
  readonly extent: Extent;
}

export function describeMachine(extent: Extent): Machine {
  const database = new Database(':memory:');
  const sqlite = String(database.prepare('SELECT sqlite_version()').pluck().get());
  database.close();
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    sqlite,
    commit: `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`,
    day: new Date().toISOString().slice(0, 10),
    load: loadavg()[0] ?? 0,
    extent,
  };
}

/** Empty where the code is no clone. */
function git(...args: readonly string[]): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

export const sentenceOf = (machine: Machine): string =>
  `Commit ${machine.commit || 'unknown'}, ${machine.day}: ${machine.processor}, ${machine.cores} cores, ` +
  `${machine.memoryGB} GB, ${machine.system}; Node ${machine.node}, SQLite ${machine.sqlite}; ` +
  `load average at the start ${machine.load.toFixed(1)}; a ${machine.extent} run.`;
