import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../helpers/clinic';
import { againstHand, record, type StepsOf } from './against-hand';
import { addBook } from './books';
import { chartOf, niceStep } from './chart';
import { openBenchClinic, SAMPLE_DOCTORS } from './clinic';
import { openWorkshop } from './fixture';
import { replaceBetween } from './page';
import { openByHand } from './recording';
import { isReached, least, most, type Row, rounded } from './rows';
import { median, quantile, ratioOf } from './statistics';
import { tableOf } from './table';
import { commandsOf } from './visit';

const row: Row = {
  part: 'commands',
  what: 'issue',
  measured: '3 ms',
  floor: '2 ms, by hand',
  figure: 1.5,
  unit: '×',
  aim: most(1.5),
};

test('half do not exceed the median, one in a hundred exceeds the p99', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(median(values)).toBe(100);
  expect(quantile(values, 0.99)).toBe(198);
  expect(quantile([7], 0.99)).toBe(7);
  expect(median([])).toBeNaN();
});

test('what slows both for a while does not change their ratio', () => {
  const floor = Array.from({ length: 70 }, (_, index) => (index < 30 ? 40 : 1));
  expect(
    ratioOf(
      floor.map((time) => 2 * time),
      floor,
    ),
  ).toBe(2);
});

test('a row says what is to be reached, and whether it is', () => {
  expect(isReached(row)).toBe(true);
  expect(isReached({ ...row, aim: least(2) })).toBe(false);
  expect(isReached({ ...row, aim: null })).toBe(null);
  expect(tableOf([row]).split('\n').at(-1)).toBe('| issue | 3 ms | 2 ms, by hand | × 1.50 | ≤ 1.5 × | yes |');
  expect([0.1234, 5.5, 12.34, 123.4, 12_345].map(rounded)).toEqual(['0.12', '5.5', '12.3', '123', '12,345']);
});

test('a chart has its axes with units and a line with a place for each figure', () => {
  const lines = [
    {
      chart: 'history',
      name: 'issue',
      points: [
        [0, 1],
        [10_000, 1.1],
        [1_000_000, 1.2],
      ],
    },
  ] as const;
  const svg = chartOf({ title: 'Cost & history', x: 'tokens', y: 'ms', lines });
  expect(svg).toContain('Cost &amp; history');
  expect(svg).toMatch(/>tokens<.*>ms</s);
  expect(svg.match(/<circle/g)).toHaveLength(3);
  expect(svg).toContain('prefers-color-scheme: dark');
  expect([0.3, 1.2, 4, 70].map(niceStep)).toEqual([0.5, 2, 5, 100]);
});

test('a new run takes the place of the last one on its page, and of nothing else', () => {
  const page = 'a\n<!-- written by npm run bench -- --write -->\nold\n<!-- end -->\nb\n';
  const written = replaceBetween(page, 'new');
  expect(written).toBe('a\n<!-- written by npm run bench -- --write -->\n\nnew\n\n<!-- end -->\nb\n');
  expect(replaceBetween(written, 'new')).toBe(written);
  expect(() => replaceBetween('a', 'new')).toThrow('docs/performance.md needs');
});

/** Every row of every table. */
function contentOf(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const content = Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()]),
  );
  database.close();
  return content;
}

test('the floor writes by hand the very rows that the app writes', async () => {
  const kept = join(temporaryFolder(), 'kept');
  const workshop = await openWorkshop(kept);
  onTestFinished(workshop.remove);
  const path = await workshop.copyOf(
    'small',
    async (clinic) => void (await addBook(clinic, { tokens: 6, seats: 4 })),
  );
  // Each a command of another kind: what is inserted, what is updated, what is promoted.
  const stepsOf: StepsOf = ({ doctorIds }, { issue, callNext, start, serve, cancel }) => {
    const doctorId = doctorIds[SAMPLE_DOCTORS];
    if (doctorId === undefined) throw new Error('No doctor.');
    let called: Awaited<ReturnType<typeof callNext>> | undefined;
    const patient = () => called ?? { id: '' as never };
    const steps = [
      async () => cancel(await issue(doctorId)),
      async () => {
        called = await callNext(doctorId);
      },
      () => start(patient()),
      () => serve(patient()),
      () => issue(doctorId),
    ];
    return { command: async (index) => steps[index % steps.length]?.() };
  };
  const { prepared, steps: recorded } = await record(workshop, path, 5, stepsOf);
  expect(recorded.every(({ command }) => command.length >= 4)).toBe(true);

  const [app, hand] = [workshop.again(path), workshop.again(path)];
  const clinic = await openBenchClinic(app);
  const steps = await stepsOf(clinic, commandsOf(clinic));
  for (let index = 0; index < 5; index += 1) await steps.command(index);
  await clinic.close();
  const byHand = openByHand(hand);
  byHand.write(prepared);
  for (const { command } of recorded) byHand.write(command);
  byHand.close();
  expect(contentOf(hand)).toEqual(contentOf(app));

  const { app: times, hand: floor, of } = await againstHand(workshop, path, 4, stepsOf, 1);
  expect([times.length, floor.length, of(1, 2).app.length]).toEqual([4, 4, 2]);
});

test('doctors stand in the order they were added, however many letters they need', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openBenchClinic(path);
  const added = [];
  for (let doctor = 0; doctor < 26; doctor += 1) added.push(await addBook(clinic, { tokens: 0, seats: 16 }));
  await clinic.close();
  const again = await openBenchClinic(path);
  onTestFinished(again.close);
  expect(again.doctorIds.slice(SAMPLE_DOCTORS)).toEqual(added);
});
