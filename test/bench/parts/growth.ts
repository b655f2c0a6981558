import type { Store } from '../../../src/main/store/store';
import type { DoctorId } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import { type AgainstHand, againstHand } from '../against-hand';
import { ageDatabase } from '../age-database';
import { alternate, type Contender } from '../alternate';
import { addBook } from '../books';
import { type BenchClinic, DAY, openBenchClinic, SAMPLE_DOCTORS } from '../clinic';
import type { Workshop } from '../fixture';
import type { Part } from '../part';
import { most, ms } from '../rows';
import { median, ratioOf } from '../statistics';
import { commandsOf } from '../visit';

const count = (value: number): string => value.toLocaleString('en');
const itself = (times: readonly number[], at: string): string => `${ms(median(times))}, itself at ${at}`;

/** Issuing into a book that is longer and longer, all of them in turn in one clinic. */
export const lengths: Part = {
  name: 'lengths',
  async run({ workshop, quick, tell, draw }) {
    const sizes = quick ? [100, 1_000] : [100, 300, 1_000, 3_000];
    const runs = quick ? 40 : 150;
    // So many of each that none grows by more than a seventh.
    const books = sizes.map((size) => Math.max(1, Math.ceil((7 * runs) / size)));
    const path = await workshop.copyOf(`lengths-${sizes.join('-')}`, async (clinic) => {
      for (const [index, size] of sizes.entries()) {
        for (let book = 0; book < (books[index] ?? 0); book += 1) await addBook(clinic, { tokens: size });
      }
    });
    const all = await againstHand(
      workshop,
      path,
      runs * sizes.length,
      ({ doctorIds }, { issue }) => {
        let from = SAMPLE_DOCTORS;
        const groups = books.map((length) => {
          from += length;
          return doctorIds.slice(from - length, from);
        });
        const doctorOf = (index: number): DoctorId => {
          const group = groups[index % sizes.length] ?? [];
          return group[Math.floor(index / sizes.length) % group.length] as DoctorId;
        };
        return { command: (index) => issue(doctorOf(index)) };
      },
      10 * sizes.length,
    );
    const each = sizes.map((_, kind) => all.of(kind, sizes.length));
    drawEach(draw, 'issue', sizes, each);
    for (const [size, aim] of [
      [1_000, 1.3],
      [3_000, 1.6],
    ] as const) {
      const measured = each[sizes.indexOf(size)];
      if (!measured || !each[0]) continue;
      tell({
        part: 'lengths',
        what: `issue one token, book of ${count(size)}`,
        measured: ms(median(measured.app)),
        floor: itself(each[0].app, '100'),
        figure: ratioOf(measured.app, each[0].app),
        unit: '×',
        aim: most(aim),
      });
    }
  },
};

type Draw = Parameters<Part['run']>[0]['draw'];

function drawEach(draw: Draw, name: string, sizes: readonly number[], each: readonly AgainstHand[]): void {
  const points = (of: 'app' | 'hand') =>
    sizes.map((size, index) => [size, median(each[index]?.[of] ?? [])] as const);
  draw({ chart: 'length', name, points: points('app') });
  draw({ chart: 'length', name: `${name}, its rows by hand`, points: points('hand') });
}

/** Seats of a doctor whose list is measured: whoever is cancelled had one, and the first of the list gets it. */
const SEATS = 40;

/** Cancelling while more and more wait. */
export const lists: Part = {
  name: 'lists',
  async run({ workshop, quick, tell, draw }) {
    const waiting = quick ? [10, 300] : [10, 300, 3_000];
    const path = await workshop.copyOf(`lists-${waiting.join('-')}`, async (clinic) => {
      for (const list of waiting) await addBook(clinic, { tokens: SEATS + list, seats: SEATS });
    });
    const all = await againstHand(
      workshop,
      path,
      (quick ? 30 : 120) * waiting.length,
      async ({ doctorIds, environment }, { cancel, issue }) => {
        const doctors = doctorIds.slice(SAMPLE_DOCTORS);
        const places = await Promise.all(doctors.map((doctorId) => inOrder(environment.store, doctorId)));
        const of = (index: number) => ({
          doctorId: doctors[index % waiting.length] as DoctorId,
          place: places[index % waiting.length] ?? [],
          turn: Math.floor(index / waiting.length),
        });
        return {
          // Everybody is of one kind, so seats are given in the order of issue.
          command: (index) => {
            const { place, turn } = of(index);
            const token = place[turn];
            if (!token) throw new Error('Nobody is left.');
            return cancel(token);
          },
          between: async (index) => of(index).place.push(await issue(of(index).doctorId)),
        };
      },
      10 * waiting.length,
    );
    const each = waiting.map((_, kind) => all.of(kind, waiting.length));
    drawEach(draw, 'cancel, and the first of the list gets the seat', waiting, each);
    const [shortest] = each;
    if (!shortest) return;
    const what = (list: number): string => `cancel and promote, ${count(list)} waiting`;
    tell({
      part: 'lists',
      what: what(10),
      measured: ms(median(shortest.app)),
      floor: `${ms(median(shortest.hand))}, the same rows by hand (${Math.round(shortest.rows)} rows)`,
      figure: ratioOf(shortest.app, shortest.hand),
      unit: '×',
      aim: most(1.5),
    });
    for (const [list, aim] of [
      [300, 1.5],
      [3_000, 2],
    ] as const) {
      const measured = each[waiting.indexOf(list)];
      if (!measured) continue;
      tell({
        part: 'lists',
        what: what(list),
        measured: ms(median(measured.app)),
        floor: itself(shortest.app, '10'),
        figure: ratioOf(measured.app, shortest.app),
        unit: '×',
        aim: most(aim),
      });
    }
  },
};

/** A book’s tokens as they were issued. */
async function inOrder(store: Store, doctorId: DoctorId): Promise<Pick<Token, 'id'>[]> {
  const book = await store.book({ doctorId, serviceDay: DAY }, DAY);
  return [...(book?.tokens ?? [])].sort((one, other) => one.sequence - other.sequence);
}

const BOOKS = 10;
const TOKENS_A_BOOK = 100;

/** A database with so many tokens of days that are over, and today’s books of 100. */
export function historyOf(workshop: Workshop, tokens: number): Promise<string> {
  const build = async (clinic: BenchClinic): Promise<void> => {
    for (let book = 0; book < BOOKS; book += 1) await addBook(clinic, { tokens: TOKENS_A_BOOK });
  };
  const age = tokens === 0 ? undefined : (path: string) => ageDatabase(path, tokens);
  return workshop.copyOf(`history-${tokens}`, build, age);
}

/** Issuing into books of 100 while the database holds more and more days that are over, in turn in each database. */
export const history: Part = {
  name: 'history',
  async run({ workshop, quick, oldest, tell, draw }) {
    const ages = [0, 10_000, 100_000, 1_000_000].filter((age) => age <= oldest);
    const runs = quick ? 60 : 200;
    const clinics = [];
    for (const age of ages) {
      clinics.push(await openBenchClinic(await historyOf(workshop, age)));
    }
    const contenders = clinics.map((clinic, index): [string, Contender] => {
      const doctors = clinic.doctorIds.slice(SAMPLE_DOCTORS);
      const { issue } = commandsOf(clinic);
      return [String(ages[index]), { run: (run) => issue(doctors[run % BOOKS] as DoctorId) }];
    });
    const times = await alternate(runs, Object.fromEntries(contenders), { warmUp: BOOKS });
    for (const clinic of clinics) await clinic.close();
    const of = (age: number): number[] => times[String(age)] ?? [];
    draw({ chart: 'history', name: 'issue', points: ages.map((age) => [age, median(of(age))] as const) });
    for (const age of ages.slice(1)) {
      tell({
        part: 'history',
        what: `issue one token, ${count(age)} tokens of history`,
        measured: ms(median(of(age))),
        floor: itself(of(0), '0'),
        figure: ratioOf(of(age), of(0)),
        unit: '×',
        aim: most(1.1),
      });
    }
  },
};
