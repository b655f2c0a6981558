import type { Migration } from '../migration';

/** A notice is a line at the foot of the board; who must be told of a change stands on the call list. */
export const callList: Migration = {
  version: 12,
  name: 'call-list',
  sql: 'ALTER TABLE notices RENAME TO call_list;',
};
