import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3';
import type { BookKey } from '../../../shared/model/book';
import { type BookEvent, isSlotEvent, isTokenEvent, slotEventTypes } from '../../../shared/model/event';
import type { DoctorId, PatientId, TokenId } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import type { EventStore } from '../events';
import type { BookChange } from '../transact';
import { eventColumns, eventOf, writtenEvent } from './event-body';
import { type Forgetting, forgetting, type Gone } from './event-forgetting';
import { packedId, unpackedId } from './packed-id';
import { forgettingOthers } from './remembered';
import { first, type Row } from './rows';
import type { WordTable } from './words';

type Cursor = Parameters<EventStore['recentChanges']>[2];

export interface EventTable {
  readonly face: EventStore;
  appendEvents(change: BookChange): void;
  /** Within a transaction that may change events: takes somebody whose token this once was out of what happened with it. */
  forgetPatient(tokenId: TokenId, gone: Gone, others: ReadonlyMap<string, PatientId>): Forgetting;
  /** Events were changed: a patient was erased from them. */
  forgetAll(): void;
}

/** More changes than a page has. */
const MOST_KEPT = 2_000;

export function eventTable(database: Database.Database, words: WordTable): EventTable {
  const select = `SELECT ${eventColumns} FROM book_events`;
  const insert = database.prepare(
    `INSERT INTO book_events (doctor_id, service_day, revision, type, at, token_id, actor, reason, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // Left to itself SQLite reads the day of all doctors, which is in order already.
  const selectOfBook = `${select} INDEXED BY book_events_by_book WHERE doctor_id = ? AND service_day = ?`;
  const ofBook = database.prepare(`${selectOfBook} ORDER BY id`);
  const ofRevision = database.prepare(`${selectOfBook} AND revision = ? ORDER BY id`);
  const closing = database.prepare(
    `SELECT max(revision) AS revision FROM book_events
     WHERE doctor_id = ? AND service_day = ? AND type = 'bookClosed'`,
  );
  const ofSlots = database.prepare(
    `${selectOfBook} AND type IN (${slotEventTypes.map((type) => `'${type}'`).join(', ')}) ORDER BY id`,
  );
  const ofToken = database.prepare(`${select} WHERE token_id = ? AND id <= ? ORDER BY id`);
  const recent = database.prepare(
    `SELECT doctor_id, revision FROM book_events WHERE service_day = @day AND token_id IS NOT NULL
       AND (@revision IS NULL OR id < (SELECT min(id) FROM book_events
         WHERE doctor_id = @doctorId AND service_day = @day AND revision = @revision))
     ORDER BY id DESC LIMIT @limit OFFSET @offset`,
  );
  const calls = database.prepare(
    `${select} WHERE service_day = ? AND type IN ('tokenCalled', 'tokenRecalled') ORDER BY id DESC LIMIT ?`,
  );
  const last = database.prepare('SELECT max(at) AS at FROM book_events');
  const rewrite = database.prepare('UPDATE book_events SET body = ? WHERE id = ?');
  const revisions = new Map<string, readonly BookEvent[]>();
  const look = forgettingOthers(database, () => revisions.clear());
  // Tokens as an event has left them: whoever has one of these in hand has what the events give.
  const onRecord = new WeakSet<Token>();

  /** Their words written out. */
  function rowsOf(statement: Database.Statement, ...given: unknown[]): Row[] {
    return (statement.all(...given) as Readonly<Record<string, Row[string] | Buffer>>[]).map((kept) => {
      const row = { ...kept } as Record<string, Row[string]>;
      for (const column of ['doctor_id', 'service_day', 'actor', 'reason']) {
        const number = kept[column];
        if (typeof number === 'number') row[column] = words.wordOf(number);
      }
      if (Buffer.isBuffer(kept.token_id)) row.token_id = unpackedId(kept.token_id);
      return row;
    });
  }

  /** As the columns keep a word: no number that any has, if no event has that word. */
  const numberOf = (word: string): number => words.find(word) ?? 0;
  const ofKey = ({ doctorId, serviceDay }: BookKey): [number, number] => [
    numberOf(doctorId),
    numberOf(serviceDay),
  ];

  /** All of these, oldest first; of each token either all events up to then are among them, or none before. */
  function eventsOf(rows: readonly Row[]): BookEvent[] {
    const tokens = new Map<Row[string], Token>();
    return rows.map((row) => {
      const event = eventOf(row, tokens.get(row.token_id ?? null));
      if (isTokenEvent(event)) tokens.set(row.token_id ?? null, event.after);
      return event;
    });
  }

  /** Some of a book's, in any order: what they change is looked up. */
  function someOf(rows: readonly Row[]): BookEvent[] {
    const found = new Map<Row[string], BookEvent>();
    const inOrder = [...rows].sort((one, next) => Number(one.id) - Number(next.id));
    const lastOf = new Map(inOrder.map(({ token_id, id }) => [token_id ?? null, id]));
    for (const [tokenId, id] of lastOf) {
      if (tokenId === null) continue;
      const past = rowsOf(ofToken, packedId(String(tokenId)), id);
      for (const [index, event] of eventsOf(past).entries()) found.set(past[index]?.id ?? null, event);
    }
    return rows.map((row) => found.get(row.id ?? null) ?? eventOf(row, undefined));
  }

  function historyOf(tokenId: TokenId): ReturnType<EventStore['tokenHistory']> {
    const rows = rowsOf(ofToken, packedId(tokenId), Number.MAX_SAFE_INTEGER);
    return eventsOf(rows).flatMap((event, index) =>
      isTokenEvent(event) ? [{ revision: Number(rows[index]?.revision), event }] : [],
    );
  }

  /** Whether the events of this token give just this. Looked up once; from then on it is known by itself. */
  function isOnRecord(token: Token): boolean {
    if (onRecord.has(token)) return true;
    const event = historyOf(token.id).at(-1)?.event;
    const isSame = event !== undefined && isDeepStrictEqual(event.after, token);
    if (isSame) onRecord.add(token);
    return isSame;
  }

  /** What a commit left stays as it is, and every window asks for it: it is read once. */
  function committedEvents(day: ServiceDay, doctorId: DoctorId, revision: number): readonly BookEvent[] {
    const read = (): readonly BookEvent[] =>
      someOf(rowsOf(ofRevision, ...ofKey({ doctorId, serviceDay: day }), revision));
    // What is not committed yet may be unwound, and its revision be another change.
    if (database.inTransaction) return read();
    look();
    if (revisions.size >= MOST_KEPT) revisions.clear();
    const name = `${doctorId} ${day} ${revision}`;
    const events = revisions.get(name) ?? read();
    revisions.set(name, events);
    return events;
  }

  /** Read from the end until there are enough: a revision's events stand together. */
  function latestRevisions(
    day: ServiceDay,
    limit: number,
    before: Cursor,
  ): { doctorId: DoctorId; revision: number }[] {
    const asked = {
      day: numberOf(day),
      doctorId: before ? numberOf(before.doctorId) : null,
      revision: before?.revision ?? null,
      limit,
    };
    const found = new Map<string, { doctorId: DoctorId; revision: number }>();
    for (let offset = 0; ; offset += limit) {
      const rows = recent.all({ ...asked, offset }) as Row[];
      for (const row of rows) {
        const doctorId = words.wordOf(Number(row.doctor_id)) as DoctorId;
        const revision = Number(row.revision);
        found.set(`${doctorId} ${revision}`, { doctorId, revision });
        if (found.size === limit) return [...found.values()];
      }
      if (rows.length < limit) return [...found.values()];
    }
  }

  return {
    appendEvents({ book, events }) {
      for (const event of events) {
        const token = isTokenEvent(event) ? event.after : null;
        const { actor, reason, body } = writtenEvent(event, isOnRecord);
        insert.run(
          words.numberOf(book.doctorId),
          words.numberOf(book.serviceDay),
          book.revision,
          event.type,
          event.at,
          token && packedId(token.id),
          actor === null ? null : words.numberOf(actor),
          words.numberOf(reason),
          body,
        );
        if (token) onRecord.add(token);
      }
    },
    forgetPatient(tokenId, gone, others) {
      const rows = rowsOf(ofToken, packedId(tokenId), Number.MAX_SAFE_INTEGER);
      const events = eventsOf(rows).filter(isTokenEvent);
      const told = events.map((event, index) => ({ event, body: String(rows[index]?.body) }));
      const forgotten = forgetting(told, gone, others);
      for (const [index, body] of forgotten.bodies.entries())
        if (body !== told[index]?.body) rewrite.run(body, rows[index]?.id);
      return forgotten;
    },
    forgetAll: () => revisions.clear(),
    face: {
      events: (key) => eventsOf(rowsOf(ofBook, ...ofKey(key))),
      revisionEvents: (key, revision) => someOf(rowsOf(ofRevision, ...ofKey(key), revision)),
      lastClosing: (key) => {
        const revision = first(closing, ...ofKey(key))?.revision;
        if (typeof revision !== 'number') return [];
        return someOf(rowsOf(ofRevision, ...ofKey(key), revision));
      },
      slotEvents: (key) => eventsOf(rowsOf(ofSlots, ...ofKey(key))).filter(isSlotEvent),
      tokenHistory: historyOf,
      recentChanges: (day, limit, before) =>
        latestRevisions(day, limit, before).map(({ doctorId, revision }) => ({
          key: { doctorId, serviceDay: day },
          revision,
          events: committedEvents(day, doctorId, revision),
        })),
      latestCalls: (day, limit) => someOf(rowsOf(calls, numberOf(day), limit)).filter(isTokenEvent),
      lastEventAt: () => {
        const at = first(last)?.at;
        return typeof at === 'number' ? at : undefined;
      },
    },
  };
}
