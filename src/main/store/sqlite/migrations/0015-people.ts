import type { Migration } from '../migration';

/**
 * Who works here, with the hash of a PIN; the roles the clinic made; and wrong PINs, which outlive a restart. A person
 * is never deleted: history names them.
 */
export const people: Migration = {
  version: 15,
  name: 'people',
  sql: `
CREATE TABLE persons (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  initials TEXT NOT NULL CHECK (length(initials) BETWEEN 2 AND 4),
  role_id TEXT NOT NULL,
  doctor_id TEXT REFERENCES doctors (id),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  pin_hash TEXT NOT NULL CHECK (pin_hash LIKE 'scrypt:%')
) STRICT;
CREATE UNIQUE INDEX persons_initials ON persons (initials) WHERE active = 1;
CREATE TRIGGER persons_are_never_deleted BEFORE DELETE ON persons
BEGIN SELECT RAISE(ABORT, 'persons are never deleted'); END;
CREATE TABLE person_roles (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  calls TEXT NOT NULL CHECK (json_valid(calls))
) STRICT;
CREATE TABLE pin_tries (
  key TEXT PRIMARY KEY,
  wrong INTEGER NOT NULL CHECK (wrong > 0),
  paused_until INTEGER,
  pause_ms INTEGER NOT NULL
) STRICT;`,
};
