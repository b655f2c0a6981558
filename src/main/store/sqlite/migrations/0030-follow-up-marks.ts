import type { Migration } from '../migration';

/** What a follow-up was by the doctor's rule when its token was issued. Of those there are nobody looked. */
export const followUpMarks: Migration = {
  version: 30,
  name: 'follow-up-marks',
  sql: `ALTER TABLE tokens ADD COLUMN follow_up TEXT
  CHECK (follow_up IN ('due', 'never_seen', 'over', 'used_up', 'unknown'));`,
};
