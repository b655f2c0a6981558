import { makeRounds } from '../../src/main/app/day/rounds';
import { daysAfter } from '../../src/main/app/time/calendar';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract';
import { isTokenEvent, type TokenEvent } from '../../src/shared/model/event';
import type { DoctorId, PatientId, TokenId } from '../../src/shared/model/ids';
import type { Slot } from '../../src/shared/model/slot';
import { type ServiceDay, serviceDaySchema } from '../../src/shared/model/time';
import { isOpen, type Token } from '../../src/shared/model/token';
import type { Result } from '../../src/shared/result';
import { at, MONDAY, staff, type TestClinic } from '../helpers/clinic';
import { type PlainVisit, replay } from './plain';

/** What befell the clinic: how often each kind of thing was done. */
export type Done = Map<string, number>;

/** A row of numbers that is the same each time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What is noted beside the events, by whoever stands there: what was said, and who had been seen by then. */
interface Notes {
  readonly quotes: Map<TokenId, PlainVisit['quote']>;
  readonly returning: Map<TokenId, boolean | null>;
  readonly seen: Map<TokenId, { readonly patientId: PatientId; readonly day: string; readonly at: number }>;
  readonly merged: [PatientId, PatientId][];
}

function familyOf(patientId: PatientId, merged: Notes['merged']): ReadonlySet<PatientId> {
  const family = new Set([patientId]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [one, other] of merged) {
      if (family.has(one)) family.add(other);
      if (family.has(other)) family.add(one);
    }
  }
  return family;
}

function wasHere({ patientId, serviceDay, createdAt }: Token, { seen, merged }: Notes): boolean | null {
  if (patientId === null) return null;
  const family = familyOf(patientId, merged);
  return [...seen.values()].some(
    (one) => family.has(one.patientId) && one.day < serviceDay && one.at <= createdAt,
  );
}

const people = Array.from({ length: 160 }, (_, index) => ({
  patientName: `Patient ${String.fromCharCode(65 + (index % 26))}${'abcdefgh'[Math.floor(index / 26)]}`,
  patientContact: `98${String((index * 48_271) % 100_000_000).padStart(8, '0')}`,
}));

/** Three months in a clinic of three doctors, with all kinds of days. Answers what is to be known of them besides the events. */
export async function threeMonths(clinic: TestClinic, days = 92): Promise<{ done: Done; notes: Notes }> {
  const { app, clock, doctorIds, store, environment } = clinic;
  const random = randomNumbers(7);
  const done: Done = new Map();
  const notes: Notes = { quotes: new Map(), returning: new Map(), seen: new Map(), merged: [] };
  const owners = new Map<TokenId, PatientId | null>();
  const rounds = makeRounds(environment);
  let today: ServiceDay = serviceDaySchema.parse(MONDAY);
  let retired: DoctorId | undefined;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  function see(token: Token): void {
    if (token.status === 'served' && token.patientId !== null) {
      notes.seen.set(token.id, { patientId: token.patientId, day: token.serviceDay, at: token.servedAt });
    } else notes.seen.delete(token.id);
  }

  async function act<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N> | undefined> {
    const answer: Result<CallOutput<N>> = await app.call(name, input, staff);
    if (!answer.ok) return undefined;
    done.set(name, (done.get(name) ?? 0) + 1);
    const value = answer.value as object;
    if ('status' in value && 'serviceDay' in value) {
      const token = value as Token;
      see(token);
      // Corrected, or a correction taken back: it is somebody else's.
      if (owners.has(token.id) && owners.get(token.id) !== token.patientId)
        notes.returning.set(token.id, wasHere(token, notes));
      owners.set(token.id, token.patientId);
    }
    return answer.value;
  }

  async function issue(source: Token['source'], doctorId: DoctorId, serviceDay?: ServiceDay): Promise<void> {
    const patient = pick(people);
    if (!patient) return;
    const wish = { doctorId, source, ...patient, ...(serviceDay && { serviceDay }) };
    const ticket = await act('tokens.issue', wish);
    if (!ticket) return;
    const { token, wait } = ticket;
    done.set(source, (done.get(source) ?? 0) + 1);
    notes.quotes.set(token.id, wait && { from: wait.from, to: wait.to });
    notes.returning.set(token.id, wasHere(token, notes));
    owners.set(token.id, token.patientId);
  }

  /** A copy of another, such as a transfer makes, is told of by what is written. */
  async function noteContinuing(doctorId: DoctorId, serviceDay: ServiceDay): Promise<void> {
    const book = await store.book({ doctorId, serviceDay }, today);
    for (const token of book?.tokens ?? []) {
      if (notes.returning.has(token.id)) continue;
      notes.returning.set(token.id, wasHere(token, notes));
      owners.set(token.id, token.patientId);
    }
  }

  async function step(doctorId: DoctorId): Promise<void> {
    const key = { doctorId, serviceDay: today };
    const book = await store.book(key, today);
    const tokens = book?.tokens ?? [];
    const stage = (wanted: string): Token | undefined =>
      tokens.find((token) => token.status === 'active' && token.stage === wanted);
    const inside = stage('in_consultation');
    const called = stage('called');
    const chance = random();
    if (inside && chance < 0.55) return void (await act('tokens.serve', { tokenId: inside.id }));
    if (called && chance < 0.5) return void (await act('tokens.start', { tokenId: called.id }));
    if (called && chance < 0.6) return void (await act('tokens.recall', { tokenId: called.id }));
    if (called && chance < 0.64) return void (await act('tokens.hold', { tokenId: called.id }));
    if (called && chance < 0.68) return void (await act('tokens.noShow', { tokenId: called.id }));
    if (chance < 0.34) return void (await act('queue.callNext', { doctorId }));
    if (chance < 0.52) return issue(random() < 0.7 ? 'walk_in' : 'follow_up', doctorId);
    if (chance < 0.55) return issue('paid', doctorId);
    if (chance < 0.58) return issue('emergency', doctorId);
    const token = pick(tokens.filter(isOpen)) ?? pick(tokens);
    if (!token) return issue('walk_in', doctorId);
    const tokenId = token.id;
    if (chance < 0.7) {
      const booked = stage('booked');
      return void (booked && (await act('tokens.checkIn', { tokenId: booked.id })));
    }
    if (chance < 0.75) return void (await act('tokens.cancel', { tokenId }));
    if (chance < 0.79) return void (await act('tokens.noShow', { tokenId }));
    if (chance < 0.83) {
      const gone = tokens.find(({ status }) => status === 'no_show');
      return void (gone && (await act('tokens.reinstate', { tokenId: gone.id })));
    }
    if (chance < 0.86) {
      const other = doctorIds.find((id) => id !== doctorId && id !== retired);
      if (other && (await act('tokens.transfer', { tokenId, doctorId: other })))
        await noteContinuing(other, today);
      return;
    }
    if (chance < 0.9) {
      await act('tokens.correct', { tokenId, patientName: `${pick(people)?.patientName}` });
      return;
    }
    if (chance < 0.96) return void (await act('tokens.undo', { tokenId }));
    if (chance < 0.97) return void (await act('tokens.upgrade', { tokenId, note: 'Chest pain' }));
    const slot = pick(book?.slots ?? []);
    if (slot && chance < 0.985)
      return void (await act('slots.change', {
        ...key,
        slotId: slot.id,
        capacity: Math.floor(random() * 4),
      }));
    if (slot) return void (await act('slots.close', { ...key, slotId: slot.id }));
  }

  for (let day = 0; day < days; day += 1) {
    clock.setTo(at('08:30', today));
    // On some evenings and mornings nobody has the app open, and the last days are never closed.
    if (day % 5 !== 3 && day < days - 3) await rounds.run();
    const working = doctorIds.filter((id) => id !== retired).slice(0, 2 + (day % 2));
    for (let booked = 0; booked < 3; booked += 1)
      await issue('online', working[booked % 2] as DoctorId, daysAfter(today, 1 + Math.floor(random() * 17)));
    for (let turn = 0; turn < 34; turn += 1) {
      clock.setTo(clock.now() + Math.floor(1 + random() * 900) * 1_000);
      // A clock that was ahead is set right.
      if (day % 17 === 8 && turn === 20) clock.setTo(clock.now() - 40 * 60_000);
      const doctorId = pick(working);
      if (doctorId) await step(doctorId);
    }
    if (day % 3 === 0) {
      const [doctorId] = working;
      if (doctorId) await act('books.close', { doctorId, serviceDay: today });
      if (doctorId && day % 9 === 0) await act('books.reopen', { doctorId, serviceDay: today });
    }
    if (day % 11 === 5) {
      const [one, other] = [...notes.seen].slice(-2);
      if (one && other && one[1].patientId !== other[1].patientId) {
        const pair = { tokenId: one[0], otherId: other[1].patientId };
        if (await act('patients.merge', pair)) notes.merged.push([one[1].patientId, pair.otherId]);
      }
    }
    if (day % 13 === 6) {
      const tokenIds = [...notes.seen.keys()].slice(0, 2);
      if (tokenIds.length > 0 && (await act('privacy.erase', { tokenIds })))
        for (const id of tokenIds) notes.seen.delete(id);
    }
    if (day === 60) {
      retired = doctorIds[2];
      if (retired) await act('doctors.save', { doctorId: retired, active: false, openTokens: 'keep' });
    }
    today = daysAfter(today, 1);
  }
  return { done, notes };
}

/** Every token of every book, from its events alone. */
export async function everyVisit(
  { store, doctorIds }: TestClinic,
  notes: Notes,
  from: ServiceDay,
  to: ServiceDay,
): Promise<{
  readonly visits: PlainVisit[];
  readonly events: TokenEvent[];
  readonly slots: readonly (Slot & { readonly doctorId: DoctorId; readonly day: ServiceDay })[];
}> {
  const visits: PlainVisit[] = [];
  const all: TokenEvent[] = [];
  const slots: (Slot & { doctorId: DoctorId; day: ServiceDay })[] = [];
  const touched = new Set(
    (await store.booksFrom(from)).map(({ doctorId, serviceDay }) => `${doctorId} ${serviceDay}`),
  );
  for (const doctorId of doctorIds) {
    for (let day = from; day <= to; day = daysAfter(day, 1)) {
      if (!touched.has(`${doctorId} ${day}`)) continue;
      const key = { doctorId, serviceDay: day };
      const book = await store.book(key, from);
      const events = (await store.events(key)).filter(isTokenEvent);
      for (const slot of book?.slots ?? []) slots.push({ ...slot, doctorId, day });
      all.push(...events);
      const ids = new Set(events.map(({ after }) => after.id));
      for (const id of ids) {
        const own = events.filter(({ after }) => after.id === id);
        visits.push(
          replay(own, book?.slots ?? [], {
            quote: notes.quotes.get(id) ?? null,
            returning: notes.returning.get(id) ?? null,
          }),
        );
      }
    }
  }
  return { visits, events: all, slots };
}
