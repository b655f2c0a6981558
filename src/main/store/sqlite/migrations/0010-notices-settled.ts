import type { Migration } from '../migration';

/** A call that is settled is kept, and when that was: a day opened again (R28) has those that its closing settled. */
export const noticesSettled: Migration = {
  version: 10,
  name: 'notices-settled',
  sql: 'ALTER TABLE notices ADD COLUMN settled_at INTEGER;',
};
