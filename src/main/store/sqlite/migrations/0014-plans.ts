import type { Migration } from '../migration';

/** A random id as SQLite can make it. */
const UUID = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'
  || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;

/**
 * What days are planned by: sessions that hold for a time, leave of more days or a part of one, sessions of one day, and
 * when the whole clinic is closed. A slot that is closed leaves its time to another one.
 */
export const plans: Migration = {
  version: 14,
  name: 'plans',
  sql: `
ALTER TABLE doctors ADD COLUMN name_in TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(name_in));
ALTER TABLE doctors ADD COLUMN minutes_per_patient INTEGER CHECK (minutes_per_patient > 0);
ALTER TABLE doctors ADD COLUMN photo TEXT;
CREATE TABLE doctor_photos (
  doctor_id TEXT PRIMARY KEY REFERENCES doctors (id),
  type TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;

ALTER TABLE schedule_templates ADD COLUMN emergency_seats INTEGER CHECK (emergency_seats BETWEEN 0 AND 500);
ALTER TABLE schedule_templates ADD COLUMN emergency_percent INTEGER CHECK (emergency_percent BETWEEN 0 AND 100);
ALTER TABLE schedule_templates ADD COLUMN valid_from TEXT;
ALTER TABLE schedule_templates ADD COLUMN valid_to TEXT CHECK (valid_to >= valid_from);
CREATE INDEX schedule_templates_by_doctor ON schedule_templates (doctor_id);

ALTER TABLE leaves RENAME TO old_leaves;
CREATE TABLE leaves (
  id TEXT PRIMARY KEY,
  doctor_id TEXT NOT NULL REFERENCES doctors (id),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  start_minute INTEGER,
  end_minute INTEGER CHECK (end_minute > start_minute),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX leaves_by_doctor ON leaves (doctor_id, last_day);
INSERT INTO leaves (id, doctor_id, first_day, last_day, reason)
  SELECT ${UUID}, doctor_id, service_day, service_day, iif(reason = '', 'Leave', reason) FROM old_leaves;
DROP TABLE old_leaves;

CREATE TABLE one_off_sessions (
  id TEXT PRIMARY KEY,
  doctor_id TEXT NOT NULL REFERENCES doctors (id),
  service_day TEXT NOT NULL,
  start_minute INTEGER NOT NULL CHECK (start_minute >= 0),
  end_minute INTEGER NOT NULL CHECK (end_minute > start_minute),
  slot_minutes INTEGER NOT NULL CHECK (slot_minutes > 0),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 0 AND 500),
  emergency_seats INTEGER CHECK (emergency_seats BETWEEN 0 AND 500),
  emergency_percent INTEGER CHECK (emergency_percent BETWEEN 0 AND 100)
) STRICT, WITHOUT ROWID;
CREATE INDEX one_off_sessions_by_doctor ON one_off_sessions (doctor_id, service_day);

CREATE TABLE closures (
  id TEXT PRIMARY KEY,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  start_minute INTEGER,
  end_minute INTEGER CHECK (end_minute > start_minute),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX closures_by_day ON closures (last_day);

DROP TRIGGER slots_do_not_overlap_on_insert;
DROP TRIGGER slots_do_not_overlap_on_update;
CREATE TRIGGER slots_do_not_overlap_on_insert BEFORE INSERT ON slots
WHEN NEW.status = 'open' AND EXISTS (
  SELECT 1 FROM slots s WHERE s.doctor_id = NEW.doctor_id AND s.service_day = NEW.service_day AND s.id <> NEW.id
    AND s.status = 'open' AND s.start_minute < NEW.end_minute AND NEW.start_minute < s.end_minute)
BEGIN SELECT RAISE(ABORT, 'slots overlap'); END;
CREATE TRIGGER slots_do_not_overlap_on_update BEFORE UPDATE OF start_minute, end_minute, status ON slots
WHEN NEW.status = 'open' AND EXISTS (
  SELECT 1 FROM slots s WHERE s.doctor_id = NEW.doctor_id AND s.service_day = NEW.service_day AND s.id <> NEW.id
    AND s.status = 'open' AND s.start_minute < NEW.end_minute AND NEW.start_minute < s.end_minute)
BEGIN SELECT RAISE(ABORT, 'slots overlap'); END;
`,
};
