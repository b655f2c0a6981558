import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine';
import type { Row, Series } from './rows';

/** What a part has found. */
export interface Found {
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
}

const FOLDER = join(process.cwd(), 'out/bench/results');
const MACHINE = join(FOLDER, 'machine.json');

/** The parts in the order of the table. The last ones are measured in the app itself. */
export const PARTS = [
  ...[
    'floor',
    'commands',
    'lengths',
    'lists',
    'history',
    'day',
    'engine',
    'http',
    'reads',
    'look-up',
    'reports',
    'copies',
  ],
  ...['start', 'bytes', 'app-calls', 'app-screens', 'app-start', 'app-print'],
];

/** Keeps what a part has found until the whole is told. */
export function keepFound(part: string, found: Found): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${part}.json`), JSON.stringify(found));
}

/** Keeps where the run is made, as it was at its start. */
export function noteMachine(machine: Machine): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(MACHINE, JSON.stringify(machine));
}

/** All that was found in this run, in the order of the table. */
export function readFound(): Found & { readonly machine?: Machine } {
  const there = readdirSync(FOLDER);
  const all = PARTS.filter((part) => there.includes(`${part}.json`)).map(
    (part) => JSON.parse(readFileSync(join(FOLDER, `${part}.json`), 'utf8')) as Found,
  );
  const machine = existsSync(MACHINE) && { machine: JSON.parse(readFileSync(MACHINE, 'utf8')) as Machine };
  return { ...machine, rows: all.flatMap(({ rows }) => rows), series: all.flatMap(({ series }) => series) };
}
