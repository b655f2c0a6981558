import type { Migration } from '../migration';

/** Numbers that were given after a copy was made, to which the data went back: they are on slips, and never given again. */
export const numbersGiven: Migration = {
  version: 20,
  name: 'numbers-given',
  sql: `
CREATE TABLE numbers_given (
  doctor_id TEXT NOT NULL REFERENCES doctors (id),
  service_day TEXT NOT NULL,
  series TEXT NOT NULL CHECK (series IN ('main', 'paper')),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  PRIMARY KEY (doctor_id, service_day, series)
) STRICT, WITHOUT ROWID;`,
};
