import type { Migration } from '../migration';

/** Who may come to a doctor again for less. Of the doctors there were nobody has said: nothing is other than before. */
export const followUp: Migration = {
  version: 28,
  name: 'follow-up',
  sql: 'ALTER TABLE doctors ADD COLUMN follow_up TEXT CHECK (json_valid(follow_up));',
};
