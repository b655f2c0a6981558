import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartOf } from './chart';
import { type Machine, sentenceOf } from './machine';
import type { Found } from './results';
import type { Series } from './rows';
import { tableOf } from './table';

const PAGE = join(process.cwd(), 'docs/performance.md');
const IMAGES = join(process.cwd(), 'docs/images');
const BEGIN = '<!-- written by npm run bench -- --write -->';
const END = '<!-- end -->';

const charts: readonly {
  readonly chart: Series['chart'];
  readonly file: string;
  title: string;
  x: string;
}[] = [
  {
    chart: 'history',
    file: 'bench-history.svg',
    title: 'Cost against history',
    x: 'tokens of days that are over',
  },
  {
    chart: 'length',
    file: 'bench-length.svg',
    title: 'Cost against the length of the book and of the list',
    x: 'tokens in the book, or waiting',
  },
];

/** Puts a run into the page that keeps the last one: its table and its charts. What people wrote around it stays. */
export function writePage(machine: Machine, { rows, series }: Found): void {
  mkdirSync(IMAGES, { recursive: true });
  for (const { chart, file, title, x } of charts) {
    const lines = series.filter((one) => one.chart === chart);
    if (lines.length > 0) writeFileSync(join(IMAGES, file), chartOf({ title, x, y: 'ms, median', lines }));
  }
  const text = `${sentenceOf(machine)}\n\n${tableOf(rows)}`;
  writeFileSync(PAGE, replaceBetween(readFileSync(PAGE, 'utf8'), text));
}

/** Throws where the page has no place for it. */
export function replaceBetween(page: string, text: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`docs/performance.md needs ${BEGIN} and ${END}.`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${page.slice(end)}`;
}
