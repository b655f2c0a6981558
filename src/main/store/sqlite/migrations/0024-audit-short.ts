import type { Migration } from '../migration';
import { packedId } from '../packed-id';

/**
 * A line of the audit takes half of its bytes: what stands in very many lines is a number, of a word that is kept once; its
 * token and its hash are bytes. What is hashed is the line as before, letter by letter, so that the chain stays what it
 * was; a hash that is none, in lines that somebody changed, stays as it stands.
 */
export const auditShort: Migration = {
  version: 24,
  name: 'audit-short',
  functions: { packed_id: packedId },
  sql: `
CREATE TABLE words (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO words (word)
  SELECT kind FROM audit UNION SELECT actor FROM audit
  UNION SELECT doctor_id FROM audit WHERE doctor_id IS NOT NULL
  UNION SELECT service_day FROM audit WHERE service_day IS NOT NULL
  UNION SELECT person_id FROM audit WHERE person_id IS NOT NULL;

CREATE TABLE short_audit (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  at INTEGER NOT NULL,
  kind INTEGER NOT NULL REFERENCES words (id),
  actor INTEGER NOT NULL REFERENCES words (id),
  person_id INTEGER REFERENCES words (id),
  doctor_id INTEGER REFERENCES words (id),
  service_day INTEGER REFERENCES words (id),
  token_id ANY,
  reason_code TEXT,
  reason_text TEXT,
  reason_salt TEXT,
  reason_seal TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  hash ANY NOT NULL CHECK (length(hash) = iif(typeof(hash) = 'blob', 32, 64))
) STRICT;
INSERT INTO short_audit (id, at, kind, actor, person_id, doctor_id, service_day, token_id,
    reason_code, reason_text, reason_salt, reason_seal, details, hash)
  SELECT id, at,
    (SELECT words.id FROM words WHERE word = audit.kind), (SELECT words.id FROM words WHERE word = audit.actor),
    (SELECT words.id FROM words WHERE word = audit.person_id), (SELECT words.id FROM words WHERE word = audit.doctor_id),
    (SELECT words.id FROM words WHERE word = audit.service_day),
    iif(token_id IS NULL, NULL, packed_id(token_id)),
    reason_code, reason_text, reason_salt, reason_seal, details,
    iif(lower(hex(unhex(hash))) = hash, unhex(hash), hash)
  FROM audit ORDER BY id;
DROP TABLE audit;
ALTER TABLE short_audit RENAME TO audit;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_kind ON audit (kind, id);
CREATE INDEX audit_by_token ON audit (token_id, id) WHERE token_id IS NOT NULL;
CREATE INDEX audit_by_doctor ON audit (doctor_id, id) WHERE doctor_id IS NOT NULL;
CREATE INDEX audit_by_person ON audit (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX audit_by_reason ON audit (at, kind, reason_code) WHERE reason_code IS NOT NULL;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.reason_text IS NOT NULL OR NEW.reason_salt IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.kind IS NOT OLD.kind OR NEW.actor IS NOT OLD.actor
  OR NEW.person_id IS NOT OLD.person_id OR NEW.doctor_id IS NOT OLD.doctor_id
  OR NEW.service_day IS NOT OLD.service_day OR NEW.token_id IS NOT OLD.token_id
  OR NEW.reason_code IS NOT OLD.reason_code OR NEW.reason_seal IS NOT OLD.reason_seal
  OR NEW.details IS NOT OLD.details OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER words_are_never_changed BEFORE UPDATE ON words
BEGIN SELECT RAISE(ABORT, 'words are append-only'); END;
CREATE TRIGGER words_are_never_deleted BEFORE DELETE ON words
BEGIN SELECT RAISE(ABORT, 'words are append-only'); END;`,
};
