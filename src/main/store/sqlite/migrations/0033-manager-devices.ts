import type { Migration } from '../migration';

/**
 * A phone may see the live page alone. Which roles there are is the contract's business; a table says it in a way that
 * cannot be changed, so it is made anew, with what refers to it checked at the end.
 */
export const managerDevices: Migration = {
  version: 33,
  name: 'manager-devices',
  sql: `
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE devices_before AS SELECT * FROM devices ORDER BY rowid;
DROP TABLE devices;
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  role TEXT NOT NULL CHECK (role IN ('reception', 'doctor', 'kiosk', 'board', 'booking', 'manager')),
  doctor_id TEXT REFERENCES doctors (id) CHECK (doctor_id IS NULL OR role = 'doctor'),
  secret_hash TEXT NOT NULL UNIQUE CHECK (length(secret_hash) = 64),
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER,
  revoked_at INTEGER,
  shows TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shows))
) STRICT;
INSERT INTO devices (id, name, role, doctor_id, secret_hash, created_at, last_seen_at, revoked_at, shows)
  SELECT id, name, role, doctor_id, secret_hash, created_at, last_seen_at, revoked_at, shows FROM devices_before;
DROP TABLE devices_before;`,
};
