import type { Migration } from '../migration';

/**
 * The last receipt that was given after a copy was made, to which the data went back: it is on paper, and the series goes on behind it. At
 * most one row, and none in nearly every clinic.
 */
export const receiptsGiven: Migration = {
  version: 35,
  name: 'receipts-given',
  sql: `
CREATE TABLE receipts_given (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  receipt INTEGER NOT NULL CHECK (receipt > 0)
) STRICT;
DROP TRIGGER payments_have_no_gap;
CREATE TRIGGER payments_have_no_gap BEFORE INSERT ON payments
WHEN NEW.receipt <> 1 + max(
  (SELECT coalesce(max(receipt), 0) FROM payments), (SELECT coalesce(max(receipt), 0) FROM receipts_given))
BEGIN SELECT RAISE(ABORT, 'receipts are numbered without a gap'); END;
`,
};
