import type { Migration } from '../migration';

/**
 * What was paid, and what was counted in the evening. Rows are only ever added: the number of a receipt is the one after the last, or
 * the row is refused, so that the series has no gap; of what is there only somebody's words go, while the door for erasing is
 * open. A slip may be the receipt of one of them.
 */
export const payments: Migration = {
  version: 34,
  name: 'payments',
  sql: `
CREATE TABLE payments (
  receipt INTEGER PRIMARY KEY CHECK (receipt > 0),
  id TEXT NOT NULL UNIQUE,
  token_id TEXT NOT NULL REFERENCES tokens (id) DEFERRABLE INITIALLY DEFERRED,
  visit_id TEXT NOT NULL REFERENCES tokens (id) DEFERRABLE INITIALLY DEFERRED,
  service_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0 AND abs(amount) < 1000000000),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  way TEXT NOT NULL CHECK (way IN ('cash', 'upi', 'card', 'waived')),
  reason_text TEXT NOT NULL CHECK (length(reason_text) <= 200),
  corrects TEXT REFERENCES payments (id),
  fee INTEGER NOT NULL CHECK (fee >= 0),
  doctor_id TEXT NOT NULL REFERENCES doctors (id),
  source TEXT NOT NULL CHECK (source IN ('emergency', 'paid', 'follow_up', 'walk_in', 'online')),
  by TEXT NOT NULL CHECK (json_valid(by)),
  CHECK ((amount < 0) = (corrects IS NOT NULL))
) STRICT;
CREATE INDEX payments_by_visit ON payments (visit_id);
CREATE INDEX payments_by_day ON payments (service_day, receipt);
CREATE INDEX payments_by_token ON payments (token_id);

CREATE TABLE drawer_counts (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('float', 'count')),
  service_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id TEXT REFERENCES persons (id),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  amount INTEGER NOT NULL CHECK (amount >= 0 AND amount < 1000000000),
  expected INTEGER NOT NULL,
  reason_text TEXT NOT NULL CHECK (length(reason_text) <= 200),
  by TEXT NOT NULL CHECK (json_valid(by))
) STRICT;
CREATE INDEX drawer_counts_by_day ON drawer_counts (service_day);

CREATE TRIGGER payments_have_no_gap BEFORE INSERT ON payments
WHEN NEW.receipt <> (SELECT coalesce(max(receipt), 0) + 1 FROM payments)
BEGIN SELECT RAISE(ABORT, 'receipts are numbered without a gap'); END;
CREATE TRIGGER payments_are_never_changed BEFORE UPDATE ON payments
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.reason_text IS NOT ''
  OR NEW.receipt IS NOT OLD.receipt OR NEW.id IS NOT OLD.id OR NEW.token_id IS NOT OLD.token_id
  OR NEW.visit_id IS NOT OLD.visit_id OR NEW.service_day IS NOT OLD.service_day OR NEW.at IS NOT OLD.at
  OR NEW.amount IS NOT OLD.amount OR NEW.currency IS NOT OLD.currency OR NEW.way IS NOT OLD.way
  OR NEW.corrects IS NOT OLD.corrects OR NEW.fee IS NOT OLD.fee OR NEW.doctor_id IS NOT OLD.doctor_id
  OR NEW.source IS NOT OLD.source OR NEW.by IS NOT OLD.by
BEGIN SELECT RAISE(ABORT, 'payments are append-only'); END;
CREATE TRIGGER payments_are_never_deleted BEFORE DELETE ON payments
BEGIN SELECT RAISE(ABORT, 'payments are append-only'); END;
CREATE TRIGGER drawer_counts_are_never_changed BEFORE UPDATE ON drawer_counts
BEGIN SELECT RAISE(ABORT, 'counts are append-only'); END;
CREATE TRIGGER drawer_counts_are_never_deleted BEFORE DELETE ON drawer_counts
BEGIN SELECT RAISE(ABORT, 'counts are append-only'); END;

ALTER TABLE print_jobs ADD COLUMN payment_id TEXT REFERENCES payments (id);
CREATE INDEX print_jobs_by_payment ON print_jobs (payment_id) WHERE payment_id IS NOT NULL;
`,
};
