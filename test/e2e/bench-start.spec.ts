import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepFound } from '../bench/results';
import { most, ms, type Row } from '../bench/rows';
import { median, ratioOf } from '../bench/statistics';
import { test } from './helpers/app';
import { emptyApp, firstPaintAt, launchEmpty, memoryOf } from './helpers/bench';
import { openBoard } from './helpers/board';
import { openDesk } from './helpers/desk';

const part = 'app-start';
const STARTS = 3;
const WINDOWS = 4;

/** `npm run bench`: what the app needs to start and to stay, beside one with nothing in it. */
test('cold start and memory', async ({ launch }) => {
  test.setTimeout(900_000);
  const folder = emptyApp();
  const times = { app: [] as number[], empty: [] as number[] };
  for (let start = 0; start <= STARTS; start += 1) {
    const began = Date.now();
    const app = await launch();
    const painted = (await firstPaintAt(app.home)) - began;
    await app.electron.close();
    const empty = await launchEmpty(folder, 1);
    await empty.electron.close();
    if (start === 0) continue;
    times.app.push(painted);
    times.empty.push(empty.firstPaint);
  }
  const app = await launch();
  await openDesk(app);
  await app.openDoctor('A');
  await openBoard(app);
  const empty = await launchEmpty(folder, WINDOWS);
  for (const page of empty.electron.windows()) await firstPaintAt(page);
  const memory = { app: await memoryOf(app.electron), empty: await memoryOf(empty.electron) };
  await empty.electron.close();
  rmSync(folder, { recursive: true, force: true });
  const rows: Row[] = [
    {
      part,
      what: 'from the start of the app to its first paint',
      measured: ms(median(times.app)),
      floor: `${ms(median(times.empty))}, an empty window of the same Electron`,
      figure: ratioOf(times.app, times.empty),
      unit: '×',
      aim: most(1.5),
    },
    {
      part,
      what: 'memory of four windows (home, desk, doctor, board)',
      measured: `${memory.app} MB`,
      floor: `${memory.empty} MB, four empty windows`,
      figure: memory.app / memory.empty,
      unit: '×',
      aim: most(1.6),
    },
    {
      part,
      what: 'the script of all screens',
      measured: `${scriptBytes().toLocaleString('en')} bytes`,
      floor: '–',
      figure: scriptBytes() / 1_024,
      unit: ' KB',
      aim: null,
    },
  ];
  keepFound(part, { rows, series: [] });
});

function scriptBytes(): number {
  const folder = join(process.cwd(), 'out/renderer');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .reduce((all, name) => all + statSync(join(folder, name)).size, 0);
}
