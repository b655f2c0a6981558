import Database from 'better-sqlite3';
import { addBook } from '../books';
import { openBenchClinic, SAMPLE_DOCTORS } from '../clinic';
import type { Part } from '../part';
import { most, rounded } from '../rows';
import { commandsOf } from '../visit';

/** A doctor’s day of 24 patients in four slots, as a small clinic has it. */
const PATIENTS = 24;
const SLOTS = 4;
/** What is forgotten after a while, and does not grow with the years. */
const PASSING = ['requests', 'print_jobs', 'call_list'];

interface Size {
  /** Of the table, or of the table an index is of. */
  readonly named: string;
  readonly bytes: number;
}

function sizesOf(path: string): Map<string, number> {
  const database = new Database(path, { readonly: true });
  const rows = database
    .prepare(
      `SELECT schema.tbl_name AS named, sum(pgsize) AS bytes FROM dbstat
       JOIN sqlite_schema AS schema ON schema.name = dbstat.name GROUP BY 1`,
    )
    .all() as Size[];
  database.close();
  return new Map(rows.map(({ named, bytes }) => [named, bytes]));
}

/** What a usual visit leaves on the disk, with its indexes, its events and its record. */
export const bytes: Part = {
  name: 'bytes',
  async run({ workshop, quick, tell }) {
    const doctorCount = quick ? 5 : 80;
    const visits = PATIENTS * doctorCount;
    const path = `${workshop.folder()}/opd-tokens.db`;
    let clinic = await openBenchClinic(path);
    for (let doctor = 0; doctor < doctorCount; doctor += 1)
      await addBook(clinic, { tokens: 0, seats: PATIENTS, slots: SLOTS });
    await clinic.close();
    const before = sizesOf(path);
    clinic = await openBenchClinic(path);
    const doctors = clinic.doctorIds.slice(SAMPLE_DOCTORS);
    const { issue, callNext, start, serve } = commandsOf(clinic);
    for (let visit = 0; visit < visits; visit += 1) {
      const doctorId = doctors[visit % doctorCount];
      if (doctorId === undefined) continue;
      await issue(doctorId);
      const called = await callNext(doctorId);
      await start(called);
      await serve(called);
    }
    await clinic.close();
    const grown = [...sizesOf(path)].map(([named, size]): [string, number] => [
      named,
      (size - (before.get(named) ?? 0)) / visits,
    ]);
    const of = (wanted: (name: string) => boolean): number =>
      grown.reduce((all, [name, size]) => (wanted(name) ? all + size : all), 0);
    const kept = of((name) => !PASSING.includes(name));
    const largest = grown
      .filter(([name, size]) => size >= 50 && !PASSING.includes(name))
      .sort((a, b) => b[1] - a[1]);
    tell({
      part: 'bytes',
      what: 'bytes of a usual visit (issue, call, start, serve)',
      measured: largest.map(([name, size]) => `${name} ${rounded(size)}`).join(', '),
      floor: `besides ${rounded(of((name) => PASSING.includes(name)))} that are forgotten after some days`,
      figure: kept,
      unit: ' bytes',
      aim: most(2_500),
    });
  },
};
