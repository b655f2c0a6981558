import { type Context, cancel, closeDay, closeSlot, type Decision, issue } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { tokenIdSchema } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import type { Result } from '../../../src/shared/result';
import { alternate, type Contender, threadTime } from '../alternate';
import { countedIds } from '../clinic';
import { ms, type Row } from '../rows';
import { mean } from '../statistics';

const SEATED = 2_000;
const WAITING = 3_000;

/** A day of 2,000 seats, all taken, and 3,000 on the list, out of a book with one token. */
function filled(book: Book): Book {
  const [sample] = book.tokens;
  if (!sample) throw new Error('No token.');
  const newId = countedIds('large');
  const tokens = Array.from({ length: SEATED + WAITING }, (_, index) => {
    const who = { ...sample, id: tokenIdSchema.parse(newId()), sequence: index + 1 };
    const slotId = book.slots[Math.floor((index * book.slots.length) / SEATED)]?.id;
    const listed = { status: 'waiting', slotId: null, listedAt: sample.createdAt, listSequence: index };
    return { ...who, patientName: `Patient ${index}`, ...(slotId ? { slotId } : listed) } as Token;
  });
  return { ...book, tokens };
}

/** What the engine needs for a book that no clinic has. */
export async function largeBook(small: Book, context: Context, runs: number): Promise<Row[]> {
  const book = filled(small);
  const [slot] = book.slots;
  const [token] = book.tokens;
  if (!slot || !token) throw new Error('An empty book.');
  const id = tokenIdSchema.parse(countedIds('one more')());
  const patient = { patientName: 'Somebody', patientContact: '9000000001' } as const;
  const emergency = { id, source: 'emergency', channel: 'desk', ...patient } as const;
  const decide = (decision: () => Result<Decision>): Contender => ({
    run: () => {
      const decided = decision();
      if (!decided.ok) throw new Error(decided.error.message);
    },
  });
  const contenders = {
    copy: { run: () => structuredClone(book) },
    'an emergency': decide(() => issue(book, emergency, context)),
    'a cancelled one': decide(() => cancel(book, { tokenId: token.id, reason: 'staff' }, context)),
    'a closed slot': decide(() => closeSlot(book, { slotId: slot.id }, context)),
    'a closed day': decide(() => closeDay(book, undefined, context)),
  };
  // The processor’s time is counted in steps longer than one decision: only all of them together say something.
  const times = await alternate(runs * 10, contenders, { warmUp: 1, clock: threadTime });
  const names = Object.keys(contenders).slice(1) as (keyof typeof contenders)[];
  return names.map((name) => ({
    part: 'engine',
    what: `engine alone, book of 5,000: ${name}`,
    measured: ms(mean(times[name])),
    floor: `${ms(mean(times.copy))}, copying the book`,
    figure: mean(times[name]) / mean(times.copy),
    unit: '×',
    aim: null,
  }));
}
