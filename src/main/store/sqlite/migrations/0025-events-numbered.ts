import type { Migration } from '../migration';
import { packedId } from '../packed-id';

/**
 * What stands in very many events is a number, of a word that is kept once: doctor, day, who it was, and why in general;
 * a token is bytes. Bodies of events that are there stay as they were written. And one index of a day's tokens is enough.
 */
export const eventsNumbered: Migration = {
  version: 25,
  name: 'events-numbered',
  functions: { packed_id: packedId },
  sql: `
INSERT INTO words (word)
  SELECT doctor_id FROM book_events UNION SELECT service_day FROM book_events EXCEPT SELECT word FROM words;

CREATE TABLE short_events (
  id INTEGER PRIMARY KEY,
  doctor_id INTEGER NOT NULL REFERENCES words (id),
  service_day INTEGER NOT NULL REFERENCES words (id),
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  token_id ANY,
  actor INTEGER REFERENCES words (id),
  reason INTEGER REFERENCES words (id),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
INSERT INTO short_events (id, doctor_id, service_day, revision, type, at, token_id, body)
  SELECT id, (SELECT words.id FROM words WHERE word = book_events.doctor_id),
    (SELECT words.id FROM words WHERE word = book_events.service_day),
    revision, type, at, iif(token_id IS NULL, NULL, packed_id(token_id)), body
  FROM book_events ORDER BY id;
DROP TABLE book_events;
DROP INDEX tokens_in_order;
ALTER TABLE short_events RENAME TO book_events;
CREATE INDEX book_events_by_book ON book_events (doctor_id, service_day, revision);
CREATE INDEX book_events_by_token ON book_events (token_id) WHERE token_id IS NOT NULL;
CREATE INDEX book_events_by_time ON book_events (at);
CREATE INDEX book_events_by_day ON book_events (service_day, id);
CREATE INDEX book_events_of_calls ON book_events (service_day, id)
  WHERE type IN ('tokenCalled', 'tokenRecalled');

CREATE TRIGGER book_events_are_never_changed BEFORE UPDATE ON book_events
WHEN NOT EXISTS (SELECT 1 FROM erasing)
  OR NEW.id IS NOT OLD.id OR NEW.doctor_id IS NOT OLD.doctor_id OR NEW.service_day IS NOT OLD.service_day
  OR NEW.revision IS NOT OLD.revision OR NEW.type IS NOT OLD.type OR NEW.at IS NOT OLD.at
  OR NEW.token_id IS NOT OLD.token_id OR NEW.actor IS NOT OLD.actor OR NEW.reason IS NOT OLD.reason
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER book_events_are_never_deleted BEFORE DELETE ON book_events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;`,
};
