import { join } from 'node:path';
import { alternate } from '../alternate';
import type { Part } from '../part';
import { openAsTheApp } from '../recording';
import { ms } from '../rows';
import { median, quantile } from '../statistics';

/** What this disk asks for one row that survives a power cut. */
export const floor: Part = {
  name: 'floor',
  async run({ workshop, quick, tell }) {
    const database = openAsTheApp(join(workshop.folder(), 'floor.db'));
    database.exec('CREATE TABLE floor (value INTEGER) STRICT');
    const insert = database.prepare('INSERT INTO floor VALUES (?)');
    const { commit } = await alternate(
      quick ? 200 : 1_000,
      { commit: { run: (index) => insert.run(index) } },
      { warmUp: 20 },
    );
    database.close();
    tell({
      part: 'floor',
      what: 'one durable commit of one row, nothing else',
      measured: `median ${ms(median(commit))}, p99 ${ms(quantile(commit, 0.99))}`,
      floor: '–',
      figure: median(commit),
      unit: ' ms',
      aim: null,
    });
  },
};
