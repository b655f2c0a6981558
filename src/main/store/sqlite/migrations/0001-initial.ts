import type { Migration } from '../migration';

/** The schema itself forbids the worst: doubled numbers, overlapping slots, two called at once, lost history. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  sql: `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE doctors (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  specialization TEXT NOT NULL,
  room TEXT NOT NULL,
  prefix TEXT NOT NULL UNIQUE,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE schedule_templates (
  id INTEGER PRIMARY KEY,
  doctor_id TEXT NOT NULL REFERENCES doctors (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  start_minute INTEGER NOT NULL CHECK (start_minute >= 0),
  end_minute INTEGER NOT NULL CHECK (end_minute > start_minute),
  slot_minutes INTEGER NOT NULL CHECK (slot_minutes > 0),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 0 AND 500)
) STRICT;

CREATE TABLE leaves (
  doctor_id TEXT NOT NULL REFERENCES doctors (id),
  service_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (doctor_id, service_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE books (
  doctor_id TEXT NOT NULL REFERENCES doctors (id),
  service_day TEXT NOT NULL CHECK (service_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  revision INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (doctor_id, service_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE slots (
  id TEXT PRIMARY KEY,
  doctor_id TEXT NOT NULL,
  service_day TEXT NOT NULL,
  start_minute INTEGER NOT NULL CHECK (start_minute >= 0),
  end_minute INTEGER NOT NULL CHECK (end_minute > start_minute),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 0 AND 500),
  overflow INTEGER CHECK (overflow BETWEEN 0 AND 500),
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  delay_minutes INTEGER NOT NULL CHECK (delay_minutes >= 0),
  FOREIGN KEY (doctor_id, service_day) REFERENCES books (doctor_id, service_day)
) STRICT;
CREATE INDEX slots_by_book ON slots (doctor_id, service_day);

CREATE TRIGGER slots_do_not_overlap_on_insert BEFORE INSERT ON slots
WHEN EXISTS (
  SELECT 1 FROM slots s WHERE s.doctor_id = NEW.doctor_id AND s.service_day = NEW.service_day AND s.id <> NEW.id
    AND s.start_minute < NEW.end_minute AND NEW.start_minute < s.end_minute)
BEGIN SELECT RAISE(ABORT, 'slots overlap'); END;

CREATE TRIGGER slots_do_not_overlap_on_update BEFORE UPDATE OF start_minute, end_minute ON slots
WHEN EXISTS (
  SELECT 1 FROM slots s WHERE s.doctor_id = NEW.doctor_id AND s.service_day = NEW.service_day AND s.id <> NEW.id
    AND s.start_minute < NEW.end_minute AND NEW.start_minute < s.end_minute)
BEGIN SELECT RAISE(ABORT, 'slots overlap'); END;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  doctor_id TEXT NOT NULL,
  service_day TEXT NOT NULL,
  series TEXT NOT NULL CHECK (series IN ('main', 'paper')),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  number TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('emergency', 'paid', 'follow_up', 'walk_in', 'online')),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
  channel TEXT NOT NULL CHECK (channel IN ('kiosk', 'desk', 'http', 'paper')),
  patient_name TEXT NOT NULL CHECK (length(patient_name) > 0),
  patient_contact TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  checked_in_at INTEGER,
  displacements INTEGER NOT NULL CHECK (displacements >= 0),
  wished_slot_id TEXT REFERENCES slots (id),
  note TEXT NOT NULL,
  transferred_from TEXT REFERENCES tokens (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL CHECK (status IN ('active', 'waiting', 'displaced', 'served', 'cancelled', 'no_show')),
  slot_id TEXT REFERENCES slots (id) DEFERRABLE INITIALLY DEFERRED,
  seated_at INTEGER,
  extra INTEGER CHECK (extra IN (0, 1)),
  stage TEXT CHECK (stage IN ('booked', 'checked_in', 'called', 'in_consultation', 'on_hold')),
  recalls INTEGER,
  called_at INTEGER,
  started_at INTEGER,
  last_called_at INTEGER,
  held_at_call INTEGER,
  listed_at INTEGER,
  list_sequence REAL,
  served_at INTEGER,
  cancelled_at INTEGER,
  cancel_reason TEXT,
  last_slot_id TEXT REFERENCES slots (id),
  transferred_to TEXT REFERENCES tokens (id) DEFERRABLE INITIALLY DEFERRED,
  no_show_at INTEGER,
  UNIQUE (doctor_id, service_day, series, sequence),
  CHECK (status <> 'active' OR (slot_id IS NOT NULL AND stage IS NOT NULL AND extra IS NOT NULL)),
  CHECK (status <> 'served' OR (slot_id IS NOT NULL AND served_at IS NOT NULL)),
  CHECK (status NOT IN ('waiting', 'displaced') OR (slot_id IS NULL AND list_sequence IS NOT NULL)),
  CHECK (status NOT IN ('cancelled', 'no_show') OR slot_id IS NULL),
  CHECK (stage IS NULL OR status = 'active'),
  FOREIGN KEY (doctor_id, service_day) REFERENCES books (doctor_id, service_day)
) STRICT;
CREATE INDEX tokens_by_contact ON tokens (patient_contact, service_day);
CREATE UNIQUE INDEX one_called_per_book ON tokens (doctor_id, service_day) WHERE stage = 'called';
CREATE UNIQUE INDEX one_in_consultation_per_book ON tokens (doctor_id, service_day) WHERE stage = 'in_consultation';

CREATE TRIGGER tokens_keep_their_number BEFORE UPDATE ON tokens
WHEN OLD.number <> NEW.number OR OLD.sequence <> NEW.sequence OR OLD.series <> NEW.series
  OR OLD.doctor_id <> NEW.doctor_id OR OLD.service_day <> NEW.service_day
BEGIN SELECT RAISE(ABORT, 'a token number never changes'); END;
CREATE TRIGGER tokens_are_never_deleted BEFORE DELETE ON tokens
BEGIN SELECT RAISE(ABORT, 'tokens are never deleted'); END;

CREATE TABLE book_events (
  id INTEGER PRIMARY KEY,
  doctor_id TEXT NOT NULL,
  service_day TEXT NOT NULL,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  token_id TEXT REFERENCES tokens (id),
  body TEXT NOT NULL CHECK (json_valid(body)),
  FOREIGN KEY (doctor_id, service_day) REFERENCES books (doctor_id, service_day)
) STRICT;
CREATE INDEX book_events_by_book ON book_events (doctor_id, service_day, revision);
CREATE INDEX book_events_by_token ON book_events (token_id);
CREATE TRIGGER book_events_are_never_changed BEFORE UPDATE ON book_events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER book_events_are_never_deleted BEFORE DELETE ON book_events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE requests (
  id TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_jobs (
  id TEXT PRIMARY KEY,
  token_id TEXT NOT NULL REFERENCES tokens (id),
  state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'sent', 'failed', 'unknown', 'reprinted')),
  pdf_path TEXT,
  printer TEXT,
  problem TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX print_jobs_by_state ON print_jobs (state);
CREATE INDEX print_jobs_by_token ON print_jobs (token_id);
`,
};
