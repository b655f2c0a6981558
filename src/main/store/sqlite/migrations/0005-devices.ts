import type { Migration } from '../migration';

/** Other PCs, tablets and programs that may talk to this one. Of a secret only the hash is kept. */
export const devices: Migration = {
  version: 5,
  name: 'devices',
  sql: `
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  role TEXT NOT NULL CHECK (role IN ('reception', 'doctor', 'kiosk', 'board', 'booking')),
  doctor_id TEXT REFERENCES doctors (id) CHECK (doctor_id IS NULL OR role = 'doctor'),
  secret_hash TEXT NOT NULL UNIQUE CHECK (length(secret_hash) = 64),
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER,
  revoked_at INTEGER
) STRICT;`,
};
