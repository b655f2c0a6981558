import type { Migration } from '../migration';

/**
 * From here on an event leaves out what is as usual, and names what is its own time (see `event-body.ts`). What is there
 * stays as it was written and is read as ever; that the database is of this version keeps earlier ones, which could not
 * read it, away. Tokens that were never sent on to another doctor need no place in the indexes of those that were.
 */
export const eventsShort: Migration = {
  version: 23,
  name: 'events-short',
  sql: `
INSERT OR REPLACE INTO meta (key, value) VALUES ('events.shape', 'short');
DROP INDEX tokens_by_origin;
CREATE INDEX tokens_by_origin ON tokens (transferred_from) WHERE transferred_from IS NOT NULL;
DROP INDEX tokens_by_target;
CREATE INDEX tokens_by_target ON tokens (transferred_to) WHERE transferred_to IS NOT NULL;`,
};
