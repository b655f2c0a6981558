import type { Migration } from '../migration';

/**
 * From here on an event may say only what it changed (see `event-body.ts`). What is there stays as it was written and is
 * read as ever; that the database is of this version keeps earlier ones, which could not read it, away.
 */
export const eventsChanges: Migration = {
  version: 21,
  name: 'events-changes',
  sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('events.shape', 'changes');",
};
