import type { Migration } from '../migration';

/**
 * What reports read: one short row a token, of its day and in its order, and one for each correction and undo; nobody is named in
 * them. Of what there is already they are written when the database is opened next (rebuild-visits.ts).
 */
export const visits: Migration = {
  version: 32,
  name: 'visits',
  sql: `
CREATE TABLE visits (
  day INTEGER NOT NULL,
  doctor INTEGER NOT NULL REFERENCES words (id),
  series INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  source INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  returning_patient INTEGER,
  issued_by INTEGER REFERENCES words (id),
  slot_start INTEGER,
  issued_at INTEGER NOT NULL,
  arrived_at INTEGER,
  called_at INTEGER,
  started_at INTEGER,
  ended_at INTEGER,
  quoted_from INTEGER,
  quoted_to INTEGER,
  PRIMARY KEY (day, doctor, series, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit_acts (
  at INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  actor INTEGER REFERENCES words (id),
  doctor INTEGER NOT NULL REFERENCES words (id),
  source INTEGER NOT NULL
) STRICT;

INSERT INTO meta (key, value) SELECT 'visits.due', 'yes' WHERE EXISTS (SELECT 1 FROM tokens);`,
};
