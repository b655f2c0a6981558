import type { DoctorId } from '../../../src/shared/model/ids';
import { type AgainstHand, againstHand, type StepsOf } from '../against-hand';
import { addBook } from '../books';
import { type BenchClinic, DAY } from '../clinic';
import type { Part } from '../part';
import { most, ms, type Row, rounded } from '../rows';
import { median, quantile, ratioOf } from '../statistics';

const HAND = 'the same rows by hand';

/** Doctors with a book of this size, in the order they were added. */
async function booksOf(
  { environment, doctorIds }: BenchClinic,
  from: number,
  count: number,
): Promise<DoctorId[]> {
  const ids = doctorIds.slice(from, from + count);
  for (const doctorId of ids) {
    const book = await environment.store.book({ doctorId, serviceDay: DAY }, DAY);
    if (!book || book.tokens.length === 0) throw new Error('A doctor without patients.');
  }
  return ids;
}

function rowsOf(what: string, measured: AgainstHand, { p99 }: { readonly p99?: boolean } = {}): Row[] {
  const { app, hand, rows } = measured;
  const middle = {
    part: 'commands',
    what: `${what}, median`,
    measured: ms(median(app)),
    floor: `${ms(median(hand))}, ${HAND} (${rounded(rows)} rows)`,
    figure: ratioOf(app, hand),
    unit: '×',
    aim: most(1.5),
  };
  if (!p99) return [middle];
  const [slow, slowHand] = [quantile(app, 0.99), quantile(hand, 0.99)];
  const last = {
    ...middle,
    what: `${what}, p99`,
    measured: ms(slow),
    floor: `${ms(slowHand)}, ${HAND}`,
    figure: slow / slowHand,
    aim: most(2),
  };
  return [middle, last];
}

/** Issue, call, start, serve in books of 100. */
export const commands: Part = {
  name: 'commands',
  async run({ workshop, quick, tell }) {
    const books = quick ? 8 : 40;
    const runs = books * (quick ? 15 : 20);
    const path = await workshop.copyOf(`books-of-100-${books}`, async (clinic) => {
      for (let book = 0; book < books; book += 1) await addBook(clinic, { tokens: 100 });
    });
    const samples = 3;
    const issuing: StepsOf = async (clinic, { issue }) => {
      const ids = await booksOf(clinic, samples, books);
      return { command: (index) => issue(ids[index % books] as DoctorId) };
    };
    const issued = await againstHand(workshop, path, runs, issuing);
    for (const row of rowsOf('issue one token, book of 100', issued, { p99: true })) tell(row);
    for (const [name, step] of visitSteps) {
      const measured = await againstHand(
        workshop,
        path,
        books * (quick ? 3 : 10),
        async (clinic, commandsHere) => {
          const ids = await booksOf(clinic, samples, books);
          return step(commandsHere, (index) => ids[index % books] as DoctorId);
        },
      );
      for (const row of rowsOf(`${name}, book of 100`, measured)) tell(row);
    }
  },
};

const visitSteps: readonly (readonly [
  string,
  (commands: Parameters<StepsOf>[1], doctor: (index: number) => DoctorId) => ReturnType<StepsOf>,
])[] = [
  [
    'call next',
    (commandsHere, doctor) => {
      let called: Awaited<ReturnType<typeof commandsHere.callNext>> | undefined;
      return {
        command: async (index) => {
          called = await commandsHere.callNext(doctor(index));
        },
        between: async () => {
          if (!called) return;
          await commandsHere.start(called);
          await commandsHere.serve(called);
        },
      };
    },
  ],
  [
    'serve',
    (commandsHere, doctor) => {
      let current: Awaited<ReturnType<typeof commandsHere.callNext>> | undefined;
      const begin = async (index: number): Promise<void> => {
        current = await commandsHere.callNext(doctor(index));
        await commandsHere.start(current);
      };
      const ready = begin(0);
      return ready.then(() => ({
        command: async () => {
          if (current) await commandsHere.serve(current);
        },
        between: (index: number) => begin(index + 1),
      }));
    },
  ],
];
