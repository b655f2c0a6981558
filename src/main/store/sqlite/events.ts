import type Database from 'better-sqlite3';
import { type BookEvent, isSlotEvent, isTokenEvent, slotEventTypes } from '../../../shared/model/event';
import { type DoctorId, doctorIdSchema } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import type { EventStore } from '../events';
import type { BookChange } from '../transact';
import { all, first, type Row } from './rows';

/** An event as it was written; what events and tokens did not remember then has its usual start. */
function bodyOf(row: Row): BookEvent {
  const written = JSON.parse(String(row.body)) as BookEvent;
  const event = { ...written, by: written.by ?? null };
  if (!isTokenEvent(event)) return event;
  return { ...event, before: event.before && completeToken(event.before), after: completeToken(event.after) };
}

/** What tokens did not remember before, as it is at the start. */
const newFacts: Partial<Token> = { precedence: null, lostSlotId: null, upgradedFrom: null, leftDoorAt: null };
const newOfActive: Partial<Token> = { heldAt: null, heldFor: null, unanswered: 0 };

function completeToken(token: Token): Token {
  const start = token.status === 'active' ? { ...newFacts, ...newOfActive } : newFacts;
  return { ...start, ...token };
}

type Cursor = Parameters<EventStore['recentChanges']>[2];

export interface EventTable {
  readonly face: EventStore;
  appendEvents(change: BookChange): void;
}

export function eventTable(database: Database.Database): EventTable {
  const insert = database.prepare(
    `INSERT INTO book_events (doctor_id, service_day, revision, type, at, token_id, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofBook = database.prepare(
    'SELECT body FROM book_events WHERE doctor_id = ? AND service_day = ? ORDER BY id',
  );
  const ofRevision = database.prepare(
    'SELECT body FROM book_events WHERE doctor_id = ? AND service_day = ? AND revision = ? ORDER BY id',
  );
  const closing = database.prepare(
    `SELECT max(revision) AS revision FROM book_events
     WHERE doctor_id = ? AND service_day = ? AND type = 'bookClosed'`,
  );
  const ofSlots = database.prepare(
    `SELECT body FROM book_events WHERE doctor_id = ? AND service_day = ?
       AND type IN (${slotEventTypes.map((type) => `'${type}'`).join(', ')}) ORDER BY id`,
  );
  const ofToken = database.prepare('SELECT revision, body FROM book_events WHERE token_id = ? ORDER BY id');
  const recent = database.prepare(
    `SELECT doctor_id, revision FROM book_events WHERE service_day = @day AND token_id IS NOT NULL
       AND (@revision IS NULL OR id < (SELECT min(id) FROM book_events
         WHERE doctor_id = @doctorId AND service_day = @day AND revision = @revision))
     ORDER BY id DESC`,
  );
  const calls = database.prepare(
    `SELECT body FROM book_events WHERE service_day = ? AND type IN ('tokenCalled', 'tokenRecalled')
     ORDER BY id DESC LIMIT ?`,
  );
  const last = database.prepare('SELECT max(at) AS at FROM book_events');
  /** Read from the end until there are enough: a revision's events stand together. */
  function latestRevisions(
    day: ServiceDay,
    limit: number,
    before: Cursor,
  ): { doctorId: DoctorId; revision: number }[] {
    const asked = { day, doctorId: before?.doctorId ?? null, revision: before?.revision ?? null };
    const found = new Map<string, { doctorId: DoctorId; revision: number }>();
    for (const row of recent.iterate(asked) as IterableIterator<Row>) {
      const doctorId = doctorIdSchema.parse(row.doctor_id);
      const revision = Number(row.revision);
      found.set(`${doctorId} ${revision}`, { doctorId, revision });
      if (found.size === limit) break;
    }
    return [...found.values()];
  }

  return {
    appendEvents({ book, events }) {
      for (const event of events) {
        const tokenId = isTokenEvent(event) ? event.after.id : null;
        const body = JSON.stringify(event);
        insert.run(book.doctorId, book.serviceDay, book.revision, event.type, event.at, tokenId, body);
      }
    },
    face: {
      events: (key) => all(ofBook, key.doctorId, key.serviceDay).map(bodyOf),
      revisionEvents: (key, revision) => all(ofRevision, key.doctorId, key.serviceDay, revision).map(bodyOf),
      lastClosing: (key) => {
        const revision = first(closing, key.doctorId, key.serviceDay)?.revision;
        if (typeof revision !== 'number') return [];
        return all(ofRevision, key.doctorId, key.serviceDay, revision).map(bodyOf);
      },
      slotEvents: (key) => all(ofSlots, key.doctorId, key.serviceDay).map(bodyOf).filter(isSlotEvent),
      tokenHistory: (tokenId) =>
        all(ofToken, tokenId).flatMap((row) => {
          const event = bodyOf(row);
          return isTokenEvent(event) ? [{ revision: Number(row.revision), event }] : [];
        }),
      recentChanges: (day, limit, before) =>
        latestRevisions(day, limit, before).map(({ doctorId, revision }) => ({
          key: { doctorId, serviceDay: day },
          revision,
          events: all(ofRevision, doctorId, day, revision).map(bodyOf),
        })),
      latestCalls: (day, limit) => all(calls, day, limit).map(bodyOf).filter(isTokenEvent),
      lastEventAt: () => {
        const at = first(last)?.at;
        return typeof at === 'number' ? at : undefined;
      },
    },
  };
}
