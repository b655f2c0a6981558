import { type Context, callNext, cancel, type Decision, issue, serve, start } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { type TokenId, tokenIdSchema } from '../../../src/shared/model/ids';
import type { Result } from '../../../src/shared/result';
import { alternate, threadTime } from '../alternate';
import { addBook, phone } from '../books';
import { countedIds, DAY, openBenchClinic } from '../clinic';
import type { Part } from '../part';
import { least, rounded } from '../rows';
import { mean } from '../statistics';
import { largeBook } from './large-book';

const SIZES = [
  [100, 50_000],
  [1_000, 20_000],
] as const;
/** Before it begins again with the book as it was: it hardly grows. */
const VISITS = 5;
/** Issued, called, started, served; one more issued and cancelled. */
const DECISIONS = 6 * VISITS;

/** The rules alone, each deciding on the book that the one before has left. */
export const engine: Part = {
  name: 'engine',
  async run({ workshop, quick, tell }) {
    const clinic = await openBenchClinic(`${workshop.folder()}/opd-tokens.db`);
    const { store, clock } = clinic.environment;
    const books: Book[] = [];
    for (const [size] of SIZES) {
      const doctorId = await addBook(clinic, { tokens: size });
      const book = await store.book({ doctorId, serviceDay: DAY }, DAY);
      if (book) books.push(book);
    }
    const large = await addBook(clinic, { tokens: 1, seats: 2_000 });
    const small = await store.book({ doctorId: large, serviceDay: DAY }, DAY);
    const context = { now: clock.now(), today: DAY, rules: (await store.settings()).rules };
    await clinic.close();
    const contenders = books.map((book) => ({ run: () => visits(book, context) }));
    const times = await alternate(quick ? 10 : 150, Object.fromEntries(contenders.entries()), {
      warmUp: 5,
      clock: threadTime,
    });
    for (const [index, [size, aim]] of SIZES.entries()) {
      // The processor’s time is counted in steps longer than one of these runs: only all of them together say something.
      const took = mean(times[index] ?? []) / DECISIONS;
      tell({
        part: 'engine',
        what: `decisions of the engine alone, book of ${size.toLocaleString('en')}`,
        measured: `${rounded(took * 1_000)} µs of a processor each`,
        floor: '–',
        figure: 1_000 / took,
        unit: '/s',
        aim: least(aim),
      });
    }
    if (small) for (const row of await largeBook(small, context, quick ? 3 : 10)) tell(row);
  },
};

function visits(from: Book, context: Context): void {
  const newId = countedIds('engine');
  let book = from;
  const decided = (decision: Result<Decision>): TokenId => {
    if (!decision.ok) throw new Error(decision.error.message);
    book = decision.value.book;
    if (!decision.value.token) throw new Error('Nobody.');
    return decision.value.token.id;
  };
  let people = 0;
  const issued = (): TokenId => {
    people += 1;
    const who = { patientName: 'Somebody', patientContact: phone(20_000_000 + people) };
    const id = tokenIdSchema.parse(newId());
    return decided(issue(book, { id, source: 'walk_in', channel: 'desk', ...who }, context));
  };
  for (let visit = 0; visit < VISITS; visit += 1) {
    issued();
    const called = decided(callNext(book, {}, context));
    decided(start(book, { tokenId: called }, context));
    decided(serve(book, { tokenId: called }, context));
    const cancelled = issued();
    decided(cancel(book, { tokenId: cancelled, reason: 'patient' }, context));
  }
}
