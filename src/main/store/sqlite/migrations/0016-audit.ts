import type { Migration } from '../migration';

/**
 * Who did or looked at what. A line bears the hash of the line before it and its own content; the last one is kept in
 * `audit_head` as well, so that lines cut off at the end are missed. Somebody’s words stand outside of the hash, sealed
 * in it, and are all that may ever be changed: to nothing, while the door for erasing is open.
 *
 * Through that door alone events may lose a patient’s name too. It is a row that points at one there never is, checked
 * when the transaction ends: whoever leaves it open cannot commit.
 */
export const audit: Migration = {
  version: 16,
  name: 'audit',
  sql: `
CREATE TABLE audit (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (json_valid(actor)),
  doctor_id TEXT,
  service_day TEXT,
  token_id TEXT,
  reason_code TEXT,
  reason_text TEXT,
  reason_salt TEXT,
  reason_seal TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  person_id TEXT GENERATED ALWAYS AS (json_extract(actor, '$.personId')) VIRTUAL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_kind ON audit (kind, id);
CREATE INDEX audit_by_token ON audit (token_id, id) WHERE token_id IS NOT NULL;
CREATE INDEX audit_by_doctor ON audit (doctor_id, id) WHERE doctor_id IS NOT NULL;
CREATE INDEX audit_by_person ON audit (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX audit_by_reason ON audit (at, kind, reason_code) WHERE reason_code IS NOT NULL;

CREATE TABLE audit_head (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (only, id, hash) VALUES (1, 0, '');

CREATE TABLE no_rows (id INTEGER PRIMARY KEY CHECK (id IS NULL)) STRICT;
CREATE TABLE erasing (
  door INTEGER PRIMARY KEY CHECK (door = 1),
  must_be_closed INTEGER NOT NULL REFERENCES no_rows (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.reason_text IS NOT NULL OR NEW.reason_salt IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.kind IS NOT OLD.kind OR NEW.actor IS NOT OLD.actor
  OR NEW.doctor_id IS NOT OLD.doctor_id OR NEW.service_day IS NOT OLD.service_day
  OR NEW.token_id IS NOT OLD.token_id OR NEW.reason_code IS NOT OLD.reason_code
  OR NEW.reason_seal IS NOT OLD.reason_seal OR NEW.details IS NOT OLD.details OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

DROP TRIGGER book_events_are_never_changed;
CREATE TRIGGER book_events_are_never_changed BEFORE UPDATE ON book_events
WHEN NOT EXISTS (SELECT 1 FROM erasing)
  OR NEW.id IS NOT OLD.id OR NEW.doctor_id IS NOT OLD.doctor_id OR NEW.service_day IS NOT OLD.service_day
  OR NEW.revision IS NOT OLD.revision OR NEW.type IS NOT OLD.type OR NEW.at IS NOT OLD.at
  OR NEW.token_id IS NOT OLD.token_id
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
`,
};
