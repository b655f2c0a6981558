import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Series } from './rows';

/** What a part has found. */
export interface Found {
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
}

const FOLDER = join(process.cwd(), 'out/bench/results');

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
    'copies',
  ],
  ...['start', 'bytes', 'app-calls', 'app-screens', 'app-start', 'app-print'],
];

/** Keeps what a part has found until the whole is told. */
export function keepFound(part: string, found: Found): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${part}.json`), JSON.stringify(found));
}

/** All that was found in this run, in the order of the table. */
export function readFound(): Found {
  const there = readdirSync(FOLDER);
  const all = PARTS.filter((part) => there.includes(`${part}.json`)).map(
    (part) => JSON.parse(readFileSync(join(FOLDER, `${part}.json`), 'utf8')) as Found,
  );
  return { rows: all.flatMap(({ rows }) => rows), series: all.flatMap(({ series }) => series) };
}
