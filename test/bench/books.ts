import { issue } from '../../src/main/engine';
import { type DoctorId, tokenIdSchema } from '../../src/shared/model/ids';
import { ok } from '../../src/shared/result';
import { type BenchClinic, countedIds, DAY } from './clinic';

/** A doctor’s day has four hours from nine on. */
const MINUTES = 240;
/** So many slots by default: a book of thousands has seats too. */
const SLOTS = 16;

export interface WantedBook {
  /** Tokens in it, walk-ins who are here. */
  readonly tokens: number;
  /** Seats of the day; as many again as tokens by default, so that another one gets a seat. */
  readonly seats?: number;
  readonly slots?: number;
}

/** One more doctor, whose book of today is filled in a single transaction. */
export async function addBook(
  clinic: BenchClinic,
  { tokens, seats = 2 * tokens, slots = SLOTS }: WantedBook,
): Promise<DoctorId> {
  const hours = { weekday: 1, startMinute: 540, endMinute: 540 + MINUTES, slotMinutes: MINUTES / slots };
  const schedule = [{ ...hours, capacity: Math.ceil(seats / slots) }];
  const before = new Set((await clinic.environment.store.doctors()).map(({ id }) => id));
  await clinic.call('doctors.save', { name: `Doctor ${before.size + 1}`, schedule });
  const doctor = (await clinic.environment.store.doctors()).find(({ id }) => !before.has(id));
  if (!doctor) throw new Error('No doctor was added.');
  if (tokens > 0) await fill(clinic, doctor.id, tokens);
  return doctor.id;
}

async function fill({ environment }: BenchClinic, doctorId: DoctorId, tokens: number): Promise<void> {
  const { store, clock } = environment;
  const { rules } = await store.settings();
  const newId = countedIds(`tokens of ${doctorId}`);
  const context = { now: clock.now(), today: DAY, rules };
  const filled = await store.transact(
    { books: [{ doctorId, serviceDay: DAY }], today: DAY, now: context.now },
    ([empty]) => {
      if (!empty) throw new Error('No book.');
      let book = empty;
      const events = [];
      for (let person = 0; person < tokens; person += 1) {
        const id = tokenIdSchema.parse(newId());
        const who = { patientName: `Patient ${person}`, patientContact: phone(person) };
        const done = issue(book, { id, source: 'walk_in', channel: 'desk', ...who }, context);
        if (!done.ok) return done;
        book = done.value.book;
        events.push(...done.value.events);
      }
      return ok({ books: [{ book: { ...book, revision: 1 }, events }], answer: null });
    },
  );
  if (!filled.ok) throw new Error(filled.error.message);
}

export const phone = (person: number): string => `90${String(person).padStart(8, '0')}`;
