import { fillWithSamples } from '../../../src/main/app/practice/samples';
import { calendar } from '../../../src/main/app/time/calendar';
import { type Context, type Decision, type IssueRequest, issue, newDay } from '../../../src/main/engine';
import type { Change, Commit, Store, Transaction } from '../../../src/main/store/store';
import type { Book, BookKey } from '../../../src/shared/model/book';
import type { Doctor } from '../../../src/shared/model/doctor';
import { tokenIdSchema } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { ok, type Result } from '../../../src/shared/result';
import { at, first, MONDAY } from '../../helpers/clinic';

/** One engine of the store, on data of its own that are empty. */
export interface Opened {
  readonly store: Store;
  /** How many rows were written, changed or deleted since it was opened. */
  changes(): number;
  /** Closes it, and opens the same data again. */
  reopen(): Promise<Store>;
}

/** Opens an engine for one test; what it needs is gone when the test ends. */
export type Open = () => Opened;

export const days = { calendar, newDay };
export const monday = serviceDaySchema.parse(MONDAY);
export const tuesday = serviceDaySchema.parse('2026-01-06');
export const now = at('08:30');

export interface Clinic extends Opened {
  readonly doctor: Doctor;
  readonly other: Doctor;
  /** The first doctor's Monday. */
  readonly key: BookKey;
  /** Any command of the engine on one book. */
  run(
    key: BookKey,
    command: (book: Book, context: Context) => Result<Decision>,
    more?: Partial<Transaction> & { readonly change?: Omit<Partial<Change<unknown>>, 'answer'> },
  ): Promise<Result<Commit<Decision['token']>>>;
}

/** The sample clinic: three doctors with slots 9–10 … 12–13 every day, six seats each; it is half past eight. */
export async function clinicOn(open: Open): Promise<Clinic> {
  const opened = open();
  const { store } = opened;
  await fillWithSamples(store);
  const [doctor, other] = await store.doctors();
  if (!doctor || !other) throw new Error('no doctors');
  return {
    ...opened,
    doctor,
    other,
    key: { doctorId: doctor.id, serviceDay: monday },
    run: (key, command, { change, ...more } = {}) => {
      const request = { books: [key], today: monday, now, ...more };
      return store.transact<Decision['token']>(request, (books, { settings: { rules } }) => {
        const decision = command(first(books), { now: request.now, today: request.today, rules });
        if (!decision.ok) return decision;
        const { book, events, token } = decision.value;
        return ok({ books: [{ book, events }], ...change, answer: token });
      });
    },
  };
}

let people = 0;

/** A walk-in who is here, whose name and contact nobody else has. */
export function issued(wish: Partial<IssueRequest> = {}): Parameters<Clinic['run']>[1] {
  people += 1;
  const id = tokenIdSchema.parse(crypto.randomUUID());
  const patient = {
    patientName: `Patient ${people}`,
    patientContact: `90000${String(people).padStart(5, '0')}`,
  };
  return (book, known) => issue(book, { id, source: 'walk_in', channel: 'desk', ...patient, ...wish }, known);
}
