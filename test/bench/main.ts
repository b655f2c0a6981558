import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkshop } from './fixture';
import { serveIfAsked } from './http-servers';
import { describeMachine, sentenceOf } from './machine';
import { writePage } from './page';
import { type Extent, OLDEST } from './part';
import { parts } from './parts';
import { keepFound, noteMachine, PARTS, readFound } from './results';
import type { Row, Series } from './rows';
import { lineOf, tableOf } from './table';

/** Measures the parts that were named, all of them by default, and keeps what it finds for the report. */
async function measure(names: readonly string[], extent: Extent): Promise<void> {
  noteMachine(describeMachine(extent));
  const workshop = await openWorkshop(join(process.cwd(), 'out/bench/data'));
  try {
    for (const part of parts.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const rows: Row[] = [];
      const series: Series[] = [];
      const began = performance.now();
      await part.run({
        workshop,
        quick: extent === 'quick',
        full: extent === 'full',
        oldest: OLDEST[extent],
        tell: (row) => {
          rows.push(row);
          console.log(lineOf(row));
        },
        draw: (line) => void series.push(line),
      });
      console.log(`· ${part.name}: ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
      keepFound(part.name, { rows, series });
    }
  } finally {
    workshop.remove();
  }
}

function report({
  json,
  write = false,
}: {
  readonly json?: string | undefined;
  readonly write?: boolean | undefined;
}) {
  const { machine = describeMachine('usual'), ...found } = readFound();
  console.log(`\n${tableOf(found.rows)}\n\n${sentenceOf(machine)}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, ...found }, null, 2)}\n`);
  if (write) writePage(machine, found);
}

function known(names: readonly string[]): readonly string[] {
  const strange = names.filter((name) => !PARTS.includes(name));
  if (strange.length > 0)
    throw new Error(`There is no part ${strange.join(', ')}; there are ${PARTS.join(', ')}.`);
  return names;
}

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  if (await serveIfAsked(given)) return;
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean' },
      full: { type: 'boolean' },
      report: { type: 'boolean', default: false },
      write: { type: 'boolean' },
      json: { type: 'string' },
    },
  });
  if (values.report) report(values);
  else await measure(known(positionals), values.full ? 'full' : values.quick ? 'quick' : 'usual');
}

await main();
