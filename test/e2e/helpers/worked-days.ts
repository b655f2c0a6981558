import { join } from 'node:path';
import { calendar } from '../../../src/main/app/time/calendar';
import { callThis, closeDay, issue, newDay, serve, start } from '../../../src/main/engine';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';
import { tokenIdSchema } from '../../../src/shared/model/ids';
import { MINUTE, type ServiceDay, serviceDaySchema } from '../../../src/shared/model/time';
import { ok, type Result } from '../../../src/shared/result';

type Decided = ReturnType<typeof issue>;
type Command = (
  book: Parameters<typeof issue>[0],
  context: Parameters<typeof issue>[2],
) => Decided | Result<never>;

/** Nineteen consultations a day, one after another; minutes. */
const LENGTHS = [4, 6, 7, 9, 5, 12, 8, 6, 10, 7, 15, 5, 8, 6, 9, 11, 7, 5, 10];
/** Who had booked two days before, and never came. */
const MISSED = 4;

/** Days on which the first doctor has worked, closed in the evening, in a clinic that no app has open. */
export async function workDays(dataFolder: string, days: readonly string[]): Promise<void> {
  const store = openSqliteStore({ path: join(dataFolder, 'opd-tokens.db'), calendar, newDay });
  const [doctor] = await store.doctors();
  const { rules, clinic } = await store.settings();
  if (doctor === undefined) throw new Error('Nobody works here.');

  async function run(
    serviceDay: ServiceDay,
    now: number,
    today: ServiceDay,
    command: Command,
  ): Promise<void> {
    const books = [{ doctorId: doctor?.id ?? serviceDay, serviceDay }] as Parameters<
      typeof store.transact
    >[0]['books'];
    const done = await store.transact({ books, today, now }, ([book]) => {
      if (!book) throw new Error('The store gave no book.');
      const decided = command(book, { now, today, rules });
      return decided.ok ? ok({ books: [decided.value], answer: null }) : decided;
    });
    if (!done.ok) throw new Error(done.error.message);
  }

  for (const text of days) {
    const day = serviceDaySchema.parse(text);
    const minute = (of: number): number => calendar.instantOf(day, of, clinic.timeZone);
    const newToken = (patient: string, source: 'walk_in' | 'paid' | 'online', isHere: boolean) => {
      const id = tokenIdSchema.parse(crypto.randomUUID());
      const facts = {
        id,
        source,
        patientName: `${patient} of ${day}`,
        patientContact: '',
        channel: 'desk' as const,
      };
      return { id, ask: { ...facts, checkedIn: isHere } };
    };
    const before = calendar.daysAfter(day, -2);
    for (let person = 1; person <= MISSED; person += 1) {
      const { ask } = newToken(`Booked ${person}`, 'online', false);
      await run(day, minute(0) - 2 * 24 * 60 * MINUTE + 10 * 60 * MINUTE, before, (book, context) =>
        issue(book, ask, context),
      );
    }
    const people = LENGTHS.map((_, place) =>
      newToken(`Patient ${place + 1}`, place % 3 === 0 ? 'paid' : 'walk_in', true),
    );
    for (const { ask } of people)
      await run(day, minute(8 * 60), day, (book, context) => issue(book, ask, context));
    let now = minute(9 * 60);
    for (const [place, { id: tokenId }] of people.entries()) {
      await run(day, now, day, (book, context) => callThis(book, { tokenId }, context));
      await run(day, now, day, (book, context) => start(book, { tokenId }, context));
      now += (LENGTHS[place] ?? 0) * MINUTE;
      await run(day, now, day, (book, context) => serve(book, { tokenId }, context));
    }
    await run(day, minute(20 * 60), day, (book, context) => closeDay(book, undefined, context));
  }
  await store.close();
}
