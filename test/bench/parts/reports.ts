import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReadOrders } from '../../../src/main/app/outside/reading-room';
import { createReadingRoom } from '../../../src/main/reading-room';
import { dayNumber, dayOfNumber } from '../../../src/main/store/visit-codes';
import { reportLookSchema } from '../../../src/shared/model/report';
import { reportNames } from '../../../src/shared/model/report-figures';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { ageDatabase } from '../age-database';
import { addBook } from '../books';
import type { Part } from '../part';
import { most, ms, rounded } from '../rows';
import { longestStall } from '../stall';
import { median } from '../statistics';

const DOCTORS = 30;
const FIRST = dayNumber('2023-01-01');
/** Three years. */
const DAYS = 1_096;
const SLOTS = 8;

/** What tokens of three years would have written for reports, spread over days, doctors and hours as a hospital's are. */
function addVisits(path: string, tokens: number): void {
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  const add = raw.transaction(() => {
    const words: number[] = [];
    for (let doctor = 0; doctor < DOCTORS; doctor += 1) {
      const id = `00000000-0000-4000-9000-${String(doctor).padStart(12, '0')}`;
      raw
        .prepare(
          "INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES (?, ?, '', '', ?, 1)",
        )
        .run(id, `Dr ${doctor}`, `Z${doctor}`);
      words.push(Number(raw.prepare('INSERT INTO words (word) VALUES (?)').run(id).lastInsertRowid));
      const slot = raw.prepare(
        `INSERT INTO slots (id, doctor_id, service_day, start_minute, end_minute, capacity, status, delay_minutes)
         VALUES (?, ?, ?, ?, ?, ?, 'open', 0)`,
      );
      for (let day = 0; day < DAYS; day += 1)
        for (let hour = 0; hour < SLOTS; hour += 1)
          slot.run(
            `${id.slice(0, 24)}${String((doctor * DAYS + day) * SLOTS + hour).padStart(12, '0')}`,
            ...[id, dayOfNumber(FIRST + day), 540 + hour * 60, 600 + hour * 60, 6],
          );
    }
    const actor = Number(
      raw.prepare('SELECT actor FROM book_events WHERE actor IS NOT NULL LIMIT 1').pluck().get(),
    );
    const visit = raw.prepare(`INSERT INTO visits VALUES (${Array(18).fill('?').join(', ')})`);
    for (let index = 0; index < tokens; index += 1) {
      const random = (salt: number, below: number): number =>
        ((index * 48_271 + salt * 7_919) % 65_537) % below;
      const day = FIRST + Math.floor((index / tokens) * DAYS);
      const slotStart = 540 + random(1, SLOTS) * 60;
      const midnight = day * 86_400_000 - 5.5 * 3_600_000;
      const arrived = midnight + (slotStart - 20 + random(2, 80)) * 60_000;
      const called = arrived + random(3, 90) * 60_000;
      const started = called + 60_000;
      const isSeen = random(4, 10) > 0;
      visit.run(
        ...[day, words[index % DOCTORS], 0, 1 + Math.floor(index / DOCTORS), random(5, 5), random(6, 3)],
        ...[
          isSeen ? 1 : 2,
          random(7, 16),
          random(8, 2),
          actor,
          slotStart,
          arrived - random(9, 3) * 86_400_000,
        ],
        ...(isSeen
          ? [arrived, called, started, started + random(10, 15) * 60_000]
          : [null, null, null, called]),
        ...[arrived + 1_200_000, arrived + 2_400_000],
      );
    }
  });
  add();
  raw.exec('ANALYZE');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
}

type Input = ReadOrders['report']['input'];

const period = (from: string, to: string) => ({
  from: serviceDaySchema.parse(from),
  to: serviceDaySchema.parse(to),
});
const ranges = [
  {
    name: 'a month',
    now: period('2025-12-01', '2025-12-31'),
    before: period('2025-11-01', '2025-11-30'),
    weekday: period('2025-10-27', '2025-11-26'),
    aim: 1_000,
  },
  {
    name: 'a year',
    now: period('2025-01-01', '2025-12-31'),
    before: period('2024-01-01', '2024-12-31'),
    // Of so many days the app reads none.
    weekday: null,
    aim: 3_000,
  },
];

/** Each report beside a bare reading of the same rows; and how long the process that asks stood still meanwhile. */
export const reports: Part = {
  name: 'reports',
  async run({ workshop, quick, oldest, tell }) {
    const path = await workshop.copyOf(
      `reports-${oldest}`,
      async (clinic) => void (await addBook(clinic, { tokens: 1, seats: 10 })),
      (database) => {
        ageDatabase(database, oldest);
        addVisits(database, oldest);
      },
    );
    const room = createReadingRoom(join(process.cwd(), 'out/main/reader.js'), {
      path,
      nativeBinding: process.env.OPD_SQLITE_BINDING,
    });
    const bare = new Database(path, { readonly: true });
    const scan = bare.prepare('SELECT * FROM visits WHERE day BETWEEN ? AND ?').raw();
    let longest = 0;
    for (const { name, now, before, weekday, aim } of ranges) {
      for (const report of reportNames) {
        const times: number[] = [];
        const floors: number[] = [];
        let visits = 0;
        for (let run = 0; run < (quick ? 2 : 5); run += 1) {
          const look = reportLookSchema.parse({ report, groupBy: 'day' });
          const clinic = {
            timeZone: 'Asia/Kolkata',
            dayStartsAtMinute: 0,
            targets: { paid: 20, follow_up: 30, walk_in: 45, online: 45 },
          };
          const input: Input = { wish: { ...look, ...now }, clinic, before, weekday };
          const began = performance.now();
          const stall = await longestStall(async () => {
            const answer = await room.read('report', input).result;
            if (answer !== 'stopped') visits = answer.visits;
          });
          times.push(performance.now() - began);
          longest = Math.max(longest, stall);
          const bareBegan = performance.now();
          for (const read of [now, before, weekday])
            if (read) scan.all(dayNumber(read.from), dayNumber(read.to));
          floors.push(performance.now() - bareBegan);
        }
        tell({
          part: 'reports',
          what: `report “${report}”, ${name} and what stands beside it, ${rounded(oldest)} tokens`,
          measured: `${ms(median(times))}, ${rounded(visits)} tokens read`,
          floor: `${ms(median(floors))}, reading the rows of those days and nothing else`,
          figure: median(times),
          unit: 'ms',
          aim: most(aim),
        });
      }
    }
    tell({
      part: 'reports',
      what: 'the longest that the process stood still while a report was read',
      measured: ms(longest),
      floor: '–',
      figure: longest,
      unit: 'ms',
      aim: most(50),
    });
    bare.close();
    await room.stop();
  },
};
